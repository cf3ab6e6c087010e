using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using StaticNews.Text;

namespace StaticNews.Articles.Facts;

/// <summary>
/// Writes what is known of a source, value after value, as <see cref="FactsScanner"/> reads it. Nothing names a field: the log is emptied whenever another
/// build of the program comes, so both sides always agree on the order.
///
/// <code>
/// number   = LEB128: seven bits a byte, the lowest first, the high bit on all but the last
/// signed   = number, zigzag (0, -1, 1, -2 …)
/// text     = 0 for null, or number of bytes + 1 and the text in UTF-8
/// spot     = the file elsewhere as text, offset, length, line, column as numbers
/// place    = 0 or 1 and the path as text (0: the source itself), offset, length, line, column as numbers, the line as text
/// </code>
///
/// Reused by one worker.
/// </summary>
internal sealed class FactsWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private string _ownPath = string.Empty;

    /// <summary>False where a text cannot be stored and come back the same: it has half of a surrogate pair, as an escape in YAML can write it.</summary>
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
        var isWhole = Utf8.FromUtf16(text, _bytes.GetSpan(count), out _, out _, replaceInvalidSequences: false) == OperationStatus.Done;
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
