using System.Text;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;

namespace StaticNews.Output;

/// <summary>
/// An output folder that this site may write, checked before a long archive is read; nothing in it is changed yet.
/// Owns the ledger and disposes of it.
/// </summary>
internal sealed class OutputLock : IDisposable
{
    private FolderHandle? _folder;

    private OutputLock(string root, string shown, string siteName, OutputLedger ledger)
    {
        (Root, DisplayName, SiteName, Ledger) = (root, shown, siteName, ledger);
    }

    /// <summary>The folder itself: links are followed.</summary>
    public string Root { get; }

    /// <summary>What diagnostics call it.</summary>
    public string DisplayName { get; }

    /// <summary>The text of the marker, in one line.</summary>
    public string SiteName { get; }

    public OutputLedger Ledger { get; }

    /// <param name="links">Of the site, as they hold for its output folder.</param>
    /// <param name="state">The site's.</param>
    /// <param name="outputFolder">Need not be there yet. A link is followed.</param>
    /// <param name="siteName">
    /// What tells the site from others: its title and base URL. Published as the marker's first line.
    /// </param>
    /// <returns>The way in, or why nothing may be written there.</returns>
    public static (OutputLock? Entrance, Diagnostic? Problem) Find(
        LinkPolicy links,
        StateFolder state,
        string outputFolder,
        string siteName
    )
    {
        var shown = ShownAs(links.SiteRoot, outputFolder);
        if (OutputFolderCheck.Check(links, outputFolder, shown) is { } misplaced)
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
            var entrance = new OutputLock(
                CanonicalPath.Of(outputFolder)!,
                shown,
                siteName.ReplaceLineEndings(" "),
                ledger
            );
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

    /// <summary>
    /// Opens the folder, makes it where there is none, and keeps it open: what is checked here is what is written to.
    /// </summary>
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

    /// <summary>Why the folder as it is now is not this site's to write; null where it is.</summary>
    private Diagnostic? Refusal()
    {
        switch (FileStatus.At(Root).Kind)
        {
            case FileStatusKind.Nothing:
                return null;
            case FileStatusKind.Folder:
                using (var folder = FolderHandle.Open(Root))
                {
                    return Foreign(folder);
                }

            default:
                return StorageDiagnostics.WrongKindInTheWay(DisplayName, DisplayName);
        }
    }

    private Diagnostic? Foreign(FolderHandle folder)
    {
        var marked = OutputMarker.SiteOf(folder);
        var isOurs = marked is not null && (IsNamed(marked, SiteName) || IsNamed(marked, Ledger.SiteName));
        return !isOurs && OutputFolderCheck.HasVisibleEntries(folder)
            ? StorageDiagnostics.OutputIsForeign(DisplayName, OutputPath.Marker)
            : null;
    }

    private static bool IsNamed(string marked, string? name) => string.Equals(marked, name, StringComparison.Ordinal);

    private static string ShownAs(string siteRoot, string outputFolder)
    {
        var relative = Path.GetRelativePath(Path.GetFullPath(siteRoot), Path.GetFullPath(outputFolder))
            .Replace('\\', '/');
        return relative.StartsWith("..", StringComparison.Ordinal) ? outputFolder : relative;
    }
}

/// <summary>
/// The short public text in an output folder that names the site which writes it; see <see cref="OutputTree"/>.
/// </summary>
internal static class OutputMarker
{
    // A longer file of that name is not ours, and is not read whole.
    private const int MaxBytes = 4096;

    private const string Explanation =
        "StaticNews writes this folder. It replaces and removes the files that it wrote itself, and no others.\n"
        + "Files of your own belong in content/_assets/, from where they are copied.\n";

    /// <summary>The site that a folder is marked with; null where there is no marker.</summary>
    /// <exception cref="IOException">It is there and cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It is there and may not be read.</exception>
    public static string? SiteOf(FolderHandle folder)
    {
        if (
            folder.Ask(OutputPath.Marker) is not { Kind: FileStatusKind.File, Stamp.Size: > 0 and <= MaxBytes }
            || folder.ReadAll(OutputPath.Marker, MaxBytes) is not { } bytes
        )
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && text.EndsWith(Explanation, StringComparison.Ordinal) ? text[..end] : null;
    }

    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(FolderHandle folder, string site) =>
        folder.Replace(OutputPath.Marker, OutputPath.Temporary(0), Encoding.UTF8.GetBytes($"{site}\n\n{Explanation}"));

    /// <summary>Whether a marked folder's disk takes two names that differ in case for one.</summary>
    public static bool FoldsCase(FolderHandle folder) =>
        folder.Ask(OutputPath.Marker.ToUpperInvariant()).Kind != FileStatusKind.Nothing;
}

/// <summary>Decides where an output folder may be, and whether the folder there belongs to this site.</summary>
internal static class OutputFolderCheck
{
    private static readonly string[] Sources = ["content", "templates", StateFolder.Name];

    /// <summary>
    /// Null when the place is fit: a folder of its own, away from the site's sources. Links are followed before
    /// comparing.
    /// </summary>
    /// <param name="links">Whether it may really lie outside of the site.</param>
    /// <param name="folder">The output folder; need not exist.</param>
    /// <param name="shown">The name that diagnostics use.</param>
    public static Diagnostic? Check(LinkPolicy links, string folder, string shown)
    {
        if (CanonicalPath.Of(links.SiteRoot) is not { } site || CanonicalPath.Of(folder) is not { } output)
        {
            return StorageDiagnostics.OutputOverlaps(shown, "symbolic links lead in a circle");
        }

        if (
            string.Equals(
                output,
                Path.TrimEndingDirectorySeparator(Path.GetPathRoot(output) ?? string.Empty),
                StringComparison.Ordinal
            )
        )
        {
            return StorageDiagnostics.OutputOverlaps(shown, "it is the root of the disk");
        }

        if (Home() is { } home && CanonicalPath.IsWithin(home, output))
        {
            return StorageDiagnostics.OutputOverlaps(shown, "it is a home folder, or contains one");
        }

        if (CanonicalPath.IsWithin(site, output))
        {
            return StorageDiagnostics.OutputOverlaps(shown, "it is the site's own folder, or contains it");
        }

        return links.MayEnter(output) ? Overlap(site, output, shown) : StorageDiagnostics.LinkLeadsOutOfSite(shown);
    }

    /// <summary>
    /// Whether a folder holds anything. Hidden entries do not count: a deployment keeps its <c>.git</c> there, a
    /// desktop its notes.
    /// </summary>
    public static bool HasVisibleEntries(FolderHandle folder)
    {
        foreach (var entry in folder.List(string.Empty))
        {
            if (entry.Path[0] != '.')
            {
                return true;
            }
        }

        return false;
    }

    private static Diagnostic? Overlap(string site, string output, string shown)
    {
        foreach (var name in Sources)
        {
            var source = CanonicalPath.Of(Path.Join(site, name)) ?? Path.Join(site, name);
            if (CanonicalPath.IsWithin(output, source))
            {
                return StorageDiagnostics.OutputOverlaps(shown, $"it is {name}/ or lies inside it");
            }

            if (CanonicalPath.IsWithin(source, output))
            {
                return StorageDiagnostics.OutputOverlaps(shown, $"it contains {name}/");
            }
        }

        return null;
    }

    private static string? Home()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? null : CanonicalPath.Of(home);
    }
}
