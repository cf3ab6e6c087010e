namespace StaticNews.Storage;

/// <summary>Where a path leads once every symbolic link in it is followed.</summary>
internal static class RealPath
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

    /// <summary>Whether <paramref name="path"/> is <paramref name="folder"/> or lies below it; both as <see cref="Of"/> gives them.</summary>
    public static bool IsWithin(string path, string folder)
    {
        var comparison = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return path.StartsWith(folder, comparison)
            && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);
    }

    private static string Start(string full, Stack<string> rest)
    {
        var root = Path.GetPathRoot(full) ?? string.Empty;
        return Push(full[root.Length..], rest, root);
    }

    private static string Push(string relative, Stack<string> rest, string from)
    {
        var parts = relative.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
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
