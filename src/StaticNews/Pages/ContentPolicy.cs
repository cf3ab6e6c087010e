using System.Text;
using StaticNews.Configuration;
using StaticNews.Pages.Models;

namespace StaticNews.Pages;

/// <summary>
/// The Content-Security-Policy of the pages of one <see cref="PageLook"/> (CSP Level 3): nothing but the page's own style and pictures, and what an article embeds, on its page alone.
/// </summary>
internal sealed class ContentPolicy
{
    /// <summary>A base would turn the page's links, a form would send what readers write.</summary>
    private const string Refused = "; base-uri 'none'; form-action 'none'";

    private readonly StyleSheet _sheet;
    private readonly SortedSet<string> _pictures;
    private readonly string _options;

    /// <param name="sheet">Of the look.</param>
    /// <param name="site">The script that tells of its service worker is on every page, where there is one.</param>
    /// <param name="format">The site's logo and icon are on every page of the full edition.</param>
    public ContentPolicy(StyleSheet sheet, SiteModel site, PageFormat format)
    {
        (_sheet, _pictures, _options) = (sheet, format == PageFormat.Lite ? LitePicturesOf(sheet) : PicturesOf(site), Options(site));
        Site = Write(new PageSources(_pictures));
        Written = Escaped(Site);
    }

    /// <summary>Of a page that shows nothing of its own; every page is rendered with it.</summary>
    public string Site { get; }

    /// <summary><see cref="Site"/> as a page has it in its <c>meta</c>, UTF-8.</summary>
    public byte[] Written { get; }

    /// <summary>What a rendered page needs, as <see cref="Written"/>.</summary>
    public byte[] Of(ReadOnlySpan<byte> page) => PageSources.Of(page, _pictures) is { IsEmpty: false } sources ? Escaped(Write(sources)) : Written;

    /// <summary>
    /// For the header of all answers. A browser obeys header and <c>meta</c> both, so this must allow what any page does: pictures from anywhere, and what
    /// trusted HTML embeds. That pages stand in no frame of others is said here only: a <c>meta</c> cannot (CSP Level 3, 3.3).
    /// </summary>
    /// <param name="sheets">Of all pages.</param>
    public static string ForHosts(IEnumerable<StyleSheet> sheets, RawHtml html, SiteModel site)
    {
        var styles = html == RawHtml.Allow ? "'unsafe-inline'" : string.Join(' ', sheets.Select(sheet => sheet.Source));
        var embedded = html == RawHtml.Allow ? "; media-src *; frame-src *" : "; style-src-attr 'unsafe-inline'";
        return $"default-src 'none'; style-src {styles}; img-src * {PageSources.Data}{embedded}{Options(site)}{Refused}; {NoFrames}";
    }

    /// <summary>All that is safe to say for pages that may not be the theme's own.</summary>
    public const string NoFrames = "frame-ancestors 'none'";

    /// <summary>
    /// What a site has on every page by its own choice, as further directives. Pages and <see cref="ForHosts"/> both have it. To connect to its own host means nothing for a
    /// page without a script; auditors that look for robots.txt from within the page need it.
    /// </summary>
    private static string Options(SiteModel site) => site.WorkerScriptHash is { } script
        ? $"; script-src '{script}'; worker-src 'self'; connect-src 'self'"
        : "; connect-src 'self'";

    /// <summary>A page without an icon has an empty one within it.</summary>
    private static SortedSet<string> PicturesOf(SiteModel site)
    {
        var sources = new SortedSet<string>(StringComparer.Ordinal) { PageSources.Own };
        foreach (var picture in (string?[])[site.Logo, site.Icon])
        {
            if (PageSources.SourceOf(picture) is { } source)
            {
                sources.Add(source);
            }
        }

        if (site.Logo is null && site.Icon is null)
        {
            sources.Add(PageSources.Data);
        }

        return sources;
    }

    /// <summary>The text edition shows none; a site's own style for it may.</summary>
    private static SortedSet<string> LitePicturesOf(StyleSheet sheet)
    {
        var sources = new SortedSet<string>(StringComparer.Ordinal) { PageSources.Data };
        if (sheet.Element.ToString().Contains("url(", StringComparison.OrdinalIgnoreCase))
        {
            sources.Add(PageSources.Own);
        }

        return sources;
    }

    private string Write(PageSources sources)
    {
        var policy = new StringBuilder("default-src 'none'; style-src ").Append(_sheet.Source);
        sources.WriteTo(policy);
        return policy.Append(_options).Append(Refused).ToString();
    }

    /// <summary>A policy holds one character that is escaped in an attribute.</summary>
    private static byte[] Escaped(string policy) => Encoding.UTF8.GetBytes(policy.Replace("'", "&#39;", StringComparison.Ordinal));
}
