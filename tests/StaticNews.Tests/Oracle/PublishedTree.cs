using StaticNews.Building;
using StaticNews.Diagnostics;
using StaticNews.Images.Svg;
using StaticNews.Output;
using StaticNews.Text;

namespace StaticNews.Tests.Oracle;

/// <summary>Everything in an output folder at one moment, hidden files and empty folders too.</summary>
internal sealed class PublishedTree
{
    private static readonly EnumerationOptions All = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
    };

    private readonly string _root;

    private PublishedTree(string root) => _root = root;

    /// <summary>Every file by its path with '/'.</summary>
    public SortedDictionary<string, PublishedFile> Files { get; } = new(StringComparer.Ordinal);

    public List<string> EmptyFolders { get; } = [];

    /// <summary>A folder that is not there holds nothing.</summary>
    /// <param name="folder">Where to look.</param>
    /// <param name="earlier">
    /// Of the same folder: a file with the length and time that it had then is not read again.
    /// </param>
    public static PublishedTree Of(string folder, PublishedTree? earlier = null)
    {
        var tree = new PublishedTree(folder);
        if (!Directory.Exists(folder))
        {
            return tree;
        }

        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", All))
        {
            var path = Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
            if (entry is FileInfo file)
            {
                var (length, ticks) = (file.Length, file.LastWriteTimeUtc.Ticks);
                tree.Files[path] =
                    earlier is not null
                    && earlier.Files.TryGetValue(path, out var known)
                    && (known.Length, known.Ticks) == (length, ticks)
                        ? known
                        : new PublishedFile(ContentHash.Of(File.ReadAllBytes(file.FullName)), length, ticks);
            }
            else if (!Directory.EnumerateFileSystemEntries(entry.FullName).Any())
            {
                tree.EmptyFolders.Add(path);
            }
        }

        return tree;
    }

    /// <summary>
    /// What a build has to leave here, told by a clean build of the same sources elsewhere: just that; also what stood
    /// here before of sources that have errors now; all as it was, if nothing could be built.
    /// </summary>
    /// <param name="owners">The source of each file that has one, as clean builds of earlier steps told it.</param>
    public SortedDictionary<string, ContentHash> After(
        PublishedTree clean,
        BuildReport report,
        IReadOnlyDictionary<string, string> owners
    )
    {
        var broken = report
            .Diagnostics.Where(problem => problem.Severity == Severity.Error)
            .Select(problem => problem.At.Path)
            .ToHashSet(StringComparer.Ordinal);
        var expected = new SortedDictionary<string, ContentHash>(StringComparer.Ordinal);
        foreach (var (path, file) in Files)
        {
            if (!report.IsBuilt || (!clean.Files.ContainsKey(path) && IsKept(path) && !IsOutdatedCopy(path, clean)))
            {
                expected[path] = file.Content;
            }
        }

        foreach (var (path, file) in clean.Files)
        {
            expected[path] = file.Content;
        }

        return expected;

        // A drawing that cannot be checked is not published, and neither is an earlier one of its name.
        bool IsKept(string path) =>
            CompressionMethods.OfCopy(path) is var (_, original)
                ? IsKept(original)
                : owners.TryGetValue(path, out var owner)
                    && broken.Contains($"content/{owner}")
                    && !SvgCleaner.IsDrawing(path);
    }

    /// <summary>
    /// A compressed copy of what a file held before: it may not be served in place of the new bytes, so it goes even
    /// after errors.
    /// </summary>
    private bool IsOutdatedCopy(string path, PublishedTree clean) =>
        CompressionMethods.OfCopy(path) is var (_, original)
        && Files.TryGetValue(original, out var before)
        && clean.Files.TryGetValue(original, out var after)
        && before.Content != after.Content;

    /// <summary>
    /// A line a file that is missing here, should not be here, or holds something else; of the first one, where.
    /// </summary>
    /// <param name="expected">From <see cref="After"/>.</param>
    /// <param name="clean">Where the files can be read as they should be.</param>
    public IEnumerable<string> DifferencesFrom(SortedDictionary<string, ContentHash> expected, PublishedTree clean)
    {
        foreach (var path in expected.Keys.Union(Files.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!Files.TryGetValue(path, out var file))
            {
                yield return $"missing: {path}";
            }
            else if (!expected.TryGetValue(path, out var content))
            {
                yield return $"left over: {path}";
            }
            else if (file.Content != content)
            {
                yield return $"differs: {path}{FirstDifference(path, clean)}";
            }
        }
    }

    /// <summary>Files that hold what they held before, and have another time.</summary>
    public IEnumerable<string> RewrittenSince(PublishedTree before) =>
        Files
            .Where(file =>
                before.Files.TryGetValue(file.Key, out var former)
                && former.Content == file.Value.Content
                && former.Ticks != file.Value.Ticks
            )
            .Select(file => $"written though it had these bytes: {file.Key}");

    private string FirstDifference(string path, PublishedTree clean)
    {
        if (!clean.Files.ContainsKey(path))
        {
            return " from what stood here before";
        }

        var (ours, theirs) = (
            File.ReadAllText(Path.Combine(_root, path)),
            File.ReadAllText(Path.Combine(clean._root, path))
        );
        var at = ours.AsSpan().CommonPrefixLength(theirs);
        return $"\n    here:  {Around(ours, at)}\n    clean: {Around(theirs, at)}";
    }

    private static string Around(string text, int at)
    {
        var start = Math.Max(0, at - 60);
        return text.Substring(start, Math.Min(160, text.Length - start)).ReplaceLineEndings("⏎");
    }
}
