using System.Buffers;
using System.Text;

namespace StaticNews.Text;

/// <summary>Text that an XML document can hold.</summary>
internal static class XmlCharacters
{
    /// <summary>
    /// The text without what XML 1.0 (section 2.2, Char) has no place for, escaped or not: control characters other
    /// than tab and line ends, lone surrogates, U+FFFE and U+FFFF. The same instance where there is nothing to drop.
    /// </summary>
    public static string Clean(string text)
    {
        var first = FirstForbidden(text);
        if (first < 0)
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (first >= 0)
        {
            kept.Append(rest[..first]);
            rest = rest[(first + 1)..];
            first = FirstForbidden(rest);
        }

        return kept.Append(rest).ToString();
    }

    private static int FirstForbidden(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\uD800' or >= '\uE000' and < '\uFFFE' or '\t' or '\n' or '\r')
            {
                continue;
            }

            if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }
}

/// <summary>Which characters a text may not carry into XML and HTML.</summary>
internal static class XmlText
{
    /// <summary>
    /// C0 controls but tab and line ends, DEL and the C1 controls (HTML standard, "control-character-in-input-stream"),
    /// and noncharacters of the basic plane; XML 1.0, section 2.2, forbids the first group and U+FFFE, U+FFFF.
    /// </summary>
    public static readonly SearchValues<char> Forbidden = SearchValues.Create(All());

    public static bool IsForbidden(char c) =>
        (c < ' ' && c is not ('\t' or '\n' or '\r'))
        || c is (>= '\u007F' and <= '\u009F') or (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF';

    private static char[] All()
    {
        var all = new List<char>();
        for (var c = 0; c <= char.MaxValue; c++)
        {
            if (IsForbidden((char)c))
            {
                all.Add((char)c);
            }
        }

        return [.. all];
    }
}
