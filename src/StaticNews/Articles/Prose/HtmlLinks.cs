using System.Net;
using StaticNews.Text;

namespace StaticNews.Articles.Prose;

/// <summary>Reads <c>href</c> and <c>src</c> out of raw HTML, without a parser: what the parser sees less or more only costs a lookup.</summary>
internal static class HtmlLinks
{
    /// <param name="html">A span of <paramref name="text"/>.</param>
    /// <exception cref="BodyLimitException">Attributes are left open so often that it takes too long.</exception>
    public static void AddTo(LinkScan scan, string text, TextSpan html, ParseBudget budget)
    {
        var at = html.Start;
        while (at < html.End && text.AsSpan(at, html.End - at).IndexOf('<') is var found and >= 0)
        {
            at += found + 1;
            var nameLength = NameLength(text, at, html.End);
            var name = text.AsSpan(at, nameLength);
            var tag = at - 1;
            if (name.Equals("a", StringComparison.OrdinalIgnoreCase))
            {
                budget.Link(tag);
                budget.Spend(TagLength(text, at, html.End), tag);
                AddAttribute(scan, text, at + nameLength, html.End, "href");
            }
            else if (name.Equals("img", StringComparison.OrdinalIgnoreCase))
            {
                budget.Link(tag);
                budget.Spend(TagLength(text, at, html.End), tag);
                AddAttribute(scan, text, at + nameLength, html.End, "src");
                if (!HasAttribute(text, at + nameLength, html.End, "alt"))
                {
                    scan.AddWithoutAlt(new TextSpan(at - 1, nameLength + 1));
                }
            }

            at += nameLength;
        }
    }

    /// <summary>How far the attributes are read, at most.</summary>
    private static int TagLength(string text, int at, int end)
    {
        var tag = text.AsSpan(at, end - at);
        var close = tag.IndexOf('>');
        return close < 0 || tag[..close].ContainsAny('"', '\'') ? tag.Length : close;
    }

    private static void AddAttribute(LinkScan scan, string text, int at, int end, string attribute)
    {
        if (TryAttribute(text, at, end, attribute, out var value) && value is { } found)
        {
            scan.Add(WebUtility.HtmlDecode(text.Substring(found.Start, found.Length)), found);
        }
    }

    private static bool HasAttribute(string text, int at, int end, string attribute) => TryAttribute(text, at, end, attribute, out _);

    /// <summary>Looks for an attribute up to the tag's end. An attribute without a value has a null one.</summary>
    private static bool TryAttribute(string text, int at, int end, string attribute, out TextSpan? value)
    {
        while (at < end && text[at] != '>')
        {
            var nameLength = NameLength(text, at, end);
            if (nameLength == 0)
            {
                at++;
                continue;
            }

            value = ValueAfter(text, at + nameLength, end);
            if (text.AsSpan(at, nameLength).Equals(attribute, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            at = value is { } found ? AfterValue(text, found, end) : at + nameLength;
        }

        value = null;
        return false;
    }

    /// <summary>Past the quote that ends a value, which would otherwise hide a '&gt;' behind it.</summary>
    private static int AfterValue(string text, TextSpan value, int end) => value.End < end && text[value.End] is '"' or '\'' ? value.End + 1 : value.End;

    private static TextSpan? ValueAfter(string text, int at, int end)
    {
        at = SkipWhite(text, at, end);
        if (at >= end || text[at] != '=')
        {
            return null;
        }

        at = SkipWhite(text, at + 1, end);
        if (at >= end)
        {
            return null;
        }

        var rest = text.AsSpan(at, end - at);
        if (rest[0] is '"' or '\'')
        {
            var close = rest[1..].IndexOf(rest[0]);
            return close < 0 ? null : new TextSpan(at + 1, close);
        }

        var length = rest.IndexOfAny(" \t\r\n>");
        return new TextSpan(at, length < 0 ? rest.Length : length);
    }

    private static int SkipWhite(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int NameLength(string text, int at, int end)
    {
        var length = 0;
        while (at + length < end && (char.IsAsciiLetterOrDigit(text[at + length]) || text[at + length] is '-' or ':'))
        {
            length++;
        }

        return length;
    }
}
