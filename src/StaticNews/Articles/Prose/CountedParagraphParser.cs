using Markdig.Parsers;
using Markdig.Syntax;

namespace StaticNews.Articles.Prose;

/// <summary>Markdig's parser of paragraphs and of the link definitions at their start, with its work counted.</summary>
internal sealed class CountedParagraphParser : ParagraphBlockParser
{
    /// <summary>Markdig looks through all blocks before one that it takes out of its place; eight of them take as long as a step.</summary>
    private const int BlocksPerStep = 8;

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.CurrentChar is '=' or '-')
        {
            // Each line that can underline a heading has the paragraph read again for definitions, and a heading put in its place.
            var paragraph = (ParagraphBlock)block;
            BlockCounts.Spend(processor, Removal(paragraph) + (MayDefine(paragraph) ? paragraph.Span.Length + Definitions(processor, paragraph) : 0));
        }

        return base.TryContinue(processor, block);
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is ParagraphBlock paragraph && MayDefine(paragraph))
        {
            BlockCounts.Spend(processor, Removal(paragraph) + paragraph.Span.Length + Definitions(processor, paragraph));
        }

        return base.Close(processor, block);
    }

    private static long Removal(ParagraphBlock paragraph) => (paragraph.Parent?.Count ?? 0) / BlocksPerStep;

    private static bool MayDefine(ParagraphBlock paragraph) => paragraph.Lines.Count > 0 && paragraph.Lines.Lines[0].Slice.AsSpan().TrimStart().StartsWith('[');

    /// <summary>Each definition moves the lines behind it, and is looked for among all that were there before.</summary>
    private static long Definitions(BlockProcessor processor, ParagraphBlock paragraph) =>
        paragraph.Lines.Count * ((paragraph.Lines.Count / 2L) + BlockCounts.Definitions(processor));
}
