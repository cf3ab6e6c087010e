using AngleSharp.Html.Parser;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Markdown;

namespace StaticNews.Tests.Markdown;

/// <summary>Renders bodies of an archive that holds a few things.</summary>
internal static class Bodies
{
    public const string Path = "world/2014/flood.md";

    public static readonly BaseUrl BaseUrl = new("https://meridian.example", "/archive/");

    public static readonly IReadOnlyDictionary<string, string> Links = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["world/2014/rain.md"] = "/world/2014/05/rain.html",
        ["**/rain.md"] = "/world/2014/05/rain.html",
        ["world/2014/map.png"] = "/world/2014/map.png",
        ["world/2014/a map.png"] = "/world/2014/a map.png",
        ["/world/"] = "/world/",
    };

    public static string Html(string body, MarkdownConfig? markdown = null)
    {
        var rendered = Page(body, markdown);
        AssertStrict(rendered.Lead + rendered.Rest);
        return (rendered.Lead + rendered.Rest).TrimEnd('\n');
    }

    public static RenderedBody Page(string body, MarkdownConfig? markdown = null, int afterParagraph = 4) =>
        Renderer(markdown, afterParagraph).RenderPage(new BodySource(body, Path, Links));

    public static string Feed(string body, MarkdownConfig? markdown = null) =>
        Renderer(markdown, 4).RenderFeed(new BodySource(body, Path, Links), "/world/2014/05/flood.html").TrimEnd('\n');

    /// <summary>As a page holds it, and with a parser that throws at the first error.</summary>
    public static void AssertStrict(string html)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = true });
        using var document = parser.ParseDocument(
            $"<!DOCTYPE html><html><head><title>t</title></head><body><article>{html}</article></body></html>"
        );
        Assert.Single(document.Body!.Children);
    }

    private static BodyRenderer Renderer(MarkdownConfig? markdown, int afterParagraph) =>
        new(markdown ?? new MarkdownConfig(), BaseUrl, new RelatedConfig(AfterParagraph: afterParagraph));
}
