using Markdig.Parsers;
using Markdig.Syntax;

namespace StaticNews.Articles.Prose;

/// <summary>Markdig's parser of paragraphs and of the link definitions at their start, with its work counted.</summary>
internal sealed class CountedParagraphParser : ParagraphBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.CurrentChar is '=' or '-' && MayDefine((ParagraphBlock)block))
        {
            // Each line that can underline a heading has the paragraph read again for definitions.
            BlockCounts.Spend(processor, block.Span.Length + Definitions(processor, (ParagraphBlock)block));
        }

        return base.TryContinue(processor, block);
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is ParagraphBlock paragraph && MayDefine(paragraph))
        {
            BlockCounts.Spend(processor, paragraph.Span.Length + Definitions(processor, paragraph));
        }

        return base.Close(processor, block);
    }

    private static bool MayDefine(ParagraphBlock paragraph) => paragraph.Lines.Count > 0 && paragraph.Lines.Lines[0].Slice.AsSpan().TrimStart().StartsWith('[');

    /// <summary>Each definition moves the lines behind it, and is looked for among all that were there before.</summary>
    private static long Definitions(BlockProcessor processor, ParagraphBlock paragraph) =>
        paragraph.Lines.Count * ((paragraph.Lines.Count / 2L) + BlockCounts.Definitions(processor));
}
