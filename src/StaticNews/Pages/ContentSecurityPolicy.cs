using System.Net;
using System.Text;
using StaticNews.Configuration;
using StaticNews.Pages.Models;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>
/// The Content-Security-Policy of the pages of one <see cref="StyleVariant"/> (CSP Level 3): nothing but the page's own
/// style and pictures, and what an article embeds, on its page alone.
/// </summary>
internal sealed class ContentSecurityPolicy
{
    /// <summary>A base would turn the page's links, a form would send what readers write.</summary>
    private const string Refused = "; base-uri 'none'; form-action 'none'";

    private readonly StyleSheet _sheet;
    private readonly SortedSet<string> _pictures;
    private readonly string _options;

    /// <param name="sheet">Of the look.</param>
    /// <param name="site">The script that tells of its service worker is on every page, where there is one.</param>
    /// <param name="format">The site's logo and icon are on every page of the full edition.</param>
    public ContentSecurityPolicy(StyleSheet sheet, SiteModel site, PageFormat format)
    {
        (_sheet, _pictures, _options) = (
            sheet,
            format == PageFormat.Lite ? LitePicturesOf(sheet) : PicturesOf(site),
            Options(site)
        );
        Site = Write(new ContentSecuritySources(_pictures));
        Written = Escaped(Site);
    }

    /// <summary>Of a page that shows nothing of its own; every page is rendered with it.</summary>
    public string Site { get; }

    /// <summary><see cref="Site"/> as a page has it in its <c>meta</c>, UTF-8.</summary>
    public byte[] Written { get; }

    /// <summary>What a rendered page needs, as <see cref="Written"/>.</summary>
    public byte[] Of(ReadOnlySpan<byte> page) =>
        ContentSecuritySources.Of(page, _pictures) is { IsEmpty: false } sources ? Escaped(Write(sources)) : Written;

    /// <summary>
    /// For the header of all answers. A browser obeys header and <c>meta</c> both, so this must allow what any page
    /// does: pictures from anywhere, and what trusted HTML embeds. That pages stand in no frame of others is said here
    /// only: a <c>meta</c> cannot (CSP Level 3, 3.3).
    /// </summary>
    /// <param name="sheets">Of all pages.</param>
    public static string ForHosts(IEnumerable<StyleSheet> sheets, RawHtml html, SiteModel site)
    {
        var styles = html == RawHtml.Allow ? "'unsafe-inline'" : string.Join(' ', sheets.Select(sheet => sheet.Source));
        var embedded = html == RawHtml.Allow ? "; media-src *; frame-src *" : "; style-src-attr 'unsafe-inline'";
        return $"default-src 'none'; style-src {styles}; img-src * "
            + $"{ContentSecuritySources.Data}{embedded}{Options(site)}{Refused}; {NoFrames}";
    }

    /// <summary>All that is safe to say for pages that may not be the theme's own.</summary>
    public const string NoFrames = "frame-ancestors 'none'";

    /// <summary>
    /// What a site has on every page by its own choice, as further directives. Pages and <see cref="ForHosts"/> both
    /// have it. To connect to its own host means nothing for a page without a script; auditors that look for robots.txt
    /// from within the page need it.
    /// </summary>
    private static string Options(SiteModel site) =>
        site.WorkerScriptHash is { } script
            ? $"; script-src '{script}'; worker-src 'self'; connect-src 'self'"
            : "; connect-src 'self'";

    /// <summary>A page without an icon has an empty one within it.</summary>
    private static SortedSet<string> PicturesOf(SiteModel site)
    {
        var sources = new SortedSet<string>(StringComparer.Ordinal) { ContentSecuritySources.Own };
        foreach (var picture in (string?[])[site.Logo, site.Icon])
        {
            if (ContentSecuritySources.SourceOf(picture) is { } source)
            {
                sources.Add(source);
            }
        }

        if (site.Logo is null && site.Icon is null)
        {
            sources.Add(ContentSecuritySources.Data);
        }

        return sources;
    }

    /// <summary>The text edition shows none; a site's own style for it may.</summary>
    private static SortedSet<string> LitePicturesOf(StyleSheet sheet)
    {
        var sources = new SortedSet<string>(StringComparer.Ordinal) { ContentSecuritySources.Data };
        if (sheet.Element.ToString().Contains("url(", StringComparison.OrdinalIgnoreCase))
        {
            sources.Add(ContentSecuritySources.Own);
        }

        return sources;
    }

    private string Write(ContentSecuritySources sources)
    {
        var policy = new StringBuilder("default-src 'none'; style-src ").Append(_sheet.Source);
        sources.WriteTo(policy);
        return policy.Append(_options).Append(Refused).ToString();
    }

    /// <summary>A policy holds one character that is escaped in an attribute.</summary>
    private static byte[] Escaped(string policy) =>
        Encoding.UTF8.GetBytes(policy.Replace("'", "&#39;", StringComparison.Ordinal));
}

/// <summary>
/// What one page shows that its site's policy does not allow yet: pictures from elsewhere, <c>style</c> attributes, and
/// what trusted HTML embeds. Read from the page as it is written, so that no theme has to tell, and told as source
/// expressions (CSP Level 3, 2.3.1), which hold nothing that could end one and begin another.
/// </summary>
/// <param name="pictures">Source expressions that the site allows on every page.</param>
internal sealed class ContentSecuritySources(IReadOnlyCollection<string> pictures)
{
    /// <summary>
    /// Beyond so many, style attributes are allowed as such: their hashes would weigh more than all else on the page.
    /// </summary>
    private const int MostStyles = 32;

    public const string Own = "'self'";

    /// <summary>
    /// Pictures within the page, such as the empty icon that keeps a browser from asking for one. "*" does not allow
    /// them.
    /// </summary>
    public const string Data = "data:";

    private SortedSet<string>? _pictures;
    private SortedSet<string>? _media;
    private SortedSet<string>? _frames;
    private SortedSet<string>? _styles;

    /// <summary>The <c>link</c> element being read.</summary>
    private (int Tag, string? Href, bool IsIcon) _link = (-1, null, false);

    public bool IsEmpty => _pictures is null && _media is null && _frames is null && _styles is null;

    /// <param name="page">
    /// The whole page, UTF-8. What it writes in capitals where nobody does is not seen, and so not allowed.
    /// </param>
    /// <param name="pictures">As above.</param>
    public static ContentSecuritySources Of(ReadOnlySpan<byte> page, IReadOnlyCollection<string> pictures)
    {
        var sources = new ContentSecuritySources(pictures);
        if (
            page.IndexOf("src="u8) >= 0
            || page.IndexOf("srcset="u8) >= 0
            || page.IndexOf("style="u8) >= 0
            || page.IndexOf("poster="u8) >= 0
            || page.IndexOf("icon"u8) >= 0
        )
        {
            HtmlScanner.Attributes(page, sources.Add);
        }

        return sources;
    }

    /// <summary>The directives that allow them, each with <c>; </c> before it, in a fixed order.</summary>
    public void WriteTo(StringBuilder policy)
    {
        policy.Append("; img-src ").AppendJoin(' ', pictures.Concat(_pictures ?? []));
        Write(policy, "media-src", _media);
        Write(policy, "frame-src", _frames);
        if (_styles is not null)
        {
            policy.Append("; style-src-attr ");
            policy.AppendJoin(
                ' ',
                _styles.Count > MostStyles ? ["'unsafe-inline'"] : _styles.Prepend("'unsafe-hashes'")
            );
        }
    }

    private static void Write(StringBuilder policy, string directive, SortedSet<string>? sources)
    {
        if (sources is not null)
        {
            policy.Append("; ").Append(directive).Append(' ').AppendJoin(' ', sources);
        }
    }

    private void Add(ReadOnlySpan<byte> element, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, int tag)
    {
        if (name.SequenceEqual("style"u8))
        {
            (_styles ??= new(StringComparer.Ordinal)).Add(
                StyleSheet.SourceOf(Encoding.UTF8.GetBytes(WebUtility.HtmlDecode(Encoding.UTF8.GetString(value))))
            );
        }
        else if (name.SequenceEqual("poster"u8) && element.SequenceEqual("video"u8))
        {
            Add(ref _pictures, value, pictures);
        }
        else if (
            name.SequenceEqual("srcset"u8) && (element.SequenceEqual("img"u8) || element.SequenceEqual("source"u8))
        )
        {
            AddCandidates(HtmlScanner.Decoded(value));
        }
        else if (element.SequenceEqual("link"u8))
        {
            AddLink(name, value, tag);
        }
        else if (name.SequenceEqual("src"u8))
        {
            AddSource(element, value);
        }
    }

    /// <summary>
    /// Of all links a browser loads the icon as a picture; which of the two attributes comes first is the theme's
    /// choice.
    /// </summary>
    private void AddLink(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, int tag)
    {
        _link = _link.Tag == tag ? _link : (tag, null, false);
        if (name.SequenceEqual("href"u8))
        {
            _link.Href = HtmlScanner.Decoded(value);
        }
        else if (name.SequenceEqual("rel"u8) && value.IndexOf("icon"u8) >= 0)
        {
            _link.IsIcon = true;
        }

        if (_link is { IsIcon: true, Href: { } icon })
        {
            Add(ref _pictures, icon, pictures);
        }
    }

    /// <summary>An address with a comma in it falls into pieces, of which the first names the host.</summary>
    private void AddCandidates(string srcset)
    {
        foreach (
            var candidate in srcset.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            Add(ref _pictures, candidate.Split(' ', 2)[0], pictures);
        }
    }

    private void AddSource(ReadOnlySpan<byte> element, ReadOnlySpan<byte> src)
    {
        if (element.SequenceEqual("img"u8))
        {
            Add(ref _pictures, src, pictures);
        }
        else if (element.SequenceEqual("iframe"u8))
        {
            Add(ref _frames, src, []);
        }
        else if (
            element.SequenceEqual("video"u8)
            || element.SequenceEqual("audio"u8)
            || element.SequenceEqual("source"u8)
            || element.SequenceEqual("track"u8)
        )
        {
            Add(ref _media, src, []);
        }
    }

    private static void Add(
        ref SortedSet<string>? sources,
        ReadOnlySpan<byte> src,
        IReadOnlyCollection<string> allowed
    ) => Add(ref sources, HtmlScanner.Decoded(src), allowed);

    private static void Add(ref SortedSet<string>? sources, string src, IReadOnlyCollection<string> allowed)
    {
        if (SourceOf(src) is { } source && !allowed.Contains(source, StringComparer.Ordinal))
        {
            (sources ??= new(StringComparer.Ordinal)).Add(source);
        }
    }

    /// <summary>
    /// Scheme, host and port of what lies elsewhere, <see cref="Data"/> of what is part of the page; null for nothing,
    /// and for a host that no source expression can name (an IPv6 address).
    /// </summary>
    public static string? SourceOf(string? src)
    {
        if (src is null)
        {
            return null;
        }

        if (src.StartsWith(Data, StringComparison.OrdinalIgnoreCase))
        {
            return Data;
        }

        if (
            !src.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
            && !src.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        )
        {
            return Own;
        }

        if (
            !WebAddress.TryHttp(src, out var url)
            || url.HostNameType is not (UriHostNameType.Dns or UriHostNameType.IPv4)
        )
        {
            return null;
        }

        var host = url.IdnHost;
        return host.AsSpan().ContainsAnyExcept(HostLetters)
            ? null
            : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{url.Scheme}://{host}{(url.IsDefaultPort ? "" : $":{url.Port}")}"
            );
    }

    private static readonly System.Buffers.SearchValues<char> HostLetters = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_"
    );
}
