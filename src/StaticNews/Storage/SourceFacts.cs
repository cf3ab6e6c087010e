using StaticNews.Text;

namespace StaticNews.Storage;

/// <summary>What an earlier build learned of one source; the payload itself stays on the disk until it is asked for.</summary>
/// <param name="Stamp">Of the file that was read, or one that never matches where the stamp had not settled.</param>
/// <param name="Content">Of the file's bytes.</param>
/// <param name="PayloadOffset">Where in the log the payload is.</param>
/// <param name="PayloadLength">Bytes.</param>
internal readonly record struct SourceFacts(FileStamp Stamp, ContentHash Content, long PayloadOffset, int PayloadLength);
