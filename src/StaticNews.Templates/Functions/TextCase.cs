namespace StaticNews.Templates;

/// <summary>Upper and lower case of words, by the invariant rules (ß stays ß, i never becomes İ).</summary>
internal static class TextCase
{
    /// <summary>The first character in upper case, the others as they are.</summary>
    public static string Capitalize(string text)
    {
        if (text.Length == 0 || char.ToUpperInvariant(text[0]) == text[0])
            return text;
        return string.Create(text.Length, text, static (chars, source) =>
        {
            source.CopyTo(chars);
            chars[0] = char.ToUpperInvariant(chars[0]);
        });
    }

    /// <summary>The first character after the start and after each blank in upper case; a hyphen or an apostrophe does not end a word.</summary>
    public static string CapitalizeWords(string text) => string.Create(text.Length, text, static (chars, source) =>
    {
        var startsWord = true;
        for (var i = 0; i < source.Length; i++)
        {
            chars[i] = startsWord ? char.ToUpperInvariant(source[i]) : source[i];
            startsWord = char.IsWhiteSpace(source[i]);
        }
    });
}
