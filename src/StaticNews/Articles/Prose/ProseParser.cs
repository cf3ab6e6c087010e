using Markdig;
using Markdig.Syntax;
using StaticNews.Configuration;

namespace StaticNews.Articles.Prose;

/// <summary>Reads Markdown as the site understands it: CommonMark, pipe tables, footnotes.</summary>
internal static class ProseParser
{
    /// <summary>Deeper nesting than this (quotes in lists in quotes …) is a mistake or an attack; Markdig's own default.</summary>
    public const int NestingMax = 128;

    private static readonly MarkdownPipeline WithHtml = Pipeline().Build();

    private static readonly MarkdownPipeline WithoutHtml = Pipeline().DisableHtml().Build();

    /// <summary>Null where the text is nested too deeply to be read; some that is shows only when it is written (<see cref="ProseHtml.TryWrite"/>).</summary>
    /// <exception cref="BodyLimitException">The text costs more than its budget.</exception>
    /// <exception cref="OperationCanceledException">The build is stopped.</exception>
    public static MarkdownDocument? Parse(string text, RawHtml html, ParseBudget budget)
    {
        if (Nesting.HasDeepList(text) || Nesting.HasEndlessRow(text))
        {
            return null;
        }

        try
        {
            return Markdown.Parse(text, PipelineFor(html), new ProseContext(budget));
        }
        catch (BodyLimitException limit) when (limit.Fault.Limit == BodyLimit.Nesting)
        {
            return null;
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
        builder.Extensions.Add(new CountedParsers());
        return builder;
    }
}
