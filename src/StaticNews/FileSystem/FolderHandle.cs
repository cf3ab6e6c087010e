using Microsoft.Win32.SafeHandles;

namespace StaticNews.FileSystem;

/// <summary>
/// A folder held open. Operations through it happen in that folder, wherever its path leads by then, and no name
/// in it is followed where it is a symbolic link. Names are single parts. Every member may throw
/// <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> as the disk refuses. Safe for many threads.
/// </summary>
internal abstract class FolderHandle : IDisposable
{
    /// <summary>Opens a folder by its path, whose last part may not be a link.</summary>
    public static FolderHandle Open(string path) =>
        LinuxCalls.AreThere ? new LinuxFolderHandle(path) : new PathFolderHandle(path);

    /// <summary>What has this name.</summary>
    public abstract FileStatus Ask(ReadOnlySpan<char> name);

    /// <summary>A path at which this folder can be listed.</summary>
    protected abstract string ListingPath { get; }

    /// <summary>Opens a folder in this one; a link is none.</summary>
    public abstract FolderHandle OpenFolder(ReadOnlySpan<char> name);

    public abstract void MakeFolder(ReadOnlySpan<char> name);

    /// <summary>Opens a regular file; a link, a pipe or a device is refused.</summary>
    public abstract SafeFileHandle OpenRead(ReadOnlySpan<char> name);

    /// <summary>
    /// Opens a regular file to be read and added to, and makes it where there is none. One that has further names (hard
    /// links) is copied first, so that nothing is written through another name.
    /// </summary>
    public abstract SafeFileHandle OpenUpdate(ReadOnlySpan<char> name);

    /// <summary>As <see cref="OpenUpdate"/>, for this process alone until it is closed.</summary>
    /// <returns>Null where another process holds it. <see cref="Unlock"/> it before it is closed.</returns>
    public abstract SafeFileHandle? OpenLocked(ReadOnlySpan<char> name);

    /// <summary>
    /// Lets go of a lock. To close the file is not enough where a program has been started meanwhile: until it is
    /// loaded, it holds the file, too.
    /// </summary>
    public abstract void Unlock(SafeFileHandle file);

    /// <summary>Makes a file that may not be there yet.</summary>
    public abstract SafeFileHandle Create(ReadOnlySpan<char> name);

    /// <summary>In one step, in the place of what has the second name.</summary>
    public abstract void Rename(ReadOnlySpan<char> from, ReadOnlySpan<char> to);

    /// <summary>Deletes a file or a link, not what it leads to.</summary>
    public abstract void Delete(ReadOnlySpan<char> name);

    /// <summary>Deletes an empty folder.</summary>
    public abstract void DeleteFolder(ReadOnlySpan<char> name);

    public abstract void Dispose();

    /// <summary>The entries of the folder, ordinal.</summary>
    /// <param name="prefix">What the entries' paths begin with: empty, or a path with a final '/'.</param>
    public List<FolderEntry> List(string prefix) => FolderListing.Read(ListingPath, prefix);

    /// <summary>Whether nothing is in the folder.</summary>
    public bool IsEmpty => !Directory.EnumerateFileSystemEntries(ListingPath).Any();

    /// <summary>Opens a folder in this one, and makes it where there is none.</summary>
    public FolderHandle OpenOrMakeFolder(ReadOnlySpan<char> name)
    {
        switch (Ask(name).Kind)
        {
            case FileStatusKind.Nothing:
                MakeFolder(name);
                break;
            case FileStatusKind.Link:
                throw new StateException(StateException.IsLink);
            default:
                break;
        }

        return OpenFolder(name);
    }

    /// <summary>
    /// A new file in the place of whatever file or link has this name: a killed build left it, or another program put
    /// it there.
    /// </summary>
    public SafeFileHandle CreateAnew(ReadOnlySpan<char> name)
    {
        if (Ask(name).Kind is not (FileStatusKind.Nothing or FileStatusKind.Folder))
        {
            Delete(name);
        }

        return Create(name);
    }

    /// <summary>Deletes, where that is possible.</summary>
    public void TryDelete(ReadOnlySpan<char> name)
    {
        try
        {
            Delete(name);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            // The failure that led here is the one to tell; a temporary name is known for what it is by any later
            // survey.
        }
    }

    /// <summary>The whole of a regular file; null where there is nothing of this name.</summary>
    /// <param name="maxBytes">A longer one is an error.</param>
    public byte[]? ReadAll(ReadOnlySpan<char> name, int maxBytes)
    {
        if (Ask(name).Kind == FileStatusKind.Nothing)
        {
            return null;
        }

        using var file = OpenRead(name);
        var length = RandomAccess.GetLength(file);
        if (length > maxBytes)
        {
            throw new StateException("it is too large");
        }

        var bytes = new byte[length];
        return bytes[..DiskFile.ReadFully(file, bytes, 0)];
    }

    /// <summary>Writes a whole file under a temporary name and gives it its own: it is complete or not there.</summary>
    public FileStamp Replace(ReadOnlySpan<char> name, ReadOnlySpan<char> temporary, ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var file = CreateAnew(temporary);
            RandomAccess.Write(file, bytes, 0);
            Rename(temporary, name);
            return FileStatus.StampOf(file);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }
}

/// <summary>
/// A folder by its path, for systems whose calls relative to open folders are not used here (Windows, macOS). Links are
/// looked for before each step, so that one that stands there is never followed; one that is put there between the look
/// and the step can be.
/// </summary>
internal sealed class PathFolderHandle : FolderHandle
{
    private readonly string _path;

    public PathFolderHandle(string path)
    {
        _path = path;
        RequireFolder();
    }

    protected override string ListingPath => _path;

    public override FileStatus Ask(ReadOnlySpan<char> name) => FileStatus.At(_path, name);

    public override FolderHandle OpenFolder(ReadOnlySpan<char> name) => new PathFolderHandle(PathOf(name));

    public override void MakeFolder(ReadOnlySpan<char> name) => Directory.CreateDirectory(PathOf(name));

    public override SafeFileHandle OpenRead(ReadOnlySpan<char> name)
    {
        StateException.ThrowUnlessFile(Ask(name).Kind, mayBeMissing: false);
        return File.OpenHandle(PathOf(name), options: FileOptions.SequentialScan);
    }

    public override SafeFileHandle OpenUpdate(ReadOnlySpan<char> name)
    {
        StateException.ThrowUnlessFile(Ask(name).Kind, mayBeMissing: true);
        return File.OpenHandle(PathOf(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
    }

    public override SafeFileHandle? OpenLocked(ReadOnlySpan<char> name)
    {
        StateException.ThrowUnlessFile(Ask(name).Kind, mayBeMissing: true);
        try
        {
            return File.OpenHandle(PathOf(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when ((exception.HResult & 0xFFFF) is 11 or 35 or 32)
        {
            // EWOULDBLOCK is 11 on Linux and 35 on macOS; ERROR_SHARING_VIOLATION on Windows.
            return null;
        }
    }

    public override void Unlock(SafeFileHandle file)
    {
        // .NET does it when it closes the file.
    }

    public override SafeFileHandle Create(ReadOnlySpan<char> name)
    {
        RequireFolder();
        return File.OpenHandle(
            PathOf(name),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.Read | FileShare.Delete
        );
    }

    public override void Rename(ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        RequireFolder();
        File.Move(PathOf(from), PathOf(to), overwrite: true);
    }

    public override void Delete(ReadOnlySpan<char> name)
    {
        RequireFolder();
        File.Delete(PathOf(name));
    }

    public override void DeleteFolder(ReadOnlySpan<char> name)
    {
        RequireFolder();
        Directory.Delete(PathOf(name));
    }

    public override void Dispose()
    {
        // There is no handle to close.
    }

    private string PathOf(ReadOnlySpan<char> name) => Path.Join(_path, name);

    private void RequireFolder()
    {
        var kind = FileStatus.At(_path).Kind;
        if (kind != FileStatusKind.Folder)
        {
            throw kind == FileStatusKind.Nothing
                ? new DirectoryNotFoundException()
                : new StateException(kind == FileStatusKind.Link ? StateException.IsLink : StateException.IsNoFolder);
        }
    }
}

/// <param name="Path">Below the folder that is listed as a whole, with '/'; a folder's ends with '/'.</param>
/// <param name="IsLink">A symbolic link, whatever it leads to.</param>
/// <param name="Stamp">Of the file, or of what the link leads to; default for a folder.</param>
internal readonly record struct FolderEntry(string Path, bool IsLink, FileStamp Stamp)
{
    public bool IsFolder => Path.EndsWith('/');

    /// <summary>A pipe, a socket or a device.</summary>
    public bool IsSpecial { get; init; }
}
