namespace StaticNews.Templates;

/// <summary>
/// The part of an address that <c>string.handleize</c> makes of a title: letters and digits of any script, in lower case; everything between
/// them is one hyphen. A hyphen at the end goes, one at the start stays, as in Scriban.
/// </summary>
internal static class UrlHandle
{
    public static string From(ReadOnlySpan<char> text)
    {
        var handle = new TextBuffer(stackalloc char[128]);
        var afterHyphen = false;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                handle.Append(char.ToLowerInvariant(c));
            else if (!afterHyphen)
                handle.Append('-');
            afterHyphen = !char.IsLetterOrDigit(c);
        }

        if (afterHyphen)
            handle.Cut(handle.Length - 1);
        return handle.Take();
    }
}
