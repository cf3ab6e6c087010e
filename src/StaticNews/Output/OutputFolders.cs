using System.Runtime.InteropServices;
using StaticNews.FileSystem;

namespace StaticNews.Output;

/// <summary>
/// The folders below the output folder, each opened from the one above it, so that a link on the way is met and never
/// followed. The folders used last are kept open, at most <see cref="OpenMax"/> of them. Safe for many threads.
/// </summary>
internal sealed class OutputFolders(FolderHandle root) : IDisposable
{
    /// <summary>
    /// An archive has a folder a tag and a process a limit of open files: 256 where it is lowest (macOS).
    /// </summary>
    private const int OpenMax = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, OpenFolder> _open = new(StringComparer.Ordinal);
    private readonly LinkedList<OpenFolder> _byUse = new();

    /// <summary>The folder part of a path, without a final '/'; empty for the output folder itself.</summary>
    public static ReadOnlySpan<char> FolderOf(string path) => path.AsSpan(0, Math.Max(0, path.LastIndexOf('/')));

    public static ReadOnlySpan<char> NameOf(string path) => path.AsSpan(path.LastIndexOf('/') + 1);

    /// <summary>Opens a folder until the returned value is disposed of.</summary>
    public OutputFolderLease Open(ReadOnlySpan<char> folder)
    {
        lock (_gate)
        {
            return Lease(folder, mayMake: false);
        }
    }

    /// <summary>As <see cref="Open"/>; makes the folder and those above it where there is nothing.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The disk refuses.</exception>
    public OutputFolderLease Make(ReadOnlySpan<char> folder)
    {
        lock (_gate)
        {
            return Lease(folder, mayMake: true);
        }
    }

    /// <summary>The kind of entry at a path, if folders lead there; nothing otherwise.</summary>
    public FileStatus Ask(string path)
    {
        using var folder = Open(FolderOf(path));
        return folder.Handle?.Ask(NameOf(path)) ?? default;
    }

    /// <summary>Deletes a file, or a link.</summary>
    public void Delete(string path)
    {
        using var folder = Open(FolderOf(path));
        folder.Required.Delete(NameOf(path));
    }

    /// <summary>Deletes a folder if it is empty; false where it is not, or is no folder.</summary>
    public bool DeleteIfEmpty(string folder)
    {
        using (var own = Open(folder))
        {
            if (own.Handle is not { IsEmpty: true })
            {
                return false;
            }
        }

        using var above = Open(FolderOf(folder));
        above.Required.DeleteFolder(NameOf(folder));
        Forget(folder);
        return true;
    }

    /// <summary>Closes the open folders at a path and below it, because another entry replaces them.</summary>
    public void Forget(string place)
    {
        lock (_gate)
        {
            foreach (var (path, folder) in _open)
            {
                if (
                    path.StartsWith(place, StringComparison.Ordinal)
                    && (path.Length == place.Length || path[place.Length] == '/')
                )
                {
                    Close(folder);
                }
            }
        }
    }

    /// <summary>The link or file that is in a folder's way: the first on the way down that is no real folder.</summary>
    public string Blocker(string folder)
    {
        for (var end = folder.IndexOf('/', StringComparison.Ordinal); end >= 0; end = folder.IndexOf('/', end + 1))
        {
            using var part = Open(folder.AsSpan(0, end));
            if (part.Kind != FileStatusKind.Folder)
            {
                return folder[..end];
            }
        }

        return folder;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var folder in _open.Values)
            {
                folder.Handle.Dispose();
            }

            _open.Clear();
            _byUse.Clear();
        }
    }

    internal void Return(OpenFolder folder)
    {
        lock (_gate)
        {
            if (--folder.Users == 0 && folder.IsForgotten)
            {
                folder.Handle.Dispose();
            }
        }
    }

    private OutputFolderLease Lease(ReadOnlySpan<char> folder, bool mayMake)
    {
        if (folder.IsEmpty)
        {
            return new OutputFolderLease(root);
        }

        if (_open.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folder, out var known))
        {
            _byUse.Remove(known.Place);
            _byUse.AddFirst(known.Place);
            known.Users++;
            return new OutputFolderLease(this, known);
        }

        using var above = LeaseAbove(folder, mayMake);
        return above.Handle is null ? new OutputFolderLease(above.Kind) : Enter(above.Handle, folder, mayMake);
    }

    /// <summary>The lock is held, and can be taken again by the same thread when the lease ends.</summary>
    private OutputFolderLease LeaseAbove(ReadOnlySpan<char> folder, bool mayMake) =>
        Lease(folder[..Math.Max(0, folder.LastIndexOf('/'))], mayMake);

    private OutputFolderLease Enter(FolderHandle above, ReadOnlySpan<char> folder, bool mayMake)
    {
        var name = folder[(folder.LastIndexOf('/') + 1)..];
        var kind = above.Ask(name).Kind;
        if (kind == FileStatusKind.Nothing && mayMake)
        {
            above.MakeFolder(name);
            kind = FileStatusKind.Folder;
        }

        if (kind != FileStatusKind.Folder)
        {
            return new OutputFolderLease(kind);
        }

        if (_open.Count >= OpenMax)
        {
            CloseUnused();
        }

        var opened = new OpenFolder(folder.ToString(), above.OpenFolder(name)) { Users = 1 };
        _open.Add(opened.Path, opened);
        _byUse.AddFirst(opened.Place);
        return new OutputFolderLease(this, opened);
    }

    private void CloseUnused()
    {
        for (var place = _byUse.Last; place is not null; place = place.Previous)
        {
            if (place.Value.Users == 0)
            {
                Close(place.Value);
                return;
            }
        }
    }

    /// <summary>At once, or when the last one who works in it is done.</summary>
    private void Close(OpenFolder folder)
    {
        _open.Remove(folder.Path);
        _byUse.Remove(folder.Place);
        folder.IsForgotten = true;
        if (folder.Users == 0)
        {
            folder.Handle.Dispose();
        }
    }
}

/// <summary>A folder that <see cref="OutputFolders"/> keeps open.</summary>
internal sealed class OpenFolder
{
    public OpenFolder(string path, FolderHandle handle)
    {
        (Path, Handle) = (path, handle);
        Place = new LinkedListNode<OpenFolder>(this);
    }

    public string Path { get; }

    public FolderHandle Handle { get; }

    /// <summary>In the order of use.</summary>
    public LinkedListNode<OpenFolder> Place { get; }

    /// <summary>Leases that have not ended.</summary>
    public int Users { get; set; }

    /// <summary>No longer to be found; closed when the last lease ends.</summary>
    public bool IsForgotten { get; set; }
}

/// <summary>An open folder until this is disposed of, or the kind of entry at its path.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct OutputFolderLease : IDisposable
{
    private readonly OutputFolders? _owner;
    private readonly OpenFolder? _folder;

    public OutputFolderLease(OutputFolders owner, OpenFolder folder) =>
        (_owner, _folder, Handle, Kind) = (owner, folder, folder.Handle, FileStatusKind.Folder);

    /// <param name="root">Stays open whatever happens.</param>
    public OutputFolderLease(FolderHandle root) => (Handle, Kind) = (root, FileStatusKind.Folder);

    public OutputFolderLease(FileStatusKind inTheWay) => Kind = inTheWay;

    /// <summary>Null unless <see cref="Kind"/> is a folder.</summary>
    public FolderHandle? Handle { get; }

    /// <summary>A folder, or the kind of entry at its path or at the path of a folder above it.</summary>
    public FileStatusKind Kind { get; }

    /// <exception cref="IOException">There is no such folder.</exception>
    public FolderHandle Required =>
        Handle
        ?? throw (
            Kind == FileStatusKind.Nothing
                ? new DirectoryNotFoundException()
                : new StateException(Kind == FileStatusKind.Link ? StateException.IsLink : StateException.IsNoFolder)
        );

    public void Dispose()
    {
        if (_folder is not null)
        {
            _owner!.Return(_folder);
        }
    }
}
