using System.Buffers;
using System.Globalization;
using System.Text;

namespace StaticNews.Articles.Prose;

/// <summary>Writes text and URLs into HTML.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"");

    /// <summary>What a URL may not hold as it is (RFC 3986, appendix A), with the backslash that browsers read as a slash. Letters of other scripts stay: HTML allows them.</summary>
    private static readonly SearchValues<char> NotInUrl = SearchValues.Create(" \"<>\\^`{|}\u00A0\u3000");

    /// <summary>Escapes <c>&amp; &lt; &gt; "</c>: right in text and in an attribute between double quotes.</summary>
    public static void Append(StringBuilder html, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is var found and >= 0)
        {
            html.Append(text[..found]).Append(text[found] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ => "&quot;",
            });
            text = text[(found + 1)..];
        }

        html.Append(text);
    }

    /// <summary>The URL with the percent encodings that it needs and nothing else changed.</summary>
    public static string EncodedUrl(string url)
    {
        if (!url.AsSpan().ContainsAny(NotInUrl))
        {
            return url;
        }

        var encoded = new StringBuilder(url.Length + 8);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in url.EnumerateRunes())
        {
            if (!rune.IsBmp || !NotInUrl.Contains((char)rune.Value))
            {
                encoded.Append(rune);
                continue;
            }

            foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)])
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
            }
        }

        return encoded.ToString();
    }
}
