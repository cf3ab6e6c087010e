using System.Collections;
using StaticNews.Archive;
using StaticNews.Feeds;

namespace StaticNews.Pages;

/// <summary>Articles as a sitemap names them, oldest first. An entry is made when it is asked for: a million of them are not kept.</summary>
/// <param name="newestFirst">Indexes.</param>
internal sealed class SitemapArticles(Catalog catalog, int[] newestFirst) : IReadOnlyList<SitemapUrl>
{
    public int Count => newestFirst.Length;

    public SitemapUrl this[int index]
    {
        get
        {
            var article = newestFirst[^(index + 1)];
            var summary = catalog.Articles[article];
            return new SitemapUrl(catalog.Config.BaseUrl.Absolute(catalog.Urls[article]), summary.Updated ?? summary.Date);
        }
    }

    public IEnumerator<SitemapUrl> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
