using Markdig;
using Markdig.Syntax;
using StaticNews.Configuration;

namespace StaticNews.Articles.Prose;

/// <summary>Reads Markdown as the site understands it: CommonMark, pipe tables, footnotes.</summary>
internal static class ProseParser
{
    /// <summary>Deeper nesting than this (quotes in lists in quotes …) is a mistake or an attack; Markdig's own default.</summary>
    public const int NestingMax = 128;

    /// <summary>
    /// A list item behind so much white space is nested past <see cref="NestingMax"/>. It is looked for before Markdig reads the text, whose time
    /// for such a text grows with the square of its length.
    /// </summary>
    private static readonly string DeepIndent = new(' ', NestingMax * 4);

    private static readonly MarkdownPipeline WithHtml = Pipeline().Build();

    private static readonly MarkdownPipeline WithoutHtml = Pipeline().DisableHtml().Build();

    /// <summary>Null where the text is nested too deeply to be read.</summary>
    public static MarkdownDocument? Parse(string text, RawHtml html)
    {
        if (HasDeepList(text))
        {
            return null;
        }

        try
        {
            return Markdown.Parse(text, PipelineFor(html));
        }
        catch (ArgumentException)
        {
            // Markdig's only way to say that its nesting limit is passed.
            return null;
        }
    }

    public static MarkdownPipeline PipelineFor(RawHtml html) => html == RawHtml.Escape ? WithoutHtml : WithHtml;

    private static MarkdownPipelineBuilder Pipeline()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = NestingMax }.UsePipeTables().UseFootnotes().UsePreciseSourceLocation();
        builder.InlineParsers.Insert(0, new ShortcodeInlineParser());
        return builder;
    }

    private static bool HasDeepList(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOf(DeepIndent, StringComparison.Ordinal) is var found and >= 0)
        {
            rest = rest[(found + DeepIndent.Length)..];
            var item = rest.IndexOfAnyExcept(' ', '\t');
            if (item >= 0 && (rest[item] is '-' or '*' or '+' or '>' || char.IsAsciiDigit(rest[item])))
            {
                return true;
            }
        }

        return false;
    }
}
