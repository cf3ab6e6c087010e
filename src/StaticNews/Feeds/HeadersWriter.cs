using System.Text;
using StaticNews.Configuration;

namespace StaticNews.Feeds;

/// <summary>
/// The <c>_headers</c> file that Netlify, Cloudflare Pages and others read: a pattern of paths, and below it, indented, the headers of what they answer there.
/// </summary>
/// <remarks>
/// How long pages may be kept is not said: those hosts let browsers ask each time whether a page changed, so that a correction is seen at once. A folder of files
/// whose names change with their content would get a rule of its own here: <c>Cache-Control: public, max-age=31536000, immutable</c>.
/// </remarks>
internal static class HeadersWriter
{
    /// <summary>A day: the files of <c>_assets/</c> keep their names when they change.</summary>
    private const int AssetsMaxAgeSeconds = 86_400;

    /// <summary>What a newspaper's page never asks for, nor anything in it.</summary>
    private const string Permissions =
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    public static byte[] Write(BaseUrl site, string policy) => Encoding.UTF8.GetBytes(string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"""
        {WebUrl.Encode(site.Href("/*"))}
          Content-Security-Policy: {policy}
          Referrer-Policy: same-origin
          X-Content-Type-Options: nosniff
          Permissions-Policy: {Permissions}
        {WebUrl.Encode(site.Href("/assets/*"))}
          Cache-Control: public, max-age={AssetsMaxAgeSeconds}

        """).ReplaceLineEndings("\n"));
}
