using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace StaticNews.Articles.Prose;

/// <summary>Puts the parsers that count their work in the places of Markdig's own. Must be the last extension: the others bring parsers.</summary>
internal sealed class CountedParsers : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Replace<ParagraphBlockParser>(new CountedParagraphParser());
        pipeline.BlockParsers.Replace<FootnoteParser>(new CountedFootnoteParser());
        pipeline.BlockParsers.Replace<QuoteBlockParser>(new CountedQuoteParser());
        pipeline.BlockParsers.Replace<ListBlockParser>(new CountedListParser());
        pipeline.InlineParsers.Replace<LinkInlineParser>(new CountedLinkParser());
        pipeline.InlineParsers.Replace<CodeInlineParser>(new CountedCodeParser());
        pipeline.InlineParsers.Replace<EmphasisInlineParser>(new CountedEmphasisParser());
        pipeline.InlineParsers.Replace<EscapeInlineParser>(new CountedEscapeParser());
        pipeline.InlineParsers.Replace<HtmlEntityParser>(new CountedEntityParser());
        pipeline.InlineParsers.Replace<AutolinkInlineParser>(new CountedAngleParser(pipeline.InlineParsers.FindExact<AutolinkInlineParser>()!.Options));
        var lineBreaks = pipeline.InlineParsers.FindExact<LineBreakInlineParser>()!;
        pipeline.InlineParsers.Replace<PipeTableParser>(new CountedTableParser(lineBreaks, pipeline.InlineParsers.FindExact<PipeTableParser>()!.Options));
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
