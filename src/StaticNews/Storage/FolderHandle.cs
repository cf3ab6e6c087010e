using Microsoft.Win32.SafeHandles;

namespace StaticNews.Storage;

/// <summary>
/// A folder held open. What is done through it happens in that folder, whatever its path leads to by then, and no name in it is followed where it is a symbolic link.
/// Names are single parts. Every member may throw <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> as the disk refuses. Safe for many threads.
/// </summary>
internal abstract class FolderHandle : IDisposable
{
    /// <summary>Opens a folder by its path, whose last part may not be a link.</summary>
    public static FolderHandle Open(string path) => LinuxCalls.AreThere ? new LinuxFolderHandle(path) : new PathFolderHandle(path);

    /// <summary>What has this name.</summary>
    public abstract Standing Ask(ReadOnlySpan<char> name);

    /// <summary>A path at which this folder can be listed.</summary>
    protected abstract string ListingPath { get; }

    /// <summary>Opens a folder in this one; a link is none.</summary>
    public abstract FolderHandle OpenFolder(ReadOnlySpan<char> name);

    public abstract void MakeFolder(ReadOnlySpan<char> name);

    /// <summary>Opens a regular file; a link, a pipe or a device is refused.</summary>
    public abstract SafeFileHandle OpenRead(ReadOnlySpan<char> name);

    /// <summary>
    /// Opens a regular file to be read and added to, and makes it where there is none. One that has further names (hard links) is copied first, so that nothing is written
    /// through another name.
    /// </summary>
    public abstract SafeFileHandle OpenUpdate(ReadOnlySpan<char> name);

    /// <summary>As <see cref="OpenUpdate"/>, for this process alone until it is closed.</summary>
    /// <returns>Null where another process holds it. <see cref="Unlock"/> it before it is closed.</returns>
    public abstract SafeFileHandle? OpenLocked(ReadOnlySpan<char> name);

    /// <summary>Lets go of a lock. To close the file is not enough where a program has been started meanwhile: until it is loaded, it holds the file, too.</summary>
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

    /// <summary>What is in the folder, ordinal.</summary>
    /// <param name="prefix">What the entries' paths begin with: empty, or a path with a final '/'.</param>
    public List<FolderEntry> List(string prefix) => FolderListing.Read(ListingPath, prefix);

    /// <summary>Whether nothing is in the folder.</summary>
    public bool IsEmpty => !Directory.EnumerateFileSystemEntries(ListingPath).Any();

    /// <summary>Opens a folder in this one, and makes it where there is none.</summary>
    public FolderHandle OpenOrMakeFolder(ReadOnlySpan<char> name)
    {
        switch (Ask(name).Kind)
        {
            case StandingKind.Nothing:
                MakeFolder(name);
                break;
            case StandingKind.Link:
                throw new StateFault(StateFault.IsLink);
            default:
                break;
        }

        return OpenFolder(name);
    }

    /// <summary>A new file in the place of whatever file or link has this name: what a killed build left, or somebody put there.</summary>
    public SafeFileHandle CreateAnew(ReadOnlySpan<char> name)
    {
        if (Ask(name).Kind is not (StandingKind.Nothing or StandingKind.Folder))
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
            // The failure that led here is the one to tell; a temporary name is known for what it is by any later survey.
        }
    }

    /// <summary>The whole of a regular file; null where there is nothing of this name.</summary>
    /// <param name="maxBytes">A longer one is an error.</param>
    public byte[]? ReadAll(ReadOnlySpan<char> name, int maxBytes)
    {
        if (Ask(name).Kind == StandingKind.Nothing)
        {
            return null;
        }

        using var file = OpenRead(name);
        var length = RandomAccess.GetLength(file);
        if (length > maxBytes)
        {
            throw new StateFault("it is too large");
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
            return Standing.StampOf(file);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }
}
