namespace StaticNews.Configuration;

/// <summary>What a feed's item carries besides its title and link.</summary>
internal enum FeedContent
{
    /// <summary>The whole article in <c>content:encoded</c>.</summary>
    Full,

    /// <summary>The lede only.</summary>
    Summary,
}
