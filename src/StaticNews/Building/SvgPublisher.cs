using System.Collections.Concurrent;
using System.Globalization;
using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Images.Svg;
using StaticNews.Output;
using StaticNews.Text;

namespace StaticNews.Building;

/// <summary>
/// Publishes the SVG files of content/ as <see cref="SanitizedSvg"/> leaves them. Their faults were reported when
/// they were read. One from which nothing was taken has a key, and is not read again while its stamp is the same; one
/// that was cleaned has none, as a page with diagnostics has none. Safe for many threads.
/// </summary>
/// <param name="startTicks"><see cref="BuildLock.ClockTicks"/>.</param>
internal sealed class SvgPublisher(SiteConfig config, SourceTree sources, OutputTree tree, long startTicks)
{
    private readonly ConcurrentBag<Diagnostic> _problems = [];

    public IReadOnlyCollection<Diagnostic> Problems => _problems;

    /// <param name="asset">Below content/.</param>
    public bool IsDrawing(string asset) => config.Svg == SvgHandling.Clean && SvgCleaner.IsDrawing(asset);

    /// <param name="bytes">
    /// Those that were published; null for a file that an earlier build published, and which was not read.
    /// </param>
    public PublishOutcome Publish(
        string path,
        SourceFile file,
        out ContentHash content,
        out ReadOnlyMemory<byte>? bytes
    )
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
        var drawing = read.Problem is null
            ? SanitizedSvg.Of(file.Path, read.Span.ToArray())
            : new SanitizedSvg(null, read.Problem);
        if (drawing.Bytes is not { } published)
        {
            // When the build began, the file could be read and checked.
            _problems.Add(read.Problem ?? StorageDiagnostics.ChangedDuringBuild(SourcePath.Shown(file.Path)));
            return PublishOutcome.Failed;
        }

        bytes = published;
        return tree.Publish(path, published, drawing.Problem is null ? key : [], file.Path, out content);
    }

    /// <summary>Whether the next build would keep the existing file and not read its source.</summary>
    public bool IsKept(string path, SourceFile file) =>
        KeyOf(file) is { Length: > 0 } key && tree.KeyOf(path).Span.SequenceEqual(key) && tree.Stands(path);

    /// <summary>Empty where the file's time is too fresh to be trusted.</summary>
    private ulong[] KeyOf(SourceFile file)
    {
        var stamp = file.Stamp.Settled(startTicks);
        return stamp.ModifiedTicks == 0 ? [] : [.. OutputTree.KeyOf(stamp), SvgCleaner.Version];
    }
}

/// <summary>An SVG file as it may be published: as it is, or without what would run.</summary>
/// <param name="Bytes">Null where it may not be published.</param>
/// <param name="Problem">The diagnostic; null where nothing was removed.</param>
internal sealed record SanitizedSvg(byte[]? Bytes, Diagnostic? Problem)
{
    /// <param name="path">Below content/.</param>
    public static SanitizedSvg Of(string path, byte[] file)
    {
        var result = SvgCleaner.Clean(file);
        if (result.Fault is { } fault)
        {
            return new SanitizedSvg(
                null,
                ImageDiagnostics.DrawingUnreadable(At(path, fault.Line, fault.Column), fault.Reason)
            );
        }

        if (result.Text is not { } text)
        {
            return new SanitizedSvg(file, null);
        }

        var first = result.Taken[0];
        var taken = result.Taken.Select(Named).ToList();
        return new SanitizedSvg(
            result.IsCompressed ? Compressed(text) : text,
            ImageDiagnostics.DrawingCleaned(At(path, first.Line, first.Column), taken, result.TakenCount - taken.Count)
        );
    }

    public static SanitizedSvg TooLarge(string path, long maxBytes) =>
        new(
            null,
            ImageDiagnostics.DrawingUnreadable(
                SourcePath.File(path),
                string.Create(CultureInfo.InvariantCulture, $"it is larger than {maxBytes >> 20} MB")
            )
        );

    private static SourceLocation At(string path, int line, int column) =>
        line > 0 ? new SourceLocation(SourcePath.Shown(path), 0, 0, line, column, null) : SourcePath.File(path);

    private static string Named(SvgFinding finding) =>
        finding.Line > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{finding.What} (line {finding.Line}, column {finding.Column})"
            )
            : finding.What;

    private static byte[] Compressed(byte[] text)
    {
        using var compressor = new Compressor();
        return compressor.Compress(CompressionMethod.Gzip, text).ToArray();
    }
}
