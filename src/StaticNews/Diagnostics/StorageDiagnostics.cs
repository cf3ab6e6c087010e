using System.Globalization;
using System.Text;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// The messages <c>SN5xxx</c> about files that cannot be read and folders that cannot be written: <c>SN50xx</c> about
/// sources, <c>SN51xx</c> about the output.
/// </summary>
internal static class StorageDiagnostics
{
    /// <summary>A source was saved after the build read it and before the build rendered its page.</summary>
    public static Diagnostic ChangedDuringBuild(string path) =>
        Diagnostic.Error(
            "SN5011",
            At(path),
            "this file changed during the build, so its page was not updated",
            "Build the site again"
        );

    /// <summary>The memory is not enough for a page, such as an article of many megabytes on a small machine.</summary>
    public static Diagnostic OutOfMemory(string path) =>
        Diagnostic.Error(
            "SN5012",
            At(path),
            "there is not enough memory for this page, so it was left as an earlier build made it",
            "Split it into several articles, or build with fewer workers (--jobs 1)"
        );

    /// <summary>
    /// A file cannot be read: it has no read permission, the disk fails, or it was deleted after the folder was listed.
    /// </summary>
    public static Diagnostic Unreadable(string path, string reason) =>
        Diagnostic.Error(
            "SN5001",
            At(path),
            $"this cannot be read: {reason}",
            "Check its permissions, or move it out of the folder"
        );

    /// <summary>A file is larger than any text, such as a video with the extension <c>.md</c>.</summary>
    public static Diagnostic TooLarge(string path, long size, long limit) =>
        Diagnostic.Error(
            "SN5002",
            At(path),
            $"this text has {Megabytes(size)} MB, which is more than the limit of {Megabytes(limit)} MB",
            "Split it, or change the extension .md if the file is not a text"
        );

    /// <summary>A file name is not valid UTF-8, such as a name in Latin-1.</summary>
    public static Diagnostic NameNotUtf8(string path) =>
        Diagnostic.Error(
            "SN5003",
            At(path),
            "the name of this file is not valid UTF-8, so it can have no URL",
            "Rename the file"
        );

    /// <summary>A file name contains a backslash or a control character: <c>flood\2014.md</c>.</summary>
    public static Diagnostic NameUnusable(string path) =>
        Diagnostic.Error(
            "SN5004",
            At(path),
            "the name of this file contains a backslash or a control character, so it can have no URL",
            "Rename the file"
        );

    /// <summary>A symbolic link leads out of the folder: <c>content/world/all -> /etc</c>.</summary>
    public static Diagnostic LinkLeadsOut(string path) =>
        Diagnostic.Error(
            "SN5005",
            At(path),
            "this symbolic link leads out of its folder or to a hidden file, so it is not followed",
            "Replace the link by a copy of its target"
        );

    /// <summary>A symbolic link leads to a folder that contains it, or a second one leads to the same folder.</summary>
    public static Diagnostic LinkRepeats(string path) =>
        Diagnostic.Warning(
            "SN5006",
            At(path),
            "this symbolic link leads to a folder that is already a part of the site, so it is not followed"
        );

    /// <summary>The target of a symbolic link does not exist.</summary>
    public static Diagnostic LinkLeadsNowhere(string path) =>
        Diagnostic.Error(
            "SN5007",
            At(path),
            "the target of this symbolic link does not exist",
            "Remove the link, or restore its target"
        );

    /// <summary>
    /// A name begins with an underscore and is not one of the known ones, so that the file or folder is left out:
    /// <c>content/_draft/</c>, <c>content/_notes.md</c>.
    /// </summary>
    public static Diagnostic UnknownUnderscore(string path, string? nearest) =>
        Diagnostic.Warning(
            "SN5008",
            At(path),
            nearest is null
                ? "names that begin with '_' are reserved, and this one is unknown, so it is left out"
                : $"names that begin with '_' are reserved, and this one is unknown, so it is left out; did you "
                    + $"mean '{nearest}'?",
            "Known names are _index.md and, directly in content/, the folders _pages, _authors, _tags and _assets"
        );

    /// <summary>
    /// An editor or a system left copies behind: <c>flood.md.bak</c>, <c>flood.md~</c>, <c>Thumbs.db</c>. This is
    /// reported once for all of them.
    /// </summary>
    /// <param name="path">The first of these files.</param>
    public static Diagnostic EditorCopies(string path, int count) =>
        Diagnostic.Note(
            "SN5017",
            At(path),
            count == 1
                ? "this file was left behind by an editor or the operating system, so it is not published"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"this file and {count - 1:N0} more were left behind by editors or the operating system, so they "
                        + $"are not published"
                ),
            "Delete such files, or rename one that readers need"
        );

    /// <summary>A pipe or a device is among the sources. Opening it can block a build for ever.</summary>
    public static Diagnostic SpecialFile(string path) =>
        Diagnostic.Error(
            "SN5016",
            At(path),
            "this is a pipe, a socket or a device, so it is not read",
            "Remove it, or put a file in its place"
        );

    /// <summary>
    /// A folder of the site is a symbolic link to another place: <c>content -> ../../other</c>. A build that followed
    /// it could publish any folder of the machine.
    /// </summary>
    public static Diagnostic LinkLeadsOutOfSite(string path) =>
        Diagnostic.Error(
            "SN5013",
            At(path),
            "this symbolic link leads out of the site's folder or to a hidden file, so it is not followed",
            "If that is intended, build with --follow-links or set STATICNEWS_FOLLOW_LINKS=1"
        );

    /// <summary>
    /// The machine's clock is before the end of the last build. With a clock at 1999, every article would be one of the
    /// future.
    /// </summary>
    public static Diagnostic ClockWentBack(string path, DateTimeOffset now, DateTimeOffset last) =>
        Diagnostic.Error(
            "SN5014",
            At(path),
            string.Create(
                CultureInfo.InvariantCulture,
                $"this machine's clock says {now:yyyy-MM-dd HH:mm} UTC, but the last build here finished at "
                    + $"{last:yyyy-MM-dd HH:mm} UTC; nothing was changed"
            ),
            "Set the clock, give the time with --as-of, or, if the clock is right, build with --clock-is-right"
        );

    /// <summary>As <see cref="ClockWentBack"/>, where there is no last build to compare with.</summary>
    public static Diagnostic ClockBehindSources(string path, DateTimeOffset now, int count, int total) =>
        Diagnostic.Warning(
            "SN5015",
            At(path),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} of the {total} files here were changed after {now:yyyy-MM-dd HH:mm} UTC, the time of this "
                    + $"machine's clock, which may be wrong"
            ),
            "Set the clock, or give the time with --as-of; articles with a later date are not published"
        );

    /// <summary>The folder <c>content/</c> does not exist.</summary>
    public static Diagnostic FolderMissing(string path) =>
        Diagnostic.Error(
            "SN5009",
            At(path),
            "there is no such folder",
            "Run 'staticnews new site' to start a site, or name the folder of an existing one"
        );

    /// <summary>A template is not valid UTF-8. The place is the first wrong byte.</summary>
    public static Diagnostic NoText(DecodeFault fault) =>
        Diagnostic.Error("SN5010", fault.At, DecodeMessages.Message(fault), DecodeMessages.Hint(fault));

    /// <summary>
    /// The output folder contains other files of value: <c>--output content</c>, <c>--output .</c>, <c>--output /</c>.
    /// </summary>
    /// <param name="what">The reason, as a sentence: "it is the root of the disk".</param>
    public static Diagnostic OutputOverlaps(string output, string what) =>
        Diagnostic.Error(
            "SN5101",
            At(output),
            $"this cannot be the output folder: {what}",
            "Choose a separate folder, such as 'public'"
        );

    /// <summary>The output folder contains files, and no marker file shows that they belong to this site.</summary>
    public static Diagnostic OutputIsForeign(string output, string marker) =>
        Diagnostic.Error(
            "SN5102",
            At(output),
            $"this folder contains files but no {marker} that names this site, so nothing is written into it",
            "Choose an empty folder; if all its files were built from this site, delete it and build again"
        );

    /// <summary>A path leads out of the output folder. Other checks usually find it earlier.</summary>
    public static Diagnostic OutputPathUnsafe(string path) =>
        Diagnostic.Error(
            "SN5103",
            At(path),
            "this cannot be a path below the output folder, so nothing is written there"
        );

    /// <summary>A file that StaticNews did not write has the path of a page.</summary>
    /// <param name="at">The source of the page, or the page itself where it has no single source.</param>
    /// <param name="path">The page.</param>
    public static Diagnostic ForeignFileInTheWay(string at, string path) =>
        Diagnostic.Error(
            "SN5104",
            At(at),
            $"this cannot be published, because StaticNews has no record of writing '{WithEscapes(path)}'; that file "
                + $"is not changed",
            "Move the file away (files of your own belong in content/_assets/), or let StaticNews replace it with "
                + "'staticnews build --adopt=take'"
        );

    /// <summary>
    /// The path of a page is a folder (<c>public/world.html/</c>), or a folder that it needs is a file
    /// (<c>public/world</c> for <c>world/index.html</c>).
    /// </summary>
    public static Diagnostic WrongKindInTheWay(string path, string blocker) =>
        Diagnostic.Error(
            "SN5105",
            At(path),
            $"this page cannot be written, because '{blocker}' is a file where a folder is needed, or a folder "
                + $"where a file is needed",
            "Move it to another folder"
        );

    /// <summary>A file cannot be written: the folder is read-only, or the disk refuses the name.</summary>
    public static Diagnostic CannotWrite(string path, string reason) =>
        Diagnostic.Error(
            "SN5106",
            At(path),
            $"this cannot be written: {reason}",
            "Check the permissions of the folder; files of earlier builds were not changed"
        );

    /// <summary>The disk is full, or a quota is used up. This is reported once, and the build stops.</summary>
    public static Diagnostic DiskFull(string path) =>
        Diagnostic.Error(
            "SN5107",
            At(path),
            "the disk is full; the build stopped here and removed nothing",
            "Free some space and build again; files that were written are not written twice"
        );

    /// <summary>A page that is no longer part of the site cannot be removed, because its folder is read-only.</summary>
    public static Diagnostic CannotRemove(string path, string reason) =>
        Diagnostic.Warning("SN5108", At(path), $"this is no longer part of the site and cannot be removed: {reason}");

    /// <summary>A folder of the output is a symbolic link: <c>public/img -> /srv/pictures</c>.</summary>
    public static Diagnostic LinkInOutput(string path, string link) =>
        Diagnostic.Error(
            "SN5109",
            At(path),
            $"'{link}' is a symbolic link, and nothing is written or removed through one",
            "Replace it by a folder"
        );

    /// <summary>A pipe, a socket or a device has the path of a page.</summary>
    /// <param name="at">As for <see cref="ForeignFileInTheWay"/>.</param>
    public static Diagnostic SpecialFileInTheWay(string at, string path) =>
        Diagnostic.Error(
            "SN5113",
            At(at),
            $"this page cannot be written, because '{WithEscapes(path)}' is a pipe, a socket or a device",
            "Move it to another folder"
        );

    /// <summary>
    /// The record of published files is damaged, or another user, another machine or an older version wrote it.
    /// </summary>
    public static Diagnostic LedgerNotAuthentic(string path, string variable) =>
        Diagnostic.Note(
            "SN5114",
            At(path),
            "this record of the published files is damaged or was not written with this user's key, so the rest of "
                + "it is not used",
            $"Files of earlier builds may be unknown now. To share the records between machines, set the same "
                + $"{variable} on each"
        );

    /// <summary>As <see cref="LedgerNotAuthentic"/>, for a cache, which may be deleted at any time.</summary>
    public static Diagnostic LogNotAuthentic(string path, string variable) =>
        Diagnostic.Note(
            "SN5115",
            At(path),
            "this cache was not written with this user's key, so it is not used and all pages are rendered again",
            $"To share it between machines, set the same {variable} on each"
        );

    /// <summary>The record of published files names a path outside of the output: <c>../../letters.txt</c>.</summary>
    public static Diagnostic LedgerPathUnsafe(string path, string named) =>
        Diagnostic.Warning(
            "SN5116",
            At(path),
            $"this record names '{WithEscapes(named)}', which cannot be a file of the output folder, so this line "
                + $"is not used"
        );

    /// <summary>The key cannot be stored, for example because the user of a build server has no home folder.</summary>
    public static Diagnostic StateKeyUnkept(string reason, string variable) =>
        Diagnostic.Note(
            "SN5117",
            At(".staticnews"),
            $"the key that protects the records of builds cannot be stored: {reason}; the next build cannot use the "
                + $"records of this one",
            $"Set {variable} to a secret text"
        );

    /// <summary>The key in the environment is too short: <c>STATICNEWS_STATE_KEY=x</c>.</summary>
    public static Diagnostic StateKeyTooShort(string variable, int minChars) =>
        Diagnostic.Warning(
            "SN5118",
            At(".staticnews"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{variable} has fewer than {minChars} characters, so it is not used; the next build cannot use the "
                    + $"records of this one"
            ),
            "Set it to a longer text"
        );

    /// <summary>
    /// The output folder contains files that this build did not write, and the record of earlier builds is lost.
    /// </summary>
    public static Diagnostic UnknownFilesStay(string output, int count, string first) =>
        Diagnostic.Warning(
            "SN5110",
            At(output),
            count == 1
                ? $"StaticNews has no record of writing '{first}', so it is kept"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"StaticNews has no record of writing {count} of the files here, so they are kept; the first is "
                        + $"'{first}'"
                ),
            "The record of earlier builds is lost or incomplete. Run 'staticnews build --adopt' to list the files, "
                + "with '--adopt=remove' to remove them, or with '--adopt=take' to keep them"
        );

    /// <summary>Another build of this site is running.</summary>
    public static Diagnostic BuildRunning(string path, int? processId) =>
        Diagnostic.Error(
            "SN5111",
            At(path),
            processId is { } id
                ? string.Create(CultureInfo.InvariantCulture, $"another build of this site is running (process {id})")
                : "another build of this site is running",
            "Wait until it ends, or stop it; this file does not have to be deleted"
        );

    /// <summary>The records of builds cannot be stored, for example because the site's folder is read-only.</summary>
    public static Diagnostic StateUnusable(string path, string reason) =>
        Diagnostic.Error(
            "SN5112",
            At(path),
            $"the records of builds cannot be stored here: {reason}",
            "Make the folder writable, and delete what StaticNews did not create in it"
        );

    private static SourceLocation At(string path) => SourceLocation.File(WithEscapes(path));

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>
    /// A path with escapes such as <c>\u000A</c> in place of its control characters, so that a file name cannot control
    /// a terminal.
    /// </summary>
    private static string WithEscapes(string path)
    {
        if (!path.AsSpan().ContainsAnyInRange('\0', '\x1f') && !path.AsSpan().ContainsAnyInRange('\x7f', '\x9f'))
        {
            return path;
        }

        var escaped = new StringBuilder(path.Length + 16);
        foreach (var c in path)
        {
            _ = char.IsControl(c) ? escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : escaped.Append(c);
        }

        return escaped.ToString();
    }
}
