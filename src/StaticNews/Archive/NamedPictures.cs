using StaticNews.Articles;

namespace StaticNews.Archive;

/// <summary>Which pictures of the archive some source names: the others are only copied.</summary>
internal static class NamedPictures
{
    /// <summary>By picture.</summary>
    public static bool[] In(Catalog catalog)
    {
        var named = new bool[catalog.Pictures.Count];
        for (var i = 0; i < catalog.Articles.Count; i++)
        {
            var article = catalog.Articles[i];
            Add(article.Path, article.Image, article.Links);
        }

        foreach (var profile in ProfilesOf(catalog))
        {
            Add(profile.Path, profile.Image, profile.Links);
        }

        return named;

        void Add(string path, ArticleImage? image, IReadOnlyList<LinkReference> links)
        {
            Mark(catalog.PictureUrl(path, image));
            foreach (var link in links)
            {
                Mark(catalog.UrlMap.Find(link.Target));
            }
        }

        void Mark(string? url)
        {
            if (url is not null && catalog.Pictures.Find(url) is var picture and >= 0)
            {
                named[picture] = true;
            }
        }
    }

    private static IEnumerable<Profile> ProfilesOf(Catalog catalog) => catalog.Pages
        .Concat(catalog.Sections.Select(section => section.Profile).OfType<Profile>())
        .Concat(catalog.Tags.Concat(catalog.Authors).Select(topic => topic.Profile).OfType<Profile>())
        .Concat(catalog.FrontPage is { } front ? [front] : []);
}
