using System.Globalization;
using StaticNews.Diagnostics;

namespace StaticNews.Storage;

/// <summary>
/// One build of a site at a time. The operating system holds the lock (flock; on Windows the share mode), so it ends with
/// its process however that ends, and the file that stays behind means nothing.
/// </summary>
internal sealed class BuildLock : IDisposable
{
    private const string Shown = $"{StateFolder.Name}/lock";

    private readonly FileStream _file;

    private BuildLock(FileStream file, long clockTicks)
    {
        _file = file;
        ClockTicks = clockTicks;
    }

    /// <summary>The disk's own clock when the build began: what <see cref="FileStamp.IsSettledAt"/> compares sources with.</summary>
    public long ClockTicks { get; }

    /// <returns>The lock, or why there is none.</returns>
    public static (BuildLock? Taken, Diagnostic? Problem) Take(string siteRoot)
    {
        var path = StateFolder.Lock(siteRoot);
        FileStream? file = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            var holder = StateFolder.LockHolder(siteRoot);
            File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n"));
            return (new BuildLock(file, File.GetLastWriteTimeUtc(holder).Ticks), null);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            file?.Dispose();
            return (null, file is null && IsHeld(exception)
                ? StorageDiagnostics.BuildRunning(Shown, Holder(StateFolder.LockHolder(siteRoot)))
                : StorageDiagnostics.StateUnusable(Shown, DiskFault.Reason(exception)));
        }
    }

    public void Dispose() => _file.Dispose();

    // EWOULDBLOCK is 11 on Linux and 35 on macOS; ERROR_SHARING_VIOLATION on Windows.
    private static bool IsHeld(Exception exception) =>
        exception is IOException && (exception.HResult & 0xFFFF) is 11 or 35 or 32;

    private static int? Holder(string path)
    {
        try
        {
            return int.TryParse(File.ReadAllText(path), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var id) ? id : null;
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return null;
        }
    }
}
