using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using StaticNews.Text;

namespace StaticNews.Archive.Routes;

/// <summary>The file of a site URL, and whether every file system and host can hold it.</summary>
internal static class RouteFile
{
    /// <summary>
    /// Longest name of one file or folder on common file systems (NAME_MAX of ext4, APFS, NTFS), in UTF-8 bytes.
    /// </summary>
    private const int PartMaxBytes = 255;

    /// <summary>PATH_MAX of Linux is 4096, and the output folder needs some of it.</summary>
    private const int PathMaxBytes = 3500;

    /// <summary>
    /// Files that the build itself keeps in the output folder begin so: its mark, and files that are being written.
    /// </summary>
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
    /// The fault of the path as the end of a sentence ("'con' is a device name on Windows"), or null when nothing
    /// is. Windows' rules hold for all: an archive is copied between machines for decades.
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
        path.Length * 3 > PathMaxBytes && Encoding.UTF8.GetByteCount(path) > PathMaxBytes
            ? "it is longer than 3500 bytes"
            : null;

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

/// <summary>Folders of the output that only the site's own pages may use, and their owners.</summary>
internal sealed class OwnedFolders
{
    private readonly Dictionary<FoldedPathHash, string> _owners = [];

    /// <summary>The first owner of a folder stays.</summary>
    /// <param name="url">With '/' at both ends.</param>
    /// <param name="owner">As a message names it: "the list of tags".</param>
    public void Add(string url, string owner) =>
        _owners.TryAdd(FoldedPathHash.Of(url.AsSpan(0, url.Length - 1)), owner);

    /// <summary>The owner of a folder or of a folder around it; null where it has none.</summary>
    /// <param name="folder">With '/' at its start only.</param>
    public string? OwnerOf(ReadOnlySpan<char> folder)
    {
        for (var end = folder.Length; end > 0; end = folder[..end].LastIndexOf('/'))
        {
            if (_owners.TryGetValue(FoldedPathHash.Of(folder[..end]), out var owner))
            {
                return owner;
            }
        }

        return null;
    }
}

/// <summary>
/// 128 bits that two output paths share exactly when a file system that ignores case or Unicode's normal forms would
/// hold them as one file. It replaces the path itself, as <see cref="TextHash"/> does for paths to the letter.
/// Lives within one build and is never stored.
/// </summary>
internal readonly record struct FoldedPathHash(ulong High, ulong Low)
{
    /// <summary>Paths on the stack up to this length; longer ones are rare and take an array.</summary>
    private const int StackChars = 512;

    public static FoldedPathHash Of(ReadOnlySpan<char> path)
    {
        if (!Ascii.IsValid(path))
        {
            return Hash(Fold(path));
        }

        var folded = path.Length <= StackChars ? stackalloc char[StackChars] : new char[path.Length];
        Ascii.ToLower(path, folded, out var length);
        return Hash(folded[..length]);
    }

    /// <summary>
    /// Whether two paths differ at most in Unicode's normal form, which is not visible.
    /// </summary>
    public static bool LookAlike(string left, string right) =>
        left.Equals(right, StringComparison.Ordinal)
        || (!(Ascii.IsValid(left) && Ascii.IsValid(right)) && TakeApart(left).SequenceEqual(TakeApart(right)));

    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> path)
    {
        var chars = TakeApart(path);
        for (var i = 0; i < chars.Length; i++)
        {
            // Up and down again: letters with two lower-case forms (σ and ς, s and ſ) become one.
            chars[i] = char.ToLowerInvariant(char.ToUpperInvariant(chars[i]));
        }

        SortMarks(chars);
        return chars;
    }

    /// <summary>
    /// Letters and marks apart; marks on one letter in one order, since their order has no meaning across classes.
    /// </summary>
    private static Span<char> TakeApart(ReadOnlySpan<char> path)
    {
        var parts = new List<char>(path.Length + 8);
        foreach (var c in path)
        {
            Decomposition.Append(c, parts);
        }

        var chars = CollectionsMarshal.AsSpan(parts);
        SortMarks(chars);
        return chars;
    }

    private static void SortMarks(Span<char> chars)
    {
        for (var start = 0; start < chars.Length; start++)
        {
            var end = start;
            while (end < chars.Length && char.GetUnicodeCategory(chars[end]) == UnicodeCategory.NonSpacingMark)
            {
                end++;
            }

            if (end - start > 1)
            {
                chars[start..end].Sort();
            }

            start = Math.Max(start, end - 1);
        }
    }

    private static FoldedPathHash Hash(ReadOnlySpan<char> folded)
    {
        var hash = TextHash.Of(folded);
        return new FoldedPathHash(hash.High, hash.Low);
    }
}
