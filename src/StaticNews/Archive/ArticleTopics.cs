namespace StaticNews.Archive;

/// <summary>
/// The topics of every article in two flat arrays: 4 bytes a mention and 4 an article, where an array an article would cost
/// 32 bytes each, a million times.
/// </summary>
/// <param name="starts">Where each article's topics begin; one more entry than there are articles.</param>
/// <param name="topics">Indexes of topics.</param>
internal sealed class ArticleTopics(int[] starts, int[] topics)
{
    /// <summary>The topics of one article, in the order in which it names them.</summary>
    public ReadOnlySpan<int> this[int article] => topics.AsSpan(starts[article], starts[article + 1] - starts[article]);
}
