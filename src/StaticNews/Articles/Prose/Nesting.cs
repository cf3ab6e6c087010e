using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StaticNews.Text;

namespace StaticNews.Articles.Prose;

/// <summary>Tells Markdown that is nested past <see cref="ProseParser.NestingMax"/>: a mistake of a conversion, or an attack.</summary>
internal static class Nesting
{
    /// <summary>
    /// A list item behind so much white space is nested too deeply. It is looked for before Markdig reads the text, whose time for such a
    /// text grows with the square of its length.
    /// </summary>
    private static readonly string DeepIndent = new(' ', ProseParser.NestingMax * 4);

    /// <summary>
    /// A quick look, for the million bodies that are not parsed when they are scanned: false means that it is not, but for rows of markers
    /// nobody writes by mistake. Those show as text on the page, without a message.
    /// </summary>
    public static bool MayBeTooDeep(ReadOnlySpan<char> text) =>
        text.Count('[') > ProseParser.NestingMax
        || text.Count('>') > ProseParser.NestingMax
        || text.Count('*') > ProseParser.NestingMax
        || text.Count('_') > ProseParser.NestingMax
        || text.Contains("- - - - - - - -", StringComparison.Ordinal)
        || HasDeepList(text);

    public static bool HasDeepList(ReadOnlySpan<char> text)
    {
        while (text.IndexOf(DeepIndent, StringComparison.Ordinal) is var found and >= 0)
        {
            text = text[(found + DeepIndent.Length)..];
            var item = text.IndexOfAnyExcept(' ', '\t');
            if (item >= 0 && (text[item] is '-' or '*' or '+' or '>' || char.IsAsciiDigit(text[item])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it can be parsed but not written.</summary>
    public static bool IsTooDeep(MarkdownDocument document)
    {
        foreach (var node in document.Descendants())
        {
            // Only what opens something can be the deepest, and only brackets and emphasis that stay open get deep in a text that was parsed.
            if (node is ContainerInline inline && Depth(inline) > ProseParser.NestingMax)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The longest row of markers, white space aside: most likely what an editor looks for.</summary>
    public static TextSpan Deepest(string text)
    {
        var longest = new TextSpan(0, 0);
        var (start, count, most) = (-1, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '>' or '[' or '!' or '-' or '*' or '_' or '+')
            {
                start = start < 0 ? i : start;
                count++;
            }
            else if (text[i] is not (' ' or '\t'))
            {
                (start, count) = (-1, 0);
            }

            if (count > most)
            {
                (most, longest) = (count, TextSpan.FromBounds(start, i + 1));
            }
        }

        return longest;
    }

    private static int Depth(ContainerInline inline)
    {
        var depth = 0;
        for (var parent = inline; parent is not null && depth <= ProseParser.NestingMax; parent = parent.Parent)
        {
            depth++;
        }

        return depth;
    }
}
