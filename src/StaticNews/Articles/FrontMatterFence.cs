using StaticNews.Text;

namespace StaticNews.Articles;

/// <summary>
/// Where front matter and body lie. The first line that is not blank must be <c>---</c>, and the front matter ends at the next line <c>---</c>
/// (or <c>...</c>, YAML's own end). Blanks after the dashes do not matter; nor do the kinds of line ends.
/// </summary>
/// <param name="Opening">The first <c>---</c>; of length 0 at the first text where there is none.</param>
/// <param name="Yaml">Between the two lines.</param>
/// <param name="Body">After the second; the whole text where there is no front matter.</param>
internal readonly record struct FrontMatterFence(FenceKind Kind, TextSpan Opening, TextSpan Yaml, TextSpan Body)
{
    public static FrontMatterFence Find(string text)
    {
        var start = 0;
        while (start < text.Length && IsBlank(text, start))
        {
            start = NextLine(text, start);
        }

        if (start >= text.Length)
        {
            return new FrontMatterFence(FenceKind.NoText, default, default, new TextSpan(0, text.Length));
        }

        if (!IsFence(text, start, '-'))
        {
            return new FrontMatterFence(FenceKind.Missing, new TextSpan(start, 0), default, new TextSpan(0, text.Length));
        }

        var opening = new TextSpan(start, 3);
        var yaml = NextLine(text, start);
        for (var line = yaml; line < text.Length; line = NextLine(text, line))
        {
            if (IsFence(text, line, '-') || IsFence(text, line, '.'))
            {
                var body = NextLine(text, line);
                return new FrontMatterFence(FenceKind.Found, opening, TextSpan.FromBounds(yaml, line), TextSpan.FromBounds(body, text.Length));
            }
        }

        return new FrontMatterFence(FenceKind.Unclosed, opening, default, default);
    }

    private static bool IsFence(string text, int line, char mark)
    {
        if (line + 3 > text.Length || text[line] != mark || text[line + 1] != mark || text[line + 2] != mark)
        {
            return false;
        }

        return IsBlank(text, line + 3);
    }

    private static bool IsBlank(string text, int from)
    {
        while (from < text.Length && text[from] is ' ' or '\t')
        {
            from++;
        }

        return from == text.Length || text[from] is '\n' or '\r';
    }

    private static int NextLine(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAny('\n', '\r');
        if (found < 0)
        {
            return text.Length;
        }

        var end = from + found;
        return end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
    }
}
