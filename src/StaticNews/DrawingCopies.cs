using System.Collections.Concurrent;
using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Storage;
using StaticNews.Svg;
using StaticNews.Text;

namespace StaticNews;

/// <summary>
/// Publishes the SVG files of content/ as <see cref="CheckedDrawing"/> leaves them. What is wrong with them was told when they were read. One from which nothing was taken
/// has a key, and is not read again while its stamp stands; one that was cleaned has none, as a page with something to say. Safe for many threads.
/// </summary>
/// <param name="startTicks"><see cref="BuildLock.ClockTicks"/>.</param>
internal sealed class DrawingCopies(SiteConfig config, SourceTree sources, OutputTree tree, long startTicks)
{
    private readonly ConcurrentBag<Diagnostic> _problems = [];

    public IReadOnlyCollection<Diagnostic> Problems => _problems;

    /// <param name="asset">Below content/.</param>
    public bool IsDrawing(string asset) => config.Svg == SvgHandling.Clean && SvgCleaner.IsDrawing(asset);

    /// <param name="bytes">Those that were published; null for a file that an earlier build published, and which was not read.</param>
    public PublishOutcome Publish(string path, SourceFile file, out ContentHash content, out ReadOnlyMemory<byte>? bytes)
    {
        bytes = null;
        var key = KeyOf(file);
        if (key.Length > 0 && tree.Keep(path, key, file.Path, out var record))
        {
            content = record.Content;
            return PublishOutcome.Unchanged;
        }

        content = default;
        using var read = sources.Read(file);
        var drawing = read.Problem is null ? CheckedDrawing.Of(file.Path, read.Span.ToArray()) : new CheckedDrawing(null, read.Problem);
        if (drawing.Bytes is not { } published)
        {
            // When the build began, the file could be read and checked.
            _problems.Add(read.Problem ?? StorageDiagnostics.ChangedDuringBuild(SourcePath.Shown(file.Path)));
            return PublishOutcome.Failed;
        }

        bytes = published;
        return tree.Publish(path, published, drawing.Problem is null ? key : [], file.Path, out content);
    }

    /// <summary>Whether the next build would keep the file that stands, and not read its source.</summary>
    public bool IsKept(string path, SourceFile file) => KeyOf(file) is { Length: > 0 } key && tree.KeyOf(path).Span.SequenceEqual(key) && tree.Stands(path);

    /// <summary>Empty where the file's time is too fresh to be trusted.</summary>
    private ulong[] KeyOf(SourceFile file)
    {
        var stamp = file.Stamp.Settled(startTicks);
        return stamp.ModifiedTicks == 0 ? [] : [.. OutputTree.KeyOf(stamp), SvgCleaner.Version];
    }
}
