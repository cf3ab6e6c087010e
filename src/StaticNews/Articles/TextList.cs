using System.Buffers;

namespace StaticNews.Articles;

/// <summary>Several names in one text, separated by commas or semicolons of any script.</summary>
internal static class TextList
{
    /// <summary>ASCII, Arabic, ideographic, full width, small and half-width forms (UnicodeData.txt).</summary>
    public static readonly SearchValues<char> Commas = SearchValues.Create(",،、，﹐﹑､");

    /// <summary>As <see cref="Commas"/>.</summary>
    public static readonly SearchValues<char> Semicolons = SearchValues.Create(";؛；﹔");

    public static readonly SearchValues<char> Separators = SearchValues.Create(",،、，﹐﹑､;؛；﹔");

    /// <summary>The parts that are not empty, without blanks around them.</summary>
    public static List<string> Split(string text, SearchValues<char> separators)
    {
        var parts = new List<string>();
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && (!separators.Contains(text[at]) || EndsReference(text, at)))
            {
                continue;
            }

            if (text.AsSpan(start, at - start).Trim() is { IsEmpty: false } part)
            {
                parts.Add(part.ToString());
            }

            start = at + 1;
        }

        return parts;
    }

    /// <summary>The semicolon of a character reference that an export left behind separates nothing: <c>R&amp;amp;D</c>.</summary>
    private static bool EndsReference(string text, int semicolon)
    {
        if (text[semicolon] != ';')
        {
            return false;
        }

        var start = semicolon;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] == '#'))
        {
            start--;
        }

        return start > 0 && start < semicolon && text[start - 1] == '&';
    }
}
