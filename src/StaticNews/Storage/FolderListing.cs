using System.IO.Enumeration;

namespace StaticNews.Storage;

/// <summary>One folder's entries in the order in which their whole paths sort; a million files cost no FileInfo each.</summary>
internal sealed class FolderListing : FileSystemEnumerator<FolderEntry>
{
    private readonly string _folder;
    private readonly string _prefix;

    private FolderListing(string folder, string prefix)
        : base(folder, new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false, ReturnSpecialDirectories = false }) =>
        (_folder, _prefix) = (folder, prefix);

    /// <param name="folder">On disk.</param>
    /// <param name="prefix">What the entries' paths begin with: empty, or a path with a final '/'.</param>
    /// <exception cref="IOException">The folder is not there or cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be listed.</exception>
    public static List<FolderEntry> Read(string folder, string prefix)
    {
        var entries = new List<FolderEntry>();
        using (var listing = new FolderListing(folder, prefix))
        {
            while (listing.MoveNext())
            {
                entries.Add(listing.Current);
            }
        }

        // A folder's '/' takes part, so that "a-b.md" < "a.md" < "a/x.md" holds here as it does for the whole list.
        entries.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return entries;
    }

    /// <summary>A link, and what .NET alone can name (a file whose name is not UTF-8), is left to .NET.</summary>
    protected override FolderEntry TransformEntry(ref FileSystemEntry entry)
    {
        var standing = Standing.At(_folder, entry.FileName);
        if (standing.Kind is StandingKind.Nothing or StandingKind.Link)
        {
            return TransformLink(ref entry);
        }

        return standing.Kind == StandingKind.Folder
            ? new FolderEntry(string.Concat(_prefix, entry.FileName, "/"), IsLink: false, default)
            : new FolderEntry(string.Concat(_prefix, entry.FileName), IsLink: false, standing.Stamp) { IsSpecial = standing.Kind == StandingKind.Special };
    }

    private FolderEntry TransformLink(ref FileSystemEntry entry)
    {
        var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None;
        if (entry.IsDirectory)
        {
            return new FolderEntry(string.Concat(_prefix, entry.FileName, "/"), isLink, default);
        }

        var stamp = new FileStamp(entry.Length, entry.LastWriteTimeUtc.Ticks, entry.CreationTimeUtc.Ticks, 0);
        return new FolderEntry(string.Concat(_prefix, entry.FileName), isLink, stamp);
    }
}
