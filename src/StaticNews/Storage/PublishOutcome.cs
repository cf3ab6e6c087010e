namespace StaticNews.Storage;

internal enum PublishOutcome
{
    /// <summary>A diagnostic says why; what stood there still stands.</summary>
    Failed,

    /// <summary>The bytes stood there already; the file and its time are untouched.</summary>
    Unchanged,

    /// <summary>The file is in place.</summary>
    Written,
}
