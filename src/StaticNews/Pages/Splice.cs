using System.Buffers;

namespace StaticNews.Pages;

/// <summary>Changes in the head of a page that is already rendered.</summary>
internal static class Splice
{
    /// <summary>Where the head has a text.</summary>
    /// <returns>-1: nowhere before the page's body begins.</returns>
    public static int Find(ReadOnlySpan<byte> page, ReadOnlySpan<byte> text)
    {
        var body = page.IndexOf("<body"u8);
        return (body < 0 ? page : page[..body]).IndexOf(text);
    }

    /// <summary>Puts each text in the first place of another in the head; nothing happens to one that does not occur there. The page is copied once, or not at all.</summary>
    public static void Replace(ArrayBufferWriter<byte> page, (byte[] Before, byte[] After) first, (byte[] Before, byte[] After) second)
    {
        var (one, two) = (PlaceOf(page.WrittenSpan, first), PlaceOf(page.WrittenSpan, second));
        if (one < 0 && two < 0)
        {
            return;
        }

        if (one > two)
        {
            (one, first, two, second) = (two, second, one, first);
        }

        // The buffer can only be written from its start; what it holds after a reset is no longer its own.
        var length = page.WrittenCount;
        var old = ArrayPool<byte>.Shared.Rent(length);
        page.WrittenSpan.CopyTo(old);
        page.ResetWrittenCount();
        var at = 0;
        at = one < 0 ? at : Append(page, old.AsSpan(at..one), first, one);
        at = Append(page, old.AsSpan(at..two), second, two);
        page.Write(old.AsSpan(at, length - at));
        ArrayPool<byte>.Shared.Return(old);
    }

    /// <returns>-1 where nothing is to be done.</returns>
    private static int PlaceOf(ReadOnlySpan<byte> page, (byte[] Before, byte[] After) change) =>
        change.Before.AsSpan().SequenceEqual(change.After) ? -1 : Find(page, change.Before);

    /// <returns>Where the old page goes on.</returns>
    private static int Append(ArrayBufferWriter<byte> page, ReadOnlySpan<byte> kept, (byte[] Before, byte[] After) change, int place)
    {
        page.Write(kept);
        page.Write(change.After);
        return place + change.Before.Length;
    }
}
