using System.Buffers.Binary;
using System.IO.Compression;

namespace StaticNews.Pictures;

/// <summary>
/// A PNG file (PNG specification, third edition): its header, and the dominant colour of its pixels, which the framework inflates. Of an interlaced picture the
/// first passes are enough. One picture long.
/// </summary>
internal sealed class PngPicture(ReadOnlyMemory<byte> file, bool isWhole, ToneCount tones)
{
    /// <summary>The file's first bytes (5.2).</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Of a larger picture that is not interlaced, only so much from its top is inflated for its colour.</summary>
    private const long InflatedMaxBytes = 1L << 26;

    private const int HeaderEnd = 33;

    private readonly ReadOnlyMemory<byte> _file = file;
    private byte[] _palette = [];
    private byte[] _transparency = [];
    private int _pixels;
    private int _width;
    private int _height;
    private int _depth;
    private int _type;
    private bool _isInterlaced;

    public PictureFacts Read()
    {
        var header = _file.Span;
        if (header.Length < HeaderEnd || !header[12..].StartsWith("IHDR"u8))
        {
            return new PictureFacts(PictureFormat.Png, 0, 0, PictureFacts.NoTone, PictureTraits.Broken);
        }

        _width = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(header[16..]), int.MaxValue);
        _height = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(header[20..]), int.MaxValue);
        (_depth, _type, _isInterlaced) = (header[24], header[25], header[28] != 0);
        var traits = ReadChunks();
        traits |= _type is 4 or 6 || _transparency.Length > 0 ? PictureTraits.Alpha : PictureTraits.None;
        traits |= _width == 0 || _height == 0 || Channels == 0 ? PictureTraits.Broken : PictureTraits.None;
        if (isWhole && _pixels > 0 && (traits & PictureTraits.Broken) == PictureTraits.None && !PictureReader.IsHuge(_width, _height) && !TryCount())
        {
            traits |= PictureTraits.Broken;
        }

        return new PictureFacts(PictureFormat.Png, _width, _height, isWhole ? tones.Tone() : PictureFacts.NoTone, traits);
    }

    /// <summary>By colour type (11.2.1); 0 for one that does not exist with this depth.</summary>
    private int Channels => (_type, _depth) switch
    {
        (0, 1 or 2 or 4 or 8 or 16) => 1,
        (3, 1 or 2 or 4 or 8) => 1,
        (4, 8 or 16) => 2,
        (2, 8 or 16) => 3,
        (6, 8 or 16) => 4,
        _ => 0,
    };

    /// <summary>Finds palette, transparency and the first pixels; broken where the end of the file comes before the end of the picture.</summary>
    private PictureTraits ReadChunks()
    {
        var traits = isWhole ? PictureTraits.Broken : PictureTraits.None;
        var at = HeaderEnd;
        while (_file.Length - at >= PngChunks.FrameBytes)
        {
            var chunk = _file.Span[at..];
            var content = PngChunks.ContentOf(chunk);
            switch (chunk[4..8])
            {
                case [(byte)'P', (byte)'L', (byte)'T', (byte)'E']: _palette = content.ToArray(); break;
                case [(byte)'t', (byte)'R', (byte)'N', (byte)'S']: _transparency = content.ToArray(); break;
                case [(byte)'a', (byte)'c', (byte)'T', (byte)'L']: traits |= PictureTraits.Animated; break;
                case [(byte)'I', (byte)'D', (byte)'A', (byte)'T']: _pixels = _pixels == 0 ? at : _pixels; break;
                case [(byte)'I', (byte)'E', (byte)'N', (byte)'D']: return traits & ~PictureTraits.Broken;
            }

            at += Math.Min(chunk.Length, content.Length + PngChunks.FrameBytes);
        }

        return traits;
    }

    /// <summary>Counts the pixels of every pass; false where they end too early or cannot be inflated.</summary>
    private bool TryCount()
    {
        using var inflated = new ZLibStream(new PngChunks(_file, _pixels), CompressionMode.Decompress);
        try
        {
            return _isInterlaced ? TryCountPasses(inflated) : TryCountPass(inflated, _width, _height);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return false;
        }
    }

    /// <summary>Adam7 (8.2): the first five of its passes hold a quarter of the pixels, evenly spread.</summary>
    private bool TryCountPasses(ZLibStream inflated) =>
        TryCountPass(inflated, Nth(_width, 0, 8), Nth(_height, 0, 8))
        && TryCountPass(inflated, Nth(_width, 4, 8), Nth(_height, 0, 8))
        && TryCountPass(inflated, Nth(_width, 0, 4), Nth(_height, 4, 8))
        && TryCountPass(inflated, Nth(_width, 2, 4), Nth(_height, 0, 4))
        && TryCountPass(inflated, Nth(_width, 0, 2), Nth(_height, 2, 4));

    /// <summary>How many of a side's pixels a pass takes.</summary>
    private static int Nth(int side, int first, int step) => side <= first ? 0 : ((side - first - 1) / step) + 1;

    private bool TryCountPass(ZLibStream inflated, int width, int height)
    {
        if (width == 0 || height == 0)
        {
            return true;
        }

        var pixelBits = Channels * _depth;
        var rowBytes = (int)(((long)width * pixelBits + 7) / 8);
        var pixelBytes = Math.Max(1, pixelBits / 8);
        var (row, above) = (new byte[rowBytes + 1], new byte[rowBytes + 1]);
        var step = Math.Max(1, (int)Math.Sqrt((double)width * height / PictureReader.SampledPixels));
        var rows = (int)Math.Min(height, Math.Max(1, InflatedMaxBytes / (rowBytes + 1)));
        for (var y = 0; y < rows; y++)
        {
            if (inflated.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length || !TryUnfilter(row, above, pixelBytes))
            {
                return false;
            }

            if (y % step == 0)
            {
                CountRow(row.AsSpan(1), width, step);
            }

            (row, above) = (above, row);
        }

        return true;
    }

    /// <summary>Each byte of a row is stored as the difference to what its neighbours foretell (9.2). The first byte of a row says how.</summary>
    private static bool TryUnfilter(byte[] row, byte[] above, int pixelBytes)
    {
        switch (row[0])
        {
            case 0:
                break;
            case 1:
                for (var i = 1 + pixelBytes; i < row.Length; i++)
                {
                    row[i] += row[i - pixelBytes];
                }

                break;
            case 2:
                for (var i = 1; i < row.Length; i++)
                {
                    row[i] += above[i];
                }

                break;
            case 3:
                for (var i = 1; i < row.Length; i++)
                {
                    row[i] += (byte)(((i > pixelBytes ? row[i - pixelBytes] : 0) + above[i]) / 2);
                }

                break;
            case 4:
                for (var i = 1; i < row.Length; i++)
                {
                    row[i] += i > pixelBytes ? Paeth(row[i - pixelBytes], above[i], above[i - pixelBytes]) : above[i];
                }

                break;
            default:
                return false;
        }

        return true;
    }

    private static byte Paeth(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - corner - corner));
        if (toLeft <= toAbove && toLeft <= toCorner)
        {
            return (byte)left;
        }

        return (byte)(toAbove <= toCorner ? above : corner);
    }

    private void CountRow(ReadOnlySpan<byte> row, int width, int step)
    {
        var channels = Channels;
        for (var x = 0; x < width; x += step)
        {
            switch (_type)
            {
                case 0: AddGrey(Sample(row, x), 255); break;
                case 3: AddEntry(Sample(row, x)); break;
                case 4: AddGrey(Byte(row, x, 0, channels), Byte(row, x, 1, channels)); break;
                default:
                    tones.Add(Byte(row, x, 0, channels), Byte(row, x, 1, channels), Byte(row, x, 2, channels), channels == 4 ? Byte(row, x, 3, channels) : 255);
                    break;
            }
        }
    }

    /// <summary>The higher byte of two is enough.</summary>
    private int Byte(ReadOnlySpan<byte> row, int x, int channel, int channels) => row[((x * channels) + channel) * (_depth / 8)];

    /// <summary>Of a picture with one channel: pixels of less than eight bits share a byte, the first in the highest bits.</summary>
    private int Sample(ReadOnlySpan<byte> row, int x)
    {
        if (_depth >= 8)
        {
            return Byte(row, x, 0, 1);
        }

        var bit = x * _depth;
        return (row[bit >> 3] >> (8 - _depth - (bit & 7))) & ((1 << _depth) - 1);
    }

    private void AddGrey(int value, int alpha)
    {
        var grey = _depth < 8 ? value * 255 / ((1 << _depth) - 1) : value;
        tones.Add(grey, grey, grey, alpha);
    }

    private void AddEntry(int entry)
    {
        if ((entry * 3) + 2 < _palette.Length)
        {
            tones.Add(_palette[entry * 3], _palette[(entry * 3) + 1], _palette[(entry * 3) + 2], entry < _transparency.Length ? _transparency[entry] : 255);
        }
    }
}
