using System.Text;
using StaticNews.Text;

namespace StaticNews.Output;

/// <summary>The last gate before the disk: what may be the path of a file below the output folder.</summary>
internal static class OutputPath
{
    /// <summary>The mark of ownership, see <see cref="OutputTree"/>; no page may have its name.</summary>
    public const string Marker = ".staticnews.txt";

    // NAME_MAX of every common file system, in bytes.
    private const int PartMaxBytes = 255;

    // PATH_MAX of Linux, less what the output folder itself may need.
    private const int PathMaxBytes = 3500;

    /// <summary>
    /// Relative, with '/', no empty part, no part of dots alone, no backslash, colon (drives, streams) or control
    /// character, no name that Windows keeps for a device, each part short enough for a disk, and neither the marker
    /// nor a name that <see cref="IsTemporary"/> claims.
    /// </summary>
    public static bool IsSafe(string path)
    {
        if (
            path.Length == 0
            || Encoding.UTF8.GetByteCount(path) > PathMaxBytes
            || string.Equals(path, Marker, StringComparison.OrdinalIgnoreCase)
        )
        {
            return false;
        }

        var rest = path.AsSpan();
        while (rest.Length > 0)
        {
            var slash = rest.IndexOf('/');
            if (slash == rest.Length - 1 || !IsSafePart(slash < 0 ? rest : rest[..slash]))
            {
                return false;
            }

            rest = slash < 0 ? [] : rest[(slash + 1)..];
        }

        return true;
    }

    /// <summary>
    /// A file under construction. One that exists when a build begins was left by a killed build.
    /// </summary>
    public static bool IsTemporary(ReadOnlySpan<char> name) =>
        name.StartsWith(".staticnews-", StringComparison.Ordinal) && name.EndsWith(".tmp", StringComparison.Ordinal);

    public static string Temporary(long number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $".staticnews-{number:x8}.tmp");

    private static bool IsSafePart(ReadOnlySpan<char> part) =>
        part.Length > 0
        && !part.TrimStart('.').IsEmpty
        && !part.ContainsAny('\\', ':')
        && !part.ContainsAnyInRange('\0', '\x1f')
        && !part.Contains('\x7f')
        && !DeviceName.IsOne(part)
        && Encoding.UTF8.GetByteCount(part) <= PartMaxBytes
        && !IsTemporary(part)
        && !HasLoneSurrogate(part);

    private static bool HasLoneSurrogate(ReadOnlySpan<char> part)
    {
        while (part.Length > 0)
        {
            if (Rune.DecodeFromUtf16(part, out _, out var used) != System.Buffers.OperationStatus.Done)
            {
                return true;
            }

            part = part[used..];
        }

        return false;
    }
}
