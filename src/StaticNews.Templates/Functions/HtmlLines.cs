namespace StaticNews.Templates;

/// <summary>Line ends of a text as HTML line breaks.</summary>
internal static class HtmlLines
{
    /// <summary>Puts <c>&lt;br /&gt;</c> before each line end, be it LF, CR or CR LF.</summary>
    public static string NewlineToBr(string text)
    {
        var rest = text.AsSpan();
        if (!rest.ContainsAny('\r', '\n'))
            return text;
        var lines = new TextBuffer(stackalloc char[512]);
        while (rest.IndexOfAny('\r', '\n') is >= 0 and var at)
        {
            var length = rest[at..].StartsWith("\r\n") ? 2 : 1;
            lines.Append(rest[..at]);
            lines.Append("<br />");
            lines.Append(rest.Slice(at, length));
            rest = rest[(at + length)..];
        }

        lines.Append(rest);
        return lines.Take();
    }
}
