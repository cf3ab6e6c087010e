using StaticNews.Diagnostics;

namespace StaticNews.Storage;

/// <summary>An output folder that this site may write, looked at before a long archive is read; nothing in it is touched yet. Disposes of the ledger, whoever uses it.</summary>
internal sealed class OutputEntrance : IDisposable
{
    private FolderHandle? _folder;

    private OutputEntrance(string root, string shown, string siteName, OutputLedger ledger)
    {
        (Root, Shown, SiteName, Ledger) = (root, shown, siteName, ledger);
    }

    /// <summary>The folder itself: links are followed.</summary>
    public string Root { get; }

    /// <summary>What diagnostics call it.</summary>
    public string Shown { get; }

    /// <summary>What the marker will say, in one line.</summary>
    public string SiteName { get; }

    public OutputLedger Ledger { get; }

    /// <param name="links">Of the site, as they hold for its output folder.</param>
    /// <param name="state">The site's.</param>
    /// <param name="outputFolder">Need not be there yet. A link is followed.</param>
    /// <param name="siteName">What tells the site from others: its title and base URL. Published as the marker's first line.</param>
    /// <returns>The way in, or why nothing may be written there.</returns>
    public static (OutputEntrance? Entrance, Diagnostic? Problem) Find(LinkPolicy links, StateFolder state, string outputFolder, string siteName)
    {
        var shown = ShownAs(links.SiteRoot, outputFolder);
        if (OutputPlace.Check(links, outputFolder, shown) is { } misplaced)
        {
            return (null, misplaced);
        }

        var (ledger, problem) = OutputLedger.Load(state, state.OutputId(outputFolder));
        if (ledger is null)
        {
            return (null, problem);
        }

        try
        {
            var entrance = new OutputEntrance(RealPath.Of(outputFolder)!, shown, siteName.ReplaceLineEndings(" "), ledger);
            problem = entrance.Refusal();
            if (problem is null)
            {
                return (entrance, null);
            }
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            problem = StorageDiagnostics.CannotWrite(shown, DiskFault.Reason(exception));
        }

        ledger.Dispose();
        return (null, problem);
    }

    /// <summary>Opens the folder, makes it where there is none, and keeps it open: what is checked here is what is written to.</summary>
    /// <returns>The folder, which is this object's; or why it is not this site's to write.</returns>
    /// <exception cref="IOException">The folder cannot be looked at.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be looked at.</exception>
    public (FolderHandle? Folder, Diagnostic? Problem) Enter()
    {
        if (Refusal() is { } refusal)
        {
            return (null, refusal);
        }

        if (_folder is null)
        {
            Directory.CreateDirectory(Root);
            _folder = FolderHandle.Open(Root);
            if (Foreign(_folder) is { } foreign)
            {
                return (null, foreign);
            }
        }

        return (_folder, null);
    }

    public void Dispose()
    {
        Ledger.Dispose();
        _folder?.Dispose();
    }

    /// <summary>Why the folder as it stands now is not this site's to write; null where it is.</summary>
    private Diagnostic? Refusal()
    {
        switch (Standing.At(Root).Kind)
        {
            case StandingKind.Nothing:
                return null;
            case StandingKind.Folder:
                using (var folder = FolderHandle.Open(Root))
                {
                    return Foreign(folder);
                }

            default:
                return StorageDiagnostics.WrongKindInTheWay(Shown, Shown);
        }
    }

    private Diagnostic? Foreign(FolderHandle folder)
    {
        var marked = OutputMarker.SiteOf(folder);
        var isOurs = marked is not null && (IsNamed(marked, SiteName) || IsNamed(marked, Ledger.SiteName));
        return !isOurs && OutputPlace.HasVisibleEntries(folder) ? StorageDiagnostics.OutputIsForeign(Shown, OutputPath.Marker) : null;
    }


    private static bool IsNamed(string marked, string? name) => string.Equals(marked, name, StringComparison.Ordinal);

    private static string ShownAs(string siteRoot, string outputFolder)
    {
        var relative = Path.GetRelativePath(Path.GetFullPath(siteRoot), Path.GetFullPath(outputFolder)).Replace('\\', '/');
        return relative.StartsWith("..", StringComparison.Ordinal) ? outputFolder : relative;
    }
}
