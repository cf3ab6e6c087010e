using StaticNews.Articles;

namespace StaticNews.Feeds;

/// <summary>One file of URLs.</summary>
/// <param name="Path">From the site's root: <c>/sitemaps/2014-05.xml</c>.</param>
/// <param name="Urls">Oldest first.</param>
/// <param name="LastModified">The newest of its URLs'; null where none says.</param>
internal sealed record SitemapPart(string Path, IReadOnlyList<SitemapUrl> Urls, ArticleDate? LastModified);
