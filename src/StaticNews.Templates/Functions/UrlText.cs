using System.Buffers;
using System.Text;

namespace StaticNews.Templates;

/// <summary>Percent-encoding of UTF-8, by the character sets of RFC 3986.</summary>
internal static class UrlText
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> KeptInPart = SearchValues.Create(Unreserved);

    private static readonly SearchValues<char> KeptInWhole = SearchValues.Create(Unreserved + ":/?#[]@!$&'()*+,;=");

    /// <summary>For one part of an address, such as a value in a query: everything but unreserved characters is encoded.</summary>
    public static string EncodePart(string text) => Encode(text, KeptInPart);

    /// <summary>For a whole address: what structures it (<c>/ ? # &amp;</c> and the like) stays.</summary>
    public static string EncodeWhole(string text) => Encode(text, KeptInWhole);

    private static string Encode(string text, SearchValues<char> kept)
    {
        var rest = text.AsSpan();
        var at = rest.IndexOfAnyExcept(kept);
        if (at < 0)
            return text;
        var encoded = new TextBuffer(stackalloc char[256]);
        while (at >= 0)
        {
            encoded.Append(rest[..at]);
            Rune.DecodeFromUtf16(rest[at..], out var rune, out var length);
            AppendEncoded(ref encoded, rune);
            rest = rest[(at + length)..];
            at = rest.IndexOfAnyExcept(kept);
        }

        encoded.Append(rest);
        return encoded.Take();
    }

    private static void AppendEncoded(ref TextBuffer encoded, Rune rune)
    {
        const string Digits = "0123456789ABCDEF";
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
        {
            encoded.Append('%');
            encoded.Append(Digits[b >> 4]);
            encoded.Append(Digits[b & 15]);
        }
    }
}
