using System.Buffers.Binary;

namespace StaticNews.Pictures;

/// <summary>
/// A JPEG file (ITU-T T.81): its frame header, and how the camera was held. The coefficients between the markers are passed over; a file that was cut off is known by its missing
/// end marker.
/// </summary>
internal static class JpegPicture
{
    private const byte EndOfImage = 0xD9;

    public static PictureFacts Read(ReadOnlySpan<byte> file, bool isWhole)
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
                    (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
                    break;
                case 0xE1 when segment.StartsWith("Exif\0\0"u8):
                    isTurned |= ExifOrientation.IsTurned(segment[6..]);
                    break;
            }
        }

        var isBroken = width == 0 || height == 0 || (isWhole && marker != EndOfImage);
        (width, height) = isTurned ? (height, width) : (width, height);
        return new PictureFacts(PictureFormat.Jpeg, width, height, PictureFacts.NoTone, isBroken ? PictureTraits.Broken : PictureTraits.None);
    }

    /// <summary>The next marker that is no restart (B.1.1.3) with its segment; 0 where the file ends, or a segment is longer than the file.</summary>
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

            if (rest.Length < 2 || BinaryPrimitives.ReadUInt16BigEndian(rest) is var length && (length < 2 || length > rest.Length))
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
