using StaticNews.Diagnostics;
using StaticNews.FileSystem;

namespace StaticNews.Output;

/// <summary>What went wrong below one output folder. Safe for many threads.</summary>
/// <param name="shown">What diagnostics call the folder.</param>
internal sealed class OutputProblems(string shown)
{
    private readonly Lock _gate = new();
    private readonly List<Diagnostic> _diagnostics = [];
    private int _isHalted;

    /// <summary>In no order.</summary>
    public IReadOnlyList<Diagnostic> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _diagnostics];
            }
        }
    }

    public string Folder => shown;

    /// <summary>Whether the disk is full, so that nothing more is written.</summary>
    public bool IsHalted => Volatile.Read(ref _isHalted) != 0;

    public bool HasErrors => All.Any(diagnostic => diagnostic.Severity == Severity.Error);

    public void Add(Diagnostic diagnostic)
    {
        lock (_gate)
        {
            _diagnostics.Add(diagnostic);
        }
    }

    /// <summary>The disk did not take a file. A full disk is reported once.</summary>
    public void AddFailure(string path, Exception exception)
    {
        if (!DiskFault.IsDiskFull(exception))
        {
            Add(StorageDiagnostics.CannotWrite(DisplayPath(path), DiskFault.Reason(exception)));
        }
        else if (Interlocked.Exchange(ref _isHalted, 1) == 0)
        {
            Add(StorageDiagnostics.DiskFull(DisplayPath(path)));
        }
    }

    public string DisplayPath(string path) => $"{shown}/{path}";

    /// <summary>A page cannot go where it should.</summary>
    /// <param name="path">Of the page.</param>
    /// <param name="inTheWay">The kind of entry at its path or at the path of one of its folders.</param>
    /// <param name="blocker">The path of that.</param>
    /// <param name="source">What the page is made of, which is where the error is shown; null: at the page.</param>
    /// <returns>False.</returns>
    public bool Refuse(string path, FileStatusKind inTheWay, string blocker, string? source = null)
    {
        Add(
            inTheWay switch
            {
                FileStatusKind.Link => StorageDiagnostics.LinkInOutput(DisplayPath(path), DisplayPath(blocker)),
                FileStatusKind.File when string.Equals(path, blocker, StringComparison.Ordinal) =>
                    StorageDiagnostics.ForeignFileInTheWay(source ?? DisplayPath(path), DisplayPath(path)),
                FileStatusKind.Special => StorageDiagnostics.SpecialFileInTheWay(
                    source ?? DisplayPath(path),
                    DisplayPath(blocker)
                ),
                _ => StorageDiagnostics.WrongKindInTheWay(DisplayPath(path), DisplayPath(blocker)),
            }
        );
        return false;
    }
}
