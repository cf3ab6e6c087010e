namespace StaticNews.Storage;

/// <summary>What stands at a path, by one question to the disk.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Stamp">Of a file; default for all else.</param>
internal readonly record struct Standing(StandingKind Kind, FileStamp Stamp)
{
    private const int StackMaxChars = 512;

    // What FileSystemInfo.Attributes gives where there is nothing.
    private const FileAttributes Nothing = (FileAttributes)(-1);

    public static Standing At(string path) => LinuxCalls.TryAsk(path, out var standing) ? standing : Ask(path);

    /// <param name="folder">On disk, without a final separator.</param>
    /// <param name="path">Below it.</param>
    public static Standing At(ReadOnlySpan<char> folder, ReadOnlySpan<char> path)
    {
        var length = folder.Length + 1 + path.Length;
        if (length > StackMaxChars)
        {
            return At(Path.Join(folder, path));
        }

        Span<char> joined = stackalloc char[length];
        return Path.TryJoin(folder, path, joined, out var used) && LinuxCalls.TryAsk(joined[..used], out var standing) ? standing : Ask(Path.Join(folder, path));
    }

    /// <summary>The stamp of an open file.</summary>
    /// <exception cref="IOException">The disk does not answer.</exception>
    public static FileStamp StampOf(Microsoft.Win32.SafeHandles.SafeFileHandle file) => LinuxCalls.AreThere
        ? LinuxCalls.Ask(file).Standing.Stamp
        : new FileStamp(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file).Ticks, File.GetCreationTimeUtc(file).Ticks, 0);

    public static FileStamp StampOf(FileInfo file) => new(file.Length, file.LastWriteTimeUtc.Ticks, file.CreationTimeUtc.Ticks, 0);

    private static Standing Ask(string path)
    {
        var info = new FileInfo(path);
        var attributes = info.Attributes;
        return attributes switch
        {
            Nothing => new Standing(StandingKind.Nothing, default),
            _ when (attributes & FileAttributes.ReparsePoint) != FileAttributes.None => new Standing(StandingKind.Link, default),
            _ when (attributes & FileAttributes.Directory) != FileAttributes.None => new Standing(StandingKind.Folder, default),
            _ => new Standing(StandingKind.File, StampOf(info)),
        };
    }
}
