namespace StaticNews.Archive;

/// <summary>Lists of articles are ascending indexes, which is newest first.</summary>
internal static class DateOrder
{
    /// <summary>Where an article stands in a list, or would stand: before it are the newer ones.</summary>
    public static int PlaceOf(ReadOnlySpan<int> articles, int article)
    {
        var (low, high) = (0, articles.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (articles[middle] < article)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
