using System.Buffers;

namespace StaticNews.Templates;

/// <summary>The escapes of a string literal in a template, which are also those of JavaScript.</summary>
internal static class TextLiteral
{
    private static readonly SearchValues<char> Special =
        SearchValues.Create("\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    /// <summary>Quotes, backslashes and control characters escaped, all others as they are.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Special))
            return text;
        var escaped = new TextBuffer(stackalloc char[256]);
        Append(ref escaped, text);
        return escaped.Take();
    }

    /// <summary>The text in double quotes, escaped.</summary>
    public static string Quote(string text)
    {
        var quoted = new TextBuffer(stackalloc char[256]);
        quoted.Append('"');
        Append(ref quoted, text);
        quoted.Append('"');
        return quoted.Take();
    }

    private static void Append(ref TextBuffer escaped, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            escaped.Append(text[..at]);
            AppendEscape(ref escaped, text[at]);
            text = text[(at + 1)..];
        }

        escaped.Append(text);
    }

    private static void AppendEscape(ref TextBuffer escaped, char c)
    {
        escaped.Append('\\');
        var letter = c switch
        {
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\b' => 'b',
            '\f' => 'f',
            '\v' => 'v',
            '\0' => '0',
            '"' or '\\' => c,
            _ => 'x',
        };
        escaped.Append(letter);
        if (letter != 'x')
            return;
        escaped.Append(c < '\u0010' ? '0' : '1');
        escaped.Append("0123456789abcdef"[c % 16]);
    }
}
