using System.Buffers;
using StaticNews.Diagnostics;
using StaticNews.Output;
using StaticNews.Pages;
using StaticNews.Text;
using StaticNews.Timing;

namespace StaticNews.Building;

/// <summary>
/// The steps after a file is published: compressed copies are put beside it, and a page is weighed. It happens to
/// files that were kept, too, and costs them a look into the log. Nothing of it changes the file itself. Safe for many
/// threads.
/// </summary>
/// <param name="weighing">Null where site.yml has no budgets.</param>
internal sealed class PostProcessor(
    OutputTree tree,
    CompressedFilePublisher copies,
    PageWeigher? weighing,
    bool isClean
)
{
    public IReadOnlyList<CompressedFiles> Compressed => copies.Counted;

    /// <summary>Null where nothing is weighed.</summary>
    public WeightReport? Weights => weighing?.Report;

    public static PostProcessor Of(
        SitePlan plan,
        LoadedSite survey,
        OutputTree tree,
        bool isClean,
        ChangeList? change
    ) =>
        new(
            tree,
            new CompressedFilePublisher(plan, tree, isClean, change),
            plan.Config.Budgets is null ? null : new PageWeigher(plan, survey, tree),
            isClean
        );

    /// <summary>A file that an earlier build published and this one kept.</summary>
    /// <returns>The diagnostic of the page; null for none.</returns>
    public Diagnostic? Kept(string path, PageKind? kind, string? source, Compressor compressor, WorkTimer? times) =>
        IsAskedFor(kind) && tree.TryFind(path, out var record)
            ? Finish(FileOf(path, record.Content, record.Stamp.Size, bytes: null), kind, source, compressor, times)
            : null;

    /// <summary>A file that this build published.</summary>
    /// <param name="outcome">Of publishing it.</param>
    /// <param name="bytes">Null: they are on the disk only.</param>
    public Diagnostic? Published(
        string path,
        PublishOutcome outcome,
        ContentHash content,
        long size,
        ReadOnlyMemory<byte>? bytes,
        PageKind? kind,
        string? source,
        Compressor compressor,
        WorkTimer? times
    )
    {
        if (outcome == PublishOutcome.Failed)
        {
            return null;
        }

        var problem = IsAskedFor(kind)
            ? Finish(FileOf(path, content, size, bytes), kind, source, compressor, times)
            : null;
        if (outcome == PublishOutcome.Written)
        {
            copies.WithdrawOld(path);
        }

        return problem;
    }

    /// <summary>
    /// Removes a file that an earlier build published and that may not stand any longer, with its copies.
    /// </summary>
    public void Withdraw(string path)
    {
        tree.Withdraw(path);
        copies.WithdrawOld(path);
    }

    private bool IsAskedFor(PageKind? kind) => copies.AreAskedFor || (weighing is not null && kind is not null);

    private PublishedFile FileOf(string path, ContentHash content, long size, ReadOnlyMemory<byte>? bytes) =>
        new(
            tree,
            path,
            content,
            size,
            isClean ? OutputMetadata.Empty : OutputMetadata.Read(tree.NoteOf(path, content)),
            bytes
        );

    private Diagnostic? Finish(
        PublishedFile file,
        PageKind? kind,
        string? source,
        Compressor compressor,
        WorkTimer? times
    )
    {
        var known = file.Note;
        if (copies.AreAskedFor)
        {
            copies.Make(file, compressor);
            times?.Lap(Work.Compress);
        }

        Diagnostic? problem = null;
        if (weighing is not null && kind is { } weighed)
        {
            problem = weighing.Weigh(file, weighed, source, compressor);
            times?.Lap(Work.Weigh);
        }

        if (!ReferenceEquals(file.Note, known))
        {
            var note = new ArrayBufferWriter<byte>();
            file.Note.Write(note);
            tree.AddNote(file.Path, note.WrittenSpan);
        }

        return problem;
    }
}

/// <summary>
/// A file in the output folder, and the facts about it. One worker's, for as long as it is busy with the
/// file.
/// </summary>
internal sealed class PublishedFile(
    OutputTree tree,
    string path,
    ContentHash content,
    long size,
    OutputMetadata note,
    ReadOnlyMemory<byte>? bytes
)
{
    private ReadOnlyMemory<byte>? _bytes = bytes;

    /// <summary>Below the output folder.</summary>
    public string Path { get; } = path;

    public ContentHash Content { get; } = content;

    /// <summary>In bytes.</summary>
    public long Size { get; } = size;

    /// <summary>What earlier builds found out of these bytes, and this one adds to.</summary>
    public OutputMetadata Note { get; set; } = note;

    /// <summary>Read from the disk where this build has not made them; null where they cannot be read.</summary>
    public ReadOnlyMemory<byte>? Bytes => _bytes ??= tree.Read(Path, Content) is { } read ? read : null;
}
