using StaticNews.Archive;
using StaticNews.Archive.Related;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Localization;
using StaticNews.Pages;

namespace StaticNews.Building;

/// <summary>The facts about a site before any file is written.</summary>
/// <param name="Theme">Null where site.yml could not be read.</param>
/// <param name="Words">Null where site.yml could not be read.</param>
/// <param name="Catalog">Null where site.yml could not be read.</param>
/// <param name="Diagnostics">In the order in which they are shown.</param>
internal sealed record LoadedSite(
    Theme? Theme,
    Localizations? Words,
    SourceTree? Sources,
    Catalog? Catalog,
    IReadOnlyList<Diagnostic> Diagnostics
)
{
    private const string ContentFolder = "content/";

    /// <summary><see cref="LoadedSources.Refused"/>.</summary>
    public IReadOnlySet<string> Refused { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary><see cref="LoadedSources.CleanedBytes"/>.</summary>
    public IReadOnlyDictionary<string, long> CleanedBytes { get; init; } =
        new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary><see cref="LoadedSources.Unpublished"/>.</summary>
    public IReadOnlyList<UnpublishedSource> Unpublished { get; init; } = [];

    public SourceCounts Counts { get; init; } = new();

    /// <summary>
    /// How many bytes the published file of a source has that is copied; null where there is no such source.
    /// </summary>
    public long? BytesOf(string path) => CleanedBytes.TryGetValue(path, out var bytes) ? bytes : Sources!.SizeOf(path);

    public static LoadedSite Failed(List<Diagnostic> diagnostics)
    {
        diagnostics.Sort(Diagnostic.Compare);
        return new LoadedSite(null, null, null, null, diagnostics);
    }

    /// <summary>The same site with one more diagnostic.</summary>
    public LoadedSite With(Diagnostic diagnostic) =>
        this with
        {
            Diagnostics = [.. Diagnostics.Append(diagnostic).Order(Comparer<Diagnostic>.Create(Diagnostic.Compare))],
        };

    /// <summary>
    /// The index of the article that a person means by a path: below content/, from the site's root or from anywhere
    /// else. Null for none.
    /// </summary>
    public int? Find(string file) => Catalog?.Resolver.LookArticle(BelowContent(file))?.Article;

    /// <summary>A source's path below content/, however a person names it.</summary>
    public static string BelowContent(string file)
    {
        var path = file.Replace('\\', '/');
        if (path.LastIndexOf('/' + ContentFolder, StringComparison.Ordinal) is var at and >= 0)
        {
            path = path[(at + 1)..];
        }

        path = path.StartsWith(ContentFolder, StringComparison.Ordinal) ? path[ContentFolder.Length..] : path;
        return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
    }

    /// <summary>The related list of an article with what made each score.</summary>
    public IReadOnlyList<RelatedArticle> Explain(int article) =>
        RelatedIndex.Of(Catalog!).Explain(article, Catalog!.Config.Related.Count);
}
