using System.Buffers.Binary;

namespace StaticNews.Pictures;

/// <summary>
/// A GIF file (GIF89a specification): its screen's size, and the dominant colour of its first frame, whose codes (LZW of up to twelve bits) are only counted.
/// </summary>
internal static class GifPicture
{
    private const int ScreenBytes = 13;
    private const int FrameHeadBytes = 10;
    private const int CodesMax = 4096;
    private const byte Extension = 0x21;
    private const byte Frame = 0x2C;
    private const byte Trailer = 0x3B;
    private const byte GraphicControl = 0xF9;

    public static PictureFacts Read(ReadOnlySpan<byte> file, bool isWhole, ToneCount tones)
    {
        if (file.Length < ScreenBytes)
        {
            return new PictureFacts(PictureFormat.Gif, 0, 0, PictureFacts.NoTone, PictureTraits.Broken);
        }

        var width = BinaryPrimitives.ReadUInt16LittleEndian(file[6..]);
        var height = BinaryPrimitives.ReadUInt16LittleEndian(file[8..]);
        var rest = file[ScreenBytes..];
        var palette = TakePalette(ref rest, file[10]);
        var (traits, frames) = ReadBlocks(rest, palette, PictureReader.IsHuge(width, height) || !isWhole ? null : tones);
        traits &= isWhole ? (PictureTraits)byte.MaxValue : ~PictureTraits.Broken;
        traits |= frames > 1 ? PictureTraits.Animated : PictureTraits.None;
        traits |= frames == 0 || width == 0 || height == 0 ? PictureTraits.Broken : PictureTraits.None;
        return new PictureFacts(PictureFormat.Gif, width, height, isWhole ? tones.Tone() : PictureFacts.NoTone, traits);
    }

    /// <summary>Goes through the file block by block, up to its trailer.</summary>
    private static (PictureTraits Traits, int Frames) ReadBlocks(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> palette, ToneCount? tones)
    {
        var (traits, frames, transparent) = (PictureTraits.None, 0, -1);
        while (rest.Length > 0 && rest[0] != Trailer)
        {
            if (rest[0] == Extension && rest.Length >= 2)
            {
                if (rest[1] == GraphicControl && rest.Length >= 7 && (rest[3] & 1) != 0)
                {
                    (transparent, traits) = (rest[6], traits | PictureTraits.Alpha);
                }

                rest = rest[2..];
            }
            else if (rest[0] == Frame && rest.Length > FrameHeadBytes)
            {
                var pixels = BinaryPrimitives.ReadUInt16LittleEndian(rest[5..]) * (long)BinaryPrimitives.ReadUInt16LittleEndian(rest[7..]);
                var packed = rest[9];
                rest = rest[FrameHeadBytes..];
                var own = TakePalette(ref rest, packed);
                if (rest.Length == 0)
                {
                    break;
                }

                if (frames++ == 0 && tones is not null)
                {
                    traits |= CountFrame(rest, own.IsEmpty ? palette : own, transparent, Math.Min(pixels, PictureReader.PixelsMax), tones) ? PictureTraits.None : PictureTraits.Broken;
                }

                rest = rest[1..];
            }
            else
            {
                return (traits | PictureTraits.Broken, frames);
            }

            SkipParts(ref rest);
        }

        return (rest.Length == 0 ? traits | PictureTraits.Broken : traits, frames);
    }

    private static ReadOnlySpan<byte> TakePalette(ref ReadOnlySpan<byte> rest, byte packed)
    {
        if ((packed & 0x80) == 0)
        {
            return [];
        }

        var length = Math.Min(rest.Length, 3 << ((packed & 7) + 1));
        var palette = rest[..length];
        rest = rest[length..];
        return palette;
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

    /// <summary>Counts each colour of the frame; false where its codes end too early or make no sense.</summary>
    private static bool CountFrame(ReadOnlySpan<byte> data, ReadOnlySpan<byte> palette, int transparent, long pixels, ToneCount tones)
    {
        Span<long> counts = stackalloc long[256];
        var isWhole = CountColours(data, pixels, counts);
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0 && i * 3 + 2 < palette.Length)
            {
                tones.Add(palette[i * 3], palette[i * 3 + 1], palette[i * 3 + 2], i == transparent ? 0 : 255, counts[i]);
            }
        }

        return isWhole;
    }

    /// <summary>A code stands for a string of colours: for one that is known and one colour more. The strings are walked backwards, which counting does not mind.</summary>
    private static bool CountColours(ReadOnlySpan<byte> data, long pixels, Span<long> counts)
    {
        int colourBits = data[0];
        if (colourBits is < 1 or > 8)
        {
            return false;
        }

        var strings = new GifStrings(colourBits);
        var bits = new GifBits(data[1..]);
        while (pixels > 0)
        {
            var code = bits.Take(strings.CodeBits);
            if (code < 0 || code == strings.EndCode || !strings.TryTake(code, counts, ref pixels))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The codes of a frame: bits from the lowest up, over parts of at most 255 bytes.</summary>
    private ref struct GifBits(ReadOnlySpan<byte> parts)
    {
        private ReadOnlySpan<byte> _rest = parts;
        private int _left;
        private int _held;
        private int _heldBits;

        /// <summary>-1 where the frame ends.</summary>
        public int Take(int count)
        {
            while (_heldBits < count)
            {
                if (_left == 0)
                {
                    if (_rest.Length == 0 || _rest[0] == 0)
                    {
                        return -1;
                    }

                    _left = _rest[0];
                    _rest = _rest[1..];
                }

                if (_rest.Length == 0)
                {
                    return -1;
                }

                _held |= _rest[0] << _heldBits;
                _rest = _rest[1..];
                _left--;
                _heldBits += 8;
            }

            var code = _held & ((1 << count) - 1);
            _held >>= count;
            _heldBits -= count;
            return code;
        }
    }

    /// <summary>The table of strings.</summary>
    private ref struct GifStrings(int colourBits)
    {
        private readonly short[] _before = new short[CodesMax];
        private readonly byte[] _last = new byte[CodesMax];
        private readonly byte[] _first = new byte[CodesMax];
        private int _next = (1 << colourBits) + 2;
        private int _previous = -1;

        public int CodeBits { get; private set; } = colourBits + 1;

        public readonly int EndCode => (1 << colourBits) + 1;

        private readonly int ClearCode => 1 << colourBits;

        /// <summary>Counts what a code stands for, and learns a string from it; false for a code that cannot be.</summary>
        public bool TryTake(int code, Span<long> counts, ref long pixels)
        {
            if (code == ClearCode)
            {
                (_next, CodeBits, _previous) = (ClearCode + 2, colourBits + 1, -1);
                return true;
            }

            if (code > _next || (_previous < 0 && code >= ClearCode) || (code == _next && _next == CodesMax))
            {
                return false;
            }

            if (_previous >= 0)
            {
                Learn(code);
            }

            for (var at = code; pixels > 0; at = _before[at])
            {
                counts[at < ClearCode ? at : _last[at]]++;
                pixels--;
                if (at < ClearCode)
                {
                    break;
                }
            }

            _previous = code;
            return true;
        }

        private void Learn(int code)
        {
            if (_next == CodesMax)
            {
                return;
            }

            var first = FirstOf(code == _next ? _previous : code);
            (_before[_next], _last[_next], _first[_next]) = ((short)_previous, first, FirstOf(_previous));
            _next++;
            if (_next == 1 << CodeBits && CodeBits < 12)
            {
                CodeBits++;
            }
        }

        private readonly byte FirstOf(int code) => code < ClearCode ? (byte)code : _first[code];
    }
}
