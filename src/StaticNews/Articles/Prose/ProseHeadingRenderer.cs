using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace StaticNews.Articles.Prose;

/// <summary>A heading with its id; its level was set when the whole body was known (<see cref="BodySurvey"/>).</summary>
internal sealed class ProseHeadingRenderer : HtmlObjectRenderer<HeadingBlock>
{
    /// <summary>Under this key a heading carries its id.</summary>
    public static readonly object IdKey = new();

    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        var html = (ProseHtml)renderer;
        html.EnsureLine();
        var start = html.Html.Length;
        var name = Name(heading.Level);
        html.Write('<').Write(name);
        html.WriteId((string)heading.GetData(IdKey)!);
        html.Write('>');
        var content = html.Html.Length;
        html.WriteLeafInline(heading);
        if (html.IsBlankFrom(content))
        {
            html.TakeBack(start);
            return;
        }

        html.Write("</").Write(name).Write('>');
        html.EnsureLine();
    }

    private static string Name(int level) => level switch
    {
        1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
}
