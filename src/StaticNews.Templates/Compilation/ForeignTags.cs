using System.Buffers;

namespace StaticNews.Templates;

/// <summary>
/// Finds tags of Liquid and Jinja in what a template writes as text: who comes from Jekyll, Shopify or Django writes
/// them, and here readers would see them. Only what begins with a word of those languages and is closed is one; what
/// stands in a comment, or in an element that shows code, is meant as text.
/// </summary>
internal static class ForeignTags
{
    /// <summary>A tag that is longer is none.</summary>
    private const int MaxChars = 400;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n-%");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new HashSet<string>(
        StringComparer.Ordinal
    )
    {
        "if",
        "elsif",
        "elif",
        "else",
        "endif",
        "unless",
        "endunless",
        "case",
        "when",
        "endcase",
        "for",
        "endfor",
        "tablerow",
        "endtablerow",
        "break",
        "continue",
        "assign",
        "capture",
        "endcapture",
        "increment",
        "decrement",
        "cycle",
        "comment",
        "endcomment",
        "raw",
        "endraw",
        "include",
        "include_relative",
        "render",
        "section",
        "layout",
        "highlight",
        "endhighlight",
        "link",
        "post_url",
        "seo",
        "feed_meta",
        "block",
        "endblock",
        "extends",
        "set",
        "endset",
        "macro",
        "endmacro",
        "import",
        "from",
        "call",
        "endcall",
        "filter",
        "endfilter",
        "with",
        "endwith",
        "autoescape",
        "endautoescape",
        "load",
        "url",
        "static",
        "trans",
        "endtrans",
        "verbatim",
        "endverbatim",
        "csrf_token",
        "do",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The first one, as offsets within <paramref name="text"/>; null for none.</summary>
    public static TemplateSpan? First(ReadOnlySpan<char> text)
    {
        for (var from = 0; text[from..].IndexOf("{%", StringComparison.Ordinal) is var found and >= 0; )
        {
            var start = from + found;
            var tag = text[start..Math.Min(text.Length, start + MaxChars)];
            var end = tag.IndexOf("%}", StringComparison.Ordinal);
            if (end > 1 && Words.Contains(NameIn(tag[2..end])) && !IsShownAsText(text[..start]))
            {
                return new TemplateSpan(start, start + end + 2);
            }
            from = start + 2;
        }
        return null;
    }

    private static ReadOnlySpan<char> NameIn(ReadOnlySpan<char> inside)
    {
        var word = inside.TrimStart("-+").TrimStart();
        return word.IndexOfAny(NameEnds) is var end and >= 0 ? word[..end] : word;
    }

    private static bool IsShownAsText(ReadOnlySpan<char> before) =>
        IsOpen(before, "<!--", "-->") || IsOpen(before, "<code", "</code") || IsOpen(before, "<pre", "</pre");

    private static bool IsOpen(ReadOnlySpan<char> before, string opening, string closing) =>
        before.LastIndexOf(opening, StringComparison.OrdinalIgnoreCase)
        > before.LastIndexOf(closing, StringComparison.OrdinalIgnoreCase);
}
