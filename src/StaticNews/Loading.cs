using StaticNews.Archive;
using StaticNews.Articles;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Pictures;
using StaticNews.Storage;
using StaticNews.Svg;
using StaticNews.Timing;

namespace StaticNews;

/// <summary>Stage 3: every source becomes a summary or a profile. Each result has its slot, so the order of work decides nothing.</summary>
/// <param name="log">Null: nothing is remembered, and every source is read.</param>
internal sealed class Loading(BuildOptions options, IProgress<BuildProgress> progress, SiteConfig config, SourceTree tree, BuildLog? log, BuildTimer? timer)
{
    public LoadedSources Load(CancellationToken stop)
    {
        var files = tree.Files;
        var articles = new ArticleSummary?[files.Count];
        var profiles = new Profile?[files.Count];
        var pictureFiles = PicturesAmong(files);
        var pictures = new LoadedPicture[pictureFiles.Length];
        var diagnostics = new IReadOnlyList<Diagnostic>[files.Count];
        var unpublished = new UnpublishedSource?[files.Count];
        var done = 0;
        using var large = new LargeSources();
        Workers.Share(Enumerable.Range(0, files.Count), options.Jobs, () => NewReader(large, stop), Read, reader => timer?.Add(reader.Timer!), stop);
        log?.EndSources();
        var refused = pictureFiles.Where((_, slot) => pictures[slot].IsRefused).Select(file => files[file].Path).ToHashSet(StringComparer.Ordinal);
        return new LoadedSources(
            [.. articles.OfType<ArticleSummary>()],
            [.. profiles.OfType<Profile>()],
            [.. files.Where(file => file.Kind is SourceKind.Asset or SourceKind.SharedAsset && !refused.Contains(file.Path)).Select(file => file.Path)],
            [.. pictures.Select(picture => picture.Picture).OfType<PictureFile>().Where(picture => PictureNames.Promised(picture.Path) != PictureFormat.Unknown)],
            [.. NewReader(large, stop).CheckDefaults(), .. diagnostics.SelectMany(list => list)])
        {
            Refused = refused,
            Unpublished = [.. unpublished.OfType<UnpublishedSource>()],
            CleanedBytes = pictures.Where(picture => picture is { Picture: not null, Problem: not null }).Select(picture => picture.Picture!.Value)
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
                unpublished[i] = loaded.Summary is null || loaded.References.Count > 0 ? new UnpublishedSource(files[i].Path, loaded.State, loaded.References) : null;
            }
            else if (IsProfile(files[i].Kind))
            {
                var loaded = reader.ReadProfile(files[i]);
                (profiles[i], diagnostics[i]) = (loaded.Profile, loaded.Diagnostics);
                unpublished[i] = loaded.Profile is null ? new UnpublishedSource(files[i].Path, loaded.State, loaded.References) : null;
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
        PictureNames.Promised(path) != PictureFormat.Unknown || (config.Svg == SvgHandling.Clean && SvgCleaner.IsDrawing(path));

    private SourceReader NewReader(LargeSources large, CancellationToken stop) => new(options, config, tree, log, timer is null ? null : new WorkTimer(), stop) { LargeSources = large };

    private static bool IsProfile(SourceKind kind) => kind is SourceKind.SectionText or SourceKind.Page or SourceKind.Author or SourceKind.Tag;
}
