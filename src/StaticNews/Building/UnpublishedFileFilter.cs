using System.Text;
using StaticNews.Archive;
using StaticNews.FileSystem;

namespace StaticNews.Building;

/// <summary>
/// Takes out of a catalogue the files that only unpublished texts use. Templates, style sheets and other text files may
/// name a file as well, in ways that only a browser understands: a file whose name occurs in one of them is published.
/// </summary>
internal static class UnpublishedFileFilter
{
    /// <summary>No style sheet or script that a person wrote is longer.</summary>
    private const int TextMaxBytes = 1 << 20;

    private static readonly string[] TextEndings =
    [
        ".css",
        ".js",
        ".mjs",
        ".html",
        ".htm",
        ".svg",
        ".json",
        ".webmanifest",
        ".xml",
        ".txt",
    ];

    /// <param name="catalog">With what <see cref="UnpublishedFiles"/> found.</param>
    /// <param name="links">Of the site; its templates are read only if a file may have to be held back.</param>
    public static Catalog Without(Catalog catalog, SourceTree sources, LinkPolicy links)
    {
        if (catalog.UnpublishedFiles.Count == 0)
        {
            return catalog;
        }

        var names = catalog.UnpublishedFiles.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        RemoveNamed(names, SiteTexts.Read(links, SourcePath.SiteYml, [])?.Text);
        foreach (var template in SiteTexts.ReadTemplates(links, []))
        {
            RemoveNamed(names, template.Text);
        }

        RemoveNamedInFiles(names, catalog, sources);
        var held = catalog.UnpublishedFiles.Where(file => names.Contains(NameOf(file))).ToList();
        var withoutPage = held.Where(file => file.FailedSources.Count == 0)
            .Select(file => file.Path)
            .ToHashSet(StringComparer.Ordinal);
        return catalog with
        {
            UnpublishedFiles = held,
            Assets = [.. catalog.Assets.Where(asset => !withoutPage.Contains(asset))],
        };
    }

    private static string NameOf(UnpublishedFile file) => file.Path[(file.Path.LastIndexOf('/') + 1)..];

    private static void RemoveNamedInFiles(HashSet<string> names, Catalog catalog, SourceTree sources)
    {
        var buffer = Array.Empty<byte>();
        foreach (var asset in catalog.Assets)
        {
            if (names.Count == 0)
            {
                return;
            }

            if (
                Array.Exists(TextEndings, ending => asset.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                && sources.ReadInto(sources.Find(asset), ref buffer, TextMaxBytes, TextMaxBytes) is var (length, _)
            )
            {
                RemoveNamed(names, Encoding.UTF8.GetString(buffer, 0, length));
            }
        }
    }

    /// <summary>A name counts as it is and percent-encoded.</summary>
    private static void RemoveNamed(HashSet<string> names, string? text)
    {
        if (text is not null)
        {
            names.RemoveWhere(name =>
                text.Contains(name, StringComparison.OrdinalIgnoreCase)
                || text.Contains(Uri.EscapeDataString(name), StringComparison.OrdinalIgnoreCase)
            );
        }
    }
}
