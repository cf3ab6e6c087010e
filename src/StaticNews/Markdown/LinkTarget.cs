using System.Buffers;
using StaticNews.Configuration;
using StaticNews.Images;
using StaticNews.Text;

namespace StaticNews.Markdown;

/// <summary>A link as an article writes it, read once: scanner and renderer must agree on what it names.</summary>
/// <param name="Kind">Decides what <paramref name="Key"/> is.</param>
/// <param name="Key">
/// Article and file: the path below content/ (<c>world/2014/flood.md</c>), or <c>**/flood.md</c> for a file of that
/// name in any folder. Root: the site URL (<c>/x</c>). Both percent-decoded, without query and fragment. Otherwise the
/// whole link.
/// </param>
/// <param name="Suffix">Query and fragment as written, with <c>?</c> and <c>#</c>; may be empty.</param>
internal readonly record struct LinkTarget(LinkKind Kind, string Key, string Suffix)
{
    /// <summary>Stands before the name of a file that may lie in any folder.</summary>
    public const string AnyFolder = "**/";

    private static readonly SearchValues<char> PathEnd = SearchValues.Create("?#");

    private static readonly SearchValues<char> SchemeEnd = SearchValues.Create(":/?#");

    /// <summary>Whether the archive has to be asked where this leads.</summary>
    public bool IsInSite => Kind is LinkKind.Article or LinkKind.File or LinkKind.Root;

    /// <param name="written">After Markdown's or HTML's own decoding; percent encodings still stand.</param>
    /// <param name="articlePath">The article's path below content/.</param>
    public static LinkTarget Read(string written, string articlePath)
    {
        var link = Clean(written);
        if (link.Length == 0)
        {
            return new LinkTarget(LinkKind.Empty, "", "");
        }

        if (link[0] is '#' or '?')
        {
            return new LinkTarget(LinkKind.OnPage, link, "");
        }

        if (IsSlash(link[0]) && link.Length > 1 && IsSlash(link[1]))
        {
            return new LinkTarget(LinkKind.External, string.Concat("https://", link.AsSpan(2)), "");
        }

        return Scheme(link) switch
        {
            null => InSite(link, articlePath),
            "http" or "https" or "mailto" or "tel" => new LinkTarget(LinkKind.External, link, ""),
            _ => new LinkTarget(LinkKind.Refused, link, ""),
        };
    }

    /// <summary>
    /// The argument of a <c>ref</c> shortcode: a path from the content root, or a file's bare name that is looked for
    /// in all folders.
    /// </summary>
    public static LinkTarget ReadReference(string argument, string articlePath)
    {
        var link = Clean(argument);
        if (link.Length == 0 || link[0] is '#' or '?' || Scheme(link) is not null)
        {
            return Read(argument, articlePath);
        }

        var (path, suffix) = Split(link);
        var isFile = IsMarkdown(path);
        var name = Normalise(UrlPath.Decode(path), "");
        if (!path.Contains('/'))
        {
            return new LinkTarget(LinkKind.Article, string.Concat(AnyFolder, name, isFile ? "" : ".md"), suffix);
        }

        return isFile
            ? new LinkTarget(LinkKind.Article, name, suffix)
            : new LinkTarget(LinkKind.Root, "/" + name, suffix);
    }

    private static LinkTarget InSite(string link, string articlePath)
    {
        var (written, suffix) = Split(link);
        var path = UrlPath.Decode(written);
        if (IsSlash(path[0]))
        {
            return IsMarkdown(path)
                ? new LinkTarget(LinkKind.Article, Normalise(path, ""), suffix)
                : new LinkTarget(LinkKind.Root, "/" + Normalise(path, ""), suffix);
        }

        var folderLength = articlePath.LastIndexOf('/') + 1;
        var key = Normalise(path, articlePath.AsSpan(0, folderLength));
        return new LinkTarget(IsMarkdown(path) ? LinkKind.Article : LinkKind.File, key, suffix);
    }

    private static (string Path, string Suffix) Split(string link)
    {
        var end = link.AsSpan().IndexOfAny(PathEnd);
        return end < 0 ? (link, "") : (link[..end], link[end..]);
    }

    private static bool IsMarkdown(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static bool IsSlash(char c) => c is '/' or '\\';

    /// <summary>
    /// Joins folder and path; "." and ".." are resolved (RFC 3986, 5.2.4), and none leads above the root. No slash at
    /// the start; one at the end stays.
    /// </summary>
    private static string Normalise(string path, ReadOnlySpan<char> folder)
    {
        var parts = new List<string>();
        Append(parts, folder);
        Append(parts, path);
        var isFolder = parts.Count > 0 && IsSlash(path[^1]);
        return string.Join('/', parts) + (isFolder ? "/" : "");
    }

    private static void Append(List<string> parts, ReadOnlySpan<char> path)
    {
        foreach (var range in path.SplitAny('/', '\\'))
        {
            var part = path[range];
            if (part is "..")
            {
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part.ToString());
            }
        }
    }

    /// <summary>
    /// What a browser drops before it reads a URL (URL standard, "basic URL parser"): control characters and white
    /// space around it, tab and line ends within. Other control and invisible characters go as well, since they only
    /// ever hide something.
    /// </summary>
    private static string Clean(string written)
    {
        var text = written.AsSpan().Trim();
        foreach (var c in text)
        {
            if (IsHidden(c))
            {
                return string.Concat(text.ToString().Where(c => !IsHidden(c))).Trim();
            }
        }

        return text.Length == written.Length ? written : text.ToString();
    }

    private static bool IsHidden(char c) =>
        char.IsControl(c)
        || c
            is '\u00AD'
                or '\uFEFF'
                or (>= '\u200B' and <= '\u200F')
                or (>= '\u2028' and <= '\u202E')
                or (>= '\u2060' and <= '\u206F');

    /// <summary>
    /// The scheme in lower case, or null for a relative link. A scheme that only shows after percent-decoding is none
    /// to a browser, but it is never meant well: it counts, and since it is not "http" as written it is refused.
    /// </summary>
    private static string? Scheme(string link)
    {
        if (SchemeOf(link) is { } written)
        {
            return written;
        }

        var decoded = link;
        for (var round = 0; round < 3 && decoded.Contains('%'); round++)
        {
            decoded = Clean(Uri.UnescapeDataString(decoded));
            if (SchemeOf(decoded) is { } hidden)
            {
                return "%" + hidden;
            }
        }

        return null;
    }

    /// <summary>
    /// RFC 3986, 3.1: a letter, then letters, digits, '+', '-', '.', up to a colon that stands before any slash.
    /// </summary>
    private static string? SchemeOf(string link)
    {
        var end = link.AsSpan().IndexOfAny(SchemeEnd);
        if (end <= 0 || link[end] != ':')
        {
            return null;
        }

        var scheme = link.AsSpan(0, end);
        if (!char.IsAsciiLetter(scheme[0]))
        {
            return null;
        }

        foreach (var c in scheme)
        {
            if (!IsSchemeLetter(c))
            {
                return null;
            }
        }

        return scheme.ToString().ToLowerInvariant();
    }

    private static bool IsSchemeLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.';
}

/// <summary>What a written link means to this site.</summary>
internal enum LinkKind
{
    /// <summary>A place on the same page (<c>#note</c>, <c>?print</c>); kept as written.</summary>
    OnPage,

    /// <summary>Another site, a mail address, a telephone number.</summary>
    External,

    /// <summary>A Markdown file of this archive.</summary>
    Article,

    /// <summary>A picture or another file of this archive.</summary>
    File,

    /// <summary>A URL of this site, from its root.</summary>
    Root,

    /// <summary>
    /// A scheme that a reader must never be led to (<c>javascript:</c>), or one that is not on the list.
    /// </summary>
    Refused,

    /// <summary>Nothing is written.</summary>
    Empty,
}

/// <summary>Turns a link of one body as it is written into the one that a reader follows.</summary>
/// <param name="absoluteFrom">
/// The article's own site URL where every link must be whole, as in feeds; null on a page.
/// </param>
internal sealed class BodyLinks(
    MarkdownConfig markdown,
    BaseUrl baseUrl,
    BodySource body,
    ShortcodeText shortcodes,
    string? absoluteFrom
)
{
    /// <summary>Null where nothing can be linked: not in the archive, a refused scheme, an empty link.</summary>
    public string? Href(string written)
    {
        if (shortcodes.At(written) is not { } token)
        {
            return Href(LinkTarget.Read(written, body.Path));
        }

        return token.Shortcode.Target(body.Path) is { } target && Href(target) is { } href
            ? href + written[token.Length..]
            : null;
    }

    /// <summary>The link of a picture with the facts about it; null where there is no such link.</summary>
    public FinishedLink? Picture(string written)
    {
        if (shortcodes.At(written) is { } token)
        {
            return token.Shortcode.Target(body.Path) is { } named && Href(written) is { } whole
                ? new FinishedLink(whole, Known(named))
                : null;
        }

        var target = LinkTarget.Read(written, body.Path);
        return Href(target) is { } href ? new FinishedLink(href, Known(target)) : null;
    }

    /// <summary>Where links begin that are from the root.</summary>
    public BaseUrl BaseUrl => baseUrl;

    private DisplayedImage? Known(LinkTarget target) =>
        target.IsInSite && body.Pictures.TryGetValue(target.Key, out var picture)
            ? absoluteFrom is null
                ? picture
                : picture.SizeOnly
            : null;

    public string? Href(LinkTarget target) =>
        target.Kind switch
        {
            LinkKind.OnPage => absoluteFrom is null ? target.Key : baseUrl.Absolute(absoluteFrom) + target.Key,
            LinkKind.External => target.Key,
            LinkKind.Article or LinkKind.File or LinkKind.Root => InSite(target),
            _ => null,
        };

    /// <summary>
    /// Whether a finished link leads a reader to another site. It then has <c>noreferrer</c> (HTML standard, 4.6.7),
    /// which hides the page from that site, also where a copy has lost the page's own referrer policy, and
    /// includes <c>noopener</c>. Not <c>nofollow</c>: an editor chose it. Feeds keep plain links.
    /// </summary>
    public bool IsOutgoing(string href) =>
        absoluteFrom is null
        && href.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && !(
            href.StartsWith(baseUrl.Origin, StringComparison.OrdinalIgnoreCase)
            && (href.Length == baseUrl.Origin.Length || href[baseUrl.Origin.Length] is '/' or '?' or '#')
        );

    /// <summary>A link to an id of this body.</summary>
    public string ToId(string id) =>
        absoluteFrom is null ? "#" + id : string.Concat(baseUrl.Absolute(absoluteFrom), "#", id);

    private string? InSite(LinkTarget target)
    {
        if (body.Links.TryGetValue(target.Key, out var url))
        {
            return (absoluteFrom is null ? baseUrl.Href(url) : baseUrl.Absolute(url)) + target.Suffix;
        }

        return target.Kind == LinkKind.Root && markdown.Elsewhere is { } origin
            ? string.Concat(origin, UrlPath.Encode(target.Key), target.Suffix)
            : null;
    }
}

/// <summary>A link of a body as a reader follows it.</summary>
/// <param name="Picture">The facts about the picture that it leads to; null where nothing is, or it is none.</param>
internal readonly record struct FinishedLink(string Href, DisplayedImage? Picture = null);
