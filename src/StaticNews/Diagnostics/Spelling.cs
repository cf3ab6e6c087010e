namespace StaticNews.Diagnostics;

/// <summary>"Did you mean": the nearest of the words that would have been right.</summary>
internal static class Spelling
{
    /// <summary>Slips in a word that was meant; with four, two long words of a few common endings are near.</summary>
    private const int MostSlips = 3;

    /// <summary>
    /// The candidate with the smallest edit distance (insert, delete, replace, swap of neighbours: optimal string alignment), if that is at most a third of the longer one's
    /// length (one in every three letters may be wrong); null otherwise. So 'tag' is not meant by 'map', and of words of two letters none is near to another. Ties
    /// go to the first candidate.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var smallest = MostSlips + 1;
        foreach (var candidate in candidates)
        {
            var most = Math.Min(smallest - 1, Math.Max(word.Length, candidate.Length) / 3);
            if (Math.Abs(word.Length - candidate.Length) > most)
            {
                continue;
            }

            var distance = Distance(word, candidate);
            if (distance <= most)
            {
                (nearest, smallest) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>Whether one letter added, left out, replaced or swapped with its neighbour makes one word of the other; case does not count.</summary>
    public static bool IsOneSlipFrom(string word, string other) => Distance(word, other) == 1;

    private static int Distance(string left, string right)
    {
        var before = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }
}
