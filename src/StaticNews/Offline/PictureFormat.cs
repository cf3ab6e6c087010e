using System.Buffers.Binary;

namespace StaticNews.Offline;

/// <summary>What a picture is by its bytes, whatever its name says; the core media types of EPUB 3.3, section 3.2, and no others.</summary>
internal sealed record PictureFormat(string MediaType, string Extension)
{
    public static readonly PictureFormat Jpeg = new("image/jpeg", "jpg");
    public static readonly PictureFormat Png = new("image/png", "png");
    public static readonly PictureFormat Gif = new("image/gif", "gif");
    public static readonly PictureFormat WebP = new("image/webp", "webp");
    public static readonly PictureFormat Svg = new("image/svg+xml", "svg");

    /// <summary>Of a bitmap whose header is whole and names a size; null for all else, SVG too (see <see cref="SvgPicture"/>).</summary>
    public static PictureFormat? OfBitmap(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(PngSignature))
        {
            return IsPng(bytes) ? Png : null;
        }

        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
        {
            return bytes.Length > 13 && BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]) > 0 && BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]) > 0 ? Gif : null;
        }

        if (bytes.StartsWith("RIFF"u8))
        {
            return bytes.Length > 30 && bytes[8..].StartsWith("WEBPVP8"u8) && (bytes[15] is (byte)' ' or (byte)'L' or (byte)'X') ? WebP : null;
        }

        return IsJpeg(bytes) ? Jpeg : null;
    }

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The first chunk is IHDR with two sizes above 0 (PNG, third edition, section 11.2.1).</summary>
    private static bool IsPng(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 45
        && bytes[12..].StartsWith("IHDR"u8)
        && BinaryPrimitives.ReadInt32BigEndian(bytes[16..]) > 0
        && BinaryPrimitives.ReadInt32BigEndian(bytes[20..]) > 0;

    /// <summary>Segments up to a frame header with two sizes above 0 (ITU-T T.81, annex B).</summary>
    private static bool IsJpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
        {
            return false;
        }

        for (var at = 2; at + 9 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            // C4, C8 and CC in this row are tables; D9 and DA end what can be found.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]) > 0 && BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]) > 0;
            }

            if (marker is 0xD9 or 0xDA)
            {
                return false;
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return false;
    }
}
