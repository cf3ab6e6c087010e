using System.Globalization;
using StaticNews.Archive;
using StaticNews.Delivery;
using StaticNews.Diagnostics;
using StaticNews.Svg;
using StaticNews.Text;

namespace StaticNews;

/// <summary>An SVG file as it may be published: as it is, or without what would run.</summary>
/// <param name="Bytes">Null where it may not be published.</param>
/// <param name="Problem">What is to be said of it; null where nothing was taken.</param>
internal sealed record CheckedDrawing(byte[]? Bytes, Diagnostic? Problem)
{
    /// <param name="path">Below content/.</param>
    public static CheckedDrawing Of(string path, byte[] file)
    {
        var result = SvgCleaner.Clean(file);
        if (result.Fault is { } fault)
        {
            return new CheckedDrawing(null, PictureDiagnostics.DrawingUnreadable(At(path, fault.Line, fault.Column), fault.Reason));
        }

        if (result.Text is not { } text)
        {
            return new CheckedDrawing(file, null);
        }

        var first = result.Taken[0];
        var taken = result.Taken.Select(Named).ToList();
        return new CheckedDrawing(
            result.IsCompressed ? Compressed(text) : text,
            PictureDiagnostics.DrawingCleaned(At(path, first.Line, first.Column), taken, result.TakenCount - taken.Count));
    }

    public static CheckedDrawing TooLarge(string path, long maxBytes) =>
        new(null, PictureDiagnostics.DrawingUnreadable(
            SourcePath.File(path), string.Create(CultureInfo.InvariantCulture, $"it is larger than {maxBytes >> 20} MB")));

    private static SourceLocation At(string path, int line, int column) =>
        line > 0 ? new SourceLocation(SourcePath.Shown(path), 0, 0, line, column, null) : SourcePath.File(path);

    private static string Named(SvgFinding finding) => finding.Line > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{finding.What} (line {finding.Line}, column {finding.Column})")
        : finding.What;

    private static byte[] Compressed(byte[] text)
    {
        using var compressor = new Compressor();
        return compressor.Compress(CompressionMethod.Gzip, text).ToArray();
    }
}
