namespace StaticNews.Templates;

/// <summary>Finds what someone may have meant.</summary>
internal static class Spelling
{
    /// <summary>
    /// The candidate nearest to <paramref name="word"/>, ties broken by ordinal order; null when none is near.
    /// </summary>
    /// <param name="word">What was written.</param>
    /// <param name="candidates">What there is.</param>
    /// <param name="most">
    /// Slips that are still near. One in every three letters may be one: 'tag' is not meant by 'map'.
    /// </param>
    public static string? Nearest(string word, IEnumerable<string> candidates, int most = 3)
    {
        string? best = null;
        var bestDistance = most + 1;
        foreach (var candidate in candidates.Order(StringComparer.Ordinal))
        {
            var near = Math.Min(bestDistance - 1, Math.Max(word.Length, candidate.Length) / 3);
            if (Math.Abs(candidate.Length - word.Length) > near)
                continue;
            var distance = Distance(word, candidate);
            if (distance > near)
                continue;
            (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    // Optimal string alignment: two letters swapped are one slip.
    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }
            (before, previous, current) = (previous, current, before);
        }
        return previous[b.Length];
    }
}
