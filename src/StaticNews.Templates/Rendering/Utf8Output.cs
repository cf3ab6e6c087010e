using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace StaticNews.Templates;

/// <summary>
/// Where a rendering writes: UTF-8 in a buffer of its own, handed on at the end. Text rendered before an error is never seen by anyone.
/// <para>
/// Automatic indentation: while <see cref="Indent"/> is set, it is written before whatever follows a line end. It is written late, with the
/// next text, so that a value that ends in a line end leaves no blanks behind.
/// </para>
/// </summary>
internal sealed class Utf8Output
{
    private const int InitialBytes = 16 * 1024;
    private const int KeptBytes = 1 << 20;

    /// <summary>The five characters that HTML text and quoted attributes cannot hold as they are.</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"'");

    private byte[] _buffer = new byte[InitialBytes];
    private int _count;
    private bool _atLineStart;
    private bool _tracksLines;
    private long _maxBytes = long.MaxValue;

    /// <summary>What is repeated after each line end; null for nothing.</summary>
    public byte[]? Indent { get; set; }

    /// <summary>Where the address of several parts begins that is being written; -1 for none.</summary>
    public int UrlMark { get; set; } = -1;

    /// <summary>What <see cref="RenderState.Spot"/> was around the text that goes here.</summary>
    public MarkupSpot OuterSpot { get; set; }

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _count);

    public int Length => _count;

    public void Reset(bool tracksLines, long maxBytes)
    {
        if (_buffer.Length > KeptBytes) _buffer = new byte[InitialBytes];
        _count = 0;
        UrlMark = -1;
        _atLineStart = false;
        _tracksLines = tracksLines;
        _maxBytes = maxBytes;
        Indent = null;
    }

    /// <summary>Takes back what was written last.</summary>
    public void Shorten(int length) => _count = length;

    public void WriteUtf8(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return;
        if (_tracksLines)
        {
            WriteLines(utf8);
            return;
        }
        Append(utf8);
    }

    public void Write(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        if (Indent is not null)
        {
            WriteTextLines(text);
            return;
        }
        Transcode(text);
        _atLineStart = text[^1] == '\n';
    }

    public void WriteEscaped(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOfAny(Escaped);
            if (at < 0)
            {
                Write(text);
                return;
            }
            Write(text[..at]);
            WriteUtf8(EntityOf(text[at]));
            text = text[(at + 1)..];
        }
    }

    /// <summary>Writes a number or a date without a string.</summary>
    public void WriteFormatted<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        Span<byte> digits = stackalloc byte[64];
        if (value.TryFormat(digits, out var written, format, System.Globalization.CultureInfo.InvariantCulture))
        {
            WriteUtf8(digits[..written]);
            return;
        }
        Write(value.ToString());
    }

    private static ReadOnlySpan<byte> EntityOf(char c) => c switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '"' => "&quot;"u8,
        _ => "&#39;"u8,
    };

    private void WriteLines(ReadOnlySpan<byte> utf8)
    {
        var indent = Indent;
        if (indent is not null)
        {
            while (!utf8.IsEmpty)
            {
                if (_atLineStart) Append(indent);
                var end = utf8.IndexOf((byte)'\n') + 1;
                if (end == 0) end = utf8.Length;
                Append(utf8[..end]);
                _atLineStart = utf8[end - 1] == '\n';
                utf8 = utf8[end..];
            }
            return;
        }
        Append(utf8);
        _atLineStart = utf8[^1] == '\n';
    }

    private void WriteTextLines(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (_atLineStart) Append(Indent);
            var end = text.IndexOf('\n') + 1;
            if (end == 0) end = text.Length;
            Transcode(text[..end]);
            _atLineStart = text[end - 1] == '\n';
            text = text[end..];
        }
    }

    private void Append(ReadOnlySpan<byte> utf8)
    {
        if (_buffer.Length - _count < utf8.Length) Grow(utf8.Length);
        utf8.CopyTo(_buffer.AsSpan(_count));
        _count += utf8.Length;
    }

    // A lone surrogate becomes U+FFFD: the output is always valid UTF-8.
    private void Transcode(ReadOnlySpan<char> text)
    {
        while (true)
        {
            Utf8.FromUtf16(text, _buffer.AsSpan(_count), out var read, out var written, replaceInvalidSequences: true, isFinalBlock: true);
            _count += written;
            if (read == text.Length) return;
            text = text[read..];
            Grow(Encoding.UTF8.GetMaxByteCount(Math.Min(text.Length, KeptBytes)));
        }
    }

    private void Grow(int atLeast)
    {
        var needed = (long)_count + atLeast;
        if (_count > _maxBytes) throw TemplateErrors.OutputTooLong(_maxBytes);
        if (needed > Array.MaxLength) throw TemplateErrors.OutputTooLong(Array.MaxLength);
        Array.Resize(ref _buffer, (int)Math.Min(Math.Max(needed, _buffer.Length * 2L), Array.MaxLength));
    }
}
