using System.Text;
using StaticNews.Configuration;
using StaticNews.Text;

namespace StaticNews.Feeds;

/// <summary>
/// The page at an article's old address, for hosts that know no redirects: it leads on at once, by itself and by a
/// link. Its only words are the article's title, so that it is right in every language.
/// </summary>
internal static class AliasPage
{
    private const string Policy =
        "default-src &#39;none&#39;; img-src &#39;self&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;";

    /// <param name="title">Of the article; plain text.</param>
    /// <param name="href">Where it is now, as a link of this site.</param>
    /// <param name="canonical">The same, absolute.</param>
    /// <param name="language">BCP 47, of the article.</param>
    public static byte[] Write(string title, string href, string canonical, string language)
    {
        var name = EscapedText.AsHtml(XmlCharacters.Clean(title));
        var link = EscapedText.AsHtml(WebUrl.Encode(href));
        return Encoding.UTF8.GetBytes(
            $"""
            <!doctype html>
            <html lang="{EscapedText.AsHtml(language)}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="referrer" content="same-origin">
            <meta name="viewport" content="width=device-width">
            <meta name="generator" content="StaticNews">
            <meta name="robots" content="noindex">
            <meta http-equiv="refresh" content="0; url={link}">
            <link rel="canonical" href="{EscapedText.AsHtml(WebUrl.Encode(canonical))}">
            <title>{name}</title>
            </head>
            <body>
            <main>
            <h1 dir="auto"><a href="{link}">{name}</a></h1>
            </main>
            </body>
            </html>

            """.ReplaceLineEndings("\n")
        );
    }
}

/// <summary>An old address and where it leads now.</summary>
/// <param name="From">As a host sees it: a path with the base URL's prefix.</param>
/// <param name="To">The same, or absolute.</param>
internal readonly record struct Redirect(string From, string To);

/// <summary>
/// The <c>_redirects</c> file that Netlify, Cloudflare Pages and others read: a line a redirect, <c>/old /new 301</c>.
/// </summary>
internal static class RedirectsWriter
{
    /// <summary>
    /// By old address, ordinal. An address that leads to itself is left out: a host would follow it for ever.
    /// </summary>
    public static byte[] Write(IEnumerable<Redirect> redirects)
    {
        var lines = new StringBuilder();
        foreach (var redirect in redirects.OrderBy(static redirect => redirect.From, StringComparer.Ordinal))
        {
            var from = Literal(redirect.From);
            var to = WebUrl.Encode(redirect.To);
            if (!string.Equals(from, to, StringComparison.Ordinal))
            {
                lines.Append(from).Append(' ').Append(to).Append(" 301\n");
            }
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    // '*' and ':' are patterns in that file, '#' begins a comment and '?' a condition; in an address they are meant as
    // they are.
    private static string Literal(string from) =>
        WebUrl
            .Encode(from)
            .Replace("*", "%2A", StringComparison.Ordinal)
            .Replace(":", "%3A", StringComparison.Ordinal)
            .Replace("#", "%23", StringComparison.Ordinal)
            .Replace("?", "%3F", StringComparison.Ordinal);
}

/// <summary>
/// The <c>_headers</c> file that Netlify, Cloudflare Pages and others read: a pattern of paths, and below it, indented,
/// the headers of what they answer there.
/// </summary>
/// <remarks>
/// There is no rule for caching: those hosts let browsers ask each time whether a page changed, so that a
/// correction is seen at once. A folder of files whose names change with their content would get a rule of its own
/// here: <c>Cache-Control: public, max-age=31536000, immutable</c>.
/// </remarks>
internal static class HeadersWriter
{
    /// <summary>A day: the files of <c>_assets/</c> keep their names when they change.</summary>
    private const int AssetsMaxAgeSeconds = 86_400;

    /// <summary>What a newspaper's page never asks for, nor anything in it.</summary>
    private const string Permissions =
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        + "magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    public static byte[] Write(BaseUrl site, string policy) =>
        Encoding.UTF8.GetBytes(
            string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"""
                    {WebUrl.Encode(site.Href("/*"))}
                      Content-Security-Policy: {policy}
                      Referrer-Policy: same-origin
                      X-Content-Type-Options: nosniff
                      Permissions-Policy: {Permissions}
                    {WebUrl.Encode(site.Href("/assets/*"))}
                      Cache-Control: public, max-age={AssetsMaxAgeSeconds}

                    """
                )
                .ReplaceLineEndings("\n")
        );
}

/// <summary><c>robots.txt</c> (RFC 9309): all may read all, and here is the sitemap.</summary>
internal static class RobotsWriter
{
    public static byte[] Write(BaseUrl site) =>
        Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n\nSitemap: {WebUrl.Encode(site.Absolute("/sitemap.xml"))}\n");
}
