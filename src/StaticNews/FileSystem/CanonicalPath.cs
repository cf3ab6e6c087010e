using StaticNews.Diagnostics;

namespace StaticNews.FileSystem;

/// <summary>Where a path leads once every symbolic link in it is followed.</summary>
internal static class CanonicalPath
{
    // Linux gives up after 40 links in one path (ELOOP).
    private const int MaxLinks = 40;

    /// <summary>
    /// The full path without links, '.', '..' and a final separator. Parts that do not exist are kept as they are.
    /// Null when links lead in a circle.
    /// </summary>
    public static string? Of(string path)
    {
        var rest = new Stack<string>();
        var resolved = Start(Path.GetFullPath(path), rest);
        var links = 0;
        while (rest.TryPop(out var part))
        {
            if (part is "..")
            {
                resolved = Path.GetDirectoryName(resolved) ?? resolved;
                continue;
            }

            var next = Path.Join(resolved, part);
            if (LinkTarget(next) is not { } target)
            {
                resolved = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            resolved = Path.IsPathRooted(target) ? Start(target, rest) : Push(target, rest, resolved);
        }

        return Path.TrimEndingDirectorySeparator(resolved);
    }

    /// <summary>
    /// Whether <paramref name="path"/> is <paramref name="folder"/> or lies below it; both as <see cref="Of"/> gives
    /// them.
    /// </summary>
    public static bool IsWithin(string path, string folder)
    {
        var comparison =
            OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
                ? StringComparison.OrdinalIgnoreCase
                : StringComparison.Ordinal;
        return path.StartsWith(folder, comparison)
            && (
                path.Length == folder.Length
                || Path.EndsInDirectorySeparator(folder)
                || path[folder.Length] == Path.DirectorySeparatorChar
            );
    }

    private static string Start(string full, Stack<string> rest)
    {
        var root = Path.GetPathRoot(full) ?? string.Empty;
        return Push(full[root.Length..], rest, root);
    }

    private static string Push(string relative, Stack<string> rest, string from)
    {
        var parts = relative.Split(
            [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar],
            StringSplitOptions.RemoveEmptyEntries
        );
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (parts[i] is not ".")
            {
                rest.Push(parts[i]);
            }
        }

        return from;
    }

    private static string? LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return null;
        }
    }
}

/// <summary>
/// Whether symbolic links that lead out of the site are followed. A checkout can hold any link, so nothing in it may
/// decide that: only the person who starts the build can, by an option or the environment.
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
            if (CanonicalPath.Of(Path.Join(SiteRoot, part)) is { } real && !MayEnter(real))
            {
                refusals.Add(StorageDiagnostics.LinkLeadsOutOfSite(part));
            }
        }

        return refusals;
    }

    /// <summary>Whether a folder or file of the site may be read (or written) that really lies here.</summary>
    /// <param name="realPath">As <see cref="CanonicalPath.Of"/> gives it.</param>
    public bool MayEnter(string realPath) =>
        FollowsOut
        || (
            CanonicalPath.Of(SiteRoot) is { } site
            && CanonicalPath.IsWithin(realPath, site)
            && !IsHidden(realPath, site)
        );

    /// <summary>
    /// Whether a part of a path below a folder is hidden: <c>.git</c> holds secrets, and nothing of it is meant to be
    /// public.
    /// </summary>
    public static bool IsHidden(string realPath, string folder) =>
        realPath
            .AsSpan(Math.Min(realPath.Length, folder.Length))
            .IndexOf($"{Path.DirectorySeparatorChar}.", StringComparison.Ordinal) >= 0;
}
