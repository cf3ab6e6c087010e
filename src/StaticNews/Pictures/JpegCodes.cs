namespace StaticNews.Pictures;

/// <summary>A Huffman table of a JPEG file (ITU-T T.81, annex C and F.2.2.3): codes of up to nine bits are looked up at once, longer ones bit by bit.</summary>
internal sealed class JpegCodes
{
    private const int QuickBits = 9;
    private const int LongestBits = 16;

    /// <summary>Length of the code and its value; 0 for a longer code.</summary>
    private readonly ushort[] _quick = new ushort[1 << QuickBits];
    private readonly int[] _maxCode = new int[LongestBits + 2];
    private readonly int[] _offset = new int[LongestBits + 1];
    private readonly byte[] _values = new byte[256];

    public bool IsSet { get; private set; }

    public void Clear() => IsSet = false;

    /// <summary>Takes a table as it stands in the file; false where it is none.</summary>
    /// <param name="counts">How many codes there are of 1 to 16 bits.</param>
    /// <param name="values">In the order of their codes.</param>
    public bool TrySet(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> values)
    {
        IsSet = false;
        Array.Clear(_quick);
        Array.Clear(_values);
        values.CopyTo(_values);
        var (code, index) = (0, 0);
        for (var bits = 1; bits <= LongestBits; bits++)
        {
            _offset[bits] = index - code;
            if (code + counts[bits - 1] > 1 << bits)
            {
                return false;
            }

            for (var i = 0; i < counts[bits - 1]; i++, code++, index++)
            {
                FillQuick(code, bits, values[index]);
            }

            _maxCode[bits] = counts[bits - 1] == 0 ? -1 : code - 1;
            code <<= 1;
        }

        return IsSet = true;
    }

    /// <summary>The next value; -1 for bits that are no code.</summary>
    public int Take(ref JpegBits bits)
    {
        var quick = _quick[bits.Peek(QuickBits)];
        if (quick != 0)
        {
            bits.Skip(quick >> 8);
            return quick & 0xFF;
        }

        var ahead = bits.Peek(LongestBits);
        for (var length = QuickBits + 1; length <= LongestBits; length++)
        {
            var code = ahead >> (LongestBits - length);
            if (code <= _maxCode[length])
            {
                bits.Skip(length);
                return _values[(_offset[length] + code) & 0xFF];
            }
        }

        return -1;
    }

    private void FillQuick(int code, int bits, byte value)
    {
        if (bits <= QuickBits)
        {
            _quick.AsSpan(code << (QuickBits - bits), 1 << (QuickBits - bits)).Fill((ushort)((bits << 8) | value));
        }
    }
}
