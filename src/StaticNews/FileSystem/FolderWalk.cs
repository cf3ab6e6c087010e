using System.IO.Enumeration;
using StaticNews.Diagnostics;

namespace StaticNews.FileSystem;

/// <summary>
/// Walks a folder of sources in ordinal order of its paths. Hidden files and what editors leave behind are passed over;
/// names that no URL can carry, links that lead out (unless the caller follows them), pipes and devices, and folders
/// that cannot be listed are reported and passed over. A link to something inside is followed, a folder at most once by
/// links, and never into a folder around it. The walk itself is one thread's; while it goes through a folder, others
/// list the folders inside it.
/// </summary>
internal sealed class FolderWalk
{
    private readonly string _root;
    private readonly string _realRoot;
    private readonly string _display;
    private readonly Func<FolderEntry, bool> _wanted;
    private readonly List<FolderEntry> _files = [];
    private readonly List<Diagnostic> _diagnostics;
    private readonly HashSet<string> _followed = new(StringComparer.Ordinal);
    private readonly List<string> _around = [];
    private readonly Dictionary<string, Task<List<FolderEntry>>> _ahead = new(StringComparer.Ordinal);
    private readonly LinkPolicy _links;
    private readonly CancellationToken _cancel;

    private FolderWalk(
        string root,
        string realRoot,
        string display,
        Func<FolderEntry, bool> wanted,
        LinkPolicy links,
        List<Diagnostic> diagnostics,
        CancellationToken cancel
    )
    {
        _root = root;
        _realRoot = realRoot;
        _display = display;
        _wanted = wanted;
        _links = links;
        _diagnostics = diagnostics;
        _cancel = cancel;
    }

    /// <param name="root">On disk.</param>
    /// <param name="display">What paths in diagnostics begin with: <c>content</c>.</param>
    /// <param name="wanted">Asked for each entry with a usable name; false leaves a file or a whole folder out.</param>
    /// <param name="links">Whether links that lead out are followed.</param>
    /// <returns>Files only, by path, ordinal.</returns>
    public static List<FolderEntry> Files(
        string root,
        string display,
        Func<FolderEntry, bool> wanted,
        LinkPolicy links,
        List<Diagnostic> diagnostics,
        CancellationToken cancel
    )
    {
        if (!Directory.Exists(root) || CanonicalPath.Of(root) is not { } realRoot)
        {
            diagnostics.Add(StorageDiagnostics.FolderMissing(display));
            return [];
        }

        if (!links.MayEnter(realRoot))
        {
            diagnostics.Add(StorageDiagnostics.LinkLeadsOutOfSite(display));
            return [];
        }

        var walk = new FolderWalk(root, realRoot, display, wanted, links, diagnostics, cancel);
        walk.Enter(string.Empty, realRoot);
        return walk._files;
    }

    private void Enter(string prefix, string realFolder)
    {
        _cancel.ThrowIfCancellationRequested();
        List<FolderEntry> entries;
        try
        {
            entries = _ahead.Remove(prefix, out var listed)
                ? listed.GetAwaiter().GetResult()
                : FolderListing.Read(Path.Join(_root, prefix), prefix);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            _diagnostics.Add(StorageDiagnostics.Unreadable(DisplayPath(prefix), DiskFault.Reason(exception)));
            return;
        }

        ListAhead(entries, prefix.Length);
        _around.Add(realFolder);
        foreach (var entry in entries)
        {
            Visit(entry, prefix.Length, realFolder);
        }

        _around.RemoveAt(_around.Count - 1);
    }

    private void ListAhead(List<FolderEntry> entries, int prefixLength)
    {
        foreach (var entry in entries)
        {
            if (entry.IsFolder && !entry.IsLink && entry.Path[prefixLength] != '.')
            {
                var path = entry.Path;
                _ahead[path] = Task.Run(() => FolderListing.Read(Path.Join(_root, path), path), _cancel);
            }
        }
    }

    private void Visit(FolderEntry entry, int prefixLength, string realFolder)
    {
        var name = entry.Path.AsSpan(prefixLength).TrimEnd('/');
        if (IsLeftover(name) || !HasUsableName(entry.Path, name) || !_wanted(entry))
        {
            return;
        }

        if (entry.IsLink)
        {
            Follow(entry);
        }
        else if (entry.IsFolder)
        {
            Enter(entry.Path, Path.Join(realFolder, name));
        }
        else if (entry.IsSpecial)
        {
            _diagnostics.Add(StorageDiagnostics.SpecialFile(DisplayPath(entry.Path)));
        }
        else
        {
            _files.Add(entry);
        }
    }

    private void Follow(FolderEntry link)
    {
        var target = CanonicalPath.Of(Path.Join(_root, link.Path.TrimEnd('/')));
        if (target is null || !Path.Exists(target))
        {
            _diagnostics.Add(StorageDiagnostics.LinkLeadsNowhere(DisplayPath(link.Path)));
        }
        else if (
            (!CanonicalPath.IsWithin(target, _realRoot) || LinkPolicy.IsHidden(target, _realRoot)) && !_links.FollowsOut
        )
        {
            _diagnostics.Add(StorageDiagnostics.LinkLeadsOut(DisplayPath(link.Path)));
        }
        else if (!link.IsFolder)
        {
            AddFile(link, FileStatus.At(target));
        }
        else if (_around.Exists(folder => CanonicalPath.IsWithin(folder, target)) || !_followed.Add(target))
        {
            _diagnostics.Add(StorageDiagnostics.LinkRepeats(DisplayPath(link.Path)));
        }
        else
        {
            Enter(link.Path, target);
        }
    }

    private void AddFile(FolderEntry link, FileStatus target)
    {
        if (target.Kind == FileStatusKind.Special)
        {
            _diagnostics.Add(StorageDiagnostics.SpecialFile(DisplayPath(link.Path)));
        }
        else
        {
            _files.Add(link with { Stamp = target.Stamp });
        }
    }

    /// <summary>
    /// Hidden, or left by a desktop. A few hidden names mean something to web hosts and may stand in _assets/.
    /// </summary>
    private static bool IsLeftover(ReadOnlySpan<char> name) =>
        (name[0] == '.' && !IsPublishedHidden(name)) || EditorFile.IsOfSystem(name);

    public static bool IsPublishedHidden(ReadOnlySpan<char> name) =>
        name is ".well-known" or ".htaccess" or ".nojekyll" or ".domains";

    private bool HasUsableName(string path, ReadOnlySpan<char> name)
    {
        // The runtime decodes names, and puts U+FFFD where the bytes are not UTF-8: such a file could not be opened
        // again.
        if (name.Contains('\uFFFD') || name.ContainsAnyInRange('\uD800', '\uDFFF') && !IsWellFormed(name))
        {
            _diagnostics.Add(StorageDiagnostics.NameNotUtf8(DisplayPath(path)));
            return false;
        }

        if (name.Contains('\\') || name.ContainsAnyInRange('\0', '\x1f') || name.ContainsAnyInRange('\x7f', '\x9f'))
        {
            _diagnostics.Add(StorageDiagnostics.NameUnusable(DisplayPath(path)));
            return false;
        }

        return true;
    }

    private static bool IsWellFormed(ReadOnlySpan<char> name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune == System.Text.Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }

    private string DisplayPath(string path) => path.Length == 0 ? _display : $"{_display}/{path.TrimEnd('/')}";
}

/// <summary>
/// One folder's entries in the order in which their whole paths sort; a million files cost no FileInfo each.
/// </summary>
internal sealed class FolderListing : FileSystemEnumerator<FolderEntry>
{
    private readonly string _folder;
    private readonly string _prefix;

    private FolderListing(string folder, string prefix)
        : base(
            folder,
            new EnumerationOptions
            {
                AttributesToSkip = FileAttributes.None,
                IgnoreInaccessible = false,
                ReturnSpecialDirectories = false,
            }
        ) => (_folder, _prefix) = (folder, prefix);

    /// <param name="folder">On disk.</param>
    /// <param name="prefix">What the entries' paths begin with: empty, or a path with a final '/'.</param>
    /// <exception cref="IOException">The folder is not there or cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be listed.</exception>
    public static List<FolderEntry> Read(string folder, string prefix)
    {
        var entries = new List<FolderEntry>();
        using (var listing = new FolderListing(folder, prefix))
        {
            while (listing.MoveNext())
            {
                entries.Add(listing.Current);
            }
        }

        // A folder's '/' takes part, so that "a-b.md" < "a.md" < "a/x.md" holds here as it does for the whole list.
        entries.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return entries;
    }

    /// <summary>A link, and what .NET alone can name (a file whose name is not UTF-8), is left to .NET.</summary>
    protected override FolderEntry TransformEntry(ref FileSystemEntry entry)
    {
        var standing = FileStatus.At(_folder, entry.FileName);
        if (standing.Kind is FileStatusKind.Nothing or FileStatusKind.Link)
        {
            return TransformLink(ref entry);
        }

        return standing.Kind == FileStatusKind.Folder
            ? new FolderEntry(string.Concat(_prefix, entry.FileName, "/"), IsLink: false, default)
            : new FolderEntry(string.Concat(_prefix, entry.FileName), IsLink: false, standing.Stamp)
            {
                IsSpecial = standing.Kind == FileStatusKind.Special,
            };
    }

    private FolderEntry TransformLink(ref FileSystemEntry entry)
    {
        var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None;
        if (entry.IsDirectory)
        {
            return new FolderEntry(string.Concat(_prefix, entry.FileName, "/"), isLink, default);
        }

        var stamp = new FileStamp(entry.Length, entry.LastWriteTimeUtc.Ticks, entry.CreationTimeUtc.Ticks, 0);
        return new FolderEntry(string.Concat(_prefix, entry.FileName), isLink, stamp);
    }
}

/// <summary>
/// Files that editors, file managers and downloads leave beside a text: backups, swap files, locks, thumbnails. None is
/// meant for readers, and a backup may hold what was taken out of the article.
/// </summary>
internal static class EditorFile
{
    /// <summary>
    /// Endings of backups, swap files (Vim), temporary files, failed patches and unfinished downloads, in lower case.
    /// </summary>
    private static readonly string[] Endings =
    [
        "~",
        ".bak",
        ".backup",
        ".bkp",
        ".orig",
        ".save",
        ".old",
        ".tmp",
        ".temp",
        ".swp",
        ".swo",
        ".swn",
        ".swx",
        ".rej",
        ".autosave",
        ".asv",
        ".part",
        ".crdownload",
        ".lock",
        ".disabled",
        ".md_bak",
        ".md-bak",
        ".md.draft",
    ];

    /// <summary>
    /// Locks of Emacs (<c>.#</c>), LibreOffice (<c>.~lock.</c>) and Word (<c>~$</c>), which hold the person's name;
    /// metadata of macOS (<c>._</c>).
    /// </summary>
    private static readonly string[] Beginnings = [".#", ".~lock.", "~$", "._"];

    private static readonly string[] Names =
    [
        "thumbs.db",
        "ehthumbs.db",
        "ehthumbs_vista.db",
        ".ds_store",
        "desktop.ini",
        ".directory",
        ".localized",
    ];

    /// <summary>
    /// A copy of what a person wrote. Somebody may have named a text so on purpose, so builds say that it is not
    /// published.
    /// </summary>
    /// <param name="name">Without folders.</param>
    public static bool IsBackup(ReadOnlySpan<char> name)
    {
        foreach (var ending in Endings)
        {
            if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return IsAutoSave(name) || IsNumberedBackup(name);
    }

    /// <summary>A lock, a thumbnail or a setting of a folder, which needs no message.</summary>
    /// <param name="name">Without folders.</param>
    public static bool IsOfSystem(ReadOnlySpan<char> name)
    {
        foreach (var beginning in Beginnings)
        {
            if (name.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (var known in Names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Emacs: <c>#flood.md#</c>.</summary>
    private static bool IsAutoSave(ReadOnlySpan<char> name) => name.Length > 2 && name[0] == '#' && name[^1] == '#';

    /// <summary>Nano and others: <c>flood.md.save.1</c>, <c>flood.md.bak2</c>.</summary>
    private static bool IsNumberedBackup(ReadOnlySpan<char> name)
    {
        var stem = name.TrimEnd("0123456789");
        if (stem.Length == name.Length)
        {
            return false;
        }

        stem = stem.TrimEnd('.');
        return stem.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith(".save", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith(".bak", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith(".orig", StringComparison.OrdinalIgnoreCase);
    }
}
