namespace StaticNews.Storage;

/// <summary>What the operating system's refusals mean, in words without the machine's paths.</summary>
internal static class DiskFault
{
    // errno of Linux, macOS and the BSDs where they agree; .NET puts it into HResult.
    private const int ReadOnlyDisk = 30;
    private const int NoSpace = 28;
    private const int QuotaLinux = 122;
    private const int QuotaMac = 69;
    private const int NameTooLongLinux = 36;
    private const int NameTooLongMac = 63;

    // ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows as HRESULTs.
    private const int DiskFullWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullWindows = unchecked((int)0x80070027);

    public const string PathTooLong = "its path is too long";

    public static bool IsFault(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or System.Security.SecurityException or NotSupportedException;

    /// <summary>Nothing more can be written, whatever the path.</summary>
    public static bool IsDiskFull(Exception exception) =>
        exception is IOException
        && (exception.HResult is DiskFullWindows or HandleDiskFullWindows
            || (!OperatingSystem.IsWindows() && exception.HResult is NoSpace)
            || (OperatingSystem.IsLinux() && exception.HResult is QuotaLinux)
            || (OperatingSystem.IsMacOS() && exception.HResult is QuotaMac));

    public static string Reason(Exception exception) => exception switch
    {
        StateFault fault => fault.Message,
        _ when IsDiskFull(exception) => "the disk is full",
        FileNotFoundException or DirectoryNotFoundException => "it is not there",
        PathTooLongException => PathTooLong,
        IOException { HResult: NameTooLongLinux } when OperatingSystem.IsLinux() => "its name is too long",
        IOException { HResult: NameTooLongMac } when OperatingSystem.IsMacOS() => "its name is too long",
        IOException { HResult: ReadOnlyDisk } when !OperatingSystem.IsWindows() => "the disk is read-only",
        UnauthorizedAccessException => "permission denied",
        _ => $"the disk reported error {exception.HResult & 0xFFFF}",
    };
}
