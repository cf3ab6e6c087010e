using StaticNews.Archive.Sections;

namespace StaticNews.Archive.Related;

/// <summary>
/// What one worker needs to compute related lists: 4 bytes per article, and the space that the largest article so far
/// needed.
/// </summary>
internal sealed class RelatedBuffers(int articles)
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

    /// <summary>
    /// Makes every article of a window a candidate and gives it points. This loop and the next are where the time goes:
    /// no branch, no call.
    /// </summary>
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
    /// <param name="sections">
    /// Parallel to <paramref name="window"/>: read in a row, where looking each up would be a jump through memory.
    /// </param>
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

/// <summary>
/// The best candidates so far, best first; of headlines with the same words only the best. The result does not depend
/// on the order of offers.
/// </summary>
internal sealed class RelatedShortlist
{
    private int[] _articles = new int[32];
    private int[] _points = new int[32];
    private ulong[] _copyKeys = new ulong[32];
    private int _capacity;
    private int _leastPoints;

    public int Count { get; private set; }

    /// <summary>Fewer points than this never enter.</summary>
    public int Floor { get; private set; }

    public ReadOnlySpan<int> Articles => _articles.AsSpan(0, Count);

    public ReadOnlySpan<int> Points => _points.AsSpan(0, Count);

    /// <param name="leastPoints">
    /// Points that are too few from the start; <see cref="int.MinValue"/> where no number is.
    /// </param>
    public void Clear(int capacity, int leastPoints)
    {
        (_capacity, _leastPoints, Count, Floor) = (capacity, leastPoints, 0, leastPoints);
        if (_articles.Length <= capacity)
        {
            (_articles, _points, _copyKeys) = (new int[capacity + 1], new int[capacity + 1], new ulong[capacity + 1]);
        }
    }

    /// <param name="copyKey">0 for none.</param>
    /// <param name="ticks">
    /// When each article was published: of equal points the earlier one is better, so that a later one displaces none.
    /// </param>
    public void Offer(int article, int points, ulong copyKey, long[] ticks)
    {
        var twin = copyKey == 0 ? -1 : _copyKeys.AsSpan(0, Count).IndexOf(copyKey);
        if (twin >= 0 && !IsBetter(points, article, twin, ticks))
        {
            return;
        }

        // The twin's place, or one behind the end, is free; what is worse moves there one by one.
        var place = twin >= 0 ? twin : Count;
        while (place > 0 && IsBetter(points, article, place - 1, ticks))
        {
            (_articles[place], _points[place], _copyKeys[place]) = (
                _articles[place - 1],
                _points[place - 1],
                _copyKeys[place - 1]
            );
            place--;
        }

        (_articles[place], _points[place], _copyKeys[place]) = (article, points, copyKey);
        Count = twin >= 0 ? Count : Math.Min(Count + 1, _capacity);
        Floor = Count == _capacity ? _points[Count - 1] : _leastPoints;
    }

    private bool IsBetter(int points, int article, int place, long[] ticks)
    {
        if (points != _points[place])
        {
            return points > _points[place];
        }

        var (own, other) = (ticks[article], ticks[_articles[place]]);
        return own != other ? own < other : article < _articles[place];
    }
}
