using StaticNews.Text;

namespace StaticNews.Configuration;

/// <summary>Where the site will stand. Every link on a page starts with <see cref="Prefix"/>; feeds and sitemaps use the whole.</summary>
/// <param name="Origin">Scheme, host and port without a final slash: <c>https://meridian.example</c>.</param>
/// <param name="Prefix">The path, with a slash at both ends: <c>/</c> or <c>/archive/</c>.</param>
internal sealed record BaseUrl(string Origin, string Prefix)
{
    /// <summary>
    /// Reads <c>https://meridian.example/archive/</c>, with or without the final slash; a host beyond ASCII becomes Punycode. Null for an
    /// address without http(s) or host, with a query, a fragment or a password.
    /// </summary>
    public static BaseUrl? Parse(string url)
    {
        if (!WebAddress.TryHttp(url, out var parsed) || WebAddress.HasDots(url) || url.AsSpan().ContainsAny('?', '#', '@'))
        {
            return null;
        }

        var host = parsed.HostNameType == UriHostNameType.IPv6 ? parsed.Host : parsed.IdnHost;
        var port = parsed.IsDefaultPort ? "" : ":" + parsed.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var path = parsed.AbsolutePath.EndsWith('/') ? parsed.AbsolutePath : parsed.AbsolutePath + "/";
        return path.Contains("//", StringComparison.Ordinal) ? null : new BaseUrl($"{parsed.Scheme}://{host}{port}", path);
    }

    /// <summary>A link within the site. <paramref name="url"/> starts with '/', as all site URLs in this code do.</summary>
    public string Href(string url) => Prefix.Length == 1 ? url : string.Concat(Prefix.AsSpan(0, Prefix.Length - 1), url);

    /// <summary>A link that may lead out of the site: what begins with '/' is within it.</summary>
    public string Link(string url) => url.StartsWith('/') ? Href(url) : url;

    /// <summary>The whole URL, for feeds, sitemaps, canonical links.</summary>
    public string Absolute(string url) => string.Concat(Origin, Prefix.AsSpan(0, Prefix.Length - 1), url);
}
