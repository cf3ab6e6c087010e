using Microsoft.Win32.SafeHandles;

namespace StaticNews.Storage;

/// <summary>
/// A folder by its path, for systems whose calls relative to open folders are not used here (Windows, macOS). Links are looked for before each step, so that one that stands
/// there is never followed; one that is put there between the look and the step can be.
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

    public override Standing Ask(ReadOnlySpan<char> name) => Standing.At(_path, name);

    public override FolderHandle OpenFolder(ReadOnlySpan<char> name) => new PathFolderHandle(PathOf(name));

    public override void MakeFolder(ReadOnlySpan<char> name) => Directory.CreateDirectory(PathOf(name));

    public override SafeFileHandle OpenRead(ReadOnlySpan<char> name)
    {
        StateFault.ThrowUnlessFile(Ask(name).Kind, mayBeMissing: false);
        return File.OpenHandle(PathOf(name), options: FileOptions.SequentialScan);
    }

    public override SafeFileHandle OpenUpdate(ReadOnlySpan<char> name)
    {
        StateFault.ThrowUnlessFile(Ask(name).Kind, mayBeMissing: true);
        return File.OpenHandle(PathOf(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
    }

    public override SafeFileHandle? OpenLocked(ReadOnlySpan<char> name)
    {
        StateFault.ThrowUnlessFile(Ask(name).Kind, mayBeMissing: true);
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
        return File.OpenHandle(PathOf(name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
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
        var kind = Standing.At(_path).Kind;
        if (kind != StandingKind.Folder)
        {
            throw kind == StandingKind.Nothing ? new DirectoryNotFoundException() : new StateFault(kind == StandingKind.Link ? StateFault.IsLink : StateFault.IsNoFolder);
        }
    }
}
