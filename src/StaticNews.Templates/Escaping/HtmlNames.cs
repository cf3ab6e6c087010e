using System.Collections.Frozen;

namespace StaticNews.Templates;

/// <summary>
/// Elements and attributes whose content is not plain text (HTML standard, "Attributes" index; SVG's <c>href</c>; old
/// attributes that browsers still follow).
/// </summary>
internal static class HtmlNames
{
    private static readonly FrozenSet<string> RawText = new[]
    {
        "script",
        "style",
        "title",
        "textarea",
        "xmp",
        "iframe",
        "noembed",
        "noframes",
        "plaintext",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Urls = new[]
    {
        "href",
        "src",
        "action",
        "formaction",
        "poster",
        "cite",
        "data",
        "ping",
        "manifest",
        "background",
        "longdesc",
        "usemap",
        "icon",
        "codebase",
        "classid",
        "archive",
        "profile",
        "dynsrc",
        "lowsrc",
        "itemid",
        "itemtype",
        "from",
        "to",
        "values",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Letters in the longest name of an element whose content is no markup.</summary>
    public const int LongestRawText = 9;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RawTextLookup =
        RawText.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the content of this element is no markup.</summary>
    /// <param name="element">In lower case.</param>
    public static bool HasRawText(ReadOnlySpan<char> element) => RawTextLookup.Contains(element);

    /// <summary>
    /// What the value of an attribute is, by the name of its element and its own, both in lower case.
    /// </summary>
    public static AttributeKind KindOf(string element, string attribute, MetaKind meta)
    {
        if (element is "meta" && attribute is "content")
        {
            return meta switch
            {
                MetaKind.Url => AttributeKind.Url,
                MetaKind.Refresh => AttributeKind.Refresh,
                _ => AttributeKind.Text,
            };
        }
        var name = attribute.AsSpan(attribute.LastIndexOf(':') + 1);
        if (attribute is "style")
            return AttributeKind.Css;
        if (attribute is "srcdoc" || (name.Length > 2 && name.StartsWith("on", StringComparison.Ordinal)))
            return AttributeKind.Code;
        if (name.StartsWith("data-", StringComparison.Ordinal))
            name = name["data-".Length..];
        if (name is "srcset" or "imagesrcset")
            return AttributeKind.UrlList;
        return Urls.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) ? AttributeKind.Url : AttributeKind.Text;
    }

    /// <summary>Whether an attribute of <c>meta</c> says what its <c>content</c> is.</summary>
    public static bool NamesContent(string element, string attribute) =>
        element is "meta" && attribute is "http-equiv" or "name" or "property" or "itemprop";

    /// <summary>What it says.</summary>
    public static MetaKind MetaOf(string attribute, string value)
    {
        var name = value.AsSpan().Trim();
        if (attribute is "http-equiv")
            return name.Equals("refresh", StringComparison.OrdinalIgnoreCase) ? MetaKind.Refresh : MetaKind.Text;
        var last = name[(name.LastIndexOf(':') + 1)..];
        return
            last.Equals("url", StringComparison.OrdinalIgnoreCase)
            || last.EndsWith("_url", StringComparison.OrdinalIgnoreCase)
            || last.Equals("image", StringComparison.OrdinalIgnoreCase)
            || last.Equals("src", StringComparison.OrdinalIgnoreCase)
            ? MetaKind.Url
            : MetaKind.Text;
    }
}
