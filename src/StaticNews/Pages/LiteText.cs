using System.Buffers;
using System.Net;
using System.Text;

namespace StaticNews.Pages;

/// <summary>
/// A finished body as the text edition shows it: a picture becomes what it shows, linked to the full page; what loads, runs or styles goes; links to articles lead to
/// their pages in this edition.
/// </summary>
internal static class LiteText
{
    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" />\t\n");

    /// <param name="html">As <see cref="Articles.Prose.BodyRenderer"/> writes it: no <c>&lt;</c>, <c>&gt;</c> or double quote within an attribute.</param>
    /// <param name="full">Link to the article's full page.</param>
    /// <param name="links">From links of the full edition, as they are written, to those of this one.</param>
    public static string Of(ReadOnlySpan<char> html, string full, IReadOnlyDictionary<string, string> links)
    {
        var text = new StringBuilder(html.Length);
        var isInLink = false;
        while (html.IndexOf('<') is var at and >= 0)
        {
            text.Append(html[..at]);
            var end = html[at..].IndexOf('>');
            var tag = end < 0 ? html[at..] : html.Slice(at, end + 1);
            html = html[(at + tag.Length)..];
            var name = NameOf(tag);
            isInLink = name is "a" ? tag[1] != '/' : isInLink;
            switch (name)
            {
                case "img": AppendPicture(text, tag, full, isInLink); break;
                case "picture" or "source" or "track" or "video" or "audio": break;
                case "script" or "style" or "iframe" or "object" or "svg" or "embed": html = After(html, tag, name); break;
                case "a": AppendLink(text, tag, links); break;
                default: AppendPlain(text, tag); break;
            }
        }

        return text.Append(html).ToString();
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        var name = tag[(tag.Length > 1 && tag[1] == '/' ? 2 : 1)..];
        return name[..(name.IndexOfAny(NameEnd) is var end and >= 0 ? end : name.Length)];
    }

    /// <summary>What follows the element; an end tag alone is passed over.</summary>
    private static ReadOnlySpan<char> After(ReadOnlySpan<char> html, ReadOnlySpan<char> tag, ReadOnlySpan<char> name)
    {
        if (tag[1] == '/' || name is "embed" || html.IndexOf($"</{name}>", StringComparison.OrdinalIgnoreCase) is not (var end and >= 0))
        {
            return html;
        }

        return html[(end + name.Length + 3)..];
    }

    private static void AppendPicture(StringBuilder text, ReadOnlySpan<char> tag, string full, bool isInLink)
    {
        if (ValueOf(tag, " alt=\"") is not { IsEmpty: false } alt)
        {
            return;
        }

        if (isInLink)
        {
            text.Append('[').Append(alt).Append(']');
        }
        else
        {
            text.Append("<a href=\"").Append(WebUtility.HtmlEncode(full)).Append("\">[").Append(alt).Append("]</a>");
        }
    }

    private static void AppendLink(StringBuilder text, ReadOnlySpan<char> tag, IReadOnlyDictionary<string, string> links)
    {
        const string href = " href=\"";
        var value = ValueOf(tag, href);
        var address = value[..(value.IndexOfAny('#', '?') is var end and >= 0 ? end : value.Length)];
        if (links.Count == 0 || address.IsEmpty || !links.TryGetValue(WebUtility.HtmlDecode(address.ToString()), out var lite))
        {
            AppendPlain(text, tag);
            return;
        }

        var start = tag.IndexOf(href, StringComparison.Ordinal) + href.Length;
        text.Append(tag[..start]).Append(WebUtility.HtmlEncode(lite)).Append(tag[(start + address.Length)..]);
    }

    /// <summary>Without a style of its own, which this edition's policy allows nowhere.</summary>
    private static void AppendPlain(StringBuilder text, ReadOnlySpan<char> tag)
    {
        const string style = " style=\"";
        var start = tag.IndexOf(style, StringComparison.Ordinal);
        if (start < 0)
        {
            text.Append(tag);
            return;
        }

        var end = tag[(start + style.Length)..].IndexOf('"');
        text.Append(tag[..start]).Append(end < 0 ? ">" : tag[(start + style.Length + end + 1)..]);
    }

    private static ReadOnlySpan<char> ValueOf(ReadOnlySpan<char> tag, string opening)
    {
        if (tag.IndexOf(opening, StringComparison.Ordinal) is not (var found and >= 0))
        {
            return default;
        }

        var value = tag[(found + opening.Length)..];
        return value[..(value.IndexOf('"') is var end and >= 0 ? end : value.Length)];
    }
}
