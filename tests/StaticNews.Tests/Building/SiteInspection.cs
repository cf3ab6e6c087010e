using System.Xml;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace StaticNews.Tests.Building;

/// <summary>Reads a published site as a strict stranger would.</summary>
internal static class SiteInspection
{
    /// <summary>What AngleSharp's strict mode and the XML reader say against any file, one line each.</summary>
    public static IEnumerable<string> ParseErrors(string output)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = true });
        foreach (var file in Files(output))
        {
            string? fault = null;
            try
            {
                if (file.EndsWith(".html", StringComparison.Ordinal))
                {
                    parser.ParseDocument(File.ReadAllText(file)).Dispose();
                }
                else if (
                    file.EndsWith(".xml", StringComparison.Ordinal) || file.EndsWith(".svg", StringComparison.Ordinal)
                )
                {
                    using var reader = XmlReader.Create(
                        file,
                        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit }
                    );
                    while (reader.Read()) { }
                }
            }
            catch (Exception exception) when (exception is HtmlParseException or XmlException)
            {
                fault = exception.Message;
            }

            if (fault is not null)
            {
                yield return $"{Path.GetRelativePath(output, file)}: {fault}";
            }
        }
    }

    /// <summary>
    /// Every <c>href</c> and <c>src</c> within the site that leads to no file, and every fragment that its page has
    /// not.
    /// </summary>
    /// <param name="baseUrl">The site's, with a slash at its end.</param>
    public static IEnumerable<string> BrokenLinks(string output, string baseUrl)
    {
        var root = new Uri(baseUrl);
        var ids = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var links = new List<(string Page, Uri Target)>();
        foreach (var file in Files(output).Where(file => file.EndsWith(".html", StringComparison.Ordinal)))
        {
            var path = Path.GetRelativePath(output, file).Replace('\\', '/');
            using var document = new HtmlParser().ParseDocument(File.ReadAllText(file));
            ids[path] = [.. document.All.Select(element => element.Id).OfType<string>()];
            var page = new Uri(root, path);
            links.AddRange(
                from element in document.All
                let written = element.GetAttribute("href") ?? element.GetAttribute("src")
                where written is not null && element is not IHtmlBaseElement
                let target = Uri.TryCreate(page, written, out var known) ? known : null
                where target is not null
                select (path, target)
            );
        }

        return from link in links.Distinct()
            where root.IsBaseOf(link.Target)
            let target = FileOf(root, link.Target)
            let isMissing = !File.Exists(Path.Combine(output, target))
            let isLost = !isMissing
                && link.Target.Fragment.Length > 1
                && ids.TryGetValue(target, out var known)
                && !known.Contains(Uri.UnescapeDataString(link.Target.Fragment[1..]))
            where isMissing || isLost
            select $"{link.Page}: {link.Target}";
    }

    private static string FileOf(Uri root, Uri target)
    {
        var path = Uri.UnescapeDataString(target.AbsolutePath[root.AbsolutePath.Length..]);
        return path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
    }

    private static IEnumerable<string> Files(string output) =>
        Directory.GetFiles(output, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
