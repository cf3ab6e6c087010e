using StaticNews.Configuration;
using StaticNews.Pictures;
using StaticNews.Text;

namespace StaticNews.Articles.Prose;

/// <summary>Turns a link of one body as it is written into the one that a reader follows.</summary>
/// <param name="absoluteFrom">The article's own site URL where every link must be whole, as in feeds; null on a page.</param>
internal sealed class BodyLinks(MarkdownConfig markdown, BaseUrl baseUrl, BodySource body, ShortcodeText shortcodes, string? absoluteFrom)
{
    /// <summary>Null where nothing can be linked: not in the archive, a refused scheme, an empty link.</summary>
    public string? Href(string written)
    {
        if (shortcodes.At(written) is not { } token)
        {
            return Href(LinkTarget.Read(written, body.Path));
        }

        return token.Shortcode.Target(body.Path) is { } target && Href(target) is { } href ? href + written[token.Length..] : null;
    }

    /// <summary>The link of a picture with what is known of it; null where there is no such link.</summary>
    public FinishedLink? Picture(string written)
    {
        if (shortcodes.At(written) is { } token)
        {
            return token.Shortcode.Target(body.Path) is { } named && Href(written) is { } whole ? new FinishedLink(whole, Known(named)) : null;
        }

        var target = LinkTarget.Read(written, body.Path);
        return Href(target) is { } href ? new FinishedLink(href, Known(target)) : null;
    }

    /// <summary>Where links begin that are from the root.</summary>
    public BaseUrl BaseUrl => baseUrl;

    private ShownPicture? Known(LinkTarget target) => target.IsInSite && body.Pictures.TryGetValue(target.Key, out var picture)
        ? absoluteFrom is null ? picture : picture.SizeOnly
        : null;

    public string? Href(LinkTarget target) => target.Kind switch
    {
        LinkKind.OnPage => absoluteFrom is null ? target.Key : baseUrl.Absolute(absoluteFrom) + target.Key,
        LinkKind.External => target.Key,
        LinkKind.Article or LinkKind.File or LinkKind.Root => InSite(target),
        _ => null,
    };

    /// <summary>
    /// Whether a finished link leads a reader to another site. It then says <c>noreferrer</c> (HTML standard, 4.6.7), which tells that site nothing of the page, also
    /// where a copy has lost the page's own referrer policy, and includes <c>noopener</c>. Not <c>nofollow</c>: an editor chose it. Feeds keep plain links.
    /// </summary>
    public bool IsOutgoing(string href) => absoluteFrom is null
        && href.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && !(href.StartsWith(baseUrl.Origin, StringComparison.OrdinalIgnoreCase) && (href.Length == baseUrl.Origin.Length || href[baseUrl.Origin.Length] is '/' or '?' or '#'));

    /// <summary>A link to an id of this body.</summary>
    public string ToId(string id) => absoluteFrom is null ? "#" + id : string.Concat(baseUrl.Absolute(absoluteFrom), "#", id);

    private string? InSite(LinkTarget target)
    {
        if (body.Links.TryGetValue(target.Key, out var url))
        {
            return (absoluteFrom is null ? baseUrl.Href(url) : baseUrl.Absolute(url)) + target.Suffix;
        }

        return target.Kind == LinkKind.Root && markdown.Elsewhere is { } origin ? string.Concat(origin, UrlPath.Encode(target.Key), target.Suffix) : null;
    }
}
