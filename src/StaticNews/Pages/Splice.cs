using System.Buffers;

namespace StaticNews.Pages;

/// <summary>Changes in a page that is already rendered.</summary>
internal static class Splice
{
    /// <summary>Puts a text in the first place of another before the page's body begins.</summary>
    /// <returns>False where it does not occur there.</returns>
    public static bool Replace(ArrayBufferWriter<byte> page, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var head = page.WrittenSpan;
        head = head[..(head.IndexOf("<body"u8) is var body and >= 0 ? body : head.Length)];
        if (head.IndexOf(before) is not (var at and >= 0))
        {
            return false;
        }

        if (before.SequenceEqual(after))
        {
            return true;
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
        return true;
    }
}
