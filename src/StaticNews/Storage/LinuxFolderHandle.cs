using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace StaticNews.Storage;

/// <summary>A folder by its descriptor: openat, renameat, unlinkat and mkdirat take names from it.</summary>
internal sealed class LinuxFolderHandle : FolderHandle
{
    private static readonly bool HasProc = Directory.Exists("/proc/self/fd");

    private readonly SafeFileHandle _folder;
    private readonly string _path;

    public LinuxFolderHandle(string path)
        : this(LinuxCalls.OpenFolder(null, path), path)
    {
    }

    private LinuxFolderHandle(SafeFileHandle folder, string path) => (_folder, _path) = (folder, path);

    /// <summary>The descriptor itself, as proc(5) shows it, so that the listing is of this folder and not of what has its path by now.</summary>
    protected override string ListingPath => HasProc ? string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{_folder.DangerousGetHandle()}") : _path;

    public override Standing Ask(ReadOnlySpan<char> name) => LinuxCalls.Ask(_folder, name);

    public override FolderHandle OpenFolder(ReadOnlySpan<char> name) => new LinuxFolderHandle(LinuxCalls.OpenFolder(_folder, name), Path.Join(_path, name));

    public override void MakeFolder(ReadOnlySpan<char> name) => LinuxCalls.MakeFolder(_folder, name);

    public override SafeFileHandle OpenRead(ReadOnlySpan<char> name) => Regular(name, LinuxCalls.OpenFor.Read, out _);

    public override SafeFileHandle OpenUpdate(ReadOnlySpan<char> name)
    {
        var file = Regular(name, LinuxCalls.OpenFor.Update, out var names);
        return names <= 1 ? file : CopyOf(file, name);
    }

    public override SafeFileHandle? OpenLocked(ReadOnlySpan<char> name)
    {
        var file = Regular(name, LinuxCalls.OpenFor.Update, out _);
        try
        {
            if (LinuxCalls.TryLock(file))
            {
                return file;
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }

        file.Dispose();
        return null;
    }

    public override void Unlock(SafeFileHandle file) => LinuxCalls.Unlock(file);

    public override SafeFileHandle Create(ReadOnlySpan<char> name) => LinuxCalls.Open(_folder, name, LinuxCalls.OpenFor.Create);

    public override void Rename(ReadOnlySpan<char> from, ReadOnlySpan<char> to) => LinuxCalls.Rename(_folder, from, to);

    public override void Delete(ReadOnlySpan<char> name) => LinuxCalls.Delete(_folder, name);

    public override void DeleteFolder(ReadOnlySpan<char> name) => LinuxCalls.DeleteFolder(_folder, name);

    public override void Dispose() => _folder.Dispose();

    /// <summary>Asks before opening, for to open a device can do something; and after, for what has the name may be another by then.</summary>
    private SafeFileHandle Regular(ReadOnlySpan<char> name, LinuxCalls.OpenFor access, out int names)
    {
        StateFault.ThrowUnlessFile(Ask(name).Kind, mayBeMissing: access == LinuxCalls.OpenFor.Update);
        var file = LinuxCalls.Open(_folder, name, access);
        try
        {
            (var standing, names) = LinuxCalls.Ask(file);
            StateFault.ThrowUnlessFile(standing.Kind, mayBeMissing: false);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private SafeFileHandle CopyOf(SafeFileHandle file, ReadOnlySpan<char> name)
    {
        using var original = file;
        var temporary = $"{name}.new";
        var copy = CreateAnew(temporary);
        try
        {
            DiskFile.Copy(original, copy, CancellationToken.None);
            Rename(temporary, name);
            return copy;
        }
        catch
        {
            copy.Dispose();
            TryDelete(temporary);
            throw;
        }
    }
}
