using System.Buffers;
using StaticNews.Archive;
using StaticNews.Articles;
using StaticNews.Articles.Prose;
using StaticNews.Diagnostics;
using HtmlText = StaticNews.Templates.HtmlText;

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

    public RenderedBody Body(Article article, int index) =>
        plan.Bodies.RenderPage(BodySource.Of(article, Links(plan.Catalog.ResolvedLinks(index))));

    /// <summary>The whole body with absolute links, as feeds need it; null where its source is gone.</summary>
    public string? FeedBody(int article) => plan.FeedBodies.Get(article, index => Load(index) is { } whole
        ? plan.Bodies.RenderFeed(BodySource.Of(whole, Links(plan.Catalog.ResolvedLinks(index))), plan.Catalog.Urls[index])
        : null);

    /// <summary>The text of a profile; null where there is none to show.</summary>
    public HtmlText? Text(Profile? profile)
    {
        if (profile is null)
        {
            return null;
        }

        var body = plan.Bodies.RenderPage(BodySource.Of(profile, Links(plan.Catalog.ResolvedLinks(profile.Links))));
        return body.Lead.Length + body.Rest.Length == 0 ? null : new HtmlText(body.Lead + body.Rest);
    }

    /// <summary>A file that no template makes.</summary>
    public void Write(ReadOnlySpan<byte> bytes) => Output.Write(bytes);

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
