using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace StaticNews.FileSystem;

/// <summary>A folder by its descriptor: openat, renameat, unlinkat and mkdirat take names from it.</summary>
internal sealed class LinuxFolderHandle : FolderHandle
{
    private static readonly bool HasProc = Directory.Exists("/proc/self/fd");

    private readonly SafeFileHandle _folder;
    private readonly string _path;

    public LinuxFolderHandle(string path)
        : this(LinuxCalls.OpenFolder(null, path), path) { }

    private LinuxFolderHandle(SafeFileHandle folder, string path) => (_folder, _path) = (folder, path);

    /// <summary>
    /// The descriptor itself, as proc(5) shows it, so that the listing is of this folder and not of what has its path
    /// by now.
    /// </summary>
    protected override string ListingPath =>
        HasProc ? string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{_folder.DangerousGetHandle()}") : _path;

    public override FileStatus Ask(ReadOnlySpan<char> name) => LinuxCalls.Ask(_folder, name);

    public override FolderHandle OpenFolder(ReadOnlySpan<char> name) =>
        new LinuxFolderHandle(LinuxCalls.OpenFolder(_folder, name), Path.Join(_path, name));

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

    public override SafeFileHandle Create(ReadOnlySpan<char> name) =>
        LinuxCalls.Open(_folder, name, LinuxCalls.OpenFor.Create);

    public override void Rename(ReadOnlySpan<char> from, ReadOnlySpan<char> to) => LinuxCalls.Rename(_folder, from, to);

    public override void Delete(ReadOnlySpan<char> name) => LinuxCalls.Delete(_folder, name);

    public override void DeleteFolder(ReadOnlySpan<char> name) => LinuxCalls.DeleteFolder(_folder, name);

    public override void Dispose() => _folder.Dispose();

    /// <summary>
    /// Asks before opening, for to open a device can do something; and after, for what has the name may be another by
    /// then.
    /// </summary>
    private SafeFileHandle Regular(ReadOnlySpan<char> name, LinuxCalls.OpenFor access, out int names)
    {
        StateException.ThrowUnlessFile(Ask(name).Kind, mayBeMissing: access == LinuxCalls.OpenFor.Update);
        var file = LinuxCalls.Open(_folder, name, access);
        try
        {
            (var standing, names) = LinuxCalls.Ask(file);
            StateException.ThrowUnlessFile(standing.Kind, mayBeMissing: false);
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

/// <summary>
/// The system calls of Linux that .NET has no equal of: files that are named by an open folder and a name in it, so
/// that no link in a path is followed and a folder that is swapped meanwhile leads nowhere else; and statx(2), one
/// question for size, times and inode in place of three. The numbers are those of the kernel's interface, the same on
/// x86-64 and Arm. Where there are no such calls (another system, another C library), <see cref="AreThere"/> is false.
/// </summary>
internal static partial class LinuxCalls
{
    public const int NotFound = 2;
    public const int Exists = 17;
    public const int NotAFolder = 20;
    public const int WouldBlock = 11;
    public const int TooManyLinks = 40;

    private const int CurrentFolder = -100;
    private const int NoFollowWhenAsking = 0x100;
    private const int EmptyPath = 0x1000;

    // STATX_TYPE, STATX_NLINK, STATX_MTIME, STATX_CTIME, STATX_INO, STATX_SIZE
    private const uint Wanted = 0x1 | 0x4 | 0x40 | 0x80 | 0x100 | 0x200;

    private const int KindMask = 0xF000;
    private const int Folder = 0x4000;
    private const int Link = 0xA000;
    private const int Regular = 0x8000;

    private const int ReadWriteForAll = 0x1B6; // 0666, less the process's umask
    private const int AllForAll = 0x1FF; // 0777

    private const int ReadWriteFlag = 2;
    private const int CreateFlag = 0x40;
    private const int ExclusiveFlag = 0x80;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int RemoveFolder = 0x200;
    private const int LockExclusive = 2;
    private const int LockNonBlocking = 4;
    private const int LockRelease = 8;

    /// <summary>PATH_MAX, with the byte that ends it: no longer path can be asked for anyhow.</summary>
    private const int PathMaxBytes = 4096;

    // O_DIRECTORY and O_NOFOLLOW are the two whose numbers Arm does not share with x86.
    private static readonly int FolderOnly = IsArm ? 0x4000 : 0x10000;
    private static readonly int NoFollow = IsArm ? 0x8000 : 0x20000;

    private static readonly Lazy<bool> Probe = new(static () =>
    {
        try
        {
            var status = default(Status);
            Span<byte> root = [(byte)'/', 0];
            return OperatingSystem.IsLinux()
                && Ask(CurrentFolder, in root[0], NoFollowWhenAsking, Wanted, ref status) == 0
                && (status.Mask & Wanted) == Wanted;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    });

    public enum OpenFor
    {
        Read = 0,

        /// <summary>Reading and writing; the file is made where there is none.</summary>
        Update = ReadWriteFlag | CreateFlag,

        /// <summary>As <see cref="Update"/>; there may be none yet.</summary>
        Create = ReadWriteFlag | CreateFlag | ExclusiveFlag,
    }

    public static bool AreThere => Probe.Value;

    private static bool IsArm => RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm;

    /// <param name="path">
    /// Absolute, or from the current folder. A link is not followed where it is the last part.
    /// </param>
    /// <returns>False where the answer is not known: ask in another way.</returns>
    public static bool TryAsk(ReadOnlySpan<char> path, out FileStatus standing)
    {
        standing = default;
        return AreThere && TryAsk(CurrentFolder, path, out standing) is 0 or NotFound or NotAFolder;
    }

    /// <param name="folder">Open.</param>
    /// <param name="name">In it, one part.</param>
    /// <exception cref="IOException">The disk does not answer.</exception>
    public static FileStatus Ask(SafeFileHandle folder, ReadOnlySpan<char> name)
    {
        var error = TryAsk((int)folder.DangerousGetHandle(), name, out var standing);
        return error is 0 or NotFound ? standing : throw Failure(error);
    }

    /// <summary>What an open file is by now, and how many names it has.</summary>
    /// <exception cref="IOException">The disk does not answer.</exception>
    public static (FileStatus Standing, int Names) Ask(SafeFileHandle file)
    {
        var status = default(Status);
        byte nothing = 0;
        return Ask((int)file.DangerousGetHandle(), in nothing, EmptyPath, Wanted, ref status) == 0
            ? (status.Standing, (int)status.Names)
            : throw LastFailure();
    }

    /// <summary>Opens without following a link and without waiting for what is no file.</summary>
    /// <param name="folder">Open; null: <paramref name="name"/> is a path.</param>
    /// <exception cref="IOException">The error of the system; a link is <see cref="TooManyLinks"/>.</exception>
    public static SafeFileHandle Open(SafeFileHandle? folder, ReadOnlySpan<char> name, OpenFor access) =>
        Open(folder, name, (int)access | NoFollow | NonBlocking | CloseOnExec);

    /// <summary>
    /// Opens a file of sources: a link is followed (the caller that lists the folder decides which links may be
    /// followed), and what is no file is not waited for.
    /// </summary>
    public static SafeFileHandle OpenFollowing(string path) => Open(null, path, NonBlocking | CloseOnExec);

    /// <summary>Opens a folder to work in; a link is none.</summary>
    public static SafeFileHandle OpenFolder(SafeFileHandle? folder, ReadOnlySpan<char> name) =>
        Open(folder, name, FolderOnly | NoFollow | CloseOnExec);

    public static void MakeFolder(SafeFileHandle folder, ReadOnlySpan<char> name) =>
        Check(MakeFolderAt((int)folder.DangerousGetHandle(), in Utf8(name, stackalloc byte[RoomFor(name)]), AllForAll));

    /// <summary>One step: a reader finds the old file or the new one.</summary>
    public static void Rename(SafeFileHandle folder, ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        var at = (int)folder.DangerousGetHandle();
        Check(
            RenameAt(at, in Utf8(from, stackalloc byte[RoomFor(from)]), at, in Utf8(to, stackalloc byte[RoomFor(to)]))
        );
    }

    public static void Delete(SafeFileHandle folder, ReadOnlySpan<char> name) =>
        Check(UnlinkAt((int)folder.DangerousGetHandle(), in Utf8(name, stackalloc byte[RoomFor(name)]), 0));

    public static void DeleteFolder(SafeFileHandle folder, ReadOnlySpan<char> name) =>
        Check(UnlinkAt((int)folder.DangerousGetHandle(), in Utf8(name, stackalloc byte[RoomFor(name)]), RemoveFolder));

    /// <summary>Holds an open file for this process until it is closed; false where another holds it.</summary>
    public static bool TryLock(SafeFileHandle file) =>
        Flock((int)file.DangerousGetHandle(), LockExclusive | LockNonBlocking) == 0
        || (Marshal.GetLastPInvokeError() == WouldBlock ? false : throw LastFailure());

    public static void Unlock(SafeFileHandle file) => Check(Flock((int)file.DangerousGetHandle(), LockRelease));

    private static SafeFileHandle Open(SafeFileHandle? folder, ReadOnlySpan<char> name, int flags)
    {
        var at = folder is null ? CurrentFolder : (int)folder.DangerousGetHandle();
        var file = OpenAt(at, in Utf8(name, stackalloc byte[RoomFor(name)]), flags, ReadWriteForAll);
        return file >= 0 ? new SafeFileHandle(file, ownsHandle: true) : throw LastFailure();
    }

    private static int TryAsk(int folder, ReadOnlySpan<char> path, out FileStatus standing)
    {
        var status = default(Status);
        standing = default;
        if (path.Length * 3 >= PathMaxBytes || path.Contains('\0'))
        {
            return -1;
        }

        if (Ask(folder, in Utf8(path, stackalloc byte[RoomFor(path)]), NoFollowWhenAsking, Wanted, ref status) != 0)
        {
            return Marshal.GetLastPInvokeError();
        }

        standing = status.Standing;
        return (status.Mask & Wanted) == Wanted ? 0 : -1;
    }

    /// <summary>A UTF-16 unit has at most three bytes in UTF-8, and a zero ends them.</summary>
    private static int RoomFor(ReadOnlySpan<char> path) => Math.Min((path.Length * 3) + 1, PathMaxBytes);

    private static ref byte Utf8(ReadOnlySpan<char> path, Span<byte> buffer)
    {
        if (path.Contains('\0') || !Encoding.UTF8.TryGetBytes(path, buffer[..^1], out var length))
        {
            throw new PathTooLongException();
        }

        buffer[length] = 0;
        return ref MemoryMarshal.GetReference(buffer);
    }

    private static void Check(int result)
    {
        if (result != 0)
        {
            throw LastFailure();
        }
    }

    private static Exception LastFailure() => Failure(Marshal.GetLastPInvokeError());

    /// <summary>As .NET throws for the same errors of its own calls.</summary>
    private static Exception Failure(int error) =>
        error switch
        {
            NotFound => new FileNotFoundException(),
            1 or 13 => new UnauthorizedAccessException(), // EPERM, EACCES
            36 => new PathTooLongException(), // ENAMETOOLONG
            _ => new IOException(Marshal.GetPInvokeErrorMessage(error), error),
        };

    [LibraryImport("libc.so.6", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Ask(int folder, in byte path, int flags, uint wanted, ref Status status);

    [LibraryImport("libc.so.6", EntryPoint = "openat", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenAt(int folder, in byte path, int flags, int mode);

    [LibraryImport("libc.so.6", EntryPoint = "mkdirat", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MakeFolderAt(int folder, in byte path, int mode);

    [LibraryImport("libc.so.6", EntryPoint = "renameat", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameAt(int fromFolder, in byte from, int toFolder, in byte to);

    [LibraryImport("libc.so.6", EntryPoint = "unlinkat", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int UnlinkAt(int folder, in byte path, int flags);

    [LibraryImport("libc.so.6", EntryPoint = "flock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flock(int file, int operation);

    /// <summary>The kernel's <c>struct statx</c>, the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(0)]
        public uint Mask;

        [FieldOffset(16)]
        public uint Names;

        [FieldOffset(28)]
        private readonly ushort _mode;

        [FieldOffset(32)]
        private readonly ulong _inode;

        [FieldOffset(40)]
        private readonly long _size;

        [FieldOffset(96)]
        private readonly long _changedSeconds;

        [FieldOffset(104)]
        private readonly uint _changedNanoseconds;

        [FieldOffset(112)]
        private readonly long _modifiedSeconds;

        [FieldOffset(120)]
        private readonly uint _modifiedNanoseconds;

        public readonly FileStatus Standing =>
            (_mode & KindMask) switch
            {
                Folder => new FileStatus(FileStatusKind.Folder, default),
                Link => new FileStatus(FileStatusKind.Link, default),
                Regular => new FileStatus(FileStatusKind.File, Stamp),
                _ => new FileStatus(FileStatusKind.Special, default),
            };

        private readonly FileStamp Stamp =>
            new(
                _size,
                Ticks(_modifiedSeconds, _modifiedNanoseconds),
                Ticks(_changedSeconds, _changedNanoseconds),
                _inode
            );

        // In the unit of .NET, 100 ns; the rest is dropped.
        private static long Ticks(long seconds, uint nanoseconds) =>
            DateTime.UnixEpoch.Ticks
            + (seconds * TimeSpan.TicksPerSecond)
            + (nanoseconds / TimeSpan.NanosecondsPerTick);
    }
}
