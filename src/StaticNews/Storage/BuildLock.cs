using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;
using StaticNews.Diagnostics;

namespace StaticNews.Storage;

/// <summary>
/// One build of a site at a time. The operating system holds the lock (flock; on Windows the share mode), so it ends with
/// its process however that ends, and the file that stays behind means nothing.
/// </summary>
internal sealed class BuildLock : IDisposable
{
    private const string Shown = $"{StateFolder.Name}/{StateFolder.LockName}";

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

    /// <summary>The disk's own clock when the build began: what <see cref="FileStamp.IsSettledAt"/> compares sources with.</summary>
    public long ClockTicks { get; }

    /// <returns>The lock, or why there is none.</returns>
    public static (BuildLock? Taken, Diagnostic? Problem) Take(StateFolder state)
    {
        SafeFileHandle? file = null;
        try
        {
            file = state.Files.OpenLocked(StateFolder.LockName);
            return file is null
                ? (null, StorageDiagnostics.BuildRunning(Shown, Holder(state.Files)))
                : (new BuildLock(state.Files, file, WriteHolder(state.Files)), null);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            file?.Dispose();
            return (null, StorageDiagnostics.StateUnusable(Shown, DiskFault.Reason(exception)));
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
        RandomAccess.Write(file, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n")), 0);
        return Standing.StampOf(file).ModifiedTicks;
    }

    private static int? Holder(FolderHandle folder)
    {
        try
        {
            return folder.ReadAll(StateFolder.LockHolderName, HolderMaxBytes) is { } bytes
                && int.TryParse(Encoding.ASCII.GetString(bytes), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var id)
                ? id
                : null;
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return null;
        }
    }
}
