using System.Buffers;
using System.Text;

namespace StaticNews.Articles;

/// <summary>What a source's path says: the folder that names the section, and the name that the URL is made of.</summary>
/// <param name="Folder">Without a final slash; empty for content/ itself.</param>
/// <param name="Stem">The file's name without <c>.md</c>; for <c>flood/index.md</c>, a folder that is one article, the folder's.</param>
internal readonly record struct SourceName(string Folder, string Stem)
{
    private static readonly char[] Separators = ['-', '_', ' '];

    public static SourceName Of(string path)
    {
        var (start, end) = StemIn(path);
        return new SourceName(path[..Math.Max(0, start - 1)], path[start..end]);
    }

    /// <summary>The name as a title: <c>flood-in_town</c> is "Flood in town".</summary>
    /// <param name="dateLength">How many characters of <see cref="Stem"/> are a date, which is left out unless nothing follows it.</param>
    public string Words(int dateLength)
    {
        var words = string.Join(' ', Stem[dateLength..].Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        words = words.Length == 0 ? Stem : words;
        return Rune.DecodeFromUtf16(words, out var first, out var length) == OperationStatus.Done ? Rune.ToUpperInvariant(first) + words[length..] : words;
    }

    /// <summary><see cref="Stem"/> alone.</summary>
    public static ReadOnlySpan<char> StemOf(ReadOnlySpan<char> path)
    {
        var (start, end) = StemIn(path);
        return path[start..end];
    }

    private static (int Start, int End) StemIn(ReadOnlySpan<char> path)
    {
        var end = path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? path.Length - 3 : path.Length;
        var start = path[..end].LastIndexOf('/') + 1;
        return start > 1 && path[start..end].SequenceEqual("index") ? (path[..(start - 1)].LastIndexOf('/') + 1, start - 1) : (start, end);
    }
}
