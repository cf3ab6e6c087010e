namespace StaticNews.Timing;

/// <summary>What one article's page took, from its source's bytes to the finished HTML.</summary>
/// <param name="Source">Below content/.</param>
/// <param name="Total">The three others, and the gathering of the model.</param>
/// <param name="Load">Reading and parsing the source for its page.</param>
internal readonly record struct ArticleTime(string Source, TimeSpan Total, TimeSpan Load, TimeSpan Body, TimeSpan Template);
