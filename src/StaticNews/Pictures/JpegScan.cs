using System.Buffers.Binary;

namespace StaticNews.Pictures;

/// <summary>
/// A JPEG file (ITU-T T.81): its frame header, how the camera was held, and the dominant colour. For that only the first coefficient of each block is decoded,
/// which is its mean: of a progressive file the first scan is enough, of a baseline one the others are passed over. Reused by one worker.
/// </summary>
internal sealed class JpegScan
{
    private const int GridMax = 64;
    private const int PartsMax = 4;

    private readonly JpegCodes[] _dcCodes = [new(), new(), new(), new()];
    private readonly JpegCodes[] _acCodes = [new(), new(), new(), new()];
    private readonly int[] _steps = new int[4];
    private readonly JpegPart[] _parts = [new(), new(), new(), new()];
    private readonly List<JpegPart> _scanned = new(PartsMax);
    private int _count;
    private int _width;
    private int _height;
    private int _acrossMax;
    private int _downMax;
    private int _restart;
    private int _adobe;
    private bool _isTurned;
    private bool _isProgressive;
    private bool _isDecodable;
    private bool _isBroken;

    public PictureFacts Read(ReadOnlySpan<byte> file, bool isWhole, ToneCount tones)
    {
        Begin();
        var hasEnd = ReadSegments(file, isWhole);
        var traits = _width == 0 || _height == 0 || (isWhole && (_isBroken || !hasEnd)) ? PictureTraits.Broken : PictureTraits.None;
        if (isWhole && _isDecodable && HasAll())
        {
            Count(tones);
        }

        return _isTurned
            ? new PictureFacts(PictureFormat.Jpeg, _height, _width, tones.Tone(), traits)
            : new PictureFacts(PictureFormat.Jpeg, _width, _height, tones.Tone(), traits);
    }

    private void Begin()
    {
        (_count, _width, _height, _restart, _adobe) = (0, 0, 0, 0, -1);
        (_isTurned, _isProgressive, _isDecodable, _isBroken) = (false, false, false, false);
        Array.Clear(_steps);
        Array.ForEach(_dcCodes, static codes => codes.Clear());
        Array.ForEach(_acCodes, static codes => codes.Clear());
    }

    private bool HasAll()
    {
        for (var i = 0; i < _count; i++)
        {
            if (!_parts[i].IsRead)
            {
                return false;
            }
        }

        return _count > 0;
    }

    /// <summary>Marker after marker (B.1.1.3); true where the picture's end is found.</summary>
    private bool ReadSegments(ReadOnlySpan<byte> file, bool isWhole)
    {
        var at = 2;
        while (at < file.Length && file[at..].IndexOf((byte)0xFF) is var found and >= 0)
        {
            at += found + 1;
            while (at < file.Length && file[at] == 0xFF)
            {
                at++;
            }

            if (at >= file.Length)
            {
                return false;
            }

            var marker = file[at++];
            if (marker == 0xD9)
            {
                return true;
            }

            // A zero, restarts and the start have no length.
            if (marker is 0 or 1 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            if (file.Length - at < 2 || BinaryPrimitives.ReadUInt16BigEndian(file[at..]) is var length && (length < 2 || length > file.Length - at))
            {
                return false;
            }

            var segment = file.Slice(at + 2, BinaryPrimitives.ReadUInt16BigEndian(file[at..]) - 2);
            at += segment.Length + 2;
            if (marker == 0xDA)
            {
                at += isWhole ? ReadScan(segment, file[at..]) : 0;
            }
            else
            {
                ReadSegment(marker, segment);
            }
        }

        return false;
    }

    private void ReadSegment(byte marker, ReadOnlySpan<byte> segment)
    {
        switch (marker)
        {
            case 0xC4: ReadCodes(segment); break;
            case >= 0xC0 and <= 0xCF and not (0xC8 or 0xCC): ReadFrame(marker, segment); break;
            case 0xDB: ReadSteps(segment); break;
            case 0xDD when segment.Length >= 2: _restart = BinaryPrimitives.ReadUInt16BigEndian(segment); break;
            case 0xE1 when segment.StartsWith("Exif\0\0"u8): _isTurned |= ExifOrientation.IsTurned(segment[6..]); break;
            case 0xEE when segment.StartsWith("Adobe"u8) && segment.Length >= 12: _adobe = segment[11]; break;
        }
    }

    private void ReadFrame(byte marker, ReadOnlySpan<byte> frame)
    {
        if (_width != 0 || frame.Length < 6 || frame.Length < 6 + (3 * frame[5]))
        {
            return;
        }

        (_height, _width, _count) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), frame[5]);
        _isProgressive = marker == 0xC2;
        _isDecodable = marker is 0xC0 or 0xC1 or 0xC2 && frame[0] == 8 && _count is 1 or 3 or 4 && !PictureReader.IsHuge(_width, _height) && _height > 0;
        if (!_isDecodable)
        {
            return;
        }

        (_acrossMax, _downMax) = (1, 1);
        for (var i = 0; i < _count; i++)
        {
            _parts[i].Begin(frame.Slice(6 + (3 * i), 3));
            _isDecodable &= _parts[i].AcrossSamples is >= 1 and <= 4 && _parts[i].DownSamples is >= 1 and <= 4;
            (_acrossMax, _downMax) = (Math.Max(_acrossMax, _parts[i].AcrossSamples), Math.Max(_downMax, _parts[i].DownSamples));
        }

        for (var i = 0; i < _count && _isDecodable; i++)
        {
            _parts[i].Measure(_width, _height, _acrossMax, _downMax);
        }
    }

    private void ReadSteps(ReadOnlySpan<byte> tables)
    {
        while (tables.Length > 0)
        {
            var isWide = tables[0] >> 4 != 0;
            var length = 1 + (isWide ? 128 : 64);
            if (tables.Length < length)
            {
                return;
            }

            _steps[tables[0] & 3] = isWide ? BinaryPrimitives.ReadUInt16BigEndian(tables[1..]) : tables[1];
            tables = tables[length..];
        }
    }

    private void ReadCodes(ReadOnlySpan<byte> tables)
    {
        while (tables.Length >= 17)
        {
            var counts = tables.Slice(1, 16);
            var total = 0;
            foreach (var count in counts)
            {
                total += count;
            }

            if (total > 256 || tables.Length < 17 + total)
            {
                return;
            }

            var kind = tables[0] >> 4 == 0 ? _dcCodes : _acCodes;
            _isBroken |= !kind[tables[0] & 3].TrySet(counts, tables.Slice(17, total));
            tables = tables[(17 + total)..];
        }
    }

    /// <summary>Reads a scan if it holds first coefficients that are missing yet; returns how many bytes it went through.</summary>
    private int ReadScan(ReadOnlySpan<byte> header, ReadOnlySpan<byte> data)
    {
        if (!_isDecodable || !TryChoose(header))
        {
            return 0;
        }

        var shift = _isProgressive ? header[^1] & 15 : 0;
        var bits = new JpegBits(data);
        _isBroken |= _scanned.Count == 1 ? !TryReadSingle(ref bits, _scanned[0], shift) : !TryReadJoined(ref bits, shift);
        _scanned.ForEach(static part => part.IsRead = true);
        return bits.Position;
    }

    private bool TryChoose(ReadOnlySpan<byte> header)
    {
        _scanned.Clear();
        var isFirst = header.Length >= 4 && header.Length >= 4 + (2 * header[0]) && header[0] is >= 1 and <= PartsMax
            && (!_isProgressive || (header[^3] == 0 && header[^1] >> 4 == 0));
        for (var i = 0; isFirst && i < header[0]; i++)
        {
            var part = Array.Find(_parts[.._count], Named(header[1 + (2 * i)]));
            if (part is null || part.IsRead || _scanned.Contains(part))
            {
                return false;
            }

            (part.DcCodes, part.AcCodes) = (_dcCodes[(header[2 + (2 * i)] >> 4) & 3], _acCodes[header[2 + (2 * i)] & 3]);
            part.Previous = 0;
            _scanned.Add(part);
            isFirst &= part.DcCodes.IsSet && (_isProgressive || part.AcCodes.IsSet);
        }

        return isFirst;
    }

    private static Predicate<JpegPart> Named(byte id) => part => part.Id == id;

    private bool TryReadSingle(ref JpegBits bits, JpegPart part, int shift)
    {
        var left = _restart;
        for (var y = 0; y < part.BlocksHigh; y++)
        {
            for (var x = 0; x < part.BlocksWide; x++)
            {
                if (!TryStep(ref bits, ref left) || !TryReadBlock(ref bits, part, x, y, shift))
                {
                    return false;
                }
            }
        }

        return !bits.IsSpent;
    }

    /// <summary>Several components in turn, some blocks of each (A.2.3).</summary>
    private bool TryReadJoined(ref JpegBits bits, int shift)
    {
        var left = _restart;
        var (wide, high) = ((_width + (8 * _acrossMax) - 1) / (8 * _acrossMax), (_height + (8 * _downMax) - 1) / (8 * _downMax));
        for (var y = 0; y < high; y++)
        {
            for (var x = 0; x < wide; x++)
            {
                if (!TryStep(ref bits, ref left))
                {
                    return false;
                }

                foreach (var part in _scanned)
                {
                    for (var block = 0; block < part.AcrossSamples * part.DownSamples; block++)
                    {
                        var (across, down) = (block % part.AcrossSamples, block / part.AcrossSamples);
                        if (!TryReadBlock(ref bits, part, (x * part.AcrossSamples) + across, (y * part.DownSamples) + down, shift))
                        {
                            return false;
                        }
                    }
                }
            }
        }

        return !bits.IsSpent;
    }

    /// <summary>Before each unit of a scan: after so many the decoder begins anew (E.2.4). False where the scan has ended.</summary>
    private bool TryStep(ref JpegBits bits, ref int left)
    {
        if (bits.IsSpent)
        {
            return false;
        }

        if (_restart > 0 && left-- == 0)
        {
            bits.Restart();
            _scanned.ForEach(static part => part.Previous = 0);
            left = _restart - 1;
        }

        return true;
    }

    /// <summary>The difference to the block before (F.2.2.1); in a baseline file the other coefficients follow (F.2.2.2).</summary>
    private bool TryReadBlock(ref JpegBits bits, JpegPart part, int x, int y, int shift)
    {
        var size = part.DcCodes!.Take(ref bits);
        if (size is < 0 or > 15)
        {
            return false;
        }

        if (size > 0)
        {
            var difference = bits.Take(size);
            part.Previous += difference < 1 << (size - 1) ? difference - (1 << size) + 1 : difference;
        }

        part.Put(x, y, part.Previous << shift);
        return _isProgressive || TryPassOver(ref bits, part.AcCodes!);
    }

    private static bool TryPassOver(ref JpegBits bits, JpegCodes codes)
    {
        for (var k = 1; k < 64; k++)
        {
            var code = codes.Take(ref bits);
            if (code < 0)
            {
                return false;
            }

            var size = code & 15;
            if (size > 0)
            {
                bits.Skip(size);
                k += code >> 4;
            }
            else if (code == 0xF0)
            {
                k += 15;
            }
            else
            {
                break;
            }
        }

        return true;
    }

    private void Count(ToneCount tones)
    {
        Span<int> values = stackalloc int[PartsMax];
        for (var y = 0; y < GridMax; y++)
        {
            for (var x = 0; x < GridMax; x++)
            {
                for (var i = 0; i < _count; i++)
                {
                    values[i] = _parts[i].MeanAt(x, y, _steps[_parts[i].Quantisation]);
                }

                Count(values[.._count], tones);
            }
        }
    }

    /// <summary>Colours as JFIF (section 7) and Adobe's marker (technical note 5116) have them: of four components full ink is stored as 0.</summary>
    private void Count(ReadOnlySpan<int> values, ToneCount tones)
    {
        var isPlain = _adobe == 0 || (_adobe < 0 && (_count == 4 || (_parts[0].Id == 'R' && _parts[1].Id == 'G' && _parts[2].Id == 'B')));
        var (red, green, blue) = _count == 1 ? (values[0], values[0], values[0]) : isPlain ? (values[0], values[1], values[2]) : OfLuminance(values);
        if (_count == 4)
        {
            (red, green, blue) = isPlain ? (red, green, blue) : (255 - red, 255 - green, 255 - blue);
            (red, green, blue) = (red * values[3] / 255, green * values[3] / 255, blue * values[3] / 255);
        }

        tones.Add(red, green, blue);
    }

    private static (int Red, int Green, int Blue) OfLuminance(ReadOnlySpan<int> values)
    {
        var (y, cb, cr) = (values[0] << 16, values[1] - 128, values[2] - 128);
        return (Shade(y + (91_881 * cr)), Shade(y - (22_554 * cb) - (46_802 * cr)), Shade(y + (116_130 * cb)));
    }

    private static int Shade(int fixedPoint) => Math.Clamp((fixedPoint + (1 << 15)) >> 16, 0, 255);
}
