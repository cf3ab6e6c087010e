using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace StaticNews.Articles.Prose;

/// <summary>Finds the tokens that <see cref="ShortcodeText"/> put in.</summary>
internal sealed class ShortcodeInlineParser : InlineParser
{
    public ShortcodeInlineParser()
    {
        OpeningCharacters = [ShortcodeText.TokenStart];
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        LeafCounts.OfPiece(processor, slice);
        var token = slice.AsSpan();
        token = token[..ShortcodeText.TokenLength(token)];
        if (token.IsEmpty)
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new ShortcodeInline
        {
            Token = token.ToString(),
            Line = line,
            Column = column,
            Span = new SourceSpan(start, start + token.Length - 1),
        };
        slice.Start += token.Length;
        return true;
    }
}
