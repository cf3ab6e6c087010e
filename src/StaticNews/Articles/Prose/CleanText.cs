using System.Text;

namespace StaticNews.Articles.Prose;

/// <summary>Takes out of finished HTML what may not be in it: forbidden characters, tokens of shortcodes, halves of surrogate pairs.</summary>
internal static class CleanText
{
    public static string Of(StringBuilder html, int start, int length)
    {
        var text = html.ToString(start, length);
        return IsClean(text) ? text : Cleaned(text);
    }

    private static bool IsClean(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(XmlText.Forbidden))
        {
            return false;
        }

        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is var found and >= 0)
        {
            if (Rune.DecodeFromUtf16(text[found..], out _, out var read) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[(found + read)..];
        }

        return true;
    }

    private static string Cleaned(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        while (text.Length > 0)
        {
            if (ShortcodeText.TokenLength(text) is var token and > 0)
            {
                text = text[token..];
                continue;
            }

            Rune.DecodeFromUtf16(text, out var rune, out var read);
            if (!rune.IsBmp || !XmlText.IsForbidden((char)rune.Value))
            {
                clean.Append(rune);
            }

            text = text[read..];
        }

        return clean.ToString();
    }
}
