using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using StaticNews.Compact;
using StaticNews.Text;

namespace StaticNews.Content.Facts;

/// <summary>
/// Writes the facts about a source, value after value, as <see cref="FactsScanner"/> reads it. Nothing names a field:
/// the log is emptied whenever another build of the program comes, so both sides always agree on the order.
///
/// <code>
/// number   = LEB128: seven bits a byte, the lowest first, the high bit on all but the last
/// signed   = number, zigzag (0, -1, 1, -2 …)
/// text     = 0 for null, or number of bytes + 1 and the text in UTF-8
/// </code>
/// </summary>
internal ref struct FactsWriter : IFactsVisitor
{
    private readonly ArrayBufferWriter<byte> _bytes;

    /// <param name="bytes">Emptied; its worker's, and used again for the next source.</param>
    /// <param name="ownPath">From the site's root: what most places are in.</param>
    public FactsWriter(ArrayBufferWriter<byte> bytes, string ownPath)
    {
        bytes.ResetWrittenCount();
        (_bytes, OwnPath) = (bytes, ownPath);
    }

    public static bool IsReading => false;

    public string OwnPath { get; }

    /// <summary>
    /// False where a text cannot be stored and come back the same: it has half of a surrogate pair, as an escape in
    /// YAML can write it.
    /// </summary>
    public bool IsFaithful { get; private set; } = true;

    public readonly ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public readonly bool Flag(bool value, FactUse use)
    {
        Number(value ? 1UL : 0);
        return value;
    }

    public readonly long UpTo(long max, long value, FactUse use)
    {
        Number((ulong)value);
        return value;
    }

    public readonly int Signed(int value, FactUse use)
    {
        Number((uint)((value << 1) ^ (value >> 31)));
        return value;
    }

    public readonly int Count(int count, FactUse use)
    {
        Number((ulong)count);
        return count;
    }

    public string? TextOrNull(string? text, FactUse use)
    {
        if (text is null)
        {
            Number(0);
            return null;
        }

        var count = Encoding.UTF8.GetByteCount(text);
        Number((ulong)count + 1);
        var isWhole =
            Utf8.FromUtf16(text, _bytes.GetSpan(count), out _, out _, replaceInvalidSequences: false)
            == OperationStatus.Done;
        IsFaithful &= isWhole;
        _bytes.Advance(count);
        return text;
    }

    public string? NameOrNull(string? name, FactUse use) => TextOrNull(name, use);

    public readonly Utf8Text Utf8OrNull(Utf8Text text, FactUse use)
    {
        Number(text.IsNull ? 0 : (ulong)text.Utf8.Length + 1);
        _bytes.Write(text.Utf8);
        return text;
    }

    public readonly ContentHash Hash(ContentHash hash, FactUse use)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(_bytes.GetSpan(16), hash.Value);
        _bytes.Advance(16);
        return hash;
    }

    public readonly IReadOnlyList<Byline> Shared(IReadOnlyList<Byline> authors) => authors;

    public readonly void Require(bool isSound) { }

    private readonly void Number(ulong value)
    {
        var to = _bytes.GetSpan(10);
        var used = 0;
        for (; value >= 0x80; value >>= 7)
        {
            to[used++] = (byte)(value | 0x80);
        }

        to[used++] = (byte)value;
        _bytes.Advance(used);
    }
}

/// <summary>
/// Reads what <see cref="FactsWriter"/> wrote. Bytes that do not fit never throw: they make it <see cref="IsTorn"/>,
/// and what comes is worth nothing.
/// </summary>
internal ref struct FactsScanner(ReadOnlySpan<byte> bytes, string ownPath, NamePool names) : IFactsVisitor
{
    /// <summary>Longer texts are hardly shared; see <see cref="NamePool"/>.</summary>
    private const int SharedMaxBytes = 80;

    private ReadOnlySpan<byte> _rest = bytes;

    public static bool IsReading => true;

    public readonly string OwnPath => ownPath;

    public bool IsTorn { get; private set; }

    /// <summary>Whether all bytes were read and each value was sound.</summary>
    public readonly bool IsDone => !IsTorn && _rest.IsEmpty;

    public bool Flag(bool value, FactUse use) => UpTo(1, 0, use) == 1;

    public long UpTo(long max, long value, FactUse use)
    {
        var number = Number();
        if (number <= (ulong)max)
        {
            return (long)number;
        }

        Tear();
        return 0;
    }

    public int Signed(int value, FactUse use)
    {
        var number = (uint)UpTo(uint.MaxValue, 0, use);
        return (int)(number >> 1) ^ -(int)(number & 1);
    }

    public int Count(int count, FactUse use) => (int)UpTo(_rest.Length, 0, use);

    public string? TextOrNull(string? text, FactUse use) => IsText(out var utf8) ? Encoding.UTF8.GetString(utf8) : null;

    public string? NameOrNull(string? name, FactUse use)
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

    public Utf8Text Utf8OrNull(Utf8Text text, FactUse use) => IsText(out var utf8) ? new Utf8Text(utf8) : default;

    public ContentHash Hash(ContentHash hash, FactUse use) => new(BinaryPrimitives.ReadUInt128LittleEndian(Take(16)));

    public readonly IReadOnlyList<Byline> Shared(IReadOnlyList<Byline> authors) => names.Share((Byline[])authors);

    public void Require(bool isSound)
    {
        if (!isSound)
        {
            Tear();
        }
    }

    private ulong Number()
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

    private bool IsText(out ReadOnlySpan<byte> utf8)
    {
        var length = Number();
        utf8 = length > 1 ? Take(length - 1) : [];
        return length > 0;
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

    private void Tear()
    {
        IsTorn = true;
        _rest = [];
    }
}

/// <summary>Adds what cards show of an article to a hash.</summary>
/// <param name="hash">Empty; its worker's.</param>
internal readonly ref struct CardHasher(FingerprintBuilder hash) : IFactsVisitor
{
    public static bool IsReading => false;

    public string OwnPath => string.Empty;

    public bool Flag(bool value, FactUse use)
    {
        if (use == FactUse.InCard)
        {
            hash.Add(value);
        }

        return value;
    }

    public long UpTo(long max, long value, FactUse use)
    {
        if (use == FactUse.InCard)
        {
            hash.Add(value);
        }

        return value;
    }

    public int Signed(int value, FactUse use) => (int)UpTo(int.MaxValue, value, use);

    public int Count(int count, FactUse use) => (int)UpTo(int.MaxValue, count, use);

    public string? TextOrNull(string? text, FactUse use)
    {
        if (use == FactUse.InCard)
        {
            hash.Add(text);
        }

        return text;
    }

    public string? NameOrNull(string? name, FactUse use) => TextOrNull(name, use);

    public Utf8Text Utf8OrNull(Utf8Text text, FactUse use)
    {
        if (use == FactUse.InCard)
        {
            hash.Add(text.IsNull).AddUtf8(text.Utf8);
        }

        return text;
    }

    public ContentHash Hash(ContentHash value, FactUse use)
    {
        if (use == FactUse.InCard)
        {
            hash.Add(value);
        }

        return value;
    }

    public IReadOnlyList<Byline> Shared(IReadOnlyList<Byline> authors) => authors;

    public void Require(bool isSound) { }
}
