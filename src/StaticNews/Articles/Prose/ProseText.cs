using System.Net;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace StaticNews.Articles.Prose;

/// <summary>What remains of Markdown when nothing but its words is wanted.</summary>
internal static class ProseText
{
    private enum Pictures
    {
        LeftOut,
        Described,
    }

    /// <summary>Without pictures, notes and HTML tags; white space folded.</summary>
    public static string Of(LeafBlock block)
    {
        var text = new StringBuilder();
        if (block is HtmlBlock)
        {
            AppendHtml(text, block.Lines.ToString());
        }
        else if (block.Inline is { } inline)
        {
            AppendInlines(text, inline, Pictures.LeftOut);
        }

        return Fold(text);
    }

    /// <summary>A heading or the description of a picture: as written, with the descriptions of pictures in it.</summary>
    public static string WithPictures(ContainerInline inline)
    {
        var text = new StringBuilder();
        AppendInlines(text, inline, Pictures.Described);
        return text.ToString();
    }

    private static void AppendInlines(StringBuilder text, ContainerInline container, Pictures pictures, int depth = 0)
    {
        if (depth > ProseParser.NestingMax)
        {
            return;
        }

        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    text.Append(' ');
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LinkInline { IsImage: true } when pictures == Pictures.LeftOut:
                    break;
                case DelimiterInline delimiter:
                    text.Append(delimiter.ToLiteral());
                    AppendInlines(text, delimiter, pictures, depth + 1);
                    break;
                case ContainerInline children:
                    AppendInlines(text, children, pictures, depth + 1);
                    break;
            }
        }
    }

    private static void AppendHtml(StringBuilder text, string html)
    {
        var plain = new StringBuilder();
        var rest = html.AsSpan();
        while (rest.IndexOf('<') is var open and >= 0)
        {
            plain.Append(rest[..open]).Append(' ');
            var close = rest[open..].IndexOf('>');
            rest = close < 0 ? [] : rest[(open + close + 1)..];
        }

        text.Append(WebUtility.HtmlDecode(plain.Append(rest).ToString()));
    }

    /// <summary>White space becomes one blank, what XML forbids goes.</summary>
    public static string Fold(StringBuilder text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var chunk in text.GetChunks())
        {
            foreach (var c in chunk.Span)
            {
                if (char.IsWhiteSpace(c))
                {
                    if (folded.Length > 0 && folded[^1] != ' ')
                    {
                        folded.Append(' ');
                    }
                }
                else if (!XmlText.IsForbidden(c))
                {
                    folded.Append(c);
                }
            }
        }

        return folded.ToString().TrimEnd();
    }
}
