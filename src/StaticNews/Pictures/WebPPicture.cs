using System.Buffers.Binary;

namespace StaticNews.Pictures;

/// <summary>
/// The head of a WebP file (RFC 9649): a RIFF container whose first chunk is a VP8 key frame (RFC 6386, 9.1), a lossless picture or the
/// extended header.
/// </summary>
internal static class WebPPicture
{
    private const int ContainerBytes = 12;
    private const int ChunkHeadBytes = 8;
    private const byte AnimationFlag = 0x02;
    private const byte AlphaFlag = 0x10;

    public static PictureFacts Read(ReadOnlySpan<byte> file, bool isWhole)
    {
        var promised = 8L + BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        var traits = isWhole && promised > file.Length ? PictureTraits.Broken : PictureTraits.None;
        var chunk = file[ContainerBytes..];
        var (width, height, more) = chunk.Length < ChunkHeadBytes ? default : Size(chunk[..4], chunk[ChunkHeadBytes..]);
        traits |= width == 0 || height == 0 ? PictureTraits.Broken : more;
        return new PictureFacts(PictureFormat.WebP, width, height, PictureFacts.NoTone, traits);
    }

    private static (int Width, int Height, PictureTraits Traits) Size(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        if (name.SequenceEqual("VP8X"u8) && data.Length >= 10)
        {
            var traits = ((data[0] & AlphaFlag) != 0 ? PictureTraits.Alpha : PictureTraits.None) | ((data[0] & AnimationFlag) != 0 ? PictureTraits.Animated : PictureTraits.None);
            return (1 + Number24(data[4..]), 1 + Number24(data[7..]), traits);
        }

        if (name.SequenceEqual("VP8L"u8) && data.Length >= 5 && data[0] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF), (bits >> 28 & 1) != 0 ? PictureTraits.Alpha : PictureTraits.None);
        }

        var isKeyFrame = name.SequenceEqual("VP8 "u8) && data.Length >= 10 && (data[0] & 1) == 0 && data[3..] is [0x9D, 0x01, 0x2A, ..];
        return isKeyFrame
            ? (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF, PictureTraits.None)
            : default;
    }

    private static int Number24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
