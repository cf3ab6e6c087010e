using StaticNews.Output;
using StaticNews.Pages;

namespace StaticNews.Building;

/// <summary>
/// Collects for <c>build --explain-change</c> which files a build wrote and removed, and why. It keeps counts, and of
/// each group the ordinally first few paths: its size does not grow with the archive, and its text does not depend
/// on which worker came first. Safe for many threads.
/// </summary>
/// <param name="log">Read before a file is published: afterwards it contains the new fingerprint only.</param>
internal sealed class ChangeList(BuildLog log)
{
    /// <summary>Named in a group; the rest is a number.</summary>
    private const int NamedFiles = 10;

    private readonly Lock _gate = new();
    private readonly int[] _counts = new int[(int)ChangeReason.Removed + 1];
    private readonly SortedSet<string>?[] _files = new SortedSet<string>?[(int)ChangeReason.Removed + 1];
    private readonly bool _isFirst = !log.KnowsOutputs;

    /// <summary>Why the page would be written, should its bytes turn out to be others.</summary>
    public ChangeReason ReasonOf(PageJob job, PageFingerprint key)
    {
        if (_isFirst)
        {
            return ChangeReason.FirstBuild;
        }

        return log.TryFindOutput(job.Path, out var record)
            ? ChangeReasons.Of(job, key, record.Key)
            : ChangeReasons.Of(job, key, logged: null);
    }

    public void AddAsset(string path) => Add(_isFirst ? ChangeReason.FirstBuild : ChangeReason.Asset, path);

    public void AddRemoved(string path) => Add(ChangeReason.Removed, path);

    public void Add(ChangeReason reason, string path)
    {
        lock (_gate)
        {
            _counts[(int)reason]++;
            var files = _files[(int)reason] ??= new SortedSet<string>(StringComparer.Ordinal);
            if (files.Count < NamedFiles)
            {
                files.Add(path);
            }
            else if (string.CompareOrdinal(path, files.Max) < 0)
            {
                files.Remove(files.Max!);
                files.Add(path);
            }
        }
    }

    /// <summary>Groups that have a file, in the order of <see cref="ChangeReason"/>.</summary>
    public IReadOnlyList<ChangeGroup> Groups()
    {
        lock (_gate)
        {
            return
            [
                .. Enum.GetValues<ChangeReason>()
                    .Where(reason => _counts[(int)reason] > 0)
                    .Select(reason => new ChangeGroup(
                        ChangeReasons.Describe(reason),
                        _counts[(int)reason],
                        [.. _files[(int)reason]!]
                    )),
            ];
        }
    }
}

/// <summary>The files that a build wrote or removed for one reason.</summary>
/// <param name="Reason">In words; the same in every build.</param>
/// <param name="Count">All of them.</param>
/// <param name="Files">The first few in ordinal order, below the output folder.</param>
internal sealed record ChangeGroup(string Reason, int Count, IReadOnlyList<string> Files);
