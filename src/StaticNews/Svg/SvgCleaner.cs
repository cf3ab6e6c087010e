using System.Text;
using System.Xml;

namespace StaticNews.Svg;

/// <summary>
/// Takes out of an SVG file what runs or fetches something when the file is opened by itself: it is a document of the site's origin then, and no picture (SVG Integration,
/// "dynamic interactive processing mode"). A file from which nothing is taken stays as it is, byte for byte; the others are written anew. Any bytes will do, and none throws.
/// </summary>
internal static class SvgCleaner
{
    /// <summary>Part of the key of every file that was checked and published: with another version, all are checked again.</summary>
    public const ulong Version = 1;

    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        Indent = false,
    };

    /// <summary>Whether a path below content/ is published for an SVG: also one that is compressed, which hosts send unpacked.</summary>
    public static bool IsDrawing(ReadOnlySpan<char> path) =>
        path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".svgz", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".svg.gz", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".svgz.gz", StringComparison.OrdinalIgnoreCase);

    public static SvgResult Clean(byte[] file)
    {
        var findings = new SvgFindings();
        var isCompressed = SvgText.IsCompressed(file);
        var bytes = isCompressed ? Expand(file, findings) : file;
        if (bytes is null)
        {
            return SvgResult.Refused(new SvgFault("it is compressed, and what it holds is damaged or larger than 64 MB"));
        }

        if (SvgText.Decode(bytes) is not { } text)
        {
            return SvgResult.Refused(new SvgFault("its text is not UTF-8 or UTF-16, or is damaged"));
        }

        if (SvgFilter.Run(text, findings, to: null) is { } fault)
        {
            return SvgResult.Refused(fault);
        }

        return new SvgResult(findings.Count == 0 ? null : Write(text), isCompressed, findings.First, findings.Count, Fault: null);
    }

    private static byte[]? Expand(byte[] file, SvgFindings findings)
    {
        var bytes = SvgText.Expand(file, out var hasMore);
        if (bytes is not null && hasMore)
        {
            findings.Add("what stands behind the end of the compressed file", 0, 0);
        }

        return bytes;
    }

    private static byte[] Write(string text)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Writing))
        {
            SvgFilter.Run(text, new SvgFindings(), xml);
        }

        return stream.ToArray();
    }
}
