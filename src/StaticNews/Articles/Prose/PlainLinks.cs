using System.Buffers;
using StaticNews.Text;

namespace StaticNews.Articles.Prose;

/// <summary>
/// Finds the links of a body that writes all of them in the plain way, <c>[text](target)</c> or <c>![text](target)</c> within one line, without reading the
/// Markdown around them. At anything that could make them something else (code, HTML, escapes, definitions, tables, titles, brackets over two lines) it
/// gives up, and the body is parsed. A test compares the two.
/// </summary>
internal static class PlainLinks
{
    /// <summary>What may hide a link, or make one in another way.</summary>
    private static readonly SearchValues<char> Others = SearchValues.Create("`<\\|\t\0");

    /// <summary>What a plain target cannot hold.</summary>
    private static readonly SearchValues<char> OddInTarget =
        SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(code => (char)code), .. "()[]&\"'", .. Enumerable.Range(0x7F, 0x22).Select(code => (char)code)]);

    /// <summary>Fills <paramref name="targets"/>, in the order of the text; false, and they mean nothing, where the body must be parsed.</summary>
    public static bool TryFind(ReadOnlySpan<char> body, List<TextSpan> targets)
    {
        targets.Clear();
        if (MayHoldOthers(body))
        {
            return false;
        }

        var start = 0;
        while (start < body.Length)
        {
            var length = body[start..].IndexOfAny('\r', '\n');
            var line = length < 0 ? body[start..] : body.Slice(start, length);
            if (!TryLine(line, start, targets))
            {
                return false;
            }

            start += line.Length + 1;
        }

        return true;
    }

    /// <summary>One quick search after the other: a set of texts is searched for character by character, a set of characters is not. Four blanks may begin code.</summary>
    private static bool MayHoldOthers(ReadOnlySpan<char> body) =>
        body.ContainsAny(Others)
        || body.ContainsAny('\uFDD0', '\uFDD1')
        || body.Contains("    ", StringComparison.Ordinal)
        || body.Contains("{{", StringComparison.Ordinal)
        || body.Contains("~~~", StringComparison.Ordinal);

    private static bool TryLine(ReadOnlySpan<char> line, int offset, List<TextSpan> targets)
    {
        var isOpen = false;
        for (var at = line.IndexOfAny('[', ']'); at >= 0; at = Next(line, at))
        {
            var next = at + 1 < line.Length ? line[at + 1] : ' ';
            if (line[at] == '[')
            {
                // Brackets within brackets, and notes, are left to the parser.
                if (isOpen || next == '^')
                {
                    return false;
                }

                isOpen = true;
            }
            else if (next is ':' or '[')
            {
                return false;
            }
            else if (isOpen)
            {
                isOpen = false;
                if (next == '(')
                {
                    if (!TryTarget(line[(at + 2)..], out var length))
                    {
                        return false;
                    }

                    targets.Add(new TextSpan(offset + at + 2, length));
                }
            }
        }

        return !isOpen;
    }

    private static int Next(ReadOnlySpan<char> line, int at)
    {
        var found = line[(at + 1)..].IndexOfAny('[', ']');
        return found < 0 ? -1 : at + 1 + found;
    }

    private static bool TryTarget(ReadOnlySpan<char> rest, out int length)
    {
        length = rest.IndexOfAny(OddInTarget);
        return length > 0 && rest[length] == ')';
    }
}
