using System.Text;
using StaticNews.Configuration;

namespace StaticNews.Feeds;

/// <summary><c>robots.txt</c> (RFC 9309): all may read all, and here is the sitemap.</summary>
internal static class RobotsWriter
{
    public static byte[] Write(BaseUrl site) =>
        Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n\nSitemap: {WebUrl.Encode(site.Absolute("/sitemap.xml"))}\n");
}
