using System.Buffers;
using System.Text;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>The file that a site URL stands for, and whether every file system and host can hold it.</summary>
internal static class OutputPath
{
    /// <summary>Longest name of one file or folder on common file systems (NAME_MAX of ext4, APFS, NTFS), in UTF-8 bytes.</summary>
    private const int PartMaxBytes = 255;

    /// <summary>PATH_MAX of Linux is 4096, and the output folder needs some of it.</summary>
    private const int PathMaxBytes = 3500;

    /// <summary>Files that the build itself keeps in the output folder begin so: its mark, and files that are being written.</summary>
    public const string BuildPrefix = ".staticnews";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>:\"|?*\\");

    /// <summary>
    /// <c>/world/</c> and <c>/world</c> are <c>/world/index.html</c>; a URL whose last part has a dot is its own file.
    /// Starts with '/', relative to the output folder.
    /// </summary>
    public static string Of(string url)
    {
        if (url.EndsWith('/'))
        {
            return $"{url}index.html";
        }

        return url.AsSpan(url.LastIndexOf('/') + 1).Contains('.') ? url : $"{url}/index.html";
    }

    /// <summary>The URL under which readers see a file: without <c>index.html</c>.</summary>
    public static string UrlOf(string outputPath) =>
        outputPath.EndsWith("/index.html", StringComparison.Ordinal) ? outputPath[..^"index.html".Length] : outputPath;

    /// <summary>
    /// What is wrong with the path as the end of a sentence ("'con' is a device name on Windows"), or null when nothing is.
    /// Windows' rules hold for all: an archive is copied between machines for decades.
    /// </summary>
    public static string? Fault(ReadOnlySpan<char> path)
    {
        if (LengthFault(path) is { } tooLong)
        {
            return tooLong;
        }

        foreach (var range in path[1..].Split('/'))
        {
            if (PartFault(path[1..][range]) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>The part of <see cref="Fault"/> that is about the whole path.</summary>
    public static string? LengthFault(ReadOnlySpan<char> path) =>
        path.Length * 3 > PathMaxBytes && Encoding.UTF8.GetByteCount(path) > PathMaxBytes ? "it is longer than 3500 bytes" : null;

    private static string? PartFault(ReadOnlySpan<char> part)
    {
        if (part.IsEmpty || part is "." or "..")
        {
            return "it has an empty or dotted part";
        }

        if (part.IndexOfAny(Forbidden) is var found and >= 0)
        {
            return $"it contains '{part[found]}', which no file name may have on Windows";
        }

        if (part.IndexOfAnyInRange('\0', '\u001f') >= 0 || part.Contains('\u007f'))
        {
            return "it contains a control character";
        }

        if (part.StartsWith(BuildPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return $"names that begin with '{BuildPrefix}' are kept for the build's own files";
        }

        if (HasLoneSurrogate(part))
        {
            return "it contains half a character";
        }

        if (part[^1] is '.' or ' ')
        {
            return $"'{part}' ends with a dot or a space, which Windows drops";
        }

        if (DeviceName.IsOne(part))
        {
            return $"'{part}' is the name of a device on Windows";
        }

        return Encoding.UTF8.GetByteCount(part) > PartMaxBytes ? "a part of it is longer than 255 bytes" : null;
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> part)
    {
        while (part.IndexOfAnyInRange('\ud800', '\udfff') is var at and >= 0)
        {
            if (Rune.DecodeFromUtf16(part[at..], out _, out var used) != OperationStatus.Done)
            {
                return true;
            }

            part = part[(at + used)..];
        }

        return false;
    }
}
