using System.Text;

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
    public static string? SiteOf(FolderHandle folder)
    {
        if (folder.Ask(OutputPath.Marker) is not { Kind: StandingKind.File, Stamp.Size: > 0 and <= MaxBytes } || folder.ReadAll(OutputPath.Marker, MaxBytes) is not { } bytes)
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
    public static bool FoldsCase(FolderHandle folder) => folder.Ask(OutputPath.Marker.ToUpperInvariant()).Kind != StandingKind.Nothing;
}
