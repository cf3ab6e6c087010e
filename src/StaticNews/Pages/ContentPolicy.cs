using System.Text;
using StaticNews.Configuration;
using StaticNews.Pages.Models;

namespace StaticNews.Pages;

/// <summary>
/// The Content-Security-Policy of the pages of one <see cref="PageFormat"/> (CSP Level 3): nothing but the page's own style and pictures, and what an article embeds, on its page alone.
/// </summary>
/// <param name="sheet">Of the format.</param>
/// <param name="site">Its logo and icon are on every page, and so is the script that tells of the service worker, where there is one.</param>
internal sealed class ContentPolicy(StyleSheet sheet, SiteModel site)
{
    /// <summary>A base would turn the page's links, a form would send what readers write.</summary>
    private const string Refused = "; base-uri 'none'; form-action 'none'";

    private readonly string _pictures = PicturesOf(site);

    /// <summary>Of a page that shows nothing from elsewhere.</summary>
    public string Site => Write(new PageSources());

    /// <summary>Of a page with sources of its own; null where the site's will do.</summary>
    public string? Of(PageSources sources) => sources.IsEmpty ? null : Write(sources);

    /// <summary>
    /// For the header of all answers. A browser obeys header and <c>meta</c> both, so this must allow what any page does: pictures from anywhere, and what
    /// trusted HTML embeds. That pages stand in no frame of others is said here only: a <c>meta</c> cannot (CSP Level 3, 3.3).
    /// </summary>
    /// <param name="sheets">Of all formats.</param>
    public static string ForHosts(IEnumerable<StyleSheet> sheets, RawHtml html, SiteModel site)
    {
        var styles = html == RawHtml.Allow ? "'unsafe-inline'" : string.Join(' ', sheets.Select(sheet => sheet.Source));
        var embedded = html == RawHtml.Allow ? "; media-src *; frame-src *" : "; style-src-attr 'unsafe-inline'";
        return $"default-src 'none'; style-src {styles}; img-src *{embedded}{Options(site)}{Refused}; {NoFrames}";
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

    private static string PicturesOf(SiteModel site)
    {
        var sources = new SortedSet<string>(StringComparer.Ordinal) { "'self'" };
        foreach (var picture in (string?[])[site.Logo, site.Icon])
        {
            if (PageSources.SourceOf(picture) is { } source)
            {
                sources.Add(source);
            }
        }

        return string.Join(' ', sources);
    }

    private string Write(PageSources sources)
    {
        var policy = new StringBuilder("default-src 'none'; style-src ").Append(sheet.Source);
        sources.WriteTo(policy, _pictures);
        return policy.Append(Options(site)).Append(Refused).ToString();
    }
}
