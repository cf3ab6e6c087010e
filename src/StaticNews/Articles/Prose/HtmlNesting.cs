using System.Collections.Frozen;

namespace StaticNews.Articles.Prose;

/// <summary>
/// How deep HTML is nested, seen before it is parsed: the time of a parser grows with the number of elements that are open, and whoever walks
/// its tree needs stack for them.
/// </summary>
internal static class HtmlNesting
{
    /// <summary>Markdown's own limit and as much again for what HTML adds.</summary>
    public const int OpenMax = ProseParser.NestingMax * 2;

    /// <summary>Elements that end by themselves: without content, or closed by their next sibling.</summary>
    private static readonly FrozenSet<string> NotCounted = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input",
        "li", "link", "meta", "optgroup", "option", "p", "param", "source",
        "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotCountedSpans = NotCounted.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>An end tag takes back one start tag, whichever: only the count matters.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> html)
    {
        var open = 0;
        while (html.IndexOf('<') is var found and >= 0)
        {
            html = html[(found + 1)..];
            var isEnd = html.StartsWith("/");
            var name = html[(isEnd ? 1 : 0)..];
            name = name[..NameLength(name)];
            if (name.IsEmpty || NotCountedSpans.Contains(name))
            {
                continue;
            }

            open = isEnd ? Math.Max(0, open - 1) : open + 1;
            if (open > OpenMax)
            {
                return true;
            }
        }

        return false;
    }

    private static int NameLength(ReadOnlySpan<char> html)
    {
        var length = 0;
        while (length < html.Length && char.IsAsciiLetterOrDigit(html[length]))
        {
            length++;
        }

        return length;
    }
}
