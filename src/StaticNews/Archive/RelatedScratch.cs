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

    /// <summary>Parallel to <see cref="Candidates"/>: points of those that are still in question.</summary>
    public int[] Points { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>The best by all but the headline.</summary>
    public RelatedShortlist Draft { get; } = new();

    public RelatedShortlist Shortlist { get; } = new();

    private int[] _inRange = [];

    /// <param name="windows">How many windows will be added.</param>
    /// <param name="windowMaxArticles">The longest they can be.</param>
    public void Clear(int windows, int windowMaxArticles)
    {
        Count = 0;
        var needed = Math.Min((long)windows * windowMaxArticles, Collected.Length) + 1;
        if (Candidates.Length < needed)
        {
            (Candidates, Points) = (new int[needed], new int[needed]);
        }
    }

    /// <summary>Makes every article of a window a candidate and gives it points. This loop and the next are where the time goes: no branch, no call.</summary>
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

    /// <summary>The same with those articles only whose section is in a range.</summary>
    /// <param name="sections">Parallel to <paramref name="window"/>: read in a row, where looking each up would be a jump through memory.</param>
    public void Collect(ReadOnlySpan<int> window, ReadOnlySpan<int> sections, SectionRange range, int points)
    {
        if (_inRange.Length < window.Length)
        {
            _inRange = new int[window.Length];
        }

        var (inRange, count) = (_inRange, 0);
        for (var i = 0; i < window.Length; i++)
        {
            inRange[count] = window[i];
            count += range.Has(sections[i]) ? 1 : 0;
        }

        Collect(inRange.AsSpan(0, count), points);
    }
}
