using System.Text;

namespace StaticNews.Text;

/// <summary>Text that an XML document can hold.</summary>
internal static class XmlCharacters
{
    /// <summary>
    /// The text without what XML 1.0 (section 2.2, Char) has no place for, escaped or not: control characters other than tab and line ends,
    /// lone surrogates, U+FFFE and U+FFFF. The same instance where there is nothing to drop.
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
