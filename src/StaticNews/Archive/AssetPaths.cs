namespace StaticNews.Archive;

/// <summary>The way back from a URL to the copied file that it names.</summary>
internal static class AssetPaths
{
    /// <summary>Path below content/, or null where no copied file has that URL.</summary>
    /// <param name="assets">Ordinal, as <see cref="Catalog.Assets"/>.</param>
    /// <param name="url">A site URL.</param>
    public static string? Find(IReadOnlyList<string> assets, string url)
    {
        var shared = url.StartsWith(SiteUrls.Assets, StringComparison.Ordinal) ? string.Concat("_", url.AsSpan(1)) : null;
        return shared is not null && Has(assets, shared) ? shared
            : url.Length > 1 && url[1..] is var beside && Has(assets, beside) ? beside
            : null;
    }

    private static bool Has(IReadOnlyList<string> assets, string path)
    {
        var (low, high) = (0, assets.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(assets[middle], path);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }
}
