namespace StaticNews.Configuration;

/// <param name="Items">Articles a feed, newest first.</param>
internal sealed record FeedsConfig(int Items = 20, FeedContent Content = FeedContent.Full);
