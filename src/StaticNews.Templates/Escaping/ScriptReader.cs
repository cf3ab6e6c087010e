namespace StaticNews.Templates;

/// <summary>
/// Reads a script as far as needed to know texts from code. Where a regular expression cannot be told from a division
/// without a full parser, it says so instead of guessing.
/// </summary>
internal static class ScriptReader
{
    private static readonly string[] WordsBeforeRegex =
    [
        "return",
        "typeof",
        "case",
        "in",
        "of",
        "delete",
        "void",
        "throw",
        "new",
        "do",
        "else",
        "instanceof",
        "yield",
        "await",
    ];

    private static readonly string[] Endings = ["/script", "script", "!--"];

    /// <summary>
    /// Whether what is printed behind a piece of script could make a tag or comment of its end, wherever in the script
    /// that is.
    /// </summary>
    public static bool MayEndElement(ReadOnlySpan<char> script)
    {
        if (script.LastIndexOf('<') is not (>= 0 and var at))
            return false;
        var tail = script[(at + 1)..];
        foreach (var ending in Endings)
        {
            if (ending.AsSpan().StartsWith(tail, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>The place behind a piece of script.</summary>
    public static ScriptPart Read(ReadOnlySpan<char> script, ScriptPart part)
    {
        for (var i = 0; i < script.Length && part != ScriptPart.Unsure; i++)
        {
            part = part switch
            {
                ScriptPart.DoubleQuoted => InText(script, ref i, '"', part),
                ScriptPart.SingleQuoted => InText(script, ref i, '\'', part),
                ScriptPart.Backquoted => InText(script, ref i, '`', part),
                ScriptPart.LineComment => script[i] is '\n' or '\r' or '\u2028' or '\u2029' ? ScriptPart.Either : part,
                ScriptPart.BlockComment => EndsBlockComment(script, ref i) ? ScriptPart.Either : part,
                ScriptPart.Regex or ScriptPart.RegexClass => InRegex(script, ref i, part),
                _ => InCode(script, ref i, part),
            };
        }
        return part;
    }

    private static ScriptPart InText(ReadOnlySpan<char> script, ref int i, char quote, ScriptPart part)
    {
        var c = script[i];
        if (c == quote)
            return ScriptPart.AfterValue;
        if (c == '\\')
        {
            i++;
            // What is printed behind a backslash would lose its first character to it.
            return i < script.Length ? part : ScriptPart.Unsure;
        }
        if (quote == '`')
            return c == '$' && (i + 1 == script.Length || script[i + 1] == '{') ? ScriptPart.Unsure : part;
        return c is '\n' or '\r' ? ScriptPart.Unsure : part;
    }

    private static bool EndsBlockComment(ReadOnlySpan<char> script, ref int i)
    {
        if (script[i] != '*' || i + 1 == script.Length || script[i + 1] != '/')
            return false;
        i++;
        return true;
    }

    private static ScriptPart InRegex(ReadOnlySpan<char> script, ref int i, ScriptPart part)
    {
        switch (script[i])
        {
            case '\\':
                i++;
                return i < script.Length ? part : ScriptPart.Unsure;
            case '\n' or '\r':
                return ScriptPart.Unsure;
            case '[':
                return ScriptPart.RegexClass;
            case ']':
                return ScriptPart.Regex;
            case '/' when part == ScriptPart.Regex:
                return ScriptPart.AfterValue;
            default:
                return part;
        }
    }

    private static ScriptPart InCode(ReadOnlySpan<char> script, ref int i, ScriptPart part)
    {
        var c = script[i];
        switch (c)
        {
            case '"':
                return ScriptPart.DoubleQuoted;
            case '\'':
                return ScriptPart.SingleQuoted;
            case '`':
                return ScriptPart.Backquoted;
            case '/':
                return AtSlash(script, ref i, part);
            case ')' or '}':
                return ScriptPart.Either;
            case ']':
                return ScriptPart.AfterValue;
            case '+' or '-' when i > 0 && script[i - 1] == c:
                return ScriptPart.Either;
            // '<!--' and '-->' are comments in scripts, and change how the element ends.
            case '<' when script[i..].StartsWith("<!--", StringComparison.Ordinal):
                return ScriptPart.Unsure;
            case '>' when i > 1 && script[i - 1] == '-' && script[i - 2] == '-':
                return ScriptPart.Unsure;
        }
        if (char.IsWhiteSpace(c))
            return part;
        return char.IsLetterOrDigit(c) || c is '_' or '$' ? ScriptPart.AfterValue : ScriptPart.Code;
    }

    private static ScriptPart AtSlash(ReadOnlySpan<char> script, ref int i, ScriptPart part)
    {
        // The second half of '//' or '/*' may be printed by a branch.
        if (i + 1 == script.Length)
            return ScriptPart.Unsure;
        if (script[i + 1] is '/' or '*')
        {
            i++;
            return script[i] == '/' ? ScriptPart.LineComment : ScriptPart.BlockComment;
        }
        if (part == ScriptPart.Either)
            return ScriptPart.Unsure;
        return part == ScriptPart.Code || FollowsWord(script[..i]) ? ScriptPart.Regex : ScriptPart.Code;
    }

    private static bool FollowsWord(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        foreach (var word in WordsBeforeRegex)
        {
            if (!before.EndsWith(word, StringComparison.Ordinal))
                continue;
            if (before.Length == word.Length || !IsWordPart(before[before.Length - word.Length - 1]))
                return true;
        }
        return false;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '.';
}
