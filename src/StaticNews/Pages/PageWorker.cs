using System.Buffers;
using StaticNews.Archive.Routes;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Epub;
using StaticNews.Images;
using StaticNews.Markdown;
using StaticNews.Templates;
using StaticNews.Text;
using StaticNews.Timing;

namespace StaticNews.Pages;

/// <summary>What one worker renders with: a buffer that is used again, and the way to the sources.</summary>
/// <param name="timer">
/// The worker's, which <paramref name="sources"/> reports its share to; null where times are not measured.
/// </param>
/// <param name="stop">Ends the rendering of a body with an <see cref="OperationCanceledException"/>.</param>
internal sealed class PageWorker(
    SitePlan plan,
    IArticleSource sources,
    IImageSource pictures,
    WorkTimer? timer = null,
    CancellationToken stop = default
)
{
    private readonly List<Diagnostic> _problems = [];
    private readonly List<Diagnostic> _templateProblems = [];
    private PageInputs? _inputs;

    private readonly PageObserver _observer = new();

    // The last article, whole and as HTML: its page in the text edition comes right after its full one.
    private int _heldArticle = -1;
    private Article? _held;
    private RenderedBody? _heldBody;

    /// <summary>The bytes of the page being made.</summary>
    public ArrayBufferWriter<byte> Output { get; } = new(64 * 1024);

    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>
    /// The diagnostics of the page's template. They are located in the template, so many pages may report the
    /// same.
    /// </summary>
    public IReadOnlyList<Diagnostic> TemplateProblems => _templateProblems;

    /// <summary>Empties the buffer and the list of problems before the next page.</summary>
    public void Reset()
    {
        Output.ResetWrittenCount();
        _problems.Clear();
        _templateProblems.Clear();
    }

    public void Report(Diagnostic problem) => _problems.Add(problem);

    public Article? Load(int article)
    {
        if (_heldArticle == article && _held is not null)
        {
            return _held;
        }

        timer?.Lap(Work.Models);
        (_heldArticle, _heldBody) = (article, null);
        _held = sources.Load(plan.Catalog.Articles[article], _problems);
        return _held;
    }

    /// <param name="index">The article's; the last one loaded is rendered once.</param>
    public RenderedBody Body(Article article, int index)
    {
        var body = ReferenceEquals(article, _held) ? _heldBody ??= NewBody(article, index) : NewBody(article, index);
        ReportFault(body, article.Source, article.Body);
        return body;
    }

    private RenderedBody NewBody(Article article, int index) =>
        RenderBody(WithPictures(BodySource.Of, article, plan.Catalog.ResolvedLinks(index)));

    /// <summary>
    /// Mostly reported when the source was read, and then the same; a page that shows plain text always has the
    /// reason.
    /// </summary>
    private void ReportFault(RenderedBody body, SourceText source, TextSpan span)
    {
        if (body.Fault is { } fault)
        {
            _problems.Add(fault.Told(source, span));
        }
    }

    /// <summary>The whole body with absolute links, as feeds need it; null where its source is gone.</summary>
    public string? FeedBody(int article) =>
        plan.FeedBodies.Get(
            article,
            index =>
                Load(index) is { } whole
                    ? RenderFeedBody(
                        WithPictures(BodySource.Of, whole, plan.Catalog.ResolvedLinks(index)),
                        plan.Catalog.Urls[index]
                    )
                    : null
        );

    /// <summary>The whole body as books show it.</summary>
    public string BookBody(Article article, int index)
    {
        timer?.Lap(Work.Models);
        var body = plan.Bodies.RenderBook(BodySource.Of(article, Links(plan.Catalog.ResolvedLinks(index))), stop);
        timer?.Lap(Work.Bodies);
        return body;
    }

    /// <summary>Begins a book in <see cref="Output"/>.</summary>
    public EpubWriter Begin(EpubBook book) =>
        new(book, plan.Config.BaseUrl, pictures, url => AssetRoutes.Find(plan.Catalog.Assets, url), Output, _problems);

    /// <summary>The text of a profile; null where there is none to show.</summary>
    public HtmlString? Text(Profile? profile)
    {
        if (profile is null)
        {
            return null;
        }

        var body = RenderBody(WithPictures(BodySource.Of, profile, plan.Catalog.ResolvedLinks(profile.Links)));
        ReportFault(body, profile.Source, profile.Body);
        return body.Lead.Length + body.Rest.Length == 0 ? null : PageObserver.Examined(body.Lead + body.Rest);
    }

    /// <summary>A file that no template makes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Output.Write(bytes);
        timer?.Lap(Work.Feeds);
    }

    /// <summary>The same, where the writer takes the buffer.</summary>
    public void Write(Action<IBufferWriter<byte>> write)
    {
        write(Output);
        timer?.Lap(Work.Feeds);
    }

    /// <summary>
    /// Makes the file of a job in <see cref="Output"/>. A job that needs more memory than there is is reported, and
    /// costs no other.
    /// </summary>
    /// <returns>As <see cref="PageJob.Make"/>.</returns>
    public bool Render(PageJob job)
    {
        try
        {
            return job.Make(_inputs ??= new PageInputs(plan, this));
        }
        catch (OutOfMemoryException)
        {
            (_heldArticle, _held, _heldBody) = (-1, null, null);
            Reset();
            _problems.Add(
                StorageDiagnostics.OutOfMemory(
                    job.Source is { } source ? ArticleReader.ContentFolder + source : job.Path
                )
            );
            return false;
        }
        finally
        {
            sources.EndWork();
        }
    }

    /// <param name="model">With the site as that kind has it.</param>
    public bool Render(PageKind kind, object model)
    {
        timer?.Lap(Work.Models);
        _observer.Begin();
        var isWritten = plan.Theme.Render(kind, model, Output, _templateProblems, _observer);
        timer?.LapTemplate(PageKinds.TemplateOf(kind));
        if (!isWritten)
        {
            return false;
        }

        plan.PageHeads.ApplyStyle(kind, Output, _observer);
        return true;
    }

    private RenderedBody RenderBody(BodySource source)
    {
        timer?.Lap(Work.Models);
        var body = plan.Bodies.RenderPage(source, stop);
        timer?.Lap(Work.Bodies);
        return body;
    }

    private string RenderFeedBody(BodySource source, string url)
    {
        timer?.Lap(Work.Models);
        var body = plan.Bodies.RenderFeed(source, url, stop);
        timer?.Lap(Work.Bodies);
        return body;
    }

    private BodySource WithPictures<T>(
        Func<T, IReadOnlyDictionary<string, string>, BodySource> source,
        T text,
        IReadOnlyList<ResolvedLink> resolved
    )
    {
        var body = source(text, Links(resolved));
        return Pictures(resolved) is { } shown ? body with { Pictures = shown } : body;
    }

    /// <summary>Null for a text without pictures, as most are.</summary>
    private Dictionary<string, DisplayedImage>? Pictures(IReadOnlyList<ResolvedLink> resolved)
    {
        Dictionary<string, DisplayedImage>? shownByTarget = null;
        foreach (var link in resolved)
        {
            if (plan.Catalog.Pictures.DisplayedAt(link.Url) is { } shown)
            {
                shownByTarget ??= new Dictionary<string, DisplayedImage>(StringComparer.Ordinal);
                shownByTarget[link.Target] = shown;
            }
        }

        return shownByTarget;
    }

    private static Dictionary<string, string> Links(IReadOnlyList<ResolvedLink> resolved)
    {
        var links = new Dictionary<string, string>(resolved.Count, StringComparer.Ordinal);
        foreach (var link in resolved)
        {
            if (link.Url is { } url)
            {
                links[link.Target] = url;
            }
        }

        return links;
    }
}

/// <summary>
/// Which program renders: the same model and templates may give other bytes with another one, so a log of another one
/// is worth nothing. Taken from what the compiler stamps on each assembly (its module version: equal for equal code),
/// so that no one has to remember to raise a number. The runtime and the Zstandard library are named because compressed
/// copies are theirs.
/// </summary>
internal static class RendererVersion
{
    public static string Name { get; } =
        string.Concat(
            VersionOf(typeof(RendererVersion)),
            VersionOf(typeof(TemplateCompiler)),
            VersionOf(typeof(Markdig.Markdown)),
            VersionOf(typeof(ZstdSharp.Compressor)),
            Environment.Version.ToString()
        );

    private static string VersionOf(Type type) => type.Module.ModuleVersionId.ToString("N");
}
