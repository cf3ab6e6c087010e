using StaticNews.Diagnostics;

namespace StaticNews.Archive.Routes;

/// <summary>The way back from a URL to the copied file that it names.</summary>
internal static class AssetRoutes
{
    /// <summary>Path below content/, or null where no copied file has that URL.</summary>
    /// <param name="assets">Ordinal, as <see cref="Catalog.Assets"/>.</param>
    /// <param name="url">A site URL.</param>
    public static string? Find(IReadOnlyList<string> assets, string url)
    {
        var shared = url.StartsWith(SiteUrls.Assets, StringComparison.Ordinal)
            ? string.Concat("_", url.AsSpan(1))
            : null;
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

/// <summary>
/// Files of content/ that a browser runs as documents of the site when they are opened directly, by the endings for
/// which common hosts define (the MIME tables of Apache and nginx). SVG is not among them: it is cleaned.
/// </summary>
internal static class ActiveContent
{
    private static readonly string[] Endings =
    [
        ".html",
        ".htm",
        ".xhtml",
        ".xht",
        ".shtml",
        ".shtm",
        ".stm",
        ".phtml",
        ".mht",
        ".mhtml",
        ".hta",
        ".htc",
        ".xml",
        ".xsl",
        ".xslt",
        ".xsd",
        ".rdf",
        ".rss",
        ".atom",
        ".mml",
        ".mathml",
        ".wsdl",
        ".xul",
        ".xbl",
        ".svg.br",
        ".svg.zst",
        ".svgz.br",
        ".svgz.zst",
    ];

    /// <summary>Of compressed copies, which hosts send in place of the file itself.</summary>
    private static readonly string[] CopyEndings = [".gz", ".br", ".zst"];

    /// <summary>One for each such file.</summary>
    /// <param name="assets">Below content/.</param>
    public static IEnumerable<Diagnostic> Warnings(IReadOnlyList<string> assets)
    {
        foreach (var asset in assets)
        {
            if (EndingOf(asset) is { } ending)
            {
                yield return ArchiveDiagnostics.ScriptableFile(SourcePath.File(asset), ending);
            }
        }
    }

    private static string? EndingOf(string path) =>
        Array.Find(
            Endings,
            ending => EndsWith(path, ending) || Array.Exists(CopyEndings, copy => EndsWith(path, ending + copy))
        );

    private static bool EndsWith(string path, string ending) =>
        path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
