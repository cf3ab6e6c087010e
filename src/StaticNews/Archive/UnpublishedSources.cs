using StaticNews.Archive.Routes;
using StaticNews.Content;
using StaticNews.Markdown;

namespace StaticNews.Archive;

/// <summary>
/// The sources that exist and have no page in this build. Who names one has not mistaken its name, so the message is
/// another one.
/// </summary>
internal sealed class UnpublishedSources
{
    private readonly Dictionary<string, UnpublishedReason> _byPath = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, UnpublishedReason>> _byName;
    private readonly SpellingIndex _paths;

    private UnpublishedSources()
    {
        _paths = new SpellingIndex(() => _byPath.Keys);
        _byName = new Lazy<Dictionary<string, UnpublishedReason>>(GatherNames);
    }

    /// <param name="unread">Sources that gave the archive nothing.</param>
    public static UnpublishedSources Of(IReadOnlyList<UnpublishedSource> unread, RoutedSources settled)
    {
        var sources = new UnpublishedSources();
        foreach (var source in unread.Where(source => source.State != SourceState.Article))
        {
            sources._byPath[source.Path] =
                source.State == SourceState.Failed ? UnpublishedReason.Errors : UnpublishedReason.Draft;
        }

        foreach (var path in settled.LeftOut)
        {
            sources._byPath[path] = UnpublishedReason.Errors;
        }

        foreach (var article in settled.Table.Future)
        {
            sources._byPath[article.Path] = UnpublishedReason.Future;
        }

        foreach (var article in settled.Table.Removed)
        {
            sources._byPath[article.Path] = UnpublishedReason.Removed;
        }

        return sources;
    }

    /// <summary>Null for a source that has a page, and for none at all.</summary>
    /// <param name="path">As it is written below content/.</param>
    public UnpublishedReason? At(string path) => _byPath.TryGetValue(path, out var reason) ? reason : null;

    /// <summary>
    /// The same by the rule that finds targets: in any normal form or case, or as <c>**/flood.md</c> in any folder.
    /// </summary>
    public UnpublishedReason? Find(string target)
    {
        if (_byPath.Count == 0)
        {
            return null;
        }

        return target.StartsWith(LinkTarget.AnyFolder, StringComparison.Ordinal)
            ? Named(target[LinkTarget.AnyFolder.Length..])
            : At(target) ?? (_paths.TryFind(target, out var path, out _) ? _byPath[path] : null);
    }

    /// <summary>By the file's name without its folders.</summary>
    public UnpublishedReason? Named(string file) => _byName.Value.TryGetValue(file, out var reason) ? reason : null;

    private Dictionary<string, UnpublishedReason> GatherNames()
    {
        var names = new Dictionary<string, UnpublishedReason>(StringComparer.Ordinal);
        foreach (var (path, reason) in _byPath.OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            names.TryAdd(path[(path.LastIndexOf('/') + 1)..], reason);
        }

        return names;
    }
}

/// <summary>A text below content/ that no page shows, whatever the date is.</summary>
/// <param name="State">
/// The reason; <see cref="SourceState.Article"/> for a withdrawn article, whose page shows nothing of it.
/// </param>
/// <param name="References"><see cref="LoadedArticle.References"/>.</param>
internal sealed record UnpublishedSource(string Path, SourceState State, IReadOnlyList<LinkReference> References)
{
    /// <summary>An article that was read and is held back all the same.</summary>
    public static UnpublishedSource HeldBack(ArticleSummary article) =>
        new(
            article.Path,
            SourceState.HeldBack,
            article.Image is { } image ? [.. article.Links, new LinkReference(image.Src, image.At)] : article.Links
        );
}

/// <summary>Why a source has no page.</summary>
internal enum UnpublishedReason
{
    /// <summary>It has errors, which are reported where they are.</summary>
    Errors,

    /// <summary>It is a draft, or held back in another way.</summary>
    Draft,

    /// <summary>Its date has not come.</summary>
    Future,

    /// <summary>Its date of removal has passed.</summary>
    Removed,
}

/// <summary>A file below content/ that only texts name which no page shows.</summary>
/// <param name="FailedSources">
/// These texts, if each of them has errors: the pages that earlier builds made of them stay, and so does a file that
/// was published with them. Else empty.
/// </param>
internal readonly record struct UnpublishedFile(string Path, IReadOnlyList<string> FailedSources);

/// <summary>
/// Finds the files that nothing published names and something unpublished does: the picture of an article under embargo
/// must not go online before it. A file that nothing names at all is published, because other sites may link to it.
/// </summary>
internal static class UnpublishedFiles
{
    /// <param name="catalog">With its map of URLs.</param>
    /// <param name="sources">Texts that no page shows.</param>
    /// <param name="profiles">Those that pages show.</param>
    /// <returns>By path, ordinal.</returns>
    public static IReadOnlyList<UnpublishedFile> Find(
        Catalog catalog,
        IReadOnlyList<UnpublishedSource> sources,
        IEnumerable<Profile> profiles
    )
    {
        var named = new Dictionary<string, List<string>?>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            foreach (var reference in source.References)
            {
                foreach (var url in FilesOf(catalog, source.Path, reference.Target))
                {
                    Add(named, url, source.State == SourceState.Failed ? source.Path : null);
                }
            }
        }

        foreach (var article in catalog.Future.Concat(catalog.Removed))
        {
            foreach (var url in Named(catalog, article.Path, article.Links, article.Image))
            {
                Add(named, url, failed: null);
            }
        }

        if (named.Count > 0)
        {
            RemovePublished(named, catalog, profiles);
        }

        return named.Count == 0
            ? []
            :
            [
                .. catalog
                    .Assets.Where(asset => named.ContainsKey(SiteUrls.Asset(asset)))
                    .Select(asset => new UnpublishedFile(asset, named[SiteUrls.Asset(asset)] ?? [])),
            ];
    }

    /// <summary>
    /// The files that a mention may mean, found in the way of links: a whole address of this site, a path from
    /// content/, a file beside the source, or the only file of that name.
    /// </summary>
    private static IEnumerable<string> FilesOf(Catalog catalog, string from, string target)
    {
        if (target.EndsWith('/'))
        {
            return catalog
                .Assets.Where(asset => asset.StartsWith(target, StringComparison.Ordinal))
                .Select(SiteUrls.Asset);
        }

        var origin = catalog.Config.BaseUrl.Origin;
        var at = target.IndexOf(
            origin[(origin.IndexOf("//", StringComparison.Ordinal))..],
            StringComparison.OrdinalIgnoreCase
        );
        var local =
            at < 0
                ? target
                : target[
                    (
                        target.IndexOf("//", StringComparison.Ordinal)
                        + origin.Length
                        - origin.IndexOf("//", StringComparison.Ordinal)
                    )..
                ];
        local = local.StartsWith(SourcePath.Shown(""), StringComparison.Ordinal)
            ? "/" + local[SourcePath.Shown("").Length..]
            : local;
        var url =
            catalog.Resolver.Find(local)
            ?? catalog.Resolver.LookPicture(from, local)?.Url
            ?? catalog.Resolver.Find(LinkTarget.AnyFolder + local[(local.LastIndexOf('/') + 1)..]);
        return url is null ? [] : [url];
    }

    /// <param name="failed">
    /// The source, if it has errors; else null, and then the file is held back whatever else names it.
    /// </param>
    private static void Add(Dictionary<string, List<string>?> named, string url, string? failed)
    {
        if (failed is null)
        {
            named[url] = null;
        }
        else if (!named.TryGetValue(url, out var sources))
        {
            named[url] = [failed];
        }
        else
        {
            sources?.Add(failed);
        }
    }

    private static void RemovePublished(
        Dictionary<string, List<string>?> named,
        Catalog catalog,
        IEnumerable<Profile> profiles
    )
    {
        foreach (var article in catalog.Articles)
        {
            Remove(Named(catalog, article.Path, article.Links, article.Image));
        }

        foreach (var profile in profiles)
        {
            Remove(Named(catalog, profile.Path, profile.Links, profile.Image));
        }

        string?[] ofSite =
        [
            catalog.Config.Publisher?.Logo,
            catalog.Config.Publisher?.Icon,
            .. catalog.Config.Footer.Select(link => link.Url),
        ];
        Remove(ofSite.OfType<string>().Select(address => catalog.AddressOf(address).Url));

        void Remove(IEnumerable<string> urls)
        {
            foreach (var url in urls)
            {
                named.Remove(url);
            }
        }
    }

    private static IEnumerable<string> Named(
        Catalog catalog,
        string path,
        IReadOnlyList<LinkReference> links,
        ArticleImage? image
    )
    {
        foreach (var link in links)
        {
            if (catalog.Resolver.Find(link.Target) is { } url)
            {
                yield return url;
            }
        }

        if (catalog.PictureUrl(path, image) is { } picture)
        {
            yield return picture;
        }
    }
}
