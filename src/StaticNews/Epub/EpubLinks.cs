using System.Text;
using StaticNews.Configuration;
using StaticNews.Text;

namespace StaticNews.Epub;

/// <summary>Where the links of a book's articles lead: within the book, else to the web by a whole address.</summary>
/// <param name="files">As <see cref="EpubBook.Files"/>.</param>
internal sealed class EpubLinks(BaseUrl site, IReadOnlyDictionary<string, string> files)
{
    /// <summary>
    /// Null where nothing can be linked; a link to a place in the same text, <c>#…</c>, is not for this.
    /// </summary>
    /// <param name="href">As a page has it.</param>
    /// <param name="from">The site URL of the article with the link.</param>
    public string? Resolve(string href, string from)
    {
        if (href.StartsWith('/'))
        {
            var end = href.AsSpan().IndexOfAny('?', '#');
            var page = end < 0 ? href : href[..end];

            // A place in another article may have no id there; its beginning always can be reached.
            return SiteUrl(page) is { } url && files.TryGetValue(url, out var file)
                ? file
                : Checked(site.Origin + href);
        }

        return href.StartsWith('?') ? Checked(site.Absolute(from) + href) : Checked(href);
    }

    /// <summary>A whole address of this site as XML documents must have it.</summary>
    public static string Address(string absolute) => Checked(absolute) ?? WebUrl.Encode(absolute);

    /// <summary>The site URL (without the base URL's path) that a page's href names; null for one elsewhere.</summary>
    public string? SiteUrl(string href) =>
        href.StartsWith(site.Prefix, StringComparison.Ordinal)
            ? UrlPath.Decode(href[(site.Prefix.Length - 1)..])
            : null;

    /// <summary>An address that every reading program takes for one (RFC 3986), or null.</summary>
    private static string? Checked(string href)
    {
        if (!Uri.TryCreate(href, UriKind.Absolute, out var uri))
        {
            return null;
        }

        return uri.Scheme switch
        {
            "http" or "https" => uri.Host.Length > 0 && !uri.Host.AsSpan().ContainsAny(" %_~") ? Web(uri) : null,
            "mailto" or "tel" => Plain(WebUrl.Encode(href), uri.Scheme.Length + 1),
            _ => null,
        };
    }

    private static string? Web(Uri uri)
    {
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var origin = $"{uri.Scheme}://{host}{port}";
        return Plain(origin + WebUrl.Encode(uri.PathAndQuery + uri.Fragment), origin.Length);
    }

    /// <summary>Brackets, and a second '#', are for no path, query or fragment (RFC 3986, appendix A).</summary>
    private static string? Plain(string url, int start)
    {
        if (url.Length == start && !url.StartsWith("http", StringComparison.Ordinal))
        {
            return null;
        }

        var hash = url.IndexOf('#', start);
        var isPlain = url.AsSpan(start).IndexOfAny('[', ']') < 0 && (hash < 0 || url.IndexOf('#', hash + 1) < 0);
        if (isPlain)
        {
            return url;
        }

        var plain = new StringBuilder(url, 0, start, url.Length + 8);
        for (var i = start; i < url.Length; i++)
        {
            plain.Append(
                url[i] switch
                {
                    '[' => "%5B",
                    ']' => "%5D",
                    '#' when i != hash => "%23",
                    var c => c.ToString(),
                }
            );
        }

        return plain.ToString();
    }
}
