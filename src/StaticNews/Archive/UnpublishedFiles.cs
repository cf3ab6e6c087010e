using StaticNews.Articles;
using StaticNews.Articles.Prose;

namespace StaticNews.Archive;

/// <summary>A file below content/ that only texts name which no page shows.</summary>
/// <param name="FailedSources">
/// These texts, if each of them has errors: the pages that earlier builds made of them stay, and so does a file that was published with them. Else empty.
/// </param>
internal readonly record struct UnpublishedFile(string Path, IReadOnlyList<string> FailedSources);

/// <summary>
/// Finds the files that nothing published names and something unpublished does: the picture of an article under embargo must not go online before it. A file that nothing names
/// at all is published, because other sites may link to it.
/// </summary>
internal static class UnpublishedFiles
{
    /// <param name="catalog">With its map of URLs.</param>
    /// <param name="sources">Texts that no page shows.</param>
    /// <param name="profiles">Those that pages show.</param>
    /// <returns>By path, ordinal.</returns>
    public static IReadOnlyList<UnpublishedFile> Find(Catalog catalog, IReadOnlyList<UnpublishedSource> sources, IEnumerable<Profile> profiles)
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
            : [.. catalog.Assets.Where(asset => named.ContainsKey(SiteUrls.Asset(asset))).Select(asset => new UnpublishedFile(asset, named[SiteUrls.Asset(asset)] ?? []))];
    }

    /// <summary>What a mention may mean: as links are found, a whole address of this site, a path from content/, a file beside the source, or the only file of that name.</summary>
    private static IEnumerable<string> FilesOf(Catalog catalog, string from, string target)
    {
        if (target.EndsWith('/'))
        {
            return catalog.Assets.Where(asset => asset.StartsWith(target, StringComparison.Ordinal)).Select(SiteUrls.Asset);
        }

        var origin = catalog.Config.BaseUrl.Origin;
        var at = target.IndexOf(origin[(origin.IndexOf("//", StringComparison.Ordinal))..], StringComparison.OrdinalIgnoreCase);
        var local = at < 0 ? target : target[(target.IndexOf("//", StringComparison.Ordinal) + origin.Length - origin.IndexOf("//", StringComparison.Ordinal))..];
        local = local.StartsWith(SourcePath.Shown(""), StringComparison.Ordinal) ? "/" + local[SourcePath.Shown("").Length..] : local;
        var url = catalog.UrlMap.Find(local) ?? catalog.UrlMap.LookPicture(from, local)?.Url ?? catalog.UrlMap.Find(LinkTarget.AnyFolder + local[(local.LastIndexOf('/') + 1)..]);
        return url is null ? [] : [url];
    }

    /// <param name="failed">The source, if it has errors; else null, and then the file is held back whatever else names it.</param>
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

    private static void RemovePublished(Dictionary<string, List<string>?> named, Catalog catalog, IEnumerable<Profile> profiles)
    {
        foreach (var article in catalog.Articles)
        {
            Remove(Named(catalog, article.Path, article.Links, article.Image));
        }

        foreach (var profile in profiles)
        {
            Remove(Named(catalog, profile.Path, profile.Links, profile.Image));
        }

        string?[] ofSite = [catalog.Config.Publisher?.Logo, catalog.Config.Publisher?.Icon, .. catalog.Config.Footer.Select(link => link.Url)];
        Remove(ofSite.OfType<string>().Select(address => catalog.AddressOf(address).Url));

        void Remove(IEnumerable<string> urls)
        {
            foreach (var url in urls)
            {
                named.Remove(url);
            }
        }
    }

    private static IEnumerable<string> Named(Catalog catalog, string path, IReadOnlyList<LinkReference> links, ArticleImage? image)
    {
        foreach (var link in links)
        {
            if (catalog.UrlMap.Find(link.Target) is { } url)
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
