using System.Text;
using StaticNews.Configuration;

namespace StaticNews.Pages;

/// <summary>
/// The Content-Security-Policy of the pages of one <see cref="PageFormat"/> (CSP Level 3): nothing but the page's own style and pictures, and what an article embeds, on its page alone.
/// </summary>
/// <param name="sheet">Of the format.</param>
/// <param name="logo">The publisher's, which every page shows, or null.</param>
internal sealed class ContentPolicy(StyleSheet sheet, string? logo)
{
    /// <summary>
    /// What a site has on every page by its own choice, as further directives, each with <c>; </c> before it. The place for an option that
    /// needs more: a script would be <c>; script-src 'sha256-…'; worker-src 'self'; connect-src 'self'</c>. Pages and <see cref="ForHosts"/> both read it.
    /// </summary>
    private const string Options = "";

    /// <summary>A base would turn the page's links, a form would send what readers write.</summary>
    private const string Refused = "; base-uri 'none'; form-action 'none'";

    private readonly string _pictures = PageSources.SourceOf(logo) is { } source and not "'self'" ? "'self' " + source : "'self'";

    /// <summary>Of a page that shows nothing from elsewhere.</summary>
    public string Site => Write(new PageSources());

    /// <summary>Of a page with sources of its own; null where the site's will do.</summary>
    public string? Of(PageSources sources) => sources.IsEmpty ? null : Write(sources);

    /// <summary>
    /// For the header of all answers. A browser obeys header and <c>meta</c> both, so this must allow what any page does: pictures from anywhere, and what
    /// trusted HTML embeds. That pages stand in no frame of others is said here only: a <c>meta</c> cannot (CSP Level 3, 3.3).
    /// </summary>
    /// <param name="sheets">Of all formats.</param>
    public static string ForHosts(IEnumerable<StyleSheet> sheets, RawHtml html)
    {
        var styles = html == RawHtml.Allow ? "'unsafe-inline'" : string.Join(' ', sheets.Select(sheet => sheet.Source));
        var embedded = html == RawHtml.Allow ? "; media-src *; frame-src *" : "; style-src-attr 'unsafe-inline'";
        return $"default-src 'none'; style-src {styles}; img-src *{embedded}{Options}{Refused}; {NoFrames}";
    }

    /// <summary>All that is safe to say for pages that may not be the theme's own.</summary>
    public const string NoFrames = "frame-ancestors 'none'";

    private string Write(PageSources sources)
    {
        var policy = new StringBuilder("default-src 'none'; style-src ").Append(sheet.Source);
        sources.WriteTo(policy, _pictures);
        return policy.Append(Options).Append(Refused).ToString();
    }
}
