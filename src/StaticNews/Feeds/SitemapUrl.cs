using StaticNews.Articles;

namespace StaticNews.Feeds;

/// <param name="Location">Absolute.</param>
/// <param name="LastModified">When the page's own content changed: an article's update or date; null where that cannot be said.</param>
internal readonly record struct SitemapUrl(string Location, ArticleDate? LastModified);
