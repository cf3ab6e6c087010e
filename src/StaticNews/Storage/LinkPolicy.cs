using StaticNews.Diagnostics;

namespace StaticNews.Storage;

/// <summary>
/// Whether symbolic links that lead out of the site are followed. A checkout can hold any link, so nothing in it may decide that: only the person who starts the build can, by an option or
/// the environment.
/// </summary>
/// <param name="SiteRoot">The folder with site.yml.</param>
/// <param name="FollowsOut">Every link is followed, wherever it leads.</param>
internal readonly record struct LinkPolicy(string SiteRoot, bool FollowsOut)
{
    /// <summary>The parts of a site that its builds read.</summary>
    private static readonly string[] Parts = ["site.yml", SourceTree.Folder, "templates"];

    /// <summary>The parts of the site that may not be read, because they are links that lead out of it.</summary>
    public IReadOnlyList<Diagnostic> Refusals()
    {
        var refusals = new List<Diagnostic>();
        foreach (var part in Parts)
        {
            if (RealPath.Of(Path.Join(SiteRoot, part)) is { } real && !MayEnter(real))
            {
                refusals.Add(StorageDiagnostics.LinkLeadsOutOfSite(part));
            }
        }

        return refusals;
    }

    /// <summary>Whether a folder or file of the site may be read (or written) that really lies here.</summary>
    /// <param name="realPath">As <see cref="RealPath.Of"/> gives it.</param>
    public bool MayEnter(string realPath) => FollowsOut || (RealPath.Of(SiteRoot) is { } site && RealPath.IsWithin(realPath, site) && !IsHidden(realPath, site));

    /// <summary>Whether a part of a path below a folder is hidden: <c>.git</c> holds secrets, and nothing of it is meant to be public.</summary>
    public static bool IsHidden(string realPath, string folder) =>
        realPath.AsSpan(Math.Min(realPath.Length, folder.Length)).IndexOf($"{Path.DirectorySeparatorChar}.", StringComparison.Ordinal) >= 0;
}
