using System.Buffers;
using System.Text;

namespace StaticNews.Feeds;

/// <summary>URLs as machines must read them: RFC 3986 allows ASCII only, while slugs may be written in any script.</summary>
internal static class WebUrl
{
    // Unreserved and reserved characters (RFC 3986, sections 2.2 and 2.3), and the percent sign of what is escaped already.
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%");

    /// <summary>The URL with every other character percent-encoded as UTF-8, and a percent sign that escapes nothing as <c>%25</c>. Encoding twice changes nothing.</summary>
    public static string Encode(string url)
    {
        if (!url.AsSpan().ContainsAnyExcept(Allowed) && !url.Contains('%', StringComparison.Ordinal))
        {
            return url;
        }

        var encoded = new StringBuilder(url.Length + 32);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < url.Length;)
        {
            Rune.DecodeFromUtf16(url.AsSpan(i), out var rune, out var used);
            var isPlain = rune.IsAscii && Allowed.Contains((char)rune.Value) && (rune.Value != '%' || IsEscape(url, i));
            if (isPlain)
            {
                encoded.Append((char)rune.Value);
            }
            else
            {
                AppendEscaped(encoded, bytes[..rune.EncodeToUtf8(bytes)]);
            }

            i += used;
        }

        return encoded.ToString();
    }

    private static bool IsEscape(string url, int at) =>
        at + 2 < url.Length && char.IsAsciiHexDigit(url[at + 1]) && char.IsAsciiHexDigit(url[at + 2]);

    private static void AppendEscaped(StringBuilder encoded, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            encoded.Append('%').Append(Convert.ToHexString([value]));
        }
    }
}
