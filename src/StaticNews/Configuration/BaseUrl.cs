using System.Buffers;
using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Configuration;

/// <summary>
/// Where the site will stand. Every link on a page starts with <see cref="Prefix"/>; feeds and sitemaps use the whole.
/// </summary>
/// <param name="Origin">Scheme, host and port without a final slash: <c>https://meridian.example</c>.</param>
/// <param name="Prefix">The path, with a slash at both ends: <c>/</c> or <c>/archive/</c>.</param>
internal sealed record BaseUrl(string Origin, string Prefix)
{
    private const int HostMaxChars = 253;

    private static readonly SearchValues<char> HostSigns = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._"
    );
    private static readonly SearchValues<char> AddressSigns = SearchValues.Create("0123456789abcdefABCDEF:.");
    private static readonly SearchValues<char> PathSigns = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~+/%"
    );

    /// <summary>
    /// Reads <c>https://meridian.example/archive/</c>, with or without the final slash; a host beyond ASCII becomes
    /// Punycode. Null for an address without http(s) or host, with a query, a fragment or a password, and for one whose
    /// host or path has other signs than these: letters, digits, <c>- . _ ~ +</c>, and percent-encoded letters and
    /// blanks. The address stands in HTML, XML, CSS, policies, <c>_headers</c> and <c>_redirects</c>, and each of these
    /// gives a meaning to one of the others.
    /// </summary>
    public static BaseUrl? Parse(string url)
    {
        if (
            !WebAddress.TryHttp(url, out var parsed)
            || WebAddress.HasDots(url)
            || url.AsSpan().ContainsAny('?', '#', '@')
        )
        {
            return null;
        }

        var host = parsed.HostNameType == UriHostNameType.IPv6 ? parsed.Host : parsed.IdnHost;
        var port = parsed.IsDefaultPort ? "" : ":" + parsed.Port.ToString(CultureInfo.InvariantCulture);
        var path = parsed.AbsolutePath.EndsWith('/') ? parsed.AbsolutePath : parsed.AbsolutePath + "/";
        return path.Contains("//", StringComparison.Ordinal) || !IsSafeHost(host) || !IsSafePath(path)
            ? null
            : new BaseUrl($"{parsed.Scheme}://{host}{port}", path);
    }

    private static bool IsSafeHost(string host) =>
        host is ['[', .. var address, ']']
            ? !address.AsSpan().ContainsAnyExcept(AddressSigns)
            : host.Length <= HostMaxChars
                && !host.AsSpan().ContainsAnyExcept(HostSigns)
                && Array.TrueForAll(host.TrimEnd('.').Split('.'), IsLabel);

    /// <summary>A part of a host's name (RFC 1035, 2.3.1); some have underscores.</summary>
    private static bool IsLabel(string label) => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-';

    private static bool IsSafePath(string path)
    {
        if (path.AsSpan().ContainsAnyExcept(PathSigns))
        {
            return false;
        }

        for (var at = path.IndexOf('%', StringComparison.Ordinal); at >= 0; at = path.IndexOf('%', at + 1))
        {
            if (at + 2 >= path.Length || !char.IsAsciiHexDigit(path[at + 1]) || !char.IsAsciiHexDigit(path[at + 2]))
            {
                return false;
            }
        }

        // What is encoded must be letters in UTF-8, or blanks: no control character, no slash, and no sign that would
        // mean something where it is decoded.
        var decoded = Uri.UnescapeDataString(path);
        return decoded.AsSpan().Count('/') == path.AsSpan().Count('/')
            && Array.TrueForAll(decoded.ToCharArray(), IsSafeSign);
    }

    private static bool IsSafeSign(char c) =>
        c < '\x80'
            ? c is ' ' || (c is not '%' && PathSigns.Contains(c))
            : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c);

    /// <summary>Vowel signs and accents, of which many scripts make their letters.</summary>
    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>
    /// A link within the site. <paramref name="url"/> starts with '/' and is not percent-encoded, as all site URLs in
    /// this code are; from here on it is encoded, for whatever shows it.
    /// </summary>
    public string Href(string url) =>
        Prefix.Length == 1
            ? UrlPath.Encode(url)
            : string.Concat(Prefix.AsSpan(0, Prefix.Length - 1), UrlPath.Encode(url));

    /// <summary>
    /// A link that may lead out of the site: what begins with '/' is a URL of this site as <see cref="Href"/> takes it,
    /// all else stays as it is.
    /// </summary>
    public string Link(string url) => url.StartsWith('/') ? Href(url) : url;

    /// <summary>The whole URL, percent-encoded like <see cref="Href"/>: for feeds, sitemaps, canonical links.</summary>
    public string Absolute(string url) =>
        string.Concat(Origin, Prefix.AsSpan(0, Prefix.Length - 1), UrlPath.Encode(url));
}

/// <summary>
/// An article's URL with placeholders: <c>{section} {year} {month} {day} {slug} {id}</c>. A checked pattern starts with
/// '/', has no empty or dotted part, ends with '/' or <c>.html</c>, and names <c>{slug}</c> or <c>{id}</c>.
/// </summary>
internal sealed record PermalinkPattern(string Text)
{
    /// <summary>One inode an article, and every static host serves it as HTML.</summary>
    public const string Default = "/{section}/{year}/{month}/{slug}.html";

    public static readonly IReadOnlyList<string> Placeholders = ["section", "year", "month", "day", "slug", "id"];

    /// <summary>
    /// Whether the text around the placeholders can be a URL of this site; names that begin with <c>.staticnews</c> are
    /// the build's own.
    /// </summary>
    public static bool HasGoodShape(string pattern) =>
        pattern.StartsWith('/')
        && (pattern.EndsWith('/') || pattern.EndsWith(".html", StringComparison.Ordinal))
        && !pattern.Contains("//", StringComparison.Ordinal)
        && !pattern.Contains("/.staticnews", StringComparison.OrdinalIgnoreCase)
        && !StaticNews.Text.WebAddress.HasDots(pattern)
        && !pattern.AsSpan().ContainsAnyExcept(Allowed);

    /// <summary>
    /// Names in braces, in order; a brace without its partner gives the rest of the text, which is no placeholder.
    /// </summary>
    public static IEnumerable<string> NamesIn(string pattern)
    {
        for (
            var open = pattern.IndexOf('{', StringComparison.Ordinal);
            open >= 0;
            open = pattern.IndexOf('{', open + 1)
        )
        {
            var close = pattern.IndexOf('}', open);
            yield return close < 0 ? pattern[(open + 1)..] : pattern[(open + 1)..close];
        }
    }

    private static readonly System.Buffers.SearchValues<char> Allowed = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/{}"
    );
}
