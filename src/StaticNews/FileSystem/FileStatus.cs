namespace StaticNews.FileSystem;

/// <summary>The kind of entry at a path, by one system call.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Stamp">Of a file; default for all else.</param>
internal readonly record struct FileStatus(FileStatusKind Kind, FileStamp Stamp)
{
    private const int StackMaxChars = 512;

    // What FileSystemInfo.Attributes gives where there is nothing.
    private const FileAttributes Nothing = (FileAttributes)(-1);

    public static FileStatus At(string path) => LinuxCalls.TryAsk(path, out var standing) ? standing : Ask(path);

    /// <param name="folder">On disk, without a final separator.</param>
    /// <param name="path">Below it.</param>
    public static FileStatus At(ReadOnlySpan<char> folder, ReadOnlySpan<char> path)
    {
        var length = folder.Length + 1 + path.Length;
        if (length > StackMaxChars)
        {
            return At(Path.Join(folder, path));
        }

        Span<char> joined = stackalloc char[length];
        return Path.TryJoin(folder, path, joined, out var used) && LinuxCalls.TryAsk(joined[..used], out var standing)
            ? standing
            : Ask(Path.Join(folder, path));
    }

    /// <summary>The stamp of an open file.</summary>
    /// <exception cref="IOException">The disk does not answer.</exception>
    public static FileStamp StampOf(Microsoft.Win32.SafeHandles.SafeFileHandle file) =>
        LinuxCalls.AreThere
            ? LinuxCalls.Ask(file).Standing.Stamp
            : new FileStamp(
                RandomAccess.GetLength(file),
                File.GetLastWriteTimeUtc(file).Ticks,
                File.GetCreationTimeUtc(file).Ticks,
                0
            );

    public static FileStamp StampOf(FileInfo file) =>
        new(file.Length, file.LastWriteTimeUtc.Ticks, file.CreationTimeUtc.Ticks, 0);

    private static FileStatus Ask(string path)
    {
        var info = new FileInfo(path);
        var attributes = info.Attributes;
        return attributes switch
        {
            Nothing => new FileStatus(FileStatusKind.Nothing, default),
            _ when (attributes & FileAttributes.ReparsePoint) != FileAttributes.None => new FileStatus(
                FileStatusKind.Link,
                default
            ),
            _ when (attributes & FileAttributes.Directory) != FileAttributes.None => new FileStatus(
                FileStatusKind.Folder,
                default
            ),
            _ => new FileStatus(FileStatusKind.File, StampOf(info)),
        };
    }
}

internal enum FileStatusKind : byte
{
    Nothing,
    File,
    Folder,

    /// <summary>A symbolic link, whatever it leads to.</summary>
    Link,

    /// <summary>
    /// A pipe, a socket or a device. It is never opened, for it could keep a build waiting for ever. Told apart from a
    /// file on Linux only.
    /// </summary>
    Special,
}

/// <summary>
/// The facts about a file that the file system has without reading it: enough to skip it, if the stamp has settled.
/// </summary>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedTicks">
/// Last write, UTC, 100 ns since year 1; 0 in a stamp that must never match. Any program may set it back.
/// </param>
/// <param name="ChangedTicks">
/// Last change of content, size, times, name or permissions (POSIX <c>st_ctime</c>), in the same units. No program can
/// set it, so an edit that restores size and modification time shows here. On systems where it cannot be asked for, the
/// time of creation.
/// </param>
/// <param name="Inode">
/// The file's number on its disk: another one after a file took this one's place. 0 where it cannot be asked for.
/// </param>
internal readonly record struct FileStamp(long Size, long ModifiedTicks, long ChangedTicks, ulong Inode)
{
    /// <summary>How many bytes <c>BuildLog</c> stores of one.</summary>
    public const int StoredBytes = 32;

    // Kernels stamp files by their timer tick (4 to 10 ms on Linux, 10 ms on exFAT), however fine the format that
    // stores it.
    private const long FineTicks = 20 * TimeSpan.TicksPerMillisecond;

    // FAT and some network disks keep two seconds, HFS+ one: their times end on a whole second.
    private const long CoarseTicks = 2 * TimeSpan.TicksPerSecond;

    /// <summary>
    /// Whether a change after <paramref name="clockTicks"/> must show in the stamp. A file written twice within one
    /// tick of its disk's clock, the second time after we looked, has the same stamp for both (git calls it "racily
    /// clean").
    /// </summary>
    /// <param name="clockTicks">
    /// The disk's own clock when the file was known to be as recorded, as in <see cref="ModifiedTicks"/>.
    /// </param>
    public bool IsSettledAt(long clockTicks) => IsPast(ModifiedTicks, clockTicks) && IsPast(ChangedTicks, clockTicks);

    /// <summary>
    /// The stamp as it may be stored by a build that began at <paramref name="clockTicks"/>: itself, or one that
    /// matches nothing.
    /// </summary>
    public FileStamp Settled(long clockTicks) => IsSettledAt(clockTicks) ? this : this with { ModifiedTicks = 0 };

    private static bool IsPast(long ticks, long clockTicks)
    {
        var resolution = ticks % TimeSpan.TicksPerSecond == 0 ? CoarseTicks : FineTicks;
        return ticks > 0 && ticks + resolution < clockTicks;
    }
}
