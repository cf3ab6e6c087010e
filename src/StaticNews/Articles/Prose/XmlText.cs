using System.Buffers;

namespace StaticNews.Articles.Prose;

/// <summary>Which characters a text may not carry into XML and HTML.</summary>
internal static class XmlText
{
    /// <summary>
    /// C0 controls but tab and line ends, DEL and the C1 controls (HTML standard, "control-character-in-input-stream"), and noncharacters of the basic
    /// plane; XML 1.0, section 2.2, forbids the first group and U+FFFE, U+FFFF.
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
