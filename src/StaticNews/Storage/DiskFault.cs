namespace StaticNews.Storage;

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

    /// <summary>.NET has no exception of its own for a file that grows too large (EFBIG): it says that a "value" is out of range.</summary>
    public static bool IsFault(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or System.Security.SecurityException or NotSupportedException or ArgumentOutOfRangeException { ParamName: "value" };

    /// <summary>Nothing more can be written, whatever the path.</summary>
    public static bool IsDiskFull(Exception exception) =>
        exception is IOException
        && (exception.HResult is DiskFullWindows or HandleDiskFullWindows
            || (!OperatingSystem.IsWindows() && exception.HResult is NoSpace)
            || (OperatingSystem.IsLinux() && exception.HResult is QuotaLinux)
            || (OperatingSystem.IsMacOS() && exception.HResult is QuotaMac));

    /// <summary>The end of a sentence, and never a number: an editor cannot look it up.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        StateFault fault => fault.Message,
        _ when IsDiskFull(exception) => "the disk is full",
        FileNotFoundException or DirectoryNotFoundException => "it is not there",
        PathTooLongException => PathTooLong,
        UnauthorizedAccessException or System.Security.SecurityException => "permission denied",
        NotSupportedException => "this disk cannot do that",
        ArgumentOutOfRangeException => "the file is larger than this disk allows",
        EndOfStreamException => "it ends too early",
        _ => Words(exception.HResult) ?? "the disk refuses it and does not say why",
    };

    /// <summary>.NET puts errno into HResult as it is, and error codes of Windows with a mark in the upper half.</summary>
    private static string? Words(int result) => (result >>> 16) switch
    {
        0 when OperatingSystem.IsMacOS() => DiskErrorWords.OfMac(result),
        0 when !OperatingSystem.IsWindows() => DiskErrorWords.OfLinux(result),
        WindowsError => DiskErrorWords.OfWindows(result & 0xFFFF),
        _ => null,
    };
}
