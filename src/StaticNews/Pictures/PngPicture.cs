using System.Buffers.Binary;

namespace StaticNews.Pictures;

/// <summary>
/// A PNG file (PNG specification, third edition): its header, its orientation, and whether it has an end. The pixels are not inflated.
/// </summary>
internal static class PngPicture
{
    /// <summary>The file's first bytes (5.2).</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Length, name, checksum.</summary>
    private const int ChunkFrameBytes = 12;

    private const int HeaderEnd = 33;

    public static PictureFacts Read(ReadOnlySpan<byte> file, bool isWhole)
    {
        if (file.Length < HeaderEnd || !file[12..].StartsWith("IHDR"u8))
        {
            return new PictureFacts(PictureFormat.Png, 0, 0, PictureFacts.NoTone, PictureTraits.Broken);
        }

        var width = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(file[16..]), int.MaxValue);
        var height = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(file[20..]), int.MaxValue);
        var (depth, type) = (file[24], file[25]);
        var traits = ReadChunks(file[Signature.Length..], isWhole, out var isTurned);
        traits |= type is 4 or 6 ? PictureTraits.Alpha : PictureTraits.None;
        traits |= width == 0 || height == 0 || !IsPermitted(type, depth) ? PictureTraits.Broken : PictureTraits.None;
        (width, height) = isTurned ? (height, width) : (width, height);
        return new PictureFacts(PictureFormat.Png, width, height, PictureFacts.NoTone, traits);
    }

    /// <summary>The colour types and the depths that each may have (11.2.1).</summary>
    private static bool IsPermitted(byte type, byte depth) => (type, depth) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);

    /// <summary>Broken where the end of the file comes before the end of the picture.</summary>
    private static PictureTraits ReadChunks(ReadOnlySpan<byte> rest, bool isWhole, out bool isTurned)
    {
        isTurned = false;
        var (traits, hasPixels) = (PictureTraits.None, false);
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
            isTurned |= name.SequenceEqual("eXIf"u8) && ExifOrientation.IsTurned(content);
            if (name.SequenceEqual("IEND"u8))
            {
                return hasPixels || !isWhole ? traits : traits | PictureTraits.Broken;
            }

            rest = rest[(content.Length + ChunkFrameBytes)..];
        }

        return isWhole ? traits | PictureTraits.Broken : traits;
    }

    private static PictureTraits TraitOf(ReadOnlySpan<byte> name) => name switch
    {
        [(byte)'t', (byte)'R', (byte)'N', (byte)'S'] => PictureTraits.Alpha,
        [(byte)'a', (byte)'c', (byte)'T', (byte)'L'] => PictureTraits.Animated,
        _ => PictureTraits.None,
    };
}
