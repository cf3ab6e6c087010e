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

    /// <param name="sheet">The style sheet of the variant.</param>
    /// <param name="site">Its script that registers the service worker is on every page, where there is one.</param>
    /// <param name="format">The site's logo and icon are on every page of the full edition.</param>
    public ContentSecurityPolicy(StyleSheet sheet, SiteModel site, PageFormat format)
    {
        (_sheet, _pictures, _options) = (
            sheet,
            format == PageFormat.Lite ? LitePicturesOf(sheet) : PicturesOf(site),
            Options(site)
        );
        Site = Write(new ContentSecuritySources());
        Written = Escaped(Site);
    }

    /// <summary>Of a page that shows nothing of its own; every page is rendered with it.</summary>
    public string Site { get; }

    /// <summary><see cref="Site"/> as a page has it in its <c>meta</c>, UTF-8.</summary>
    public byte[] Written { get; }

    /// <summary>What a rendered page needs, as <see cref="Written"/>.</summary>
    /// <param name="shown">What the page shows.</param>
    public byte[] Of(ContentSecuritySources shown) => shown.IsWithin(_pictures) ? Written : Escaped(Write(shown));

    /// <summary>
    /// For the header of all answers. A browser obeys header and <c>meta</c> both, so this must allow what any page
    /// does: pictures from anywhere, and what trusted HTML embeds. That no other site may frame the pages is defined
    /// here only: a <c>meta</c> cannot (CSP Level 3, 3.3).
    /// </summary>
    /// <param name="sheets">Of all pages.</param>
    public static string ForHosts(IEnumerable<StyleSheet> sheets, RawHtml html, SiteModel site)
    {
        var styles = html == RawHtml.Allow ? "'unsafe-inline'" : string.Join(' ', sheets.Select(sheet => sheet.Source));
        var embedded = html == RawHtml.Allow ? "; media-src *; frame-src *" : "; style-src-attr 'unsafe-inline'";
        return $"default-src 'none'; style-src {styles}; img-src * "
            + $"{ContentSecuritySources.Data}{embedded}{Options(site)}{Refused}; {NoFrames}";
    }

    /// <summary>The directives that are safe for pages that may not be the theme's own.</summary>
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
        sources.WriteTo(policy, _pictures);
        return policy.Append(_options).Append(Refused).ToString();
    }

    /// <summary>A policy holds one character that is escaped in an attribute.</summary>
    private static byte[] Escaped(string policy) =>
        Encoding.UTF8.GetBytes(policy.Replace("'", "&#39;", StringComparison.Ordinal));
}

/// <summary>
/// What one page shows of which its policy must tell: pictures, <c>style</c> attributes, and what trusted HTML embeds.
/// Gathered from the page as it is written, so that no theme has to tell, and told as source expressions (CSP Level 3,
/// 2.3.1), which hold nothing that could end one and begin another.
/// </summary>
internal sealed class ContentSecuritySources
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

    private readonly HashSet<string> _pictures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _media = new(StringComparer.Ordinal);
    private readonly HashSet<string> _frames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _styles = new(StringComparer.Ordinal);

    /// <summary>Whether nothing is shown but pictures that the site allows on every page.</summary>
    /// <param name="allowed">Their source expressions.</param>
    public bool IsWithin(SortedSet<string> allowed)
    {
        foreach (var picture in _pictures)
        {
            if (!allowed.Contains(picture))
            {
                return false;
            }
        }

        return _media.Count + _frames.Count + _styles.Count == 0;
    }

    public void Clear()
    {
        _pictures.Clear();
        _media.Clear();
        _frames.Clear();
        _styles.Clear();
    }

    /// <param name="src">An address, decoded.</param>
    public void AddPicture(string src) => Add(_pictures, src);

    /// <param name="srcset">
    /// Addresses with widths or densities. An address with a comma in it falls into pieces, of which the first names
    /// the host.
    /// </param>
    public void AddCandidates(string srcset)
    {
        foreach (
            var candidate in srcset.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            AddPicture(candidate.Split(' ', 2)[0]);
        }
    }

    public void AddMedia(string src) => Add(_media, src);

    public void AddFrame(string src) => Add(_frames, src);

    /// <param name="value">Of a <c>style</c> attribute, as it is written.</param>
    public void AddStyle(ReadOnlySpan<byte> value) =>
        _styles.Add(WebUtility.HtmlDecode(Encoding.UTF8.GetString(value)));

    /// <summary>The directives that allow them, each with <c>; </c> before it, in a fixed order.</summary>
    /// <param name="policy">Gets them.</param>
    /// <param name="allowed">Pictures that the site allows on every page.</param>
    public void WriteTo(StringBuilder policy, SortedSet<string> allowed)
    {
        Write(policy, "img-src", [.. allowed], _pictures.Where(picture => !allowed.Contains(picture)));
        Write(policy, "media-src", [], _media);
        Write(policy, "frame-src", [], _frames);
        if (_styles.Count > MostStyles)
        {
            Write(policy, "style-src-attr", ["'unsafe-inline'"], []);
        }
        else if (_styles.Count > 0)
        {
            var hashes = _styles.Select(style => StyleSheet.SourceOf(Encoding.UTF8.GetBytes(style)));
            Write(policy, "style-src-attr", ["'unsafe-hashes'"], hashes);
        }
    }

    private static void Write(StringBuilder policy, string directive, string[] first, IEnumerable<string> others)
    {
        string[] sources = [.. first, .. others.Order(StringComparer.Ordinal)];
        if (sources.Length > 0)
        {
            policy.Append("; ").Append(directive).Append(' ').AppendJoin(' ', sources);
        }
    }

    private static void Add(HashSet<string> sources, string src)
    {
        if (SourceOf(src) is { } source)
        {
            sources.Add(source);
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
