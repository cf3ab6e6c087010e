using System.Buffers.Binary;

namespace StaticNews.Images;

/// <summary>
/// Reads from a picture's bytes what a page has to know before the picture is there: its format and its size. No pixel
/// is decoded here. Any bytes will do: it never throws, and its work is bounded by what it is given.
/// </summary>
internal static class ImageHeaderReader
{
    /// <summary>
    /// More pixels than any camera of the press makes: a small file that claims so many is meant to exhaust who unpacks
    /// it.
    /// </summary>
    public const long PixelsMax = 100_000_000;

    /// <param name="file">The bytes, from the first.</param>
    /// <param name="isWhole">False where only the beginning is here: then nothing is missed at its end.</param>
    public static ImageFacts Read(ReadOnlyMemory<byte> file, bool isWhole = true)
    {
        var facts = FormatOf(file.Span) switch
        {
            ImageFormat.Png => PngHeader.Read(file.Span, isWhole),
            ImageFormat.Jpeg => JpegHeader.Read(file.Span, isWhole),
            ImageFormat.Gif => GifHeader.Read(file.Span, isWhole),
            ImageFormat.WebP => WebPHeader.Read(file.Span, isWhole),
            ImageFormat.Avif => AvifHeader.Read(file.Span, isWhole),
            ImageFormat.Svg => new SvgHeader().Read(file, isWhole),
            var other => new ImageFacts(other, 0, 0),
        };
        return IsHuge(facts.Width, facts.Height) ? facts with { Traits = facts.Traits | ImageTraits.Huge } : facts;
    }

    public static bool IsHuge(long width, long height) => width * height > PixelsMax;

    /// <summary>Decided by the first bytes of the file, not by its name.</summary>
    public static ImageFormat FormatOf(ReadOnlySpan<byte> file) =>
        file switch
        {
            _ when file.StartsWith(PngHeader.Signature) => ImageFormat.Png,
            [0xFF, 0xD8, 0xFF, ..] => ImageFormat.Jpeg,
            _ when file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8) => ImageFormat.Gif,
            _ when file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8) => ImageFormat.WebP,
            _ when AvifHeader.IsAvif(file) => ImageFormat.Avif,
            _ when AvifHeader.IsHeic(file) => ImageFormat.Heic,
            _ when file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) => ImageFormat.Tiff,
            [0xFF, 0x0A, ..] => ImageFormat.JpegXl,
            _ when file.StartsWith("\0\0\0\x0CJXL \r\n"u8) => ImageFormat.JpegXl,
            _ when file.StartsWith("\0\0\0\x0CjP  \r\n"u8) => ImageFormat.Jpeg2000,
            [0xFF, 0x4F, 0xFF, 0x51, ..] => ImageFormat.Jpeg2000,
            _ when SvgHeader.IsSvg(file) => ImageFormat.Svg,
            _ => ImageFormat.Unknown,
        };
}

/// <summary>
/// A JPEG file (ITU-T T.81): its frame header, and how the camera was held. The coefficients between the markers are
/// passed over; a file that was cut off is known by its missing end marker.
/// </summary>
internal static class JpegHeader
{
    private const byte EndOfImage = 0xD9;

    public static ImageFacts Read(ReadOnlySpan<byte> file, bool isWhole)
    {
        var (width, height, isTurned) = (0, 0, false);
        var rest = file[2..];
        byte marker;
        while ((marker = NextMarker(ref rest, out var segment)) is not (0 or EndOfImage))
        {
            switch (marker)
            {
                // Frames (B.2.2); C4, C8 and CC are tables and a reserved marker.
                case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) when width == 0 && segment.Length >= 6:
                    (height, width) = (
                        BinaryPrimitives.ReadUInt16BigEndian(segment[1..]),
                        BinaryPrimitives.ReadUInt16BigEndian(segment[3..])
                    );
                    break;
                case 0xE1 when segment.StartsWith("Exif\0\0"u8):
                    isTurned |= ExifOrientation.IsTurned(segment[6..]);
                    break;
            }
        }

        var isBroken = width == 0 || height == 0 || (isWhole && marker != EndOfImage);
        (width, height) = isTurned ? (height, width) : (width, height);
        return new ImageFacts(
            ImageFormat.Jpeg,
            width,
            height,
            ImageFacts.NoColor,
            isBroken ? ImageTraits.Broken : ImageTraits.None
        );
    }

    /// <summary>
    /// The next marker that is no restart (B.1.1.3) with its segment; 0 where the file ends, or a segment is longer
    /// than the file.
    /// </summary>
    private static byte NextMarker(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> segment)
    {
        segment = [];
        while (rest.IndexOf((byte)0xFF) is var found and >= 0)
        {
            rest = rest[(found + 1)..].TrimStart((byte)0xFF);
            if (rest.IsEmpty)
            {
                return 0;
            }

            var marker = rest[0];
            rest = rest[1..];
            if (marker == EndOfImage)
            {
                return marker;
            }

            // A zero after FF is a byte FF of the coefficients; restarts and the start of the image have no length.
            if (marker is 0 or 1 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            if (
                rest.Length < 2
                || BinaryPrimitives.ReadUInt16BigEndian(rest) is var length && (length < 2 || length > rest.Length)
            )
            {
                return 0;
            }

            segment = rest[2..length];
            rest = rest[length..];
            return marker;
        }

        return 0;
    }
}

/// <summary>
/// A PNG file (PNG specification, third edition): its header, its orientation, and whether it has an end. The pixels
/// are not inflated.
/// </summary>
internal static class PngHeader
{
    /// <summary>The file's first bytes (5.2).</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Length, name, checksum.</summary>
    private const int ChunkFrameBytes = 12;

    private const int HeaderEnd = 33;

    public static ImageFacts Read(ReadOnlySpan<byte> file, bool isWhole)
    {
        if (file.Length < HeaderEnd || !file[12..].StartsWith("IHDR"u8))
        {
            return new ImageFacts(ImageFormat.Png, 0, 0, ImageFacts.NoColor, ImageTraits.Broken);
        }

        var width = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(file[16..]), int.MaxValue);
        var height = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(file[20..]), int.MaxValue);
        var (depth, type) = (file[24], file[25]);
        var traits = ReadChunks(file[Signature.Length..], isWhole, out var isTurned);
        traits |= type is 4 or 6 ? ImageTraits.Alpha : ImageTraits.None;
        traits |= width == 0 || height == 0 || !IsPermitted(type, depth) ? ImageTraits.Broken : ImageTraits.None;
        (width, height) = isTurned ? (height, width) : (width, height);
        return new ImageFacts(ImageFormat.Png, width, height, ImageFacts.NoColor, traits);
    }

    /// <summary>The colour types and the depths that each may have (11.2.1).</summary>
    private static bool IsPermitted(byte type, byte depth) =>
        (type, depth) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);

    /// <summary>Broken where the end of the file comes before the end of the picture.</summary>
    private static ImageTraits ReadChunks(ReadOnlySpan<byte> rest, bool isWhole, out bool isTurned)
    {
        isTurned = false;
        var (traits, hasPixels) = (ImageTraits.None, false);
        while (rest.Length >= ChunkFrameBytes)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - ChunkFrameBytes)
            {
                break;
            }

            var name = rest.Slice(4, 4);
            var content = rest.Slice(8, (int)length);
            traits |= TraitOf(name);
            hasPixels |= name.SequenceEqual("IDAT"u8);
            // Behind the pixels, browsers and libvips no longer ask for it.
            isTurned |= !hasPixels && name.SequenceEqual("eXIf"u8) && ExifOrientation.IsTurned(content);
            if (name.SequenceEqual("IEND"u8))
            {
                return hasPixels || !isWhole ? traits : traits | ImageTraits.Broken;
            }

            rest = rest[(content.Length + ChunkFrameBytes)..];
        }

        return isWhole ? traits | ImageTraits.Broken : traits;
    }

    private static ImageTraits TraitOf(ReadOnlySpan<byte> name) =>
        name switch
        {
            [(byte)'t', (byte)'R', (byte)'N', (byte)'S'] => ImageTraits.Alpha,
            [(byte)'a', (byte)'c', (byte)'T', (byte)'L'] => ImageTraits.Animated,
            _ => ImageTraits.None,
        };
}

/// <summary>
/// A GIF file (GIF89a specification): its screen's size and its blocks. The frames' codes are passed over.
/// </summary>
internal static class GifHeader
{
    private const int ScreenBytes = 13;
    private const int FrameHeadBytes = 10;
    private const byte Extension = 0x21;
    private const byte Frame = 0x2C;
    private const byte Trailer = 0x3B;
    private const byte GraphicControl = 0xF9;

    public static ImageFacts Read(ReadOnlySpan<byte> file, bool isWhole)
    {
        if (file.Length < ScreenBytes)
        {
            return new ImageFacts(ImageFormat.Gif, 0, 0, ImageFacts.NoColor, ImageTraits.Broken);
        }

        var width = BinaryPrimitives.ReadUInt16LittleEndian(file[6..]);
        var height = BinaryPrimitives.ReadUInt16LittleEndian(file[8..]);
        var rest = file[ScreenBytes..];
        SkipPalette(ref rest, file[10]);
        var (traits, frames) = ReadBlocks(rest);
        traits &= isWhole ? (ImageTraits)byte.MaxValue : ~ImageTraits.Broken;
        traits |= frames > 1 ? ImageTraits.Animated : ImageTraits.None;
        traits |= frames == 0 || width == 0 || height == 0 ? ImageTraits.Broken : ImageTraits.None;
        return new ImageFacts(ImageFormat.Gif, width, height, ImageFacts.NoColor, traits);
    }

    /// <summary>Goes through the file block by block, up to its trailer.</summary>
    private static (ImageTraits Traits, int Frames) ReadBlocks(ReadOnlySpan<byte> rest)
    {
        var (traits, frames) = (ImageTraits.None, 0);
        while (rest.Length > 0 && rest[0] != Trailer)
        {
            if (rest[0] == Extension && rest.Length >= 2)
            {
                // A graphic control block with the flag of a transparent colour (23).
                traits |=
                    rest[1] == GraphicControl && rest.Length >= 7 && (rest[3] & 1) != 0
                        ? ImageTraits.Alpha
                        : ImageTraits.None;
                rest = rest[2..];
            }
            else if (rest[0] == Frame && rest.Length > FrameHeadBytes)
            {
                var packed = rest[9];
                rest = rest[FrameHeadBytes..];
                SkipPalette(ref rest, packed);
                if (rest.IsEmpty)
                {
                    break;
                }

                frames++;
                rest = rest[1..];
            }
            else
            {
                return (traits | ImageTraits.Broken, frames);
            }

            SkipParts(ref rest);
        }

        return (rest.IsEmpty ? traits | ImageTraits.Broken : traits, frames);
    }

    private static void SkipPalette(ref ReadOnlySpan<byte> rest, byte packed)
    {
        if ((packed & 0x80) != 0)
        {
            rest = rest[Math.Min(rest.Length, 3 << ((packed & 7) + 1))..];
        }
    }

    private static void SkipParts(ref ReadOnlySpan<byte> rest)
    {
        while (rest.Length > 0)
        {
            var length = rest[0];
            rest = rest[Math.Min(rest.Length, length + 1)..];
            if (length == 0)
            {
                return;
            }
        }
    }
}

/// <summary>
/// The head of a WebP file (RFC 9649): a RIFF container whose first chunk is a VP8 key frame (RFC 6386, 9.1), a
/// lossless picture or the extended header.
/// </summary>
internal static class WebPHeader
{
    private const int ContainerBytes = 12;
    private const int ChunkHeadBytes = 8;
    private const byte AnimationFlag = 0x02;
    private const byte AlphaFlag = 0x10;

    public static ImageFacts Read(ReadOnlySpan<byte> file, bool isWhole)
    {
        var promised = 8L + BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        var traits = isWhole && promised > file.Length ? ImageTraits.Broken : ImageTraits.None;
        var chunk = file[ContainerBytes..];
        var (width, height, more) = chunk.Length < ChunkHeadBytes ? default : Size(chunk[..4], chunk[ChunkHeadBytes..]);
        traits |= width == 0 || height == 0 ? ImageTraits.Broken : more;
        return new ImageFacts(ImageFormat.WebP, width, height, ImageFacts.NoColor, traits);
    }

    private static (int Width, int Height, ImageTraits Traits) Size(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        if (name.SequenceEqual("VP8X"u8) && data.Length >= 10)
        {
            var traits =
                ((data[0] & AlphaFlag) != 0 ? ImageTraits.Alpha : ImageTraits.None)
                | ((data[0] & AnimationFlag) != 0 ? ImageTraits.Animated : ImageTraits.None);
            return (1 + Number24(data[4..]), 1 + Number24(data[7..]), traits);
        }

        if (name.SequenceEqual("VP8L"u8) && data.Length >= 5 && data[0] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return (
                1 + (int)(bits & 0x3FFF),
                1 + (int)((bits >> 14) & 0x3FFF),
                (bits >> 28 & 1) != 0 ? ImageTraits.Alpha : ImageTraits.None
            );
        }

        var isKeyFrame =
            name.SequenceEqual("VP8 "u8)
            && data.Length >= 10
            && (data[0] & 1) == 0
            && data[3..] is [0x9D, 0x01, 0x2A, ..];
        return isKeyFrame
            ? (
                BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF,
                ImageTraits.None
            )
            : default;
    }

    private static int Number24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}

/// <summary>
/// How a camera was held (Exif 2.32, 4.6.4, tag 274), from the TIFF structure within an Exif segment.
/// </summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;
    private const int EntryBytes = 12;

    /// <summary>Whether the picture is shown on its side: orientations 5 to 8.</summary>
    /// <param name="tiff">From its byte order mark on.</param>
    public static bool IsTurned(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return false;
        }

        var isLittle = tiff[0] == 'I';
        var directory = Number32(tiff[4..], isLittle);
        if (directory > tiff.Length - 2)
        {
            return false;
        }

        var entries = tiff[(int)directory..];
        var count = Number16(entries, isLittle);
        entries = entries[2..];
        for (; count > 0 && entries.Length >= EntryBytes; count--, entries = entries[EntryBytes..])
        {
            if (Number16(entries, isLittle) == Tag)
            {
                return Number16(entries[2..], isLittle) == Short && Number16(entries[8..], isLittle) is >= 5 and <= 8;
            }
        }

        return false;
    }

    private static ushort Number16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Number32(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
