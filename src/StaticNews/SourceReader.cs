using StaticNews.Articles;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Offline;
using StaticNews.Pages;
using StaticNews.Pictures;
using StaticNews.Storage;
using StaticNews.Text;
using StaticNews.Timing;

namespace StaticNews;

/// <summary>Joins the disk to the readers that know nothing of it. One a worker: the readers reuse their buffers.</summary>
internal sealed class SourceReader : IArticleSource, IPictureSource
{
    /// <summary>No picture that a page should show is larger; of one that is, the beginning still tells the size.</summary>
    private const int PictureMaxBytes = SourceTree.TextMaxBytes;

    private const int PictureHeadBytes = 1 << 18;

    /// <summary>A buffer that one giant picture made larger is not kept for the others.</summary>
    private const int KeptBufferBytes = 1 << 24;

    private readonly SourceTree _tree;
    private readonly ArticleReader _articles;
    private readonly ProfileReader _profiles;
    private readonly KnownSources? _known;
    private readonly KnownPictures? _knownPictures;
    private PictureReader? _pictures;
    private byte[] _pictureBytes = [];

    /// <param name="log">Where summaries are looked up and written down; null: every source is read.</param>
    /// <param name="timer">The worker's; null: nobody wants to know.</param>
    /// <param name="stop">Ends the reading of a source with an <see cref="OperationCanceledException"/>.</param>
    public SourceReader(BuildOptions options, SiteConfig config, SourceTree tree, BuildLog? log = null, WorkTimer? timer = null, CancellationToken stop = default)
    {
        var names = new NamePool();
        var drafts = options.Drafts ? Drafts.Build : Drafts.Skip;
        _tree = tree;
        _articles = new ArticleReader(config, drafts, names, stop);
        _profiles = new ProfileReader(config, stop);
        Timer = timer;
        _known = log is null ? null : new KnownSources(log, !options.Clean, config, drafts, names);
        _knownPictures = log is null ? null : new KnownPictures(log, !options.Clean);
    }

    public WorkTimer? Timer { get; }

    public IReadOnlyList<Diagnostic> CheckDefaults() => _articles.CheckDefaults();

    /// <summary>What the archive has to know of an article; its file is read only where an earlier build cannot tell.</summary>
    public LoadedSummary ReadSummary(SourceFile file)
    {
        try
        {
            return FindOrReadSummary(file);
        }
        catch (OutOfMemoryException)
        {
            // One article may not cost the others: what it took is free again when the next is read.
            return new LoadedSummary(null, [StorageDiagnostics.OutOfMemory(ArticleReader.ContentFolder + file.Path)]);
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

        using var bytes = Read(file);
        if (bytes.Problem is { } problem)
        {
            return new LoadedSummary(null, [problem]);
        }

        var read = _articles.Read(file.Path, bytes.Span);
        Timer?.Lap(Work.Parse);
        var loaded = new LoadedSummary(read.Article?.Summary, read.Diagnostics);
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
            return new LoadedProfile(null, [StorageDiagnostics.OutOfMemory(ArticleReader.ContentFolder + file.Path)]);
        }
    }

    private LoadedProfile ReadWholeProfile(SourceFile file)
    {
        using var bytes = Read(file);
        var loaded = bytes.Problem is { } problem ? new LoadedProfile(null, [problem]) : _profiles.Read(file.Path, bytes.Span);
        Timer?.Lap(Work.Parse);
        return loaded;
    }

    /// <summary>What pages have to know of a picture; null where it cannot be read, which is said when it is to be copied.</summary>
    public PictureFile? ReadPicture(SourceFile file)
    {
        var known = _knownPictures?.Find(file);
        Timer?.Lap(Work.LookUp);
        if (known is not null)
        {
            return known;
        }

        var read = _tree.ReadInto(file, ref _pictureBytes, PictureMaxBytes, PictureHeadBytes);
        Timer?.Lap(Work.Read);
        if (read is not var (length, isWhole))
        {
            return null;
        }

        _pictures ??= new PictureReader();
        var bytes = _pictureBytes.AsMemory(0, length);
        var picture = new PictureFile(file.Path, ContentHash.Of(bytes.Span), file.Stamp.Size, _pictures.Read(bytes, isWhole));
        _pictureBytes = _pictureBytes.Length > KeptBufferBytes ? [] : _pictureBytes;
        Timer?.Lap(Work.Pictures);
        _knownPictures?.Add(file, picture.Content, picture.Facts);
        Timer?.Lap(Work.Remember);
        return picture;
    }

    /// <summary>Reads an article again for its page. One that was saved since the build began would not fit what its neighbours show.</summary>
    public Article? Load(ArticleSummary summary, List<Diagnostic> problems)
    {
        var file = _tree.Find(summary.Path);
        using var bytes = Read(file);
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

        problems.Add(StorageDiagnostics.ChangedDuringBuild(ArticleReader.ContentFolder + summary.Path));
        return null;
    }

    public byte[]? ReadPicture(string path, int maxBytes, List<Diagnostic> problems)
    {
        var file = _tree.Find(path);
        if (file.Stamp.Size > maxBytes)
        {
            return null;
        }

        using var bytes = Read(file);
        if (bytes.Problem is { } problem)
        {
            problems.Add(problem);
            return null;
        }

        return bytes.Span.Length > maxBytes ? null : bytes.Span.ToArray();
    }

    private SourceBytes Read(SourceFile file)
    {
        var bytes = _tree.Read(file);
        Timer?.Lap(Work.Read);
        return bytes;
    }
}
