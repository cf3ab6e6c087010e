namespace StaticNews.Offline;

/// <summary>What books and the service worker say in words of their own, in the site's language.</summary>
/// <param name="Contents">Over a book's list of articles.</param>
/// <param name="Corrections">Over an article's.</param>
/// <param name="Updated">Before the date of a change.</param>
/// <param name="NotKept">Without a network, for a page that the browser has not kept.</param>
internal sealed record OfflineWords(string Contents, string Corrections, string Updated, string NotKept)
{
    public static OfflineWords English { get; } = new("Contents", "Corrections", "Updated", "You are offline, and this page was not kept on this device.");
}
