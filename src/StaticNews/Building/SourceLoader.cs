using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Images;
using StaticNews.Images.Svg;
using StaticNews.Output;
using StaticNews.Timing;

namespace StaticNews.Building;

/// <summary>
/// Stage 3: every source becomes a summary or a profile. Each result has its slot, so the order of work decides
/// nothing.
/// </summary>
/// <param name="log">Null: nothing is remembered, and every source is read.</param>
internal sealed class SourceLoader(
    BuildOptions options,
    IProgress<BuildProgress> progress,
    SiteConfig config,
    SourceTree tree,
    BuildLog? log,
    BuildTimer? timer
)
{
    public LoadedSources Load(CancellationToken stop)
    {
        var files = tree.Files;
        var articles = new ArticleSummary?[files.Count];
        var profiles = new Profile?[files.Count];
        var pictureFiles = PicturesAmong(files);
        var pictures = new LoadedImage[pictureFiles.Length];
        var diagnostics = new IReadOnlyList<Diagnostic>[files.Count];
        var unpublished = new UnpublishedSource?[files.Count];
        var done = 0;
        using var large = new LargeSourceLock();
        Workers.Share(
            Enumerable.Range(0, files.Count),
            options.Jobs,
            () => NewReader(large, stop),
            Read,
            reader => timer?.Add(reader.Timer!),
            stop
        );
        log?.EndSources();
        var refused = pictureFiles
            .Where((_, slot) => pictures[slot].IsRefused)
            .Select(file => files[file].Path)
            .ToHashSet(StringComparer.Ordinal);
        return new LoadedSources(
            [.. articles.OfType<ArticleSummary>()],
            [.. profiles.OfType<Profile>()],
            [
                .. files
                    .Where(file =>
                        file.Kind is SourceKind.Asset or SourceKind.SharedAsset && !refused.Contains(file.Path)
                    )
                    .Select(file => file.Path),
            ],
            [
                .. pictures
                    .Select(picture => picture.Picture)
                    .OfType<ImageFile>()
                    .Where(picture => ImageFormatNames.Promised(picture.Path) != ImageFormat.Unknown),
            ],
            [.. NewReader(large, stop).CheckDefaults(), .. diagnostics.SelectMany(list => list)]
        )
        {
            Refused = refused,
            Unpublished = [.. unpublished.OfType<UnpublishedSource>()],
            CleanedBytes = pictures
                .Where(picture => picture is { Picture: not null, Problem: not null })
                .Select(picture => picture.Picture!.Value)
                .ToDictionary(picture => picture.Path, picture => picture.Bytes, StringComparer.Ordinal),
        };

        bool Read(int i, SourceReader reader)
        {
            reader.Timer?.Begin();
            diagnostics[i] = [];
            if (files[i].Kind == SourceKind.Article)
            {
                var loaded = reader.ReadSummary(files[i]);
                (articles[i], diagnostics[i]) = (loaded.Summary, loaded.Diagnostics);
                unpublished[i] =
                    loaded.Summary is null || loaded.References.Count > 0
                        ? new UnpublishedSource(files[i].Path, loaded.State, loaded.References)
                        : null;
            }
            else if (IsProfile(files[i].Kind))
            {
                var loaded = reader.ReadProfile(files[i]);
                (profiles[i], diagnostics[i]) = (loaded.Profile, loaded.Diagnostics);
                unpublished[i] = loaded.Profile is null
                    ? new UnpublishedSource(files[i].Path, loaded.State, loaded.References)
                    : null;
            }
            else if (Array.BinarySearch(pictureFiles, i) is var slot and >= 0)
            {
                var loaded = reader.ReadPicture(files[i]);
                pictures[slot] = loaded;
                diagnostics[i] = loaded.Problem is { } problem ? [problem] : [];
            }

            progress.Report(new BuildProgress(BuildStage.Load, Interlocked.Increment(ref done), files.Count));
            return true;
        }
    }

    /// <summary>Pictures and drawings by their names, as indexes: few of a million sources are any.</summary>
    private int[] PicturesAmong(IReadOnlyList<SourceFile> files)
    {
        var pictures = new List<int>();
        for (var i = 0; i < files.Count; i++)
        {
            if (files[i].Kind is SourceKind.Asset or SourceKind.SharedAsset && IsPicture(files[i].Path))
            {
                pictures.Add(i);
            }
        }

        return [.. pictures];
    }

    /// <summary>A compressed drawing is none that pages know, but it is checked like one.</summary>
    private bool IsPicture(string path) =>
        ImageFormatNames.Promised(path) != ImageFormat.Unknown
        || (config.Svg == SvgHandling.Clean && SvgCleaner.IsDrawing(path));

    private SourceReader NewReader(LargeSourceLock large, CancellationToken stop) =>
        new(options, config, tree, log, timer is null ? null : new WorkTimer(), stop) { LargeSources = large };

    private static bool IsProfile(SourceKind kind) =>
        kind is SourceKind.SectionText or SourceKind.Page or SourceKind.Author or SourceKind.Tag;
}

/// <param name="Assets">Files that are copied as they are, below content/.</param>
/// <param name="Pictures">Those of them that are pictures by their names, by path, ordinal.</param>
internal sealed record LoadedSources(
    IReadOnlyList<ArticleSummary> Articles,
    IReadOnlyList<Profile> Profiles,
    IReadOnlyList<string> Assets,
    IReadOnlyList<ImageFile> Pictures,
    IReadOnlyList<Diagnostic> Diagnostics
)
{
    /// <summary>Articles and other texts that no page shows, by path, ordinal.</summary>
    public required IReadOnlyList<UnpublishedSource> Unpublished { get; init; }

    /// <summary>Drawings that may not be published; none of them is among <see cref="Assets"/>.</summary>
    public required IReadOnlySet<string> Refused { get; init; }

    /// <summary>Without the articles of sections whose own text is held back.</summary>
    public LoadedSources WithoutHeldFolders()
    {
        var folders = Unpublished
            .Where(source => source.State == SourceState.HeldBack)
            .Select(source => SectionFolder.Of(source.Path))
            .OfType<string>()
            .ToList();
        if (folders.Count == 0)
        {
            return this;
        }

        var held = Articles
            .Where(article => folders.Exists(folder => article.Path.StartsWith(folder, StringComparison.Ordinal)))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return this with
        {
            Articles = [.. Articles.Where(article => !held.Contains(article))],
            Unpublished =
            [
                .. Unpublished
                    .Concat(held.Cast<ArticleSummary>().Select(UnpublishedSource.HeldBack))
                    .OrderBy(source => source.Path, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>How many bytes those drawings have that are published without a part of theirs.</summary>
    public required IReadOnlyDictionary<string, long> CleanedBytes { get; init; }
}

/// <param name="Picture">Null where the file cannot be read, or may not be published.</param>
/// <param name="Problem">The fault of the file itself, or null.</param>
/// <param name="IsRefused">Whether it may not be published.</param>
internal readonly record struct LoadedImage(ImageFile? Picture, Diagnostic? Problem = null, bool IsRefused = false);

/// <summary>
/// Lets one worker at a time work on a large source: HTML of up to twenty times its length, in several forms, is in
/// memory meanwhile, and so much of it as there are workers would be too much. Sources of this size are so rare that
/// an ordinary build never waits. Safe for many threads.
/// </summary>
internal sealed class LargeSourceLock : IDisposable
{
    /// <summary>The Bible's longest book has 250 kB; a newspaper's longest article a tenth of that.</summary>
    public const long MinBytes = 256 * 1024;

    private readonly SemaphoreSlim _turn = new(1);

    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    public void Enter(CancellationToken stop) => _turn.Wait(stop);

    public void Leave() => _turn.Release();

    public void Dispose() => _turn.Dispose();
}
