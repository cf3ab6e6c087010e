namespace StaticNews.Pages;

/// <summary>
/// Looks in CSS for what is opened and not closed. A browser says nothing of it and leaves rules out, far from the slip (CSS Syntax, 5.4). Strings, comments and addresses without
/// quotes hold braces that mean nothing.
/// </summary>
internal static class StyleBraces
{
    /// <summary>What is wrong first, and where; null for nothing.</summary>
    public static (StyleFault Fault, int Offset)? Find(ReadOnlySpan<char> css)
    {
        var open = new Stack<int>();
        for (var at = 0; at < css.Length; at++)
        {
            switch (css[at])
            {
                case '{': open.Push(at); break;
                case '}' when open.Count == 0: return (StyleFault.Stray, at);
                case '}': open.Pop(); break;
                case '\\': at++; break;
                case '"' or '\'': at = EndOfString(css, at); break;
                case '(' when EndsWithUrl(css[..at]): at = EndOfAddress(css, at); break;
                case '/' when css[at..].StartsWith("/*"):
                    var end = css[(at + 2)..].IndexOf("*/");
                    if (end < 0)
                    {
                        return (StyleFault.Comment, at);
                    }

                    at += end + 3;
                    break;
                default: break;
            }
        }

        return open.TryPop(out var brace) ? (StyleFault.Brace, brace) : null;
    }

    /// <summary>At the closing quote, or at the line end that ends a string without one (CSS Syntax, 4.3.5).</summary>
    private static int EndOfString(ReadOnlySpan<char> css, int start)
    {
        for (var at = start + 1; at < css.Length; at++)
        {
            if (css[at] == css[start] || css[at] is '\n' or '\r')
            {
                return at;
            }

            at += css[at] == '\\' ? 1 : 0;
        }

        return css.Length;
    }

    private static bool EndsWithUrl(ReadOnlySpan<char> before) => before.EndsWith("url", StringComparison.OrdinalIgnoreCase);

    /// <summary>At the ')' of an address without quotes; one with quotes is a string like others.</summary>
    private static int EndOfAddress(ReadOnlySpan<char> css, int start)
    {
        var address = css[(start + 1)..];
        var first = address.IndexOfAnyExcept(" \t\r\n");
        var isQuoted = first >= 0 && address[first] is '"' or '\'';
        return isQuoted || address.IndexOf(')') is not (>= 0 and var end) ? start : start + 1 + end;
    }
}
