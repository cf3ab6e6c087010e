using System.IO.Compression;
using System.Text;

namespace StaticNews.Svg;

/// <summary>
/// The text of an SVG file. Only encodings that every browser reads alike will do, because a file that is read otherwise there than here has not been checked: UTF-8, UTF-16,
/// and windows-1252, which browsers take for ISO-8859-1 and ASCII, too (Encoding Standard). What UTF-32, UTF-7 or EBCDIC would hide is not published.
/// </summary>
internal static class SvgText
{
    /// <summary>Of a compressed file: what it may unpack to. A drawing of a newspaper has some kilobytes.</summary>
    public const int ExpandedMaxBytes = 64 * 1024 * 1024;

    /// <summary>The XML declaration stands at the beginning, and is short.</summary>
    private const int DeclarationMaxBytes = 1024;

    /// <summary>What windows-1252 has where ISO-8859-1 has control characters, from 0x80 on.</summary>
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    public static bool IsCompressed(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]);

    /// <summary>Unpacks gzip; null where it is broken or holds too much.</summary>
    /// <param name="hasMore">Whether there is something behind the first member: browsers do not read it.</param>
    public static byte[]? Expand(byte[] file, out bool hasMore)
    {
        hasMore = false;
        try
        {
            using var packed = new MemoryStream(file);
            using var stream = new GZipStream(packed, CompressionMode.Decompress);
            using var expanded = new MemoryStream();
            var piece = new byte[81_920];
            while (stream.Read(piece) is var count and > 0)
            {
                expanded.Write(piece, 0, count);
                if (expanded.Length > ExpandedMaxBytes)
                {
                    return null;
                }
            }

            // A member ends with its length (RFC 1952, 2.3.1): where there are two, or bytes behind the last, it is another one.
            hasMore = file.Length < 4 || BitConverter.ToUInt32(file.AsSpan(file.Length - 4)) != (uint)expanded.Length;
            return expanded.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Null where it is in no such encoding.</summary>
    public static string? Decode(ReadOnlySpan<byte> file) => file switch
    {
        [0xff, 0xfe, 0, 0, ..] or [0, 0, 0xfe, 0xff, ..] => null,
        [0xef, 0xbb, 0xbf, ..] => Strict(new UTF8Encoding(false, throwOnInvalidBytes: true), file[3..]),
        [0xff, 0xfe, ..] => Strict(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), file[2..]),
        [0xfe, 0xff, ..] => Strict(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), file[2..]),
        [(byte)'<', 0, not 0, ..] => Strict(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), file),
        [0, (byte)'<', ..] => Strict(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), file),
        _ => DecodeDeclared(file),
    };

    private static string? DecodeDeclared(ReadOnlySpan<byte> file) => DeclaredEncoding(file) switch
    {
        null or "utf-8" or "utf8" => Strict(new UTF8Encoding(false, throwOnInvalidBytes: true), file),
        "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "l1" or "windows-1252" or "cp1252" or "x-cp1252" or "us-ascii" or "ascii" => FromWindows1252(file),
        _ => null,
    };

    /// <summary>As the XML declaration names it, in lower case; null where it names none.</summary>
    private static string? DeclaredEncoding(ReadOnlySpan<byte> file)
    {
        var start = Encoding.Latin1.GetString(file[..Math.Min(file.Length, DeclarationMaxBytes)]);
        if (!start.StartsWith("<?xml", StringComparison.Ordinal) || start.IndexOf("?>", StringComparison.Ordinal) is not (var end and > 0))
        {
            return null;
        }

        var declaration = start.AsSpan(0, end);
        if (declaration.IndexOf("encoding") is not (var at and >= 0))
        {
            return null;
        }

        var value = declaration[(at + "encoding".Length)..].TrimStart(" \t\r\n=");
        var quote = value.IsEmpty ? -1 : value[1..].IndexOf(value[0]);
        return quote < 0 ? "" : value.Slice(1, quote).ToString().ToLowerInvariant();
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string FromWindows1252(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes).ToCharArray();
        foreach (ref var c in text.AsSpan())
        {
            c = c is >= '\x80' and < '\xa0' ? Windows1252[c - 0x80] : c;
        }

        return new string(text);
    }
}
