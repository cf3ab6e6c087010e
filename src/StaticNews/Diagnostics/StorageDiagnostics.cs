using System.Globalization;
using System.Text;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// SN5xxx: files that cannot be read, and folders that cannot be written. SN50xx is about sources, SN51xx about the
/// output.
/// </summary>
internal static class StorageDiagnostics
{
    /// <summary>An editor saved an article after it was read and before its page was made.</summary>
    public static Diagnostic ChangedDuringBuild(string path) =>
        Diagnostic.Error(
            "SN5011",
            At(path),
            "this changed while the site was being built, so its page was not renewed",
            "build again"
        );

    /// <summary>An article of many megabytes on a small machine.</summary>
    public static Diagnostic OutOfMemory(string path) =>
        Diagnostic.Error(
            "SN5012",
            At(path),
            "there is not enough memory for this, and it was left as an earlier build made it",
            "Cut it into several articles, or build with fewer workers ('--jobs 1')."
        );

    /// <summary>A file without read permission, on a failing disk, or gone since the folder was listed.</summary>
    public static Diagnostic Unreadable(string path, string reason) =>
        Diagnostic.Error(
            "SN5001",
            At(path),
            $"this cannot be read: {reason}",
            "check the permissions, or move it out of the folder"
        );

    /// <summary>A video of 2 GB with the name of an article.</summary>
    public static Diagnostic TooLarge(string path, long size, long limit) =>
        Diagnostic.Error(
            "SN5002",
            At(path),
            $"this text has {Megabytes(size)} MB, and {Megabytes(limit)} MB is the most that is read",
            "split it, or give a file that is no text another ending than .md"
        );

    /// <summary>A file name in Latin-1 on a disk whose names are UTF-8.</summary>
    public static Diagnostic NameNotUtf8(string path) =>
        Diagnostic.Error("SN5003", At(path), "this name is not valid UTF-8, so it can have no URL", "rename it");

    /// <summary><c>flood\2014.md</c>, or a line feed in a file's name.</summary>
    public static Diagnostic NameUnusable(string path) =>
        Diagnostic.Error(
            "SN5004",
            At(path),
            "this name has a backslash or a control character, so it can have no URL",
            "rename it"
        );

    /// <summary><c>content/world/all -> /etc</c>.</summary>
    public static Diagnostic LinkLeadsOut(string path) =>
        Diagnostic.Error(
            "SN5005",
            At(path),
            "this symbolic link leads out of its folder, or to something hidden, and is not followed",
            "copy what it leads to in its place"
        );

    /// <summary>A link to a folder around it, or a second link to one folder.</summary>
    public static Diagnostic LinkRepeats(string path) =>
        Diagnostic.Warning(
            "SN5006",
            At(path),
            "this symbolic link leads to a folder that is already part of the site here, and is not followed again"
        );

    /// <summary>A link to something that is gone.</summary>
    public static Diagnostic LinkLeadsNowhere(string path) =>
        Diagnostic.Error(
            "SN5007",
            At(path),
            "this symbolic link leads to nothing",
            "remove it, or restore what it led to"
        );

    /// <summary>
    /// <c>content/_draft/</c>, <c>content/_notes.md</c>: the underscore keeps it out, and no such name is known.
    /// </summary>
    public static Diagnostic UnknownUnderscore(string path, string? nearest) =>
        Diagnostic.Warning(
            "SN5008",
            At(path),
            nearest is null
                ? "a name that begins with '_' has a meaning of its own, and this one has none: it is left out"
                : $"a name that begins with '_' has a meaning of its own, and this one has none: it is left out; "
                    + $"did you mean '{nearest}'?",
            "known are _index.md, and directly in content/ the folders _pages, _authors, _tags and _assets"
        );

    /// <summary><c>flood.md.bak</c>, <c>flood.md~</c>, <c>Thumbs.db</c>. Said once for all of them.</summary>
    /// <param name="path">The first.</param>
    public static Diagnostic EditorCopies(string path, int count) =>
        Diagnostic.Note(
            "SN5017",
            At(path),
            count == 1
                ? "this is a copy that an editor or a system left behind, so it is not published"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"this and {count - 1:N0} more are copies that editors or systems left behind, so they are not "
                        + $"published"
                ),
            "delete them, or rename a file that is meant for readers"
        );

    /// <summary>A pipe or a device with the name of a picture: to open it could block a build for ever.</summary>
    public static Diagnostic SpecialFile(string path) =>
        Diagnostic.Error(
            "SN5016",
            At(path),
            "this is a pipe, a socket or a device and not a file, so it is not read",
            "remove it, or put a file in its place"
        );

    /// <summary><c>content -> ../../other</c>: a checkout could make a build read and publish any folder.</summary>
    public static Diagnostic LinkLeadsOutOfSite(string path) =>
        Diagnostic.Error(
            "SN5013",
            At(path),
            "this is a symbolic link that leads out of the site's folder, or to something hidden, and is not followed",
            "if it is meant to, build with --follow-links or set STATICNEWS_FOLLOW_LINKS=1"
        );

    /// <summary>A machine that started with its clock at 1999 would take every article for one of the future.</summary>
    public static Diagnostic ClockWentBack(string path, DateTimeOffset now, DateTimeOffset last) =>
        Diagnostic.Error(
            "SN5014",
            At(path),
            string.Create(
                CultureInfo.InvariantCulture,
                $"this machine's clock says {now:yyyy-MM-dd HH:mm} UTC, but the last build here finished at "
                    + $"{last:yyyy-MM-dd HH:mm} UTC; nothing was changed"
            ),
            "set the clock, give the time with --as-of, or, if the clock is right, build with --clock-is-right"
        );

    /// <summary>The same without a last build to compare with.</summary>
    public static Diagnostic ClockBehindSources(string path, DateTimeOffset now, int count, int total) =>
        Diagnostic.Warning(
            "SN5015",
            At(path),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} of the {total} files here were changed after {now:yyyy-MM-dd HH:mm} UTC, which is what "
                    + $"this machine's clock says: it may be wrong"
            ),
            "articles dated later than the clock are not published; set the clock, or give the time with --as-of"
        );

    /// <summary>A site without <c>content/</c>.</summary>
    public static Diagnostic FolderMissing(string path) =>
        Diagnostic.Error(
            "SN5009",
            At(path),
            "there is no such folder",
            "run 'staticnews new site' for a site to start from, or name the site's own folder"
        );

    /// <summary>A template saved as Latin-1. The place is the first byte that is wrong.</summary>
    public static Diagnostic NoText(DecodeFault fault) =>
        Diagnostic.Error("SN5010", fault.At, DecodeWords.Message(fault), DecodeWords.Hint(fault));

    /// <summary><c>--output content</c>, <c>--output .</c>, <c>--output /</c>.</summary>
    public static Diagnostic OutputOverlaps(string output, string what) =>
        Diagnostic.Error(
            "SN5101",
            At(output),
            $"the output folder may not be here: {what}",
            "choose a folder of its own, such as 'public'"
        );

    /// <summary>A folder with files and without the mark of this site.</summary>
    public static Diagnostic OutputIsForeign(string output, string marker) =>
        Diagnostic.Error(
            "SN5102",
            At(output),
            $"this folder holds files and no {marker} that names this site, so nothing is written into it",
            "choose an empty folder; if all of it was built from this site, delete it and build again"
        );

    /// <summary>A path that would leave the output folder; other checks stop it earlier.</summary>
    public static Diagnostic OutputPathUnsafe(string path) =>
        Diagnostic.Error(
            "SN5103",
            At(path),
            "this cannot be a path below the output folder, so nothing is written there"
        );

    /// <summary>Somebody put a file where a page has to go.</summary>
    /// <param name="at">The source of the page, or the page itself where it has no single source.</param>
    /// <param name="path">The page.</param>
    public static Diagnostic ForeignFileInTheWay(string at, string path) =>
        Diagnostic.Error(
            "SN5104",
            At(at),
            $"no record tells that StaticNews wrote '{Visible(path)}', so it is left as it is; this should be "
                + $"published there",
            "move the file away (files of your own belong in content/_assets/), or let StaticNews replace it with "
                + "'staticnews build --adopt=take'"
        );

    /// <summary>
    /// <c>public/world.html/</c> is a folder, or <c>public/world</c> is a file and <c>world/index.html</c> is to be
    /// written.
    /// </summary>
    public static Diagnostic WrongKindInTheWay(string path, string blocker) =>
        Diagnostic.Error(
            "SN5105",
            At(path),
            $"'{blocker}' is in the way of this page: a file where a folder is needed, or a folder where a file is",
            "move it away"
        );

    /// <summary>A read-only folder, a name that the disk refuses.</summary>
    public static Diagnostic CannotWrite(string path, string reason) =>
        Diagnostic.Error(
            "SN5106",
            At(path),
            $"this cannot be written: {reason}",
            "what was published here before is untouched"
        );

    /// <summary>No space left, or a quota is used up. Said once; the build ends there.</summary>
    public static Diagnostic DiskFull(string path) =>
        Diagnostic.Error(
            "SN5107",
            At(path),
            "the disk is full; the build stopped here and removed nothing",
            "make room and build again: what is done is not done twice"
        );

    /// <summary>A page that no build needs any more, in a folder that has become read-only.</summary>
    public static Diagnostic CannotRemove(string path, string reason) =>
        Diagnostic.Warning("SN5108", At(path), $"this is no longer part of the site and cannot be removed: {reason}");

    /// <summary><c>public/img -> /srv/pictures</c>.</summary>
    public static Diagnostic LinkInOutput(string path, string link) =>
        Diagnostic.Error(
            "SN5109",
            At(path),
            $"'{link}' is a symbolic link, and nothing is written or removed through one",
            "put a folder in its place"
        );

    /// <summary>A pipe where a page has to go.</summary>
    /// <param name="at">As for <see cref="ForeignFileInTheWay"/>.</param>
    public static Diagnostic SpecialFileInTheWay(string at, string path) =>
        Diagnostic.Error(
            "SN5113",
            At(at),
            $"'{Visible(path)}' is a pipe, a socket or a device and in the way of this page",
            "move it away"
        );

    /// <summary>
    /// A committed or copied <c>.staticnews/</c>, a damaged file, another user's, an older version's.
    /// </summary>
    public static Diagnostic LedgerNotAuthentic(string path, string variable) =>
        Diagnostic.Note(
            "SN5114",
            At(path),
            "this record of the published files is damaged, or was not written with this user's key, and is not "
                + "used from there on",
            $"files of earlier builds may be unknown now; to share records between machines, give each the same "
                + $"{variable}"
        );

    /// <summary>As <see cref="LedgerNotAuthentic"/>, of what may be deleted at any moment.</summary>
    public static Diagnostic LogNotAuthentic(string path, string variable) =>
        Diagnostic.Note(
            "SN5115",
            At(path),
            "this was not written with this user's key and is not used, so every page is made again",
            $"to share it between machines, give each the same {variable}"
        );

    /// <summary>A ledger that names <c>../../letters.txt</c>.</summary>
    public static Diagnostic LedgerPathUnsafe(string path, string named) =>
        Diagnostic.Warning(
            "SN5116",
            At(path),
            $"this record names '{Visible(named)}', which cannot be a file of the output folder; the line is "
                + $"passed over"
        );

    /// <summary>A build server whose user has no home folder.</summary>
    public static Diagnostic StateKeyUnkept(string reason, string variable) =>
        Diagnostic.Note(
            "SN5117",
            At(".staticnews"),
            $"the key that protects the build's own records cannot be kept: {reason}; the next build will not know "
                + $"of this one",
            $"set {variable} to a secret text of your own"
        );

    /// <summary><c>STATICNEWS_STATE_KEY=x</c>.</summary>
    public static Diagnostic StateKeyTooShort(string variable, int minChars) =>
        Diagnostic.Warning(
            "SN5118",
            At(".staticnews"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{variable} has fewer than {minChars} characters and is not used; the next build will not know of "
                    + $"this one"
            ),
            "give it a longer text"
        );

    /// <summary>
    /// The record of what this site wrote is lost, and files stand in the output folder that this build did not make.
    /// </summary>
    public static Diagnostic UnknownFilesStay(string output, int count, string first) =>
        Diagnostic.Warning(
            "SN5110",
            At(output),
            count == 1
                ? $"nothing tells who wrote '{first}', so it stays"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"nothing tells who wrote {count} of the files here, so they stay; the first is '{first}'"
                ),
            "the record of earlier builds is lost or incomplete; 'staticnews build --adopt' lists the files, "
                + "'--adopt=remove' removes them, '--adopt=take' keeps them and asks no more"
        );

    /// <summary>Two builds of one site at once.</summary>
    public static Diagnostic BuildRunning(string path, int? processId) =>
        Diagnostic.Error(
            "SN5111",
            At(path),
            processId is { } id
                ? string.Create(CultureInfo.InvariantCulture, $"another build of this site is running (process {id})")
                : "another build of this site is running",
            "wait until it ends, or end it; the file itself need not be deleted"
        );

    /// <summary>A site in a read-only folder.</summary>
    public static Diagnostic StateUnusable(string path, string reason) =>
        Diagnostic.Error(
            "SN5112",
            At(path),
            $"the build's own records cannot be kept here: {reason}",
            "make the folder writable; what is not a file or a folder of StaticNews's own there can be deleted"
        );

    private static SourceLocation At(string path) => SourceLocation.File(Visible(path));

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A hostile name must not steer the terminal that shows it: controls become <c>\u000A</c>.</summary>
    private static string Visible(string path)
    {
        if (!path.AsSpan().ContainsAnyInRange('\0', '\x1f') && !path.AsSpan().ContainsAnyInRange('\x7f', '\x9f'))
        {
            return path;
        }

        var shown = new StringBuilder(path.Length + 16);
        foreach (var c in path)
        {
            _ = char.IsControl(c) ? shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : shown.Append(c);
        }

        return shown.ToString();
    }
}
