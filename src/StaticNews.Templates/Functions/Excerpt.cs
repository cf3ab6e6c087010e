namespace StaticNews.Templates;

/// <summary>Parts of a text: slices and shortened forms. Positions and lengths are UTF-16 units, but no character is ever cut in half.</summary>
internal static class Excerpt
{
    /// <summary>From <paramref name="start"/> (negative: from the end); outside the text there is nothing.</summary>
    /// <param name="length">As much as there is of it; 0 or less gives nothing.</param>
    public static string Slice(string text, int start, int length)
    {
        if (start < 0)
            start += text.Length;
        if (start < 0 || start >= text.Length || length <= 0)
            return "";
        var end = start + Math.Min(length, text.Length - start);
        return text[Boundary(text, start)..Boundary(text, end)];
    }

    /// <summary>At most <paramref name="length"/> units, the ellipsis counted in; a limit shorter than the ellipsis gives the ellipsis.</summary>
    public static string Truncate(string text, int length, string ellipsis)
    {
        if (text.Length <= length)
            return text;
        var kept = Boundary(text, Math.Max(Math.Max(length, 0) - ellipsis.Length, 0));
        return string.Concat(text.AsSpan(0, kept), ellipsis);
    }

    /// <summary>The first <paramref name="count"/> words, one blank between them, and always the ellipsis (as in Scriban, which tests may rely on).</summary>
    public static string TruncateWords(string text, int count, string ellipsis)
    {
        if (text.Length == 0)
            return "";
        var words = new TextBuffer(stackalloc char[256]);
        var rest = text.AsSpan().TrimStart();
        for (var taken = 0; taken < count && !rest.IsEmpty; taken++)
        {
            if (taken > 0)
                words.Append(' ');
            var length = WordLength(rest);
            words.Append(rest[..length]);
            rest = rest[length..].TrimStart();
        }

        words.Append(ellipsis);
        return words.Take();
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && !char.IsWhiteSpace(text[length]))
            length++;
        return length;
    }

    /// <summary>The position itself, or one less when it lies between the halves of a surrogate pair.</summary>
    private static int Boundary(string text, int position)
    {
        var splitsPair = position > 0 && position < text.Length && char.IsLowSurrogate(text[position]) && char.IsHighSurrogate(text[position - 1]);
        return splitsPair ? position - 1 : position;
    }
}
