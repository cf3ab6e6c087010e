using StaticNews.Diagnostics;

namespace StaticNews.Storage;

/// <summary>Where an output folder may be, and whether what stands there is this site's.</summary>
internal static class OutputPlace
{
    private static readonly string[] Sources = ["content", "templates", StateFolder.Name];

    /// <summary>Null when the place is fit: a folder of its own, away from the site's sources. Links are followed before comparing.</summary>
    /// <param name="links">Whether it may really lie outside of the site.</param>
    /// <param name="folder">The output folder; need not exist.</param>
    /// <param name="shown">What a diagnostic calls it.</param>
    public static Diagnostic? Check(LinkPolicy links, string folder, string shown)
    {
        if (RealPath.Of(links.SiteRoot) is not { } site || RealPath.Of(folder) is not { } output)
        {
            return StorageDiagnostics.OutputOverlaps(shown, "symbolic links lead in a circle");
        }

        if (string.Equals(output, Path.TrimEndingDirectorySeparator(Path.GetPathRoot(output) ?? string.Empty), StringComparison.Ordinal))
        {
            return StorageDiagnostics.OutputOverlaps(shown, "it is the root of the disk");
        }

        if (Home() is { } home && RealPath.IsWithin(home, output))
        {
            return StorageDiagnostics.OutputOverlaps(shown, "it is a home folder, or contains one");
        }

        if (RealPath.IsWithin(site, output))
        {
            return StorageDiagnostics.OutputOverlaps(shown, "it is the site's own folder, or contains it");
        }

        return links.MayEnter(output) ? Overlap(site, output, shown) : StorageDiagnostics.LinkLeadsOutOfSite(shown);
    }

    /// <summary>Whether a folder holds anything. Hidden entries do not count: a deployment keeps its <c>.git</c> there, a desktop its notes.</summary>
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
            var source = RealPath.Of(Path.Join(site, name)) ?? Path.Join(site, name);
            if (RealPath.IsWithin(output, source))
            {
                return StorageDiagnostics.OutputOverlaps(shown, $"it is {name}/ or lies inside it");
            }

            if (RealPath.IsWithin(source, output))
            {
                return StorageDiagnostics.OutputOverlaps(shown, $"it contains {name}/");
            }
        }

        return null;
    }

    private static string? Home()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? null : RealPath.Of(home);
    }
}
