namespace StaticNews.Storage;

/// <summary>The short public text in an output folder that names the site which writes it; see <see cref="OutputTree"/>.</summary>
internal static class OutputMarker
{
    // Nobody's longer file of that name is ours, and none is read whole.
    private const int MaxBytes = 4096;

    private const string Explanation =
        "StaticNews writes this folder. It replaces and removes the files that it wrote itself, and no others.\n"
        + "Files of your own belong in content/_assets/, from where they are copied.\n";

    /// <summary>The site that a folder is marked with; null where there is no marker.</summary>
    /// <exception cref="IOException">It is there and cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It is there and may not be read.</exception>
    public static string? SiteOf(string folder)
    {
        var info = new FileInfo(PathIn(folder));
        if (!info.Exists || info.LinkTarget is not null || info.Length is 0 or > MaxBytes)
        {
            return null;
        }

        var text = File.ReadAllText(info.FullName);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && text.EndsWith(Explanation, StringComparison.Ordinal) ? text[..end] : null;
    }

    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(string folder, string site)
    {
        var temporary = Path.Join(folder, OutputPath.Temporary(0));
        File.WriteAllText(temporary, $"{site}\n\n{Explanation}");
        DiskFile.Rename(temporary, PathIn(folder));
    }

    /// <summary>Whether a marked folder's disk takes two names that differ in case for one.</summary>
    public static bool FoldsCase(string folder) => File.Exists(Path.Join(folder, OutputPath.Marker.ToUpperInvariant()));

    private static string PathIn(string folder) => Path.Join(folder, OutputPath.Marker);
}
