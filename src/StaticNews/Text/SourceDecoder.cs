using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace StaticNews.Text;

/// <summary>
/// Bytes to text, strictly: UTF-8, with or without a byte order mark, or a fault with its place. Nothing is repaired by
/// guess.
/// </summary>
internal static class SourceDecoder
{
    /// <summary>
    /// A work item holds a source some four times over (bytes, UTF-16, Markdown tree, HTML) per worker; a text of
    /// 64 MiB is ten times War and Peace, and still fits the memory of a small build machine.
    /// </summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Exactly one of the two is null. Offsets of the text do not count the byte order mark.</summary>
    public static (SourceText? Source, DecodeFault? Fault) Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return (null, new DecodeFault(DecodeFaultKind.TooLarge, SourceLocation.File(path), 0));
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return (null, new DecodeFault(DecodeFaultKind.Utf16, SourceLocation.File(path), bytes[0]));
        }

        var content = bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        if (!Utf8.IsValid(content))
        {
            return (null, InvalidAt(path, content));
        }

        var source = new SourceText(path, Encoding.UTF8.GetString(content));
        var nul = source.Text.IndexOf('\0', StringComparison.Ordinal);
        return nul < 0
            ? (source, null)
            : (null, new DecodeFault(DecodeFaultKind.Nul, source.LocationOf(new TextSpan(nul, 1)), 0));
    }

    private static DecodeFault InvalidAt(string path, ReadOnlySpan<byte> content)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(content[valid..], out _, out var consumed) == OperationStatus.Done)
        {
            valid += consumed;
        }

        // The rest of the line is decoded with replacement characters, for the code frame alone.
        var shown = new SourceText(path, Encoding.UTF8.GetString(content));
        var offset = Encoding.UTF8.GetCharCount(content[..valid]);
        return new DecodeFault(DecodeFaultKind.InvalidUtf8, shown.LocationOf(new TextSpan(offset, 1)), content[valid]);
    }
}

/// <param name="At">
/// The first byte or character that is wrong; the file as a whole where the encoding or size is.
/// </param>
/// <param name="Byte">The byte at that place; 0 where it does not matter.</param>
internal sealed record DecodeFault(DecodeFaultKind Kind, SourceLocation At, byte Byte);

/// <summary>Why bytes are not a text that can be read.</summary>
internal enum DecodeFaultKind
{
    TooLarge,
    Utf16,
    InvalidUtf8,
    Nul,
}
