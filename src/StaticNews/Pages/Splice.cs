using System.Buffers;

namespace StaticNews.Pages;

/// <summary>Changes in a page that is already rendered.</summary>
internal static class Splice
{
    /// <summary>Puts a text in the first place of another; nothing happens where that does not occur.</summary>
    public static void Replace(ArrayBufferWriter<byte> page, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        if (before.SequenceEqual(after) || page.WrittenSpan.IndexOf(before) is not (var at and >= 0))
        {
            return;
        }

        // The buffer can only be written from its start; what it holds after a reset is no longer its own.
        var length = page.WrittenCount;
        var old = ArrayPool<byte>.Shared.Rent(length);
        page.WrittenSpan.CopyTo(old);
        page.ResetWrittenCount();
        page.Write(old.AsSpan(0, at));
        page.Write(after);
        page.Write(old.AsSpan(at + before.Length, length - at - before.Length));
        ArrayPool<byte>.Shared.Return(old);
    }
}
