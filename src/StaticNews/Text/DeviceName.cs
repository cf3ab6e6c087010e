namespace StaticNews.Text;

/// <summary>Names that Windows keeps for devices, in any folder and with any extension (Microsoft, "Naming Files, Paths, and Namespaces").</summary>
internal static class DeviceName
{
    /// <param name="name">One part of a path.</param>
    public static bool IsOne(ReadOnlySpan<char> name)
    {
        var dot = name.IndexOf('.');
        var stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        return stem.Length switch
        {
            3 => Is(stem, "con") || Is(stem, "prn") || Is(stem, "aux") || Is(stem, "nul"),
            4 => (Is(stem[..3], "com") || Is(stem[..3], "lpt")) && (char.IsAsciiDigit(stem[3]) || stem[3] is '\u00b9' or '\u00b2' or '\u00b3'),
            _ => false,
        };
    }

    private static bool Is(ReadOnlySpan<char> stem, string device) => stem.Equals(device, StringComparison.OrdinalIgnoreCase);
}
