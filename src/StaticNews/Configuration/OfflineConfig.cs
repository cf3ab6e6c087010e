namespace StaticNews.Configuration;

/// <summary>What readers can take along.</summary>
/// <param name="Books">An EPUB book for each top-level section and month.</param>
/// <param name="Worker">A service worker that keeps the pages a browser has read.</param>
internal sealed record OfflineConfig(bool Books = false, bool Worker = false);
