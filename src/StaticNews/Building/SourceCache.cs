using System.Buffers;
using StaticNews.Compact;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Content.Facts;
using StaticNews.FileSystem;
using StaticNews.Images;
using StaticNews.Output;
using StaticNews.Text;

namespace StaticNews.Building;

/// <summary>
/// The facts about articles from earlier builds: an article with an unchanged file is not read. Facts depend on the
/// file, on the settings of site.yml about reading, on whether drafts are built, and on the program (whose version
/// empties the log); any other doubt means that the file is read. One per worker.
/// </summary>
/// <param name="isTrusted">
/// False: nothing is looked up (<c>--clean</c>), though all is written down for the next build.
/// </param>
/// <param name="names">The worker's.</param>
internal sealed class SourceCache(BuildLog log, bool isTrusted, SiteConfig config, DraftHandling drafts, NamePool names)
{
    /// <summary>
    /// An article with more bytes of diagnostics is read each time, so that the log stays small.
    /// </summary>
    private const int PayloadMaxBytes = 1 << 20;

    private readonly ContentHash _reading = new FingerprintBuilder().Add(config.Reading).Add((long)drafts).Finish();
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly LogBuffer _window = new();

    /// <summary>Null: the file has to be read.</summary>
    public LoadedSummary? Find(SourceFile file)
    {
        return isTrusted && log.TryFindFacts(file.Path, out var facts) && facts.Stamp == file.Stamp
            ? Read(file, facts, out _)
            : null;
    }

    /// <summary>
    /// As <see cref="Find"/>, for a file that has been read because its stamp is another, as after a copy of the whole
    /// site: its bytes may still be the same.
    /// </summary>
    public LoadedSummary? FindAgain(SourceFile file, ReadOnlySpan<byte> bytes)
    {
        if (
            !isTrusted
            || !log.TryFindFacts(file.Path, out var facts)
            || facts.Content != ContentHash.Of(bytes)
            || Read(file, facts, out var payload) is not { } loaded
        )
        {
            return null;
        }

        log.AddFacts(file.Path, file.Stamp, facts.Content, payload);
        return loaded;
    }

    private LoadedSummary? Read(SourceFile file, in SourceFacts facts, out ReadOnlySpan<byte> payload)
    {
        if (!log.TryReadPayload(facts, _window, out payload))
        {
            return null;
        }

        var from = new FactsScanner(payload, ArticleReader.ContentFolder + file.Path, names);
        return from.Hash(default, FactUse.LogOnly) == _reading
            ? LoadedSummary.ReadFrom(ref from, file.Path, facts.Content)
            : null;
    }

    /// <param name="content">Of the bytes that were read.</param>
    public void Add(SourceFile file, ContentHash content, LoadedSummary loaded)
    {
        var to = new FactsWriter(_bytes, ArticleReader.ContentFolder + file.Path);
        to.Hash(_reading, FactUse.LogOnly);
        loaded.WriteTo(ref to);
        if (to.IsFaithful && to.Written.Length <= PayloadMaxBytes)
        {
            log.AddFacts(file.Path, file.Stamp, content, to.Written);
        }
    }
}

/// <summary>The facts about images from earlier builds: an image with an unchanged file is not read again. Of a
/// drawing that is cleaned, a build reports what was removed, so that it is read by every build until nothing has to be
/// taken. One per worker.</summary>
/// <param name="isTrusted">As in <see cref="SourceCache"/>.</param>
internal sealed class ImageCache(BuildLog log, bool isTrusted)
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly LogBuffer _window = new();
    private readonly NamePool _names = new();

    /// <summary>Null: the file has to be read.</summary>
    /// <param name="isChecked">Whether the file has to have been found harmless, too.</param>
    public ImageFile? Find(SourceFile file, bool isChecked)
    {
        if (
            !isTrusted
            || !log.TryFindFacts(file.Path, out var facts)
            || facts.Stamp != file.Stamp
            || !log.TryReadPayload(facts, _window, out var payload)
        )
        {
            return null;
        }

        var from = new FactsScanner(payload, file.Path, _names);
        var (picture, wasChecked) = Visit(ref from, default, isChecked: false);
        return wasChecked == isChecked && from.IsDone
            ? new ImageFile(file.Path, facts.Content, file.Stamp.Size, picture)
            : null;
    }

    /// <param name="isChecked">Whether the file was found harmless.</param>
    public void Add(SourceFile file, ContentHash content, ImageFacts picture, bool isChecked) =>
        log.AddFacts(file.Path, file.Stamp, content, Written(file, picture, isChecked));

    /// <summary>As <see cref="Add"/>, for more that is known of a picture by now than when it was read.</summary>
    public void Replace(SourceFile file, ContentHash content, ImageFacts picture) =>
        log.ReplaceFacts(file.Path, file.Stamp, content, Written(file, picture, isChecked: false));

    private ReadOnlySpan<byte> Written(SourceFile file, ImageFacts picture, bool isChecked)
    {
        var to = new FactsWriter(_bytes, file.Path);
        Visit(ref to, picture, isChecked);
        return to.Written;
    }

    private static (ImageFacts Picture, bool IsChecked) Visit<T>(ref T facts, ImageFacts of, bool isChecked)
        where T : struct, IFactsVisitor, allows ref struct
    {
        var picture = new ImageFacts(
            (ImageFormat)facts.UpTo((long)ImageFormat.Jpeg2000, (long)of.Format, FactUse.LogOnly),
            facts.Whole(of.Width, FactUse.LogOnly),
            facts.Whole(of.Height, FactUse.LogOnly),
            facts.Signed(of.Color, FactUse.LogOnly),
            (ImageTraits)facts.UpTo(byte.MaxValue, (long)of.Traits, FactUse.LogOnly)
        );
        facts.Require(picture.Color is >= ImageFacts.UndecodableColor and <= 0xFFFFFF);
        return (picture, facts.Flag(isChecked, FactUse.LogOnly));
    }
}
