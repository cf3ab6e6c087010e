using System.Net;
using System.Text;
using StaticNews.Markdown;
using StaticNews.Text;

namespace StaticNews.TextEdition;

/// <summary>
/// A finished body as the text edition shows it: a picture becomes what it shows, linked to the full page; what loads,
/// runs or styles goes; links to articles lead to their pages in this edition.
/// </summary>
internal static class LiteText
{
    /// <param name="html">
    /// As <see cref="BodyRenderer"/> writes it: no <c>&lt;</c>, <c>&gt;</c> or double quote within an attribute.
    /// </param>
    /// <param name="full">Link to the article's full page.</param>
    public static string Of(ReadOnlySpan<char> html, string full, LiteLinks links)
    {
        var text = new StringBuilder(html.Length);
        var isInLink = false;
        var pieces = new HtmlTokenizer(html);
        while (pieces.MoveNext())
        {
            isInLink = pieces.Name is "a" ? !pieces.IsEndTag : isInLink;
            switch (pieces.Name)
            {
                case "":
                    text.Append(pieces.Piece);
                    break;
                case "img":
                    AppendPicture(text, pieces.Piece, full, isInLink);
                    break;
                case "picture" or "source" or "track" or "video" or "audio" or "embed":
                    break;
                case "script" or "style" or "iframe" or "object" or "svg":
                    Skip(ref pieces);
                    break;
                case "a":
                    AppendLink(text, pieces.Piece, links);
                    break;
                default:
                    AppendPlain(text, pieces.Piece);
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>An end tag alone is passed over.</summary>
    private static void Skip(ref HtmlTokenizer pieces)
    {
        if (!pieces.IsEndTag)
        {
            pieces.SkipElement(pieces.Name);
        }
    }

    private static void AppendPicture(StringBuilder text, ReadOnlySpan<char> tag, string full, bool isInLink)
    {
        if (HtmlTokenizer.ValueOf(tag, " alt=\"") is not { IsEmpty: false } alt)
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

    private static void AppendLink(StringBuilder text, ReadOnlySpan<char> tag, LiteLinks links)
    {
        const string href = " href=\"";
        var value = HtmlTokenizer.ValueOf(tag, href);
        var address = value[..(value.IndexOfAny('#', '?') is var end and >= 0 ? end : value.Length)];
        if (
            address.IsEmpty
            || links.Instead(WebUtility.HtmlDecode(address.ToString()), value[address.Length..]) is not { } lite
        )
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
}

/// <summary>Where the links of a text lead in the text edition.</summary>
/// <param name="own">Address of the article's own full page, as its text has it.</param>
internal sealed class LiteLinks(string own)
{
    private readonly Dictionary<string, string> _pages = new(StringComparer.Ordinal);

    /// <param name="full">Address of an article's full page, as texts have it.</param>
    /// <param name="lite">Address of its page in this edition.</param>
    public void Add(string full, string lite) => _pages[full] = lite;

    /// <summary>The address that replaces one in a text; null where it stays.</summary>
    /// <param name="full">Without <paramref name="suffix"/>.</param>
    /// <param name="suffix">From <c>?</c> or <c>#</c> on, or empty.</param>
    public string? Instead(string full, ReadOnlySpan<char> suffix) =>
        suffix.StartsWith('#') && full.Equals(own, StringComparison.Ordinal) ? "" : _pages.GetValueOrDefault(full);
}
