namespace StaticNews.Feeds;

/// <summary>One RSS channel. All URLs are absolute.</summary>
/// <param name="Title">Of the site, or "World – The Meridian".</param>
/// <param name="Link">The page that the feed follows.</param>
/// <param name="Self">The feed's own URL.</param>
/// <param name="Description">A sentence or two as plain text; null: the title stands for it, for RSS requires one.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Items">Newest first, as they are to be written.</param>
internal sealed record RssFeed(string Title, string Link, string Self, string? Description, string Language, IReadOnlyList<RssItem> Items);
