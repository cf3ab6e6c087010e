using StaticNews.Text;

namespace StaticNews.Storage;

/// <summary>What the log says of a file that a build put in place.</summary>
/// <param name="Key">Hashes of the parts that decided its bytes, as the caller gave them.</param>
/// <param name="Content">Of its bytes.</param>
/// <param name="Stamp">As the disk gave it when the file was in place.</param>
/// <param name="IsSettled">Whether an equal stamp proves that the file is untouched.</param>
internal readonly record struct OutputRecord(ReadOnlyMemory<ulong> Key, ContentHash Content, FileStamp Stamp, bool IsSettled);
