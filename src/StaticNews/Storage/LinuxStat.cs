using System.Runtime.InteropServices;
using System.Text;

namespace StaticNews.Storage;

/// <summary>
/// Linux's own question about a file, statx(2). <see cref="FileInfo"/> asks for the rights of user and group as well, and makes three objects a file: half of
/// the time that a build with nothing to do spends on a hundred thousand outputs. Where there is no statx (another system, another C library), the caller asks .NET.
/// </summary>
internal static partial class LinuxStat
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;

    // STATX_TYPE, STATX_SIZE, STATX_MTIME
    private const uint Wanted = 0x1 | 0x200 | 0x40;

    private const int NoEntry = 2;
    private const int NoFolder = 20;

    private const int KindMask = 0xF000;
    private const int Folder = 0x4000;
    private const int Link = 0xA000;
    private const int Regular = 0x8000;

    /// <summary>No file has it: what looks like a pipe or a device in a file's place never matches, and is never opened, for it could keep a build waiting for ever.</summary>
    private const long IrregularSize = -1;

    /// <summary>PATH_MAX, with the byte that ends it: no longer path can be asked for anyhow.</summary>
    private const int PathMaxBytes = 4096;

    private static volatile bool _isThere = OperatingSystem.IsLinux();

    /// <param name="path">Absolute, or from the current folder.</param>
    /// <returns>False where the answer is not known: ask in another way.</returns>
    public static bool TryAsk(ReadOnlySpan<char> path, out Standing standing)
    {
        standing = default;
        if (!_isThere || path.Length * 3 >= PathMaxBytes)
        {
            return false;
        }

        Span<byte> utf8 = stackalloc byte[(path.Length * 3) + 1];
        utf8[Encoding.UTF8.GetBytes(path, utf8)] = 0;
        try
        {
            var status = default(Status);
            if (Ask(CurrentFolder, in MemoryMarshal.GetReference(utf8), NoFollow, Wanted, ref status) == 0)
            {
                standing = status.Standing;
                return (status.Mask & Wanted) == Wanted;
            }

            return Marshal.GetLastPInvokeError() is NoEntry or NoFolder;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            _isThere = false;
            return false;
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Ask(int folder, in byte path, int flags, uint wanted, ref Status status);

    /// <summary>The kernel's <c>struct statx</c>, the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(0)]
        public uint Mask;

        [FieldOffset(28)]
        private readonly ushort _mode;

        [FieldOffset(40)]
        private readonly long _size;

        [FieldOffset(112)]
        private readonly long _modifiedSeconds;

        [FieldOffset(120)]
        private readonly uint _modifiedNanoseconds;

        public readonly Standing Standing => (_mode & KindMask) switch
        {
            Folder => new Standing(StandingKind.Folder, default),
            Link => new Standing(StandingKind.Link, default),
            Regular => new Standing(StandingKind.File, new FileStamp(_size, ModifiedTicks)),
            _ => new Standing(StandingKind.File, new FileStamp(IrregularSize, ModifiedTicks)),
        };

        // As .NET counts: what is finer than 100 ns falls away.
        private readonly long ModifiedTicks =>
            DateTime.UnixEpoch.Ticks + (_modifiedSeconds * TimeSpan.TicksPerSecond) + (_modifiedNanoseconds / TimeSpan.NanosecondsPerTick);
    }
}
