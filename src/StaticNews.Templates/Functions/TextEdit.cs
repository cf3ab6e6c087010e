namespace StaticNews.Templates;

/// <summary>Replacing and removing pieces of a text, compared by code unit.</summary>
internal static class TextEdit
{
    /// <summary>How long <paramref name="text"/> becomes when each <paramref name="match"/> (not empty) is replaced.</summary>
    public static long ReplacedLength(string text, string match, string replacement) =>
        text.Length + ((replacement.Length - match.Length) * (long)text.AsSpan().Count(match));

    public static string ReplaceFirst(string text, string match, string replacement) =>
        ReplaceAt(text, text.IndexOf(match, StringComparison.Ordinal), match.Length, replacement);

    public static string ReplaceLast(string text, string match, string replacement) =>
        ReplaceAt(text, text.LastIndexOf(match, StringComparison.Ordinal), match.Length, replacement);

    public static string StripNewlines(string text)
    {
        if (!text.AsSpan().ContainsAny('\r', '\n'))
            return text;
        var kept = new TextBuffer(stackalloc char[256]);
        foreach (var c in text)
        {
            if (c is not ('\r' or '\n'))
                kept.Append(c);
        }

        return kept.Take();
    }

    private static string ReplaceAt(string text, int position, int length, string replacement) => position < 0
        ? text
        : string.Concat(text.AsSpan(0, position), replacement, text.AsSpan(position + length));
}
