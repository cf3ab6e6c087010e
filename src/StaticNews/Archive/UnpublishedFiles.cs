using StaticNews.Articles;

namespace StaticNews.Archive;

/// <summary>A file below content/ that only texts name which no page shows.</summary>
/// <param name="IsOfFailed">Whether each of these texts has errors: the pages that earlier builds made of them stay, and so does a file that was published with them.</param>
internal readonly record struct UnpublishedFile(string Path, bool IsOfFailed);

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
        var named = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            foreach (var reference in source.References)
            {
                var url = catalog.UrlMap.Find(reference.Target) ?? catalog.UrlMap.LookPicture(source.Path, reference.Target)?.Url;
                Add(named, url, isOfFailed: source.State == SourceState.Failed);
            }
        }

        foreach (var article in catalog.Future.Concat(catalog.Removed))
        {
            foreach (var url in Named(catalog, article.Path, article.Links, article.Image))
            {
                Add(named, url, isOfFailed: false);
            }
        }

        if (named.Count > 0)
        {
            RemovePublished(named, catalog, profiles);
        }

        return named.Count == 0
            ? []
            : [.. catalog.Assets.Where(asset => named.ContainsKey(SiteUrls.Asset(asset))).Select(asset => new UnpublishedFile(asset, named[SiteUrls.Asset(asset)]))];
    }

    private static void Add(Dictionary<string, bool> named, string? url, bool isOfFailed)
    {
        if (url is not null)
        {
            named[url] = isOfFailed && (!named.TryGetValue(url, out var before) || before);
        }
    }

    private static void RemovePublished(Dictionary<string, bool> named, Catalog catalog, IEnumerable<Profile> profiles)
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
