namespace StaticNews.Storage;

/// <param name="Path">Below the folder that is listed as a whole, with '/'; a folder's ends with '/'.</param>
/// <param name="IsLink">A symbolic link, whatever it leads to.</param>
/// <param name="Stamp">Of the file, or of what the link leads to; default for a folder.</param>
internal readonly record struct FolderEntry(string Path, bool IsLink, FileStamp Stamp)
{
    public bool IsFolder => Path.EndsWith('/');

    /// <summary>A pipe, a socket or a device.</summary>
    public bool IsSpecial { get; init; }
}
