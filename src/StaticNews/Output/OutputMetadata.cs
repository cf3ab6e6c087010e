using System.Buffers;
using System.Text;

namespace StaticNews.Output;

/// <summary>
/// What was once found out of one published file and takes long to find out again. It is about these bytes only, so the
/// build log keeps it with the file's record, for as long as the file has them. What other files decide (how large a
/// picture is, what the limit is) is not in it.
///
/// <code>
/// note = flags (1), quick?, best?, style?, pictures?
/// quick, best, style = LEB128; pictures = count (LEB128), then each length (LEB128) and UTF-8
/// </code>
/// </summary>
internal sealed record OutputMetadata
{
    public static readonly OutputMetadata Empty = new();

    private const byte HasQuick = 1;
    private const byte HasBest = 2;
    private const byte HasStyle = 4;
    private const byte HasPictures = 8;
    private const int FirstSkippedBit = 4;

    /// <summary>Bytes in brotli at <see cref="Compressor.QuickBrotliQuality"/>; null: not known.</summary>
    public int? Quick { get; init; }

    /// <summary>Bytes in brotli at its best; null: not known.</summary>
    public int? Best { get; init; }

    /// <summary>How many of <see cref="Best"/> the styles make; null: not known.</summary>
    public int? Style { get; init; }

    /// <summary>Output paths of the pictures that the page loads from the site, each once; null: not known.</summary>
    public IReadOnlyList<string>? Pictures { get; init; }

    /// <summary>A bit a method whose copy would save too little.</summary>
    private int Skipped { get; init; }

    public bool Skips(CompressionMethod method) => (Skipped & (1 << (int)method)) != 0;

    public OutputMetadata WithSkipped(CompressionMethod method) => this with { Skipped = Skipped | (1 << (int)method) };

    /// <summary>
    /// What <see cref="Write"/> wrote; <see cref="Empty"/> for anything else, which costs finding out again.
    /// </summary>
    public static OutputMetadata Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return Empty;
        }

        var flags = bytes[0];
        var rest = bytes[1..];
        return
            TryNumber(flags, HasQuick, ref rest, out var quick)
            && TryNumber(flags, HasBest, ref rest, out var best)
            && TryNumber(flags, HasStyle, ref rest, out var style)
            && TryPictures(flags, ref rest, out var pictures)
            ? new OutputMetadata
            {
                Quick = quick,
                Best = best,
                Style = style,
                Pictures = pictures,
                Skipped = flags >> FirstSkippedBit,
            }
            : Empty;
    }

    public void Write(IBufferWriter<byte> to)
    {
        to.Write([
            (byte)(
                (Quick is null ? 0 : HasQuick)
                | (Best is null ? 0 : HasBest)
                | (Style is null ? 0 : HasStyle)
                | (Pictures is null ? 0 : HasPictures)
                | (Skipped << FirstSkippedBit)
            ),
        ]);
        WriteNumber(to, Quick);
        WriteNumber(to, Best);
        WriteNumber(to, Style);
        WriteNumber(to, Pictures?.Count);
        foreach (var picture in Pictures ?? [])
        {
            WriteNumber(to, Encoding.UTF8.GetByteCount(picture));
            Encoding.UTF8.GetBytes(picture, to);
        }
    }

    private static void WriteNumber(IBufferWriter<byte> to, int? number)
    {
        if (number is not { } known)
        {
            return;
        }

        var rest = (uint)known;
        for (; rest > 0x7f; rest >>= 7)
        {
            to.Write([(byte)(rest | 0x80)]);
        }

        to.Write([(byte)rest]);
    }

    /// <summary>False where it should be there and is not whole.</summary>
    private static bool TryNumber(byte flags, byte flag, ref ReadOnlySpan<byte> rest, out int? number)
    {
        number = null;
        if ((flags & flag) == 0)
        {
            return true;
        }

        var value = 0u;
        for (var shift = 0; shift < 32 && !rest.IsEmpty; shift += 7)
        {
            var next = rest[0];
            rest = rest[1..];
            value |= (uint)(next & 0x7f) << shift;
            if (next <= 0x7f)
            {
                number = (int)value;
                return number >= 0;
            }
        }

        return false;
    }

    private static bool TryPictures(byte flags, ref ReadOnlySpan<byte> rest, out string[]? pictures)
    {
        pictures = null;
        if (!TryNumber(flags, HasPictures, ref rest, out var count) || count > rest.Length)
        {
            return false;
        }

        if (count is not { } known)
        {
            return true;
        }

        var found = new string[known];
        for (var i = 0; i < found.Length; i++)
        {
            if (!TryNumber(HasPictures, HasPictures, ref rest, out var length) || length > rest.Length)
            {
                return false;
            }

            found[i] = Encoding.UTF8.GetString(rest[..length!.Value]);
            rest = rest[length.Value..];
        }

        pictures = found;
        return true;
    }
}
