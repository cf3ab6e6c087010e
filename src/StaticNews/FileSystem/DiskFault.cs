namespace StaticNews.FileSystem;

/// <summary>What the operating system's refusals mean, in words without the machine's paths.</summary>
internal static class DiskFault
{
    // errno of Linux, macOS and the BSDs where they agree; .NET puts it into HResult.
    private const int NoSpace = 28;
    private const int QuotaLinux = 122;
    private const int QuotaMac = 69;

    // ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows as HRESULTs.
    private const int DiskFullWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullWindows = unchecked((int)0x80070027);

    public const string PathTooLong = "its path is too long";

    /// <summary>The upper half of an HRESULT that holds an error code of Windows.</summary>
    private const int WindowsError = 0x8007;

    /// <summary>
    /// .NET has no exception of its own for a file that grows too large (EFBIG): it says that a "value" is out of
    /// range.
    /// </summary>
    public static bool IsFault(Exception exception) =>
        exception
            is IOException
                or UnauthorizedAccessException
                or System.Security.SecurityException
                or NotSupportedException
                or ArgumentOutOfRangeException { ParamName: "value" };

    /// <summary>Nothing more can be written, whatever the path.</summary>
    public static bool IsDiskFull(Exception exception) =>
        exception is IOException
        && (
            exception.HResult is DiskFullWindows or HandleDiskFullWindows
            || (!OperatingSystem.IsWindows() && exception.HResult is NoSpace)
            || (OperatingSystem.IsLinux() && exception.HResult is QuotaLinux)
            || (OperatingSystem.IsMacOS() && exception.HResult is QuotaMac)
        );

    /// <summary>The end of a sentence, and never a number: an editor cannot look it up.</summary>
    public static string Reason(Exception exception) =>
        exception switch
        {
            StateException fault => fault.Message,
            _ when IsDiskFull(exception) => "the disk is full",
            FileNotFoundException or DirectoryNotFoundException => "it is not there",
            PathTooLongException => PathTooLong,
            UnauthorizedAccessException or System.Security.SecurityException => "permission denied",
            NotSupportedException => "this disk cannot do that",
            ArgumentOutOfRangeException => "the file is larger than this disk allows",
            EndOfStreamException => "it ends too early",
            _ => Describe(exception.HResult) ?? "the disk refuses it and does not say why",
        };

    /// <summary>
    /// .NET puts errno into HResult as it is, and error codes of Windows with a mark in the upper half.
    /// </summary>
    private static string? Describe(int result) =>
        (result >>> 16) switch
        {
            0 when OperatingSystem.IsMacOS() => DiskErrorWords.OfMac(result),
            0 when !OperatingSystem.IsWindows() => DiskErrorWords.OfLinux(result),
            WindowsError => DiskErrorWords.OfWindows(result & 0xFFFF),
            _ => null,
        };
}

/// <summary>
/// What the numbers mean with which operating systems refuse something: errno of Linux and of macOS, error codes of
/// Windows ("System Error Codes").
/// </summary>
internal static class DiskErrorWords
{
    private const string NotThere = "it is not there";
    private const string Denied = "permission denied";
    private const string Exists = "something of that name is there already";
    private const string InUse = "another program is using it";
    private const string OtherDisk = "it lies on another disk";
    private const string NotFolder = "a part of its path is not a folder";
    private const string NotEmpty = "the folder is not empty";
    private const string TooManyOpen = "too many files are open";
    private const string TooLarge = "the file is larger than this disk allows";
    private const string NameTooLong = "its name is too long";
    private const string NameRefused = "the disk does not accept this name";
    private const string LinkLoop = "its symbolic links lead in a circle";
    private const string ReadOnly = "the disk is read-only";
    private const string Failing = "the disk failed while it was read or written";
    private const string Damaged = "the file system of the disk is damaged";
    private const string Missing = "the disk or device is not there or not ready";
    private const string Unsupported = "this disk cannot do that";
    private const string Invalid = "the disk does not accept that";
    private const string Network = "the network disk cannot be reached";
    private const string Stale = "the network disk no longer knows the file";
    private const string NoMemory = "there is not enough memory";
    private const string Full = "the disk is full";

    /// <summary>Null for a number that files do not give.</summary>
    public static string? OfLinux(int errno) =>
        errno switch
        {
            11 => InUse,
            35 => InUse,
            36 => NameTooLong,
            38 or 95 => Unsupported,
            39 => NotEmpty,
            40 => LinkLoop,
            52 or 64 or 67 or 71 or 100 or 101 or 103 or 104 or 107 or 108 or 110 or 111 or 112 or 113 or 121 =>
                Network,
            75 => TooLarge,
            84 => NameRefused,
            116 => Stale,
            117 => Damaged,
            122 => Full,
            123 or 124 => Missing,
            126 or 127 or 128 or 129 => "it is encrypted, and its key is not there",
            _ => OfUnix(errno),
        };

    /// <summary>Null for a number that files do not give.</summary>
    public static string? OfMac(int errno) =>
        errno switch
        {
            11 or 35 => InUse,
            45 or 78 or 102 => Unsupported,
            50 or 51 or 52 or 53 or 54 or 57 or 60 or 61 or 64 or 65 => Network,
            62 => LinkLoop,
            63 => NameTooLong,
            66 => NotEmpty,
            69 => Full,
            70 => Stale,
            84 => TooLarge,
            92 => NameRefused,
            _ => OfUnix(errno),
        };

    /// <summary>Null for a number that files do not give.</summary>
    /// <param name="code">Without what makes an HRESULT of it.</param>
    public static string? OfWindows(int code) =>
        code switch
        {
            2 or 3 => NotThere,
            4 => TooManyOpen,
            5 or 1314 or 1920 => Denied,
            8 or 14 or 1450 => NoMemory,
            15 or 20 or 21 or 1167 => Missing,
            17 => OtherDisk,
            19 => ReadOnly,
            23 or 25 or 26 or 27 or 29 or 30 or 31 or 483 or 1117 or 1127 => Failing,
            32 or 33 or 36 or 170 or 303 or 1224 => InUse,
            39 or 112 or 1295 or 1816 => Full,
            50 or 1 => Unsupported,
            51
            or 52
            or 53
            or 54
            or 55
            or 57
            or 58
            or 59
            or 64
            or 65
            or 67
            or 121
            or 1203
            or 1222
            or 1231
            or 1232
            or 1236 => Network,
            80 or 183 => Exists,
            111 or 206 => NameTooLong,
            123 or 161 => NameRefused,
            87 => Invalid,
            145 => NotEmpty,
            223 => TooLarge,
            225 or 226 => "the virus scanner refuses it",
            267 or 336 => NotFolder,
            1142 => "it has too many links",
            1392 or 1393 => Damaged,
            1921 or 681 => LinkLoop,
            _ => null,
        };

    /// <summary>Where Linux, macOS and the BSDs agree.</summary>
    private static string? OfUnix(int errno) =>
        errno switch
        {
            1 => "the operation is not permitted",
            2 => NotThere,
            5 => Failing,
            6 or 19 => Missing,
            12 => NoMemory,
            13 => Denied,
            16 => InUse,
            17 => Exists,
            18 => OtherDisk,
            20 => NotFolder,
            21 => "it is a folder",
            22 => Invalid,
            23 or 24 => TooManyOpen,
            26 => "it is a program that is running",
            27 => TooLarge,
            28 => Full,
            29 => "it is no ordinary file",
            30 => ReadOnly,
            31 => "it has too many links",
            _ => null,
        };
}

/// <summary>
/// Why something on the disk is not taken for what it should be. The message is a reason as
/// <see cref="DiskFault.Reason"/> gives them.
/// </summary>
internal sealed class StateException(string reason) : IOException(reason)
{
    public const string IsLink = "it is a symbolic link, and none is followed here";

    public const string IsNoFolder = "it is not a folder";

    /// <summary>Refuses anything but a regular file.</summary>
    public static void ThrowUnlessFile(FileStatusKind kind, bool mayBeMissing)
    {
        switch (kind)
        {
            case FileStatusKind.File:
            case FileStatusKind.Nothing when mayBeMissing:
                return;
            case FileStatusKind.Nothing:
                throw new FileNotFoundException();
            default:
                throw new StateException(
                    kind switch
                    {
                        FileStatusKind.Link => IsLink,
                        FileStatusKind.Folder => "it is a folder",
                        _ => "it is a pipe, a socket or a device",
                    }
                );
        }
    }
}
