namespace StaticNews.Timing;

/// <summary>The few slowest articles of many: a heap whose root is the one to give way, so that an archive of any size takes ten places.</summary>
internal sealed class SlowestPages
{
    public const int KeptAtMost = 10;

    private readonly PriorityQueue<ArticleTime, TimeSpan> _kept = new(KeptAtMost);

    public void Add(ArticleTime article)
    {
        if (_kept.Count < KeptAtMost)
        {
            _kept.Enqueue(article, article.Total);
        }
        else
        {
            _kept.EnqueueDequeue(article, article.Total);
        }
    }

    public void AddAll(SlowestPages others)
    {
        foreach (var (article, _) in others._kept.UnorderedItems)
        {
            Add(article);
        }
    }

    /// <summary>Slowest first.</summary>
    public ArticleTime[] ToArray() =>
        [.. _kept.UnorderedItems.Select(item => item.Element).OrderByDescending(article => article.Total).ThenBy(article => article.Source, StringComparer.Ordinal)];
}
