using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace StaticNews.Text;

/// <summary>
/// The one way from a path to its URL. A path is what a file system holds, and any character in it stands for itself;
/// in a URL, <c>%</c>, <c>#</c>, <c>?</c> and others mean something, so they are percent-encoded (RFC 3986, 2.1 and
/// 3.3). Links are decoded once when they are read, and encoded here once when they are shown.
/// </summary>
internal static class UrlPath
{
    // pchar and '/' of RFC 3986, 3.3, without the apostrophe, which ends texts in CSS, scripts and attributes, and the
    // comma, at which many readers of srcset cut.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&()*+;=:@/"
    );

    /// <summary>
    /// The path with every character encoded that would not stand for itself in a URL. Letters of all scripts stay as
    /// they are, in the normal form that they have: HTML allows them, readers see them in the address bar, and who
    /// needs ASCII (feeds, sitemaps, books) encodes them on top.
    /// </summary>
    /// <param name="path">Decoded, with '/' between its parts.</param>
    public static string Encode(string path)
    {
        if (!path.AsSpan().ContainsAnyExcept(Plain))
        {
            return path;
        }

        var encoded = new StringBuilder(path.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in path.EnumerateRunes())
        {
            if (rune.IsAscii ? Plain.Contains((char)rune.Value) : IsVisible(rune))
            {
                encoded.Append(rune);
                continue;
            }

            foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)])
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
            }
        }

        return encoded.ToString();
    }

    /// <summary>
    /// The path that a written link means: percent-decoded once. A percent sign that begins no encoding stands for
    /// itself, and so does one that would decode to anything but UTF-8.
    /// </summary>
    public static string Decode(string written) =>
        written.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(written) : written;

    /// <summary>
    /// Blanks, controls and signs that turn the direction of writing would deceive who reads the address; joiners are
    /// part of how some scripts spell.
    /// </summary>
    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control
            or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator => false,
            UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
            _ => true,
        };
}

/// <summary>Addresses that may stand in a page's links.</summary>
internal static class WebAddress
{
    /// <summary>
    /// An absolute http or https URL with a host, and nothing that a browser would have to repair (blanks, control
    /// characters, backslashes).
    /// </summary>
    public static bool IsHttp(string url) => TryHttp(url, out _);

    public static bool TryHttp(string url, [NotNullWhen(true)] out Uri? parsed)
    {
        parsed = null;
        return IsClean(url)
            && Uri.TryCreate(url, UriKind.Absolute, out parsed)
            && parsed.Scheme is "http" or "https"
            && parsed.Host.Length > 0;
    }

    /// <summary>
    /// A URL of this site from its root: begins with one '/', stays below it (no part <c>.</c> or <c>..</c>), and is
    /// clean as above.
    /// </summary>
    public static bool IsFromRoot(string url) =>
        url.Length > 0
        && url[0] == '/'
        && !url.StartsWith("//", StringComparison.Ordinal)
        && IsClean(url)
        && !HasDots(url);

    /// <summary>Whether a part is <c>.</c> or <c>..</c>, also percent-encoded.</summary>
    public static bool HasDots(string path)
    {
        var decoded = path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;
        foreach (var range in decoded.AsSpan().SplitAny('/', '\\'))
        {
            if (decoded.AsSpan(range) is "." or "..")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsClean(string url)
    {
        foreach (var c in url)
        {
            if (c <= ' ' || c is '\\' or '"' or '<' or '>' || char.IsControl(c) || char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>
/// URLs as machines must read them: RFC 3986 allows ASCII only, while slugs may be written in any script.
/// </summary>
internal static class WebUrl
{
    // Unreserved and reserved characters (RFC 3986, sections 2.2 and 2.3), and the percent sign of what is escaped
    // already.
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%"
    );

    /// <summary>
    /// The URL with every other character percent-encoded as UTF-8, and a percent sign that escapes nothing as
    /// <c>%25</c>. Encoding twice changes nothing.
    /// </summary>
    public static string Encode(string url)
    {
        if (!url.AsSpan().ContainsAnyExcept(Allowed) && !url.Contains('%', StringComparison.Ordinal))
        {
            return url;
        }

        var encoded = new StringBuilder(url.Length + 32);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < url.Length; )
        {
            Rune.DecodeFromUtf16(url.AsSpan(i), out var rune, out var used);
            var isPlain = rune.IsAscii && Allowed.Contains((char)rune.Value) && (rune.Value != '%' || IsEscape(url, i));
            if (isPlain)
            {
                encoded.Append((char)rune.Value);
            }
            else
            {
                AppendEscaped(encoded, bytes[..rune.EncodeToUtf8(bytes)]);
            }

            i += used;
        }

        return encoded.ToString();
    }

    private static bool IsEscape(string url, int at) =>
        at + 2 < url.Length && char.IsAsciiHexDigit(url[at + 1]) && char.IsAsciiHexDigit(url[at + 2]);

    private static void AppendEscaped(StringBuilder encoded, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            encoded.Append('%').Append(Convert.ToHexString([value]));
        }
    }
}
