using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Text;

namespace StaticNews.Output;

/// <summary>
/// <c>.staticnews/</c>, the folder beside site.yml where a site's builds keep what they know, held open; and the key to
/// what is in it. It may have come with a checkout: links in it are not followed, what is no regular file is refused,
/// and what the key does not authenticate is not believed.
/// </summary>
internal sealed class StateFolder : IDisposable
{
    public const string Name = ".staticnews";

    public const string LockName = "lock";

    /// <summary>Who holds the lock: a file of its own, for a locked one cannot be read on every system.</summary>
    public const string LockHolderName = "running";

    public const string LogName = "build.log";

    private const string LedgersName = "outputs";

    private const string PicturesName = "pictures";

    private readonly string _siteRoot;

    private StateFolder(string siteRoot, FolderHandle folder, StateKey key) =>
        (_siteRoot, Files, Key) = (siteRoot, folder, key);

    /// <summary>The folder itself.</summary>
    public FolderHandle Files { get; }

    public StateKey Key { get; }

    /// <summary>Opens the folder, and makes it where there is none.</summary>
    /// <param name="siteRoot">The folder with site.yml.</param>
    /// <returns>The folder, or why there is none.</returns>
    public static (StateFolder? State, Diagnostic? Problem) Open(string siteRoot, StateKey key)
    {
        try
        {
            using var site = FolderHandle.Open(
                CanonicalPath.Of(siteRoot) ?? throw new StateException("symbolic links lead in a circle")
            );
            return (new StateFolder(siteRoot, site.OpenOrMakeFolder(Name), key), null);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return (null, StorageDiagnostics.StateUnusable(Name, DiskFault.Reason(exception)));
        }
    }

    /// <summary>The folder of the ledgers, one file an output folder.</summary>
    public FolderHandle OpenLedgers() => Files.OpenOrMakeFolder(LedgersName);

    /// <summary>The folder of generated pictures.</summary>
    public FolderHandle OpenPictures() => Files.OpenOrMakeFolder(PicturesName);

    public bool HasPictures => Files.Ask(PicturesName).Kind == FileStatusKind.Folder;

    /// <summary>
    /// An output folder's name in those files: from where it lies as seen from the site, so that a site that is moved
    /// with its output keeps its records, and no path of a machine is stored.
    /// </summary>
    public string OutputId(string outputFolder)
    {
        var site = CanonicalPath.Of(_siteRoot) ?? Path.GetFullPath(_siteRoot);
        var output = CanonicalPath.Of(outputFolder) ?? Path.GetFullPath(outputFolder);
        var relative = Path.GetRelativePath(site, output).Replace('\\', '/');
        var hash = ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(relative));
        return ((ulong)(hash.Value >> 64)).ToString("x16", CultureInfo.InvariantCulture);
    }

    public void Dispose() => Files.Dispose();
}

/// <summary>
/// One build of a site at a time. The operating system holds the lock (flock; on Windows the share mode), so it ends
/// with its process however that ends, and the file that stays behind means nothing.
/// </summary>
internal sealed class BuildLock : IDisposable
{
    private const string DisplayName = $"{StateFolder.Name}/{StateFolder.LockName}";

    /// <summary>A number and a line end; a longer file holds none.</summary>
    private const int HolderMaxBytes = 64;

    private readonly FolderHandle _folder;
    private readonly SafeFileHandle _file;

    private BuildLock(FolderHandle folder, SafeFileHandle file, long clockTicks)
    {
        _folder = folder;
        _file = file;
        ClockTicks = clockTicks;
    }

    /// <summary>
    /// The disk's own clock when the build began: what <see cref="FileStamp.IsSettledAt"/> compares sources with.
    /// </summary>
    public long ClockTicks { get; }

    /// <returns>The lock, or why there is none.</returns>
    public static (BuildLock? Taken, Diagnostic? Problem) Take(StateFolder state)
    {
        SafeFileHandle? file = null;
        try
        {
            file = state.Files.OpenLocked(StateFolder.LockName);
            return file is null
                ? (null, StorageDiagnostics.BuildRunning(DisplayName, Holder(state.Files)))
                : (new BuildLock(state.Files, file, WriteHolder(state.Files)), null);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            file?.Dispose();
            return (null, StorageDiagnostics.StateUnusable(DisplayName, DiskFault.Reason(exception)));
        }
    }

    public void Dispose()
    {
        if (!_file.IsClosed)
        {
            _folder.Unlock(_file);
            _file.Dispose();
        }
    }

    /// <returns>The disk's clock.</returns>
    private static long WriteHolder(FolderHandle folder)
    {
        using var file = folder.CreateAnew(StateFolder.LockHolderName);
        RandomAccess.Write(
            file,
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n")),
            0
        );
        return FileStatus.StampOf(file).ModifiedTicks;
    }

    private static int? Holder(FolderHandle folder)
    {
        try
        {
            return
                folder.ReadAll(StateFolder.LockHolderName, HolderMaxBytes) is { } bytes
                && int.TryParse(
                    Encoding.ASCII.GetString(bytes),
                    NumberStyles.AllowTrailingWhite,
                    CultureInfo.InvariantCulture,
                    out var id
                )
                ? id
                : null;
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return null;
        }
    }
}
