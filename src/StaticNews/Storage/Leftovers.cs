namespace StaticNews.Storage;

/// <summary>What becomes of files that earlier builds wrote and this one did not produce.</summary>
internal enum Leftovers
{
    /// <summary>They stay: content had errors, or the build was only a part of one.</summary>
    Keep,

    /// <summary>They go, and folders that are empty then.</summary>
    Remove,
}
