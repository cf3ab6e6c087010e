using System.Buffers;
using Microsoft.Win32.SafeHandles;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.FileSystem;

/// <summary>The files below <c>content/</c>, which are listed once per build and read one by one.</summary>
internal sealed class SourceTree
{
    /// <summary>No text that a person wrote is longer; the Bible has 4.5 MB.</summary>
    public const int TextMaxBytes = 64 * 1024 * 1024;

    /// <summary>In the site's folder.</summary>
    public const string Folder = "content";

    /// <summary>
    /// Files that hosts and browsers look for by this name at a site's root (RFC 8615): proofs of ownership, security
    /// contacts.
    /// </summary>
    private const string WellKnown = ".well-known/";

    /// <summary>
    /// Tells GitHub Pages to publish files as they are, also those whose names begin with an underscore.
    /// </summary>
    private const string NoJekyll = ".nojekyll";

    private static readonly string[] KnownFolders = ["_pages", "_authors", "_tags", "_assets"];

    private readonly string _root;

    private SourceTree(string root, IReadOnlyList<SourceFile> files, IReadOnlyList<Diagnostic> diagnostics)
    {
        _root = root;
        Files = files;
        Diagnostics = diagnostics;
    }

    /// <summary>By path, ordinal.</summary>
    public IReadOnlyList<SourceFile> Files { get; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <param name="links">Of the site with content/.</param>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="cancel"/>.</exception>
    public static SourceTree Discover(LinkPolicy links, CancellationToken cancel = default)
    {
        var root = Path.Join(Path.GetFullPath(links.SiteRoot), Folder);
        var diagnostics = new List<Diagnostic>();
        var copies = new List<string>();
        var found = FolderWalk.Files(
            root,
            Folder,
            entry => IsWanted(entry, copies, diagnostics),
            links,
            diagnostics,
            cancel
        );
        if (copies.Count > 0)
        {
            copies.Sort(StringComparer.Ordinal);
            diagnostics.Add(StorageDiagnostics.EditorCopies(DisplayPath(copies[0]), copies.Count));
        }

        var files = new SourceFile[found.Count];
        for (var i = 0; i < files.Length; i++)
        {
            files[i] = new SourceFile(found[i].Path, KindOf(found[i].Path), found[i].Stamp);
        }

        return new SourceTree(root, files, diagnostics);
    }

    /// <summary>
    /// The whole file. What has no bytes is not opened: a pipe or a device, whose size is 0 too, could keep a build
    /// waiting for ever.
    /// </summary>
    public SourceBytes Read(SourceFile file) => DiskFile.Read(PathOf(file), DisplayPath(file), file.Stamp.Size);

    /// <summary>What diagnostics call a file.</summary>
    public static string DisplayPath(SourceFile file) => DisplayPath(file.Path);

    /// <param name="path">Below content/.</param>
    public static string DisplayPath(string path) => $"{Folder}/{path}";

    /// <summary>
    /// The bytes of a file that may be large, into a buffer that is grown where it must be; fewer of one that is larger
    /// still.
    /// </summary>
    /// <param name="maxBytes">A file of more is read no further than <paramref name="headBytes"/>.</param>
    /// <returns>How many bytes were read, and whether they are the file; null where it cannot be read.</returns>
    public (int Length, bool IsWhole)? ReadInto(SourceFile file, ref byte[] buffer, int maxBytes, int headBytes)
    {
        try
        {
            using var handle = file.Stamp.Size == 0 ? null : DiskFile.OpenSource(PathOf(file));
            var size = handle is null ? 0 : RandomAccess.GetLength(handle);
            var wanted = (int)(size > maxBytes ? headBytes : size);
            buffer = buffer.Length < wanted ? GC.AllocateUninitializedArray<byte>(wanted) : buffer;
            return (handle is null ? 0 : DiskFile.ReadFully(handle, buffer.AsSpan(0, wanted), 0), wanted == size);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return null;
        }
    }

    /// <summary>The file at a path that <see cref="Files"/> has.</summary>
    public SourceFile Find(string path) => Files[IndexOf(path)];

    /// <summary>In bytes; null where there is no such file.</summary>
    public long? SizeOf(string path) => IndexOf(path) is var index and >= 0 ? Files[index].Stamp.Size : null;

    /// <summary>
    /// A number that changes with the file, without its being read; null where there is no such file. One that was
    /// written a moment ago gets another in each build, for it could change once more and show the same stamp.
    /// </summary>
    /// <param name="startTicks"><c>BuildLock.ClockTicks</c>.</param>
    public ulong? MarkOf(string path, long startTicks)
    {
        if (IndexOf(path) is not (var index and >= 0))
        {
            return null;
        }

        var stamp = Files[index].Stamp;
        return new FingerprintBuilder()
            .Add(stamp.Size)
            .Add((long)stamp.Inode)
            .Add(stamp.ChangedTicks)
            .Add(stamp.IsSettledAt(startTicks) ? stamp.ModifiedTicks : -startTicks)
            .FinishQuickly();
    }

    /// <summary>
    /// For reading piece by piece. Both are null for a file without bytes, which is not opened, as in
    /// <see cref="Read"/>.
    /// </summary>
    public (SafeFileHandle? File, Diagnostic? Problem) Open(SourceFile file)
    {
        try
        {
            return (file.Stamp.Size == 0 ? null : DiskFile.OpenSource(PathOf(file)), null);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return (null, StorageDiagnostics.Unreadable(DisplayPath(file), DiskFault.Reason(exception)));
        }
    }

    private string PathOf(SourceFile file) => Path.Join(_root, file.Path);

    private int IndexOf(string path)
    {
        var (low, high) = (0, Files.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            switch (string.CompareOrdinal(Files[middle].Path, path))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return -1;
    }

    private static SourceKind KindOf(string path)
    {
        if (path.StartsWith("_assets/", StringComparison.Ordinal))
        {
            return SourceKind.SharedAsset;
        }

        if (
            !path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith(WellKnown, StringComparison.Ordinal)
        )
        {
            return SourceKind.Asset;
        }

        return path switch
        {
            _ when path.StartsWith("_pages/", StringComparison.Ordinal) => SourceKind.Page,
            _ when path.StartsWith("_authors/", StringComparison.Ordinal) => SourceKind.Author,
            _ when path.StartsWith("_tags/", StringComparison.Ordinal) => SourceKind.Tag,
            _ when NameOf(path) is "_index.md" => SourceKind.SectionText,
            _ => SourceKind.Article,
        };
    }

    private static bool IsWanted(FolderEntry entry, List<string> copies, List<Diagnostic> diagnostics)
    {
        var name = NameOf(entry.Path);
        if (!entry.IsFolder && EditorFile.IsBackup(name))
        {
            copies.Add(entry.Path);
            return false;
        }

        var inShared =
            entry.Path.StartsWith("_assets/", StringComparison.Ordinal) && entry.Path.Length > "_assets/".Length;
        if (inShared || name[0] is not ('_' or '.') || entry.Path is WellKnown or NoJekyll)
        {
            return true;
        }

        if (entry.Path.StartsWith(WellKnown, StringComparison.Ordinal))
        {
            return name[0] != '.';
        }

        if (name[0] == '.' || IsKnownUnderscore(entry, name))
        {
            return name[0] != '.';
        }

        var nearest = entry.IsFolder
            ? SpellingSuggestion.Nearest(name.ToString(), KnownFolders)
            : SpellingSuggestion.Nearest(name.ToString(), ["_index.md"]);
        diagnostics.Add(StorageDiagnostics.UnknownUnderscore($"{Folder}/{entry.Path}", nearest));
        return false;
    }

    // Cameras name pictures _MG_2041.jpg: only a text is kept out by its underscore.
    private static bool IsKnownUnderscore(FolderEntry entry, ReadOnlySpan<char> name) =>
        entry.IsFolder
            ? name.Length + 1 == entry.Path.Length && Array.IndexOf(KnownFolders, name.ToString()) >= 0
            : name is "_index.md" || !name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || IsProfile(entry.Path);

    private static bool IsProfile(string path) =>
        path.StartsWith("_pages/", StringComparison.Ordinal)
        || path.StartsWith("_authors/", StringComparison.Ordinal)
        || path.StartsWith("_tags/", StringComparison.Ordinal);

    private static ReadOnlySpan<char> NameOf(string path)
    {
        var trimmed = path.AsSpan().TrimEnd('/');
        return trimmed[(trimmed.LastIndexOf('/') + 1)..];
    }
}

/// <summary>
/// A file's bytes in a borrowed buffer, or why there are none. Dispose it when the bytes are no longer needed.
/// </summary>
internal sealed class SourceBytes : IDisposable
{
    // A buffer above this is left to the collector: a pool that keeps what one giant article needed would keep it for
    // ever.
    private const int PooledMaxBytes = 1 << 20;

    private readonly int _length;
    private byte[]? _buffer;

    private SourceBytes(byte[] buffer, int length, Diagnostic? problem)
    {
        _buffer = buffer;
        _length = length;
        Problem = problem;
    }

    /// <summary>Exactly the file; empty where <see cref="Problem"/> is set.</summary>
    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    /// <summary>Null when the file was read.</summary>
    public Diagnostic? Problem { get; }

    public static SourceBytes Failed(Diagnostic problem) => new([], 0, problem);

    public static SourceBytes Of(byte[] buffer, int length) => new(buffer, length, null);

    public static byte[] Rent(int length) =>
        length > PooledMaxBytes ? GC.AllocateUninitializedArray<byte>(length) : ArrayPool<byte>.Shared.Rent(length);

    public void Dispose()
    {
        if (_buffer is { Length: > 0 and <= PooledMaxBytes } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        _buffer = [];
    }
}

/// <summary>A file below <c>content/</c>, found and not yet read.</summary>
/// <param name="Path">Below content/, with '/': <c>world/2014/flood.md</c>.</param>
/// <param name="Kind">By its place and name.</param>
/// <param name="Stamp">When it was found.</param>
internal readonly record struct SourceFile(string Path, SourceKind Kind, FileStamp Stamp);

/// <summary>The kind of a file below <c>content/</c>, by its path alone.</summary>
internal enum SourceKind : byte
{
    /// <summary><c>.md</c> in an ordinary folder.</summary>
    Article,

    /// <summary><c>_index.md</c>.</summary>
    SectionText,

    /// <summary><c>.md</c> below <c>_pages/</c>.</summary>
    Page,

    /// <summary><c>.md</c> below <c>_authors/</c>.</summary>
    Author,

    /// <summary><c>.md</c> below <c>_tags/</c>.</summary>
    Tag,

    /// <summary>Anything else in those folders: a picture beside its article.</summary>
    Asset,

    /// <summary>Anything below <c>_assets/</c>, whatever it is.</summary>
    SharedAsset,
}
