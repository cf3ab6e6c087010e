namespace StaticNews.Articles.Prose;

/// <summary>Counts the words of HTML that this generator wrote (every attribute quoted, every bracket in text escaped).</summary>
internal static class WordCount
{
    /// <summary>
    /// A word is a run between blanks that holds a letter or digit. Han and Kana are written without blanks: there each character counts. A tag ends a word
    /// unless it only marks up a part of one (<c>un&lt;em&gt;do&lt;/em&gt;</c>).
    /// </summary>
    public static int Of(ReadOnlySpan<char> html)
    {
        var words = 0;
        var inWord = false;
        var inEntity = false;
        for (var i = 0; i < html.Length; i++)
        {
            var c = html[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                inEntity &= char.IsAsciiLetter(c);
                if (!inWord && !inEntity)
                {
                    words++;
                    inWord = true;
                }

                continue;
            }

            // A letter right after an ampersand belongs to an escape (&lt;), not to a word.
            inEntity = c == '&';
            if (c == '<')
            {
                var length = TagLength(html[i..]);
                inWord &= IsWithinWord(html.Slice(i, length));
                i += length - 1;
            }
            else if (char.IsWhiteSpace(c))
            {
                inWord = false;
            }
            else if (IsIdeograph(c))
            {
                words++;
                inWord = false;
            }
            else if (!inWord && (char.IsLetterOrDigit(c) || char.IsSurrogate(c)))
            {
                words++;
                inWord = true;
            }
        }

        return words;
    }

    private static int TagLength(ReadOnlySpan<char> html)
    {
        var length = 1;
        while (html[length..].IndexOfAny('"', '>') is var found and >= 0)
        {
            length += found + 1;
            if (html[length - 1] == '>')
            {
                return length;
            }

            var close = html[length..].IndexOf('"');
            length = close < 0 ? html.Length : length + close + 1;
        }

        return html.Length;
    }

    private static bool IsWithinWord(ReadOnlySpan<char> tag)
    {
        var name = tag[1..].TrimStart('/');
        name = name[..Math.Max(0, name.IndexOfAny(" />"))];
        return name is "a" or "abbr" or "b" or "em" or "i" or "mark" or "s" or "small" or "span" or "strong" or "sub" or "u";
    }

    private static bool IsIdeograph(char c) =>
        c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');
}
