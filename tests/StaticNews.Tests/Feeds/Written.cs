using System.Buffers;

namespace StaticNews.Tests.Feeds;

/// <summary>What a writer puts into a buffer.</summary>
internal static class Written
{
    public static byte[] By(Action<IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
