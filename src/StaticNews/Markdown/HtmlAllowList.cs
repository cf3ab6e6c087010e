using System.Collections.Frozen;
using AngleSharp.Dom;

namespace StaticNews.Markdown;

/// <summary>
/// What raw HTML in an article may keep. Chosen for news: text, quotes, lists, tables, pictures. Nothing that loads,
/// runs, asks or styles.
/// </summary>
internal static class HtmlAllowList
{
    private static readonly FrozenSet<string> Kept = FrozenSet.Create(
        StringComparer.Ordinal,
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
        "wbr"
    );

    /// <summary>
    /// Elements that older pages used for the same; and blocks whose text must not run into the next one's.
    /// </summary>
    private static readonly FrozenDictionary<string, string> Renamed = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["strike"] = "s",
        ["tt"] = "code",
        ["acronym"] = "abbr",
        ["address"] = "div",
        ["article"] = "div",
        ["aside"] = "div",
        ["center"] = "div",
        ["dialog"] = "div",
        ["footer"] = "div",
        ["header"] = "div",
        ["main"] = "div",
        ["nav"] = "div",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Of these not even the text is for readers.</summary>
    private static readonly FrozenSet<string> Dropped = FrozenSet.Create(
        StringComparer.Ordinal,
        "applet",
        "base",
        "canvas",
        "embed",
        "frame",
        "frameset",
        "head",
        "link",
        "math",
        "meta",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "param",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "datalist",
        "map",
        "area",
        "input",
        "keygen",
        "portal"
    );

    /// <summary>
    /// The HTML parser lets these hold what their parents may not: without them it would stand in the wrong place, so
    /// only text stays.
    /// </summary>
    private static readonly FrozenSet<string> TextOnly = FrozenSet.Create(
        StringComparer.Ordinal,
        "button",
        "marquee",
        "xmp",
        "plaintext",
        "listing"
    );

    private static readonly FrozenSet<string> Voids = FrozenSet.Create(
        StringComparer.Ordinal,
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr"
    );

    private static readonly FrozenSet<string> Texts = FrozenSet.Create(
        StringComparer.Ordinal,
        "abbr",
        "lang",
        "dir",
        "title"
    );

    /// <summary>The element's name on the page; null where only what it holds stays.</summary>
    public static string? NameOf(string element) =>
        Kept.Contains(element) ? element : Renamed.GetValueOrDefault(element);

    public static bool IsDropped(string element) => Dropped.Contains(element);

    public static bool IsTextOnly(string element) => TextOnly.Contains(element);

    /// <summary>Has no content and no end tag (HTML standard, 13.1.2).</summary>
    public static bool IsVoid(string element) => Voids.Contains(element);

    /// <summary>
    /// Links, ids and pictures' addresses are not asked here: <see cref="RawHtmlWriter"/> rewrites them.
    /// </summary>
    public static bool IsKept(string element, string attribute, string value) =>
        attribute switch
        {
            "dir" => value is "ltr" or "rtl" or "auto",
            "lang" => value.Length is > 0 and <= 35 && !value.AsSpan().ContainsAnyExcept(LanguageLetters),
            "alt" => element is "img",
            "width" or "height" => element is "img" && IsNumber(value),
            "colspan" or "rowspan" => element is "td" or "th" && IsNumber(value),
            "scope" => element is "th" && value is "row" or "col" or "rowgroup" or "colgroup",
            "style" => element is "td" or "th"
                && value is "text-align: left;" or "text-align: center;" or "text-align: right;",
            "span" => element is "col" or "colgroup" && IsNumber(value),
            "start" => element is "ol" && IsNumber(value.TrimStart('-')),
            "type" => element is "ol" && value is "1" or "a" or "A" or "i" or "I",
            "value" => element is "li" && IsNumber(value.TrimStart('-')),
            "reversed" => element is "ol",
            "open" => element is "details",
            "datetime" => element is "time" or "del" or "ins",
            "class" => (
                element is "code" && value.StartsWith("language-", StringComparison.Ordinal) && !value.Contains(' ')
            ) || (element is "div" && value is FootnotesRenderer.NotesClass),
            "role" => value is "doc-endnotes" or "doc-noteref" or "doc-backlink",
            _ => Texts.Contains(attribute),
        };

    /// <summary>
    /// The parser makes these of a stray end tag, or opens them again after each block when they were left open.
    /// </summary>
    private static readonly FrozenSet<string> EmptyWhenBlank = FrozenSet.Create(
        StringComparer.Ordinal,
        ["p", "b", "code", "em", "i", "s", "small", "span", "strong", "u", "h2", "h3", "h4", "h5", "h6"]
    );

    private static readonly System.Buffers.SearchValues<char> LanguageLetters = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"
    );

    private static bool IsNumber(string value) =>
        value.Length is > 0 and <= 5 && !value.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether an element without content is left out.</summary>
    public static bool IsEmptyWhenBlank(string name) => EmptyWhenBlank.Contains(name);

    /// <summary>Whether the attribute is written from the file's own size.</summary>
    public static bool IsPictureSide(string element, string attribute) =>
        element is "img" && attribute is "width" or "height";

    /// <summary>A picture or frame of a dot's size only counts readers.</summary>
    public static bool IsTiny(IElement element) =>
        element.GetAttribute("width") is "0" or "1" || element.GetAttribute("height") is "0" or "1";

    /// <summary>Parsers take any character into a name but call most of them errors.</summary>
    public static bool IsPlainName(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or ':' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}
