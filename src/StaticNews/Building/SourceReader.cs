using System.Collections.Concurrent;
using StaticNews.Compact;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Epub;
using StaticNews.FileSystem;
using StaticNews.Images;
using StaticNews.Images.Svg;
using StaticNews.Output;
using StaticNews.Pages;
using StaticNews.Text;
using StaticNews.Timing;

namespace StaticNews.Building;

/// <summary>
/// Reads files for the readers, which do not touch the disk. One per worker: the readers reuse their buffers.
/// </summary>
internal sealed class SourceReader : IArticleSource, IImageSource
{
    /// <summary>
    /// No picture that a page should show is larger; of one that is, the beginning still tells the size.
    /// </summary>
    private const int PictureMaxBytes = ImageFile.BytesMax;

    private const int PictureHeadBytes = 1 << 18;

    /// <summary>A buffer that one giant picture made larger is not kept for the others.</summary>
    private const int KeptBufferBytes = 1 << 24;

    private readonly SourceTree _tree;
    private readonly ArticleReader _articles;
    private readonly ProfileReader _profiles;
    private readonly SourceCache? _known;
    private readonly ImageCache? _knownPictures;
    private readonly bool _isSvgCleaned;
    private readonly CancellationToken _stop;
    private bool _hasTurn;
    private byte[] _pictureBytes = [];

    /// <param name="log">Where summaries are looked up and written down; null: every source is read.</param>
    /// <param name="timer">The worker's timer; null where times are not measured.</param>
    /// <param name="stop">Ends the reading of a source with an <see cref="OperationCanceledException"/>.</param>
    public SourceReader(
        BuildOptions options,
        SiteConfig config,
        SourceTree tree,
        BuildLog? log = null,
        WorkTimer? timer = null,
        CancellationToken stop = default
    )
    {
        var names = new NamePool();
        var drafts = options.Drafts ? DraftHandling.Build : DraftHandling.Skip;
        _tree = tree;
        _stop = stop;
        _articles = new ArticleReader(config, drafts, names, stop);
        _profiles = new ProfileReader(config, drafts, stop);
        Timer = timer;
        _known = log is null ? null : new SourceCache(log, !options.Clean, config, drafts, names);
        _isSvgCleaned = config.Svg == SvgHandling.Clean;
        _knownPictures = log is null ? null : new ImageCache(log, !options.Clean);
    }

    public WorkTimer? Timer { get; }

    /// <summary>
    /// Collects the sources that differ from their summaries; null where the caller does not need them.
    /// </summary>
    public IProducerConsumerCollection<string>? Stale { get; init; }

    /// <summary>The workers'; null where there is one worker.</summary>
    public LargeSourceLock? LargeSources { get; init; }

    public IReadOnlyList<Diagnostic> CheckDefaults() => _articles.CheckDefaults();

    /// <summary>
    /// What the archive has to know of an article; its file is read only where an earlier build cannot tell.
    /// </summary>
    public LoadedSummary ReadSummary(SourceFile file)
    {
        try
        {
            return FindOrReadSummary(file);
        }
        catch (OutOfMemoryException)
        {
            // One article may not cost the others: what it took is free again when the next is read.
            return LoadedSummary.Failed(StorageDiagnostics.OutOfMemory(ArticleReader.ContentFolder + file.Path));
        }
        finally
        {
            EndWork();
        }
    }

    private LoadedSummary FindOrReadSummary(SourceFile file)
    {
        var known = _known?.Find(file);
        Timer?.Lap(Work.LookUp);
        if (known is not null)
        {
            return known;
        }

        using var bytes = ReadText(file);
        if (bytes.Problem is { } problem)
        {
            return LoadedSummary.Failed(problem);
        }

        if (_known?.FindAgain(file, bytes.Span) is { } unchanged)
        {
            return unchanged;
        }

        var read = _articles.Read(file.Path, bytes.Span);
        Timer?.Lap(Work.Parse);
        var loaded = LoadedSummary.Of(read);
        _known?.Add(file, loaded.Summary?.Content ?? ContentHash.Of(bytes.Span), loaded);
        Timer?.Lap(Work.Remember);
        return loaded;
    }

    public LoadedProfile ReadProfile(SourceFile file)
    {
        try
        {
            return ReadWholeProfile(file);
        }
        catch (OutOfMemoryException)
        {
            return LoadedProfile.Failed(StorageDiagnostics.OutOfMemory(ArticleReader.ContentFolder + file.Path));
        }
        finally
        {
            EndWork();
        }
    }

    private LoadedProfile ReadWholeProfile(SourceFile file)
    {
        using var bytes = ReadText(file);
        var loaded = bytes.Problem is { } problem
            ? LoadedProfile.Failed(problem)
            : _profiles.Read(file.Path, bytes.Span);
        Timer?.Lap(Work.Parse);
        return loaded;
    }

    /// <summary>
    /// The facts about an image that pages show, as it is published. There is none where it cannot be read, which is
    /// said when it is to be copied, and of a compressed drawing, which is only checked.
    /// </summary>
    public LoadedImage ReadPicture(SourceFile file)
    {
        var isChecked = _isSvgCleaned && SvgCleaner.IsDrawing(file.Path);
        var known = _knownPictures?.Find(file, isChecked);
        Timer?.Lap(Work.LookUp);
        if (known is not null)
        {
            return new LoadedImage(known);
        }

        var read = _tree.ReadInto(file, ref _pictureBytes, PictureMaxBytes, PictureHeadBytes);
        Timer?.Lap(Work.Read);
        if (read is not var (length, isWhole))
        {
            return default;
        }

        var loaded = isChecked
            ? ReadDrawing(file, length, isWhole)
            : new LoadedImage(PictureOf(file, _pictureBytes.AsMemory(0, length), file.Stamp.Size, isWhole));
        _pictureBytes = _pictureBytes.Length > KeptBufferBytes ? [] : _pictureBytes;
        Timer?.Lap(Work.Pictures);
        if (loaded is { Picture: { } picture, Problem: null })
        {
            _knownPictures?.Add(file, picture.Content, picture.Facts, isChecked);
        }

        Timer?.Lap(Work.Remember);
        return loaded;
    }

    private LoadedImage ReadDrawing(SourceFile file, int length, bool isWhole)
    {
        var drawing = isWhole
            ? SanitizedSvg.Of(file.Path, _pictureBytes.AsSpan(0, length).ToArray())
            : SanitizedSvg.TooLarge(file.Path, PictureMaxBytes);
        return drawing.Bytes is { } bytes
            ? new LoadedImage(PictureOf(file, bytes, bytes.Length, isWhole), drawing.Problem)
            : new LoadedImage(null, drawing.Problem, IsRefused: true);
    }

    private static ImageFile PictureOf(SourceFile file, ReadOnlyMemory<byte> bytes, long size, bool isWhole) =>
        new(file.Path, ContentHash.Of(bytes.Span), size, ImageHeaderReader.Read(bytes, isWhole));

    /// <summary>
    /// Reads an article again for its page. One that was saved since the build began would not fit what its neighbours
    /// show.
    /// </summary>
    public Article? Load(ArticleSummary summary, List<Diagnostic> problems)
    {
        var file = _tree.Find(summary.Path);
        using var bytes = ReadText(file);
        if (bytes.Problem is { } problem)
        {
            problems.Add(problem);
            return null;
        }

        var article = _articles.ReadAgain(summary, bytes.Span);
        Timer?.Lap(Work.Parse);
        if (article is not null)
        {
            return article;
        }

        Stale?.TryAdd(summary.Path);
        problems.Add(StorageDiagnostics.ChangedDuringBuild(ArticleReader.ContentFolder + summary.Path));
        return null;
    }

    public byte[]? ReadPicture(string path, int maxBytes, List<Diagnostic> problems)
    {
        var source = _tree.Find(path);
        if (source.Stamp.Size > maxBytes)
        {
            return null;
        }

        using var bytes = Read(source);
        if (bytes.Problem is { } problem)
        {
            problems.Add(problem);
            return null;
        }

        if (bytes.Span.Length > maxBytes)
        {
            return null;
        }

        // Also where site.yml keeps drawings as they are: a book shows them and runs nothing.
        var file = bytes.Span.ToArray();
        return SvgCleaner.IsDrawing(path) ? SanitizedSvg.Of(path, file).Bytes : file;
    }

    public void EndWork()
    {
        if (_hasTurn)
        {
            _hasTurn = false;
            LargeSources!.Leave();
        }
    }

    private SourceBytes ReadText(SourceFile file)
    {
        if (!_hasTurn && LargeSources is { } large && file.Stamp.Size >= StaticNews.Building.LargeSourceLock.MinBytes)
        {
            large.Enter(_stop);
            _hasTurn = true;
        }

        return Read(file);
    }

    private SourceBytes Read(SourceFile file)
    {
        var bytes = _tree.Read(file);
        Timer?.Lap(Work.Read);
        return bytes;
    }
}
