namespace StaticNews.Storage;

/// <summary>What the file system says of a file without its being read: enough to skip it, if the stamp has settled.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedTicks">Last write, UTC, 100 ns since year 1; 0 in a stamp that must never match. Any program may set it back.</param>
/// <param name="ChangedTicks">
/// Last change of content, size, times, name or permissions (POSIX <c>st_ctime</c>), in the same units. No program can set it, so an edit that restores size and
/// modification time shows here. On systems where it cannot be asked for, the time of creation.
/// </param>
/// <param name="Inode">The file's number on its disk: another one after a file took this one's place. 0 where it cannot be asked for.</param>
internal readonly record struct FileStamp(long Size, long ModifiedTicks, long ChangedTicks, ulong Inode)
{
    /// <summary>How many bytes <see cref="BuildLog"/> stores of one.</summary>
    public const int StoredBytes = 32;

    // Kernels stamp files by their timer tick (4 to 10 ms on Linux, 10 ms on exFAT), however fine the format that stores it.
    private const long FineTicks = 20 * TimeSpan.TicksPerMillisecond;

    // FAT and some network disks keep two seconds, HFS+ one: their times end on a whole second.
    private const long CoarseTicks = 2 * TimeSpan.TicksPerSecond;

    /// <summary>
    /// Whether a change after <paramref name="clockTicks"/> must show in the stamp. A file written twice within one tick of
    /// its disk's clock, the second time after we looked, has the same stamp for both (git calls it "racily clean").
    /// </summary>
    /// <param name="clockTicks">The disk's own clock when the file was known to be as recorded, as in <see cref="ModifiedTicks"/>.</param>
    public bool IsSettledAt(long clockTicks) => IsPast(ModifiedTicks, clockTicks) && IsPast(ChangedTicks, clockTicks);

    /// <summary>The stamp as it may be stored by a build that began at <paramref name="clockTicks"/>: itself, or one that matches nothing.</summary>
    public FileStamp Settled(long clockTicks) => IsSettledAt(clockTicks) ? this : this with { ModifiedTicks = 0 };

    private static bool IsPast(long ticks, long clockTicks)
    {
        var resolution = ticks % TimeSpan.TicksPerSecond == 0 ? CoarseTicks : FineTicks;
        return ticks > 0 && ticks + resolution < clockTicks;
    }
}
