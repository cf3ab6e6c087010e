namespace StaticNews.Pictures;

/// <summary>The bits of a JPEG scan (ITU-T T.81, F.2.2.5), the highest of each byte first; a 0xFF is followed by a 0 that means nothing. Where a marker or the file's end stands, zeros follow.</summary>
internal ref struct JpegBits(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private ulong _held;
    private int _heldBits;

    /// <summary>Bytes that were taken in.</summary>
    public int Position { get; private set; }

    /// <summary>Bits that were asked for and are not there.</summary>
    public int Missing { get; private set; }

    /// <param name="count">1 to 16.</param>
    public int Peek(int count)
    {
        if (_heldBits < count)
        {
            Fill();
        }

        return (int)(_held >> (_heldBits - count)) & ((1 << count) - 1);
    }

    public void Skip(int count)
    {
        if (_heldBits < count)
        {
            Fill();
        }

        _heldBits -= count;
    }

    public int Take(int count)
    {
        var bits = Peek(count);
        _heldBits -= count;
        return bits;
    }

    /// <summary>After a restart marker: what was held belongs to the part before it.</summary>
    public void Restart()
    {
        (_held, _heldBits, Missing) = (0, 0, 0);
        var rest = _data[Position..];
        if (rest is [0xFF, >= 0xD0 and <= 0xD7, ..])
        {
            Position += 2;
        }
    }

    private void Fill()
    {
        while (_heldBits <= 48)
        {
            byte next = 0;
            if (Position < _data.Length && (_data[Position] != 0xFF || (Position + 1 < _data.Length && _data[Position + 1] == 0)))
            {
                next = _data[Position];
                Position += next == 0xFF ? 2 : 1;
            }
            else
            {
                Missing += 8;
            }

            _held = (_held << 8) | next;
            _heldBits += 8;
        }
    }

    /// <summary>Whether bits were used that are not there: more than those that only filled up what is held.</summary>
    public readonly bool IsSpent => Missing > _heldBits;
}
