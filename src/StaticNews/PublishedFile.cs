using StaticNews.Delivery;
using StaticNews.Storage;
using StaticNews.Text;

namespace StaticNews;

/// <summary>A file that stands in the output folder, and what is known of it. One worker's, for as long as it is busy with the file.</summary>
internal sealed class PublishedFile(OutputTree tree, string path, ContentHash content, long size, DeliveryNote note, ReadOnlyMemory<byte>? bytes)
{
    private ReadOnlyMemory<byte>? _bytes = bytes;

    /// <summary>Below the output folder.</summary>
    public string Path { get; } = path;

    public ContentHash Content { get; } = content;

    /// <summary>In bytes.</summary>
    public long Size { get; } = size;

    /// <summary>What earlier builds found out of these bytes, and this one adds to.</summary>
    public DeliveryNote Note { get; set; } = note;

    /// <summary>Read from the disk where nobody has made them; null where it does not give them.</summary>
    public ReadOnlyMemory<byte>? Bytes => _bytes ??= tree.Read(Path, Content) is { } read ? read : null;
}
