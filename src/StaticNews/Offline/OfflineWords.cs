namespace StaticNews.Offline;

/// <summary>What books and the service worker say in words of their own, in the site's language.</summary>
/// <param name="Contents">Over a book's list of articles.</param>
/// <param name="Corrections">Over an article's.</param>
/// <param name="NotKept">Without a network, for a page that the browser has not kept.</param>
internal sealed record OfflineWords(string Contents, string Corrections, string NotKept);
