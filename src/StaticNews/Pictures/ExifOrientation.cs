using System.Buffers.Binary;

namespace StaticNews.Pictures;

/// <summary>How a camera was held (Exif 2.32, 4.6.4, tag 274), from the TIFF structure within an Exif segment.</summary>
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
