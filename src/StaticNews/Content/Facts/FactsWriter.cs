using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using StaticNews.Compact;
using StaticNews.Text;

namespace StaticNews.Content.Facts;

/// <summary>
/// Writes what is known of a source, value after value, as <see cref="FactsScanner"/> reads it. Nothing names a field:
/// the log is emptied whenever another build of the program comes, so both sides always agree on the order.
///
/// <code>
/// number   = LEB128: seven bits a byte, the lowest first, the high bit on all but the last
/// signed   = number, zigzag (0, -1, 1, -2 …)
/// text     = 0 for null, or number of bytes + 1 and the text in UTF-8
/// spot     = the file elsewhere as text, offset, length, line, column as numbers
/// place    = 0 or 1 and the path as text (0: the source itself), offset, length, line, column as numbers,
///            the line as text
/// </code>
///
/// Reused by one worker.
/// </summary>
internal sealed class FactsWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private string _ownPath = string.Empty;

    /// <summary>
    /// False where a text cannot be stored and come back the same: it has half of a surrogate pair, as an escape in
    /// YAML can write it.
    /// </summary>
    public bool IsFaithful { get; private set; } = true;

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Begins anew.</summary>
    /// <param name="ownPath">From the site's root: what most places are in.</param>
    public void Begin(string ownPath)
    {
        _bytes.ResetWrittenCount();
        _ownPath = ownPath;
        IsFaithful = true;
    }

    public void Number(ulong value)
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

    public void Signed(long value) => Number((ulong)(value << 1) ^ (ulong)(value >> 63));

    public void Flag(bool value) => Number(value ? 1UL : 0);

    public void Hash(ContentHash hash)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(_bytes.GetSpan(16), hash.Value);
        _bytes.Advance(16);
    }

    public void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }

        var count = Encoding.UTF8.GetByteCount(text);
        Number((ulong)count + 1);
        var isWhole =
            Utf8.FromUtf16(text, _bytes.GetSpan(count), out _, out _, replaceInvalidSequences: false)
            == OperationStatus.Done;
        IsFaithful &= isWhole;
        _bytes.Advance(count);
    }

    public void Text(Utf8Text text)
    {
        Number(text.IsNull ? 0 : (ulong)text.Utf8.Length + 1);
        _bytes.Write(text.Utf8);
    }

    public void Spot(SourceSpot at)
    {
        Text(at.Elsewhere);
        Number((ulong)at.Offset);
        Number((ulong)at.Length);
        Number((ulong)at.Line);
        Number((ulong)at.Column);
    }

    public void Place(SourceLocation at)
    {
        var isOwn = string.Equals(at.Path, _ownPath, StringComparison.Ordinal);
        Flag(!isOwn);
        if (!isOwn)
        {
            Text(at.Path);
        }

        Number((ulong)at.Offset);
        Number((ulong)at.Length);
        Number((ulong)at.Line);
        Number((ulong)at.Column);
        Text(at.LineText);
    }
}

/// <summary>
/// Reads what <see cref="FactsWriter"/> wrote. Bytes that do not fit never throw: they make it <see cref="IsTorn"/>,
/// and what comes is worth nothing.
/// </summary>
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

    /// <summary>
    /// How many items follow. Each takes a byte at least, so that damage never asks for a giant list.
    /// </summary>
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

    public SourceSpot Spot() =>
        new(NameOrNull(), UpTo(int.MaxValue), UpTo(int.MaxValue), UpTo(int.MaxValue), UpTo(int.MaxValue));

    public SourceLocation Place()
    {
        var path = Flag() ? Name() : ownPath;
        return new SourceLocation(
            path,
            UpTo(int.MaxValue),
            UpTo(int.MaxValue),
            UpTo(int.MaxValue),
            UpTo(int.MaxValue),
            TextOrNull()
        );
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
