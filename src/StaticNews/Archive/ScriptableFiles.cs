using StaticNews.Diagnostics;

namespace StaticNews.Archive;

/// <summary>
/// Files of content/ that a browser runs as documents of the site when they are opened directly, by the endings for which common hosts say so (the MIME tables of Apache and
/// nginx). SVG is not among them: it is cleaned.
/// </summary>
internal static class ScriptableFiles
{
    private static readonly string[] Endings =
    [
        ".html", ".htm", ".xhtml", ".xht", ".shtml", ".shtm", ".stm", ".phtml", ".mht", ".mhtml", ".hta", ".htc",
        ".xml", ".xsl", ".xslt", ".xsd", ".rdf", ".rss", ".atom", ".mml", ".mathml", ".wsdl", ".xul", ".xbl", ".svg.br", ".svg.zst", ".svgz.br", ".svgz.zst",
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

    private static string? EndingOf(string path) => Array.Find(Endings, ending => EndsWith(path, ending) || Array.Exists(CopyEndings, copy => EndsWith(path, ending + copy)));

    private static bool EndsWith(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
