namespace StaticNews.Archive;

/// <summary>What one worker needs to compute related lists: 4 bytes an article, and what the largest article so far asked for.</summary>
internal sealed class RelatedScratch(int articles)
{
    /// <summary>
    /// By article: twice the points collected so far, plus 1 for "is a candidate". All zero between two lists.
    /// </summary>
    public int[] Collected { get; } = new int[articles];

    /// <summary>The candidates, each once, in the order in which they turned up.</summary>
    public int[] Candidates { get; private set; } = [];

    public int Count { get; private set; }

    public RelatedShortlist Shortlist { get; } = new();

    /// <param name="windows">How many windows will be added.</param>
    /// <param name="windowMaxArticles">The longest they can be.</param>
    public void Clear(int windows, int windowMaxArticles)
    {
        Count = 0;
        var needed = Math.Min((long)windows * windowMaxArticles, Collected.Length) + 1;
        if (Candidates.Length < needed)
        {
            Candidates = new int[needed];
        }
    }

    /// <summary>Makes every article of a window a candidate and gives it points. This loop is where the time goes: no branch, no call.</summary>
    public void Collect(ReadOnlySpan<int> window, int points)
    {
        var (collected, candidates, count) = (Collected, Candidates, Count);
        foreach (var article in window)
        {
            var before = collected[article];
            candidates[count] = article;
            count += before == 0 ? 1 : 0;
            collected[article] = (before | 1) + (points * 2);
        }

        Count = count;
    }
}
