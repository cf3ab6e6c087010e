using System.Buffers.Binary;
using System.Text;
using StaticNews.Text;

namespace StaticNews.Articles.Facts;

/// <summary>Reads what <see cref="FactsWriter"/> wrote. Bytes that do not fit never throw: they make it <see cref="IsTorn"/>, and what comes is worth nothing.</summary>
internal ref struct FactsScanner(ReadOnlySpan<byte> bytes, string ownPath, NamePool names)
{
    /// <summary>Longer texts are hardly shared; see <see cref="NamePool"/>.</summary>
    private const int SharedMaxBytes = 80;

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The worker's.</summary>
    public readonly NamePool Names => names;

    public bool IsTorn { get; private set; }

    /// <summary>Whether all bytes were read and each value was sound.</summary>
    public readonly bool IsDone => !IsTorn && _rest.IsEmpty;

    public ulong Number()
    {
        var value = 0UL;
        for (var i = 0; i < _rest.Length && i < 10; i++)
        {
            value |= (ulong)(_rest[i] & 0x7F) << (7 * i);
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return value;
            }
        }

        Tear();
        return 0;
    }

    public long Signed()
    {
        var number = Number();
        return (long)(number >> 1) ^ -(long)(number & 1);
    }

    /// <summary>A number from 0 to <paramref name="max"/>.</summary>
    public int UpTo(int max)
    {
        var number = Number();
        if (number <= (ulong)max)
        {
            return (int)number;
        }

        Tear();
        return 0;
    }

    /// <summary>How many items follow. Each takes a byte at least, so that damage never asks for a giant list.</summary>
    public int Count() => UpTo(_rest.Length);

    public bool Flag() => UpTo(1) == 1;

    public ContentHash Hash() => new(BinaryPrimitives.ReadUInt128LittleEndian(Take(16)));

    public string? TextOrNull() => IsText(out var utf8) ? Encoding.UTF8.GetString(utf8) : null;

    public string Text() => TextOrNull() ?? Missing();

    /// <summary>As <see cref="TextOrNull"/>, without a string being made.</summary>
    public Utf8Text Utf8OrNull() => IsText(out var utf8) ? new Utf8Text(utf8) : default;

    public Utf8Text Utf8()
    {
        var text = Utf8OrNull();
        return text.IsNull ? Missing() : text;
    }

    /// <summary>A text that many articles have: one string for all.</summary>
    public string? NameOrNull()
    {
        if (!IsText(out var utf8))
        {
            return null;
        }

        if (utf8.Length > SharedMaxBytes)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        Span<char> chars = stackalloc char[SharedMaxBytes];
        return names.Share(chars[..Encoding.UTF8.GetChars(utf8, chars)]);
    }

    public string Name() => NameOrNull() ?? Missing();

    public SourceSpot Spot() => new(NameOrNull(), UpTo(int.MaxValue), UpTo(int.MaxValue), UpTo(int.MaxValue), UpTo(int.MaxValue));

    public SourceLocation Place()
    {
        var path = Flag() ? Name() : ownPath;
        return new SourceLocation(path, UpTo(int.MaxValue), UpTo(int.MaxValue), UpTo(int.MaxValue), UpTo(int.MaxValue), TextOrNull());
    }

    /// <summary>For a value that its kind cannot have.</summary>
    public void Tear()
    {
        IsTorn = true;
        _rest = [];
    }

    private bool IsText(out ReadOnlySpan<byte> utf8)
    {
        var length = Number();
        utf8 = length > 1 ? Take(length - 1) : [];
        return length > 0;
    }

    private string Missing()
    {
        Tear();
        return string.Empty;
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)_rest.Length)
        {
            Tear();
            return count <= 16 ? new byte[16] : [];
        }

        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }
}
