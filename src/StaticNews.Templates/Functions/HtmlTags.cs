namespace StaticNews.Templates;

/// <summary>
/// Takes the tags out of HTML: comments, declarations, elements' tags, and scripts and styles with what they hold. A tag begins as the HTML standard
/// says, with a letter, <c>/</c>, <c>!</c> or <c>?</c> after the <c>&lt;</c>, so "1 &lt; 2" stays; a quoted attribute may hold a <c>&gt;</c>; what never
/// ends is text. The fields remember which ends are missing in the rest, so that hostile text cannot ask for the same search again and again.
/// </summary>
internal ref struct HtmlTags
{
    private bool _noTagEnds;
    private bool _noCommentEnds;
    private bool _noScriptEnds;
    private bool _noStyleEnds;

    public static string Strip(string html)
    {
        var rest = html.AsSpan();
        if (!rest.Contains('<'))
            return html;
        var tags = default(HtmlTags);
        var text = new TextBuffer(stackalloc char[512]);
        while (!tags._noTagEnds && rest.IndexOf('<') is >= 0 and var open)
        {
            text.Append(rest[..open]);
            rest = rest[open..];
            var length = tags.MarkupLength(rest);
            if (length == 0)
                text.Append('<');
            rest = rest[Math.Max(length, 1)..];
        }

        text.Append(rest);
        return text.Take();
    }

    /// <summary>The length of the markup that <paramref name="html"/> starts with; 0 when its <c>&lt;</c> is only a character.</summary>
    private int MarkupLength(ReadOnlySpan<char> html)
    {
        if (!_noCommentEnds && html.StartsWith("<!--"))
        {
            var end = html[4..].IndexOf("-->");
            if (end >= 0)
                return end + 7;
            _noCommentEnds = true;
        }

        if (html.Length < 2 || !(char.IsAsciiLetter(html[1]) || html[1] is '/' or '!' or '?'))
            return 0;
        var tag = TagLength(html);
        _noTagEnds = tag == 0;
        if (!_noScriptEnds && IsElement(html, "script"))
            return tag + RawTextLength(html[tag..], "script", ref _noScriptEnds);
        if (!_noStyleEnds && IsElement(html, "style"))
            return tag + RawTextLength(html[tag..], "style", ref _noStyleEnds);
        return tag;
    }

    /// <summary>Up to the <c>&gt;</c> that no quotes enclose. A quote only counts after a <c>=</c>: an apostrophe may stand anywhere else.</summary>
    private static int TagLength(ReadOnlySpan<char> html)
    {
        var quote = '\0';
        var afterEquals = false;
        for (var i = 1; i < html.Length; i++)
        {
            var c = html[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c == '>')
                return i + 1;
            else if (afterEquals && c is '"' or '\'')
                quote = c;
            else if (!char.IsWhiteSpace(c))
                afterEquals = c == '=';
        }

        // A quote that is never closed is no quote: then the tag ends at its first '>'.
        return html.IndexOf('>') + 1;
    }

    private static bool IsElement(ReadOnlySpan<char> html, string name) =>
        html[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && html.Length > name.Length + 1 && !char.IsAsciiLetterOrDigit(html[name.Length + 1]);

    /// <summary>Up to and with the closing tag; 0 when there is none.</summary>
    private static int RawTextLength(ReadOnlySpan<char> html, string name, ref bool noneEnds)
    {
        var from = 0;
        while (html[from..].IndexOf("</") is >= 0 and var close)
        {
            from += close + 2;
            if (!html[from..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;
            var end = html[from..].IndexOf('>');
            noneEnds = end < 0;
            return noneEnds ? 0 : from + end + 1;
        }

        noneEnds = true;
        return 0;
    }
}
