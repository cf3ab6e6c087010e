namespace StaticNews.Storage;

/// <summary>
/// Files that editors, file managers and downloads leave beside a text: backups, swap files, locks, thumbnails. None is meant for readers, and a backup may hold what was
/// taken out of the article.
/// </summary>
internal static class EditorCopy
{
    /// <summary>Endings of backups, swap files (Vim), temporary files, failed patches and unfinished downloads, in lower case.</summary>
    private static readonly string[] Endings =
    [
        "~", ".bak", ".backup", ".bkp", ".orig", ".save", ".old", ".tmp", ".temp", ".swp", ".swo", ".swn", ".swx", ".rej", ".autosave", ".asv", ".part", ".crdownload", ".lock", ".disabled", ".md_bak", ".md-bak", ".md.draft",
    ];

    /// <summary>Locks of Emacs (<c>.#</c>), LibreOffice (<c>.~lock.</c>) and Word (<c>~$</c>), which hold the person's name; metadata of macOS (<c>._</c>).</summary>
    private static readonly string[] Beginnings = [".#", ".~lock.", "~$", "._"];

    private static readonly string[] Names = ["thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", ".ds_store", "desktop.ini", ".directory", ".localized"];

    /// <summary>A copy of what a person wrote. Somebody may have named a text so on purpose, so builds say that it is not published.</summary>
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

    /// <summary>A lock, a thumbnail or a setting of a folder, of which nothing needs to be said.</summary>
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
        return stem.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || stem.EndsWith(".save", StringComparison.OrdinalIgnoreCase) || stem.EndsWith(".bak", StringComparison.OrdinalIgnoreCase) || stem.EndsWith(".orig", StringComparison.OrdinalIgnoreCase);
    }
}
