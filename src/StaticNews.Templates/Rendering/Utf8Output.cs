using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Scriban.Runtime;

namespace StaticNews.Templates;

/// <summary>
/// Where a page is written: UTF-8 in a buffer of its own, handed on at the end. Text rendered before an error is never
/// seen by anyone.
/// </summary>
internal sealed class Utf8Output : IScriptOutput
{
    private const int InitialBytes = 16 * 1024;
    private const int KeptBytes = 1 << 20;

    /// <summary>The five characters that HTML text and quoted attributes cannot hold as they are.</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"'");

    private byte[] _buffer = new byte[InitialBytes];
    private int _count;
    private long _maxBytes = long.MaxValue;
    private long _limit = long.MaxValue;

    /// <summary>Where the address of several parts begins that is being written; -1 for none.</summary>
    public int UrlMark { get; set; } = -1;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _count);

    public int Length => _count;

    /// <param name="maxBytes">More than this is the error SN3301.</param>
    /// <param name="limit">
    /// The limit that the error names, where <paramref name="maxBytes"/> is what is left of it.
    /// </param>
    public void Reset(long maxBytes, long? limit = null)
    {
        _limit = limit ?? maxBytes;
        if (_buffer.Length > KeptBytes)
            _buffer = new byte[InitialBytes];
        _count = 0;
        UrlMark = -1;
        _maxBytes = maxBytes;
    }

    /// <summary>Takes back what was written last.</summary>
    public void Shorten(int length) => _count = length;

    public void WriteUtf8(ReadOnlySpan<byte> utf8)
    {
        if (_buffer.Length - _count < utf8.Length)
            Grow(utf8.Length);
        utf8.CopyTo(_buffer.AsSpan(_count));
        _count += utf8.Length;
    }

    // A lone surrogate becomes U+FFFD: the output is always valid UTF-8.
    public void Write(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            Utf8.FromUtf16(
                text,
                _buffer.AsSpan(_count),
                out var read,
                out var written,
                replaceInvalidSequences: true,
                isFinalBlock: true
            );
            _count += written;
            if (read == text.Length)
                return;
            text = text[read..];
            Grow(Encoding.UTF8.GetMaxByteCount(Math.Min(text.Length, KeptBytes)));
        }
    }

    void IScriptOutput.Write(string text, int offset, int count) => Write(text.AsSpan(offset, count));

    ValueTask IScriptOutput.WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text.AsSpan(offset, count));
        return ValueTask.CompletedTask;
    }

    public void WriteEscaped(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Escaped) is >= 0 and var at)
        {
            Write(text[..at]);
            WriteUtf8(EntityOf(text[at]));
            text = text[(at + 1)..];
        }
        Write(text);
    }

    /// <summary>Writes a number without a string.</summary>
    public void WriteFormatted<T>(T value)
        where T : IUtf8SpanFormattable
    {
        Span<byte> digits = stackalloc byte[64];
        if (value.TryFormat(digits, out var written, default, System.Globalization.CultureInfo.InvariantCulture))
        {
            WriteUtf8(digits[..written]);
        }
        else
            Write(value.ToString());
    }

    private static ReadOnlySpan<byte> EntityOf(char c) =>
        c switch
        {
            '&' => "&amp;"u8,
            '<' => "&lt;"u8,
            '>' => "&gt;"u8,
            '"' => "&quot;"u8,
            _ => "&#39;"u8,
        };

    private void Grow(int atLeast)
    {
        var needed = (long)_count + atLeast;
        if (_count > _maxBytes)
            throw RenderErrors.OutputTooLong(_limit);
        if (needed > Array.MaxLength)
            throw RenderErrors.OutputTooLong(Array.MaxLength);
        Array.Resize(ref _buffer, (int)Math.Min(Math.Max(needed, _buffer.Length * 2L), Array.MaxLength));
    }
}
