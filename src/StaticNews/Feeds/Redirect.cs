namespace StaticNews.Feeds;

/// <summary>An old address and where it leads now.</summary>
/// <param name="From">As a host sees it: a path with the base URL's prefix.</param>
/// <param name="To">The same, or absolute.</param>
internal readonly record struct Redirect(string From, string To);
