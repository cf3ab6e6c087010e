using System.Buffers.Binary;

namespace StaticNews.Pictures;

/// <summary>A GIF file (GIF89a specification): its screen's size and its blocks. The frames' codes are passed over.</summary>
internal static class GifPicture
{
    private const int ScreenBytes = 13;
    private const int FrameHeadBytes = 10;
    private const byte Extension = 0x21;
    private const byte Frame = 0x2C;
    private const byte Trailer = 0x3B;
    private const byte GraphicControl = 0xF9;

    public static PictureFacts Read(ReadOnlySpan<byte> file, bool isWhole)
    {
        if (file.Length < ScreenBytes)
        {
            return new PictureFacts(PictureFormat.Gif, 0, 0, PictureFacts.NoTone, PictureTraits.Broken);
        }

        var width = BinaryPrimitives.ReadUInt16LittleEndian(file[6..]);
        var height = BinaryPrimitives.ReadUInt16LittleEndian(file[8..]);
        var rest = file[ScreenBytes..];
        SkipPalette(ref rest, file[10]);
        var (traits, frames) = ReadBlocks(rest);
        traits &= isWhole ? (PictureTraits)byte.MaxValue : ~PictureTraits.Broken;
        traits |= frames > 1 ? PictureTraits.Animated : PictureTraits.None;
        traits |= frames == 0 || width == 0 || height == 0 ? PictureTraits.Broken : PictureTraits.None;
        return new PictureFacts(PictureFormat.Gif, width, height, PictureFacts.NoTone, traits);
    }

    /// <summary>Goes through the file block by block, up to its trailer.</summary>
    private static (PictureTraits Traits, int Frames) ReadBlocks(ReadOnlySpan<byte> rest)
    {
        var (traits, frames) = (PictureTraits.None, 0);
        while (rest.Length > 0 && rest[0] != Trailer)
        {
            if (rest[0] == Extension && rest.Length >= 2)
            {
                // A graphic control block with the flag of a transparent colour (23).
                traits |= rest[1] == GraphicControl && rest.Length >= 7 && (rest[3] & 1) != 0 ? PictureTraits.Alpha : PictureTraits.None;
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
                return (traits | PictureTraits.Broken, frames);
            }

            SkipParts(ref rest);
        }

        return (rest.IsEmpty ? traits | PictureTraits.Broken : traits, frames);
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
