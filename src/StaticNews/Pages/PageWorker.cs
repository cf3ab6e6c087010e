using System.Buffers;
using StaticNews.Articles;
using StaticNews.Diagnostics;
using StaticNews.Pages.Models;
using StaticNews.Templates;

namespace StaticNews.Pages;

/// <summary>What one worker renders with: a buffer that is used again, and the way to the sources.</summary>
internal sealed class PageWorker(SitePlan plan, IArticleSource sources)
{
    private readonly List<Diagnostic> _problems = [];

    /// <summary>The bytes of the page being made.</summary>
    public ArrayBufferWriter<byte> Output { get; } = new(64 * 1024);

    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>Empties the buffer and the list of problems before the next page.</summary>
    public void Reset()
    {
        Output.ResetWrittenCount();
        _problems.Clear();
    }

    public void Report(Diagnostic problem) => _problems.Add(problem);

    public Article? Load(int article) => sources.Load(plan.Catalog.Articles[article], _problems);

    public BodyText Body(Article article, int index) => plan.Bodies.Page(article, plan.Catalog.LinksOf(index), _problems);

    /// <summary>The whole body with absolute links, as feeds need it.</summary>
    public string FeedBody(Article article, int index) => plan.Bodies.Feed(article, plan.Catalog, index, _problems);

    public HtmlText Text(Profile? profile) => profile is null ? default : plan.Bodies.Profile(profile, plan.Catalog, _problems);

    public bool Render(PageKind kind, object model)
    {
        var problem = plan.Theme.Render(kind, model, Output);
        if (problem is null)
        {
            return true;
        }

        _problems.Add(problem);
        return false;
    }
}
