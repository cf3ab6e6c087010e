using System.IO.Compression;
using System.Text;
using System.Xml;

namespace StaticNews.Images.Svg;

/// <summary>
/// Takes out of an SVG file what runs or fetches something when the file is opened by itself: it is a document of the
/// site's origin then, and no picture (SVG Integration, "dynamic interactive processing mode"). A file from which
/// nothing is taken stays as it is, byte for byte; the others are written anew. Any bytes will do, and none throws.
/// </summary>
internal static class SvgCleaner
{
    /// <summary>
    /// Part of the key of every file that was checked and published: with another version, all are checked again.
    /// </summary>
    public const ulong Version = 1;

    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        Indent = false,
    };

    /// <summary>
    /// Whether a path below content/ is published for an SVG: also one that is compressed, which hosts send unpacked.
    /// </summary>
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
            return SvgResult.Refused(
                new SvgFault("it is compressed, and what it holds is damaged or larger than 64 MB")
            );
        }

        if (SvgText.Decode(bytes) is not { } text)
        {
            return SvgResult.Refused(new SvgFault("its text is not UTF-8 or UTF-16, or is damaged"));
        }

        if (SvgFilter.Run(text, findings, to: null) is { } fault)
        {
            return SvgResult.Refused(fault);
        }

        return new SvgResult(
            findings.Count == 0 ? null : Write(text),
            isCompressed,
            findings.First,
            findings.Count,
            Fault: null
        );
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

/// <summary>What became of an SVG file.</summary>
/// <param name="Text">
/// UTF-8; null where nothing was taken and the file may be published byte for byte, and where there is a
/// <paramref name="Fault"/>.
/// </param>
/// <param name="IsCompressed">
/// Whether the file is gzip: then <paramref name="Text"/> has to be compressed again.
/// </param>
/// <param name="Taken">What was taken, as it is in the file; at most <see cref="SvgFindings.KeptMax"/>.</param>
/// <param name="TakenCount">How many things were taken.</param>
/// <param name="Fault">Why nothing of it may be published, or null.</param>
internal sealed record SvgResult(
    byte[]? Text,
    bool IsCompressed,
    IReadOnlyList<SvgFinding> Taken,
    int TakenCount,
    SvgFault? Fault
)
{
    public static SvgResult Refused(SvgFault fault) => new(null, IsCompressed: false, [], 0, fault);
}

/// <summary>Why an SVG file cannot be checked, and so is not published.</summary>
/// <param name="Reason">The end of a sentence: "its first element is not 'svg'".</param>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 where <paramref name="Line"/> is 0.</param>
internal sealed record SvgFault(string Reason, int Line = 0, int Column = 0);

/// <summary>One thing that was taken out of an SVG file.</summary>
/// <param name="What">As a message names it: "the element 'script'".</param>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 where <paramref name="Line"/> is 0.</param>
internal readonly record struct SvgFinding(string What, int Line, int Column);

/// <summary>
/// Collects what is taken out of one file. A file made to be hostile has millions of such things, so only the first are
/// named and the others counted.
/// </summary>
internal sealed class SvgFindings
{
    /// <summary>As many as a person reads in one message.</summary>
    public const int KeptMax = 10;

    /// <summary>No name of SVG or CSS is longer.</summary>
    private const int NameMaxChars = 40;

    private readonly List<SvgFinding> _first = [];

    public IReadOnlyList<SvgFinding> First => _first;

    public int Count { get; private set; }

    public void Add(string what, int line, int column)
    {
        Count++;
        if (_first.Count < KeptMax)
        {
            _first.Add(new SvgFinding(what, line, column));
        }
    }

    /// <summary>
    /// A name from the file as a message may show it: short, and in ASCII, so that it steers no terminal and no reading
    /// direction.
    /// </summary>
    public static string Quoted(string name)
    {
        var shown = string.Create(
            Math.Min(name.Length, NameMaxChars),
            name,
            static (shown, name) =>
            {
                for (var i = 0; i < shown.Length; i++)
                {
                    shown[i] = name[i] is > ' ' and < '\x7f' ? name[i] : '?';
                }
            }
        );
        return name.Length > NameMaxChars ? shown + "…" : shown;
    }
}

/// <summary>
/// The text of an SVG file. Only encodings that every browser reads alike will do, because a file that is read
/// otherwise there than here has not been checked: UTF-8, UTF-16, and windows-1252, which browsers take for ISO-8859-1
/// and ASCII, too (Encoding Standard). What UTF-32, UTF-7 or EBCDIC would hide is not published.
/// </summary>
internal static class SvgText
{
    /// <summary>Of a compressed file: what it may unpack to. A drawing of a newspaper has some kilobytes.</summary>
    public const int ExpandedMaxBytes = 64 * 1024 * 1024;

    /// <summary>The XML declaration stands at the beginning, and is short.</summary>
    private const int DeclarationMaxBytes = 1024;

    /// <summary>What windows-1252 has where ISO-8859-1 has control characters, from 0x80 on.</summary>
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    public static bool IsCompressed(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]);

    /// <summary>Unpacks gzip; null where it is broken or holds too much.</summary>
    /// <param name="hasMore">Whether there is something behind the first member: browsers do not read it.</param>
    public static byte[]? Expand(byte[] file, out bool hasMore)
    {
        hasMore = false;
        try
        {
            using var packed = new MemoryStream(file);
            using var stream = new GZipStream(packed, CompressionMode.Decompress);
            using var expanded = new MemoryStream();
            var piece = new byte[81_920];
            while (stream.Read(piece) is var count and > 0)
            {
                expanded.Write(piece, 0, count);
                if (expanded.Length > ExpandedMaxBytes)
                {
                    return null;
                }
            }

            // A member ends with its length (RFC 1952, 2.3.1): where there are two, or bytes behind the last, it is
            // another one.
            hasMore = file.Length < 4 || BitConverter.ToUInt32(file.AsSpan(file.Length - 4)) != (uint)expanded.Length;
            return expanded.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Null where it is in no such encoding.</summary>
    public static string? Decode(ReadOnlySpan<byte> file) =>
        file switch
        {
            [0xff, 0xfe, 0, 0, ..] or [0, 0, 0xfe, 0xff, ..] => null,
            [0xef, 0xbb, 0xbf, ..] => Strict(new UTF8Encoding(false, throwOnInvalidBytes: true), file[3..]),
            [0xff, 0xfe, ..] => Strict(
                new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
                file[2..]
            ),
            [0xfe, 0xff, ..] => Strict(
                new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
                file[2..]
            ),
            [(byte)'<', 0, not 0, ..] => Strict(
                new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
                file
            ),
            [0, (byte)'<', ..] => Strict(
                new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
                file
            ),
            _ => DecodeDeclared(file),
        };

    private static string? DecodeDeclared(ReadOnlySpan<byte> file) =>
        DeclaredEncoding(file) switch
        {
            null or "utf-8" or "utf8" => Strict(new UTF8Encoding(false, throwOnInvalidBytes: true), file),
            "iso-8859-1"
            or "iso8859-1"
            or "iso_8859-1"
            or "latin1"
            or "l1"
            or "windows-1252"
            or "cp1252"
            or "x-cp1252"
            or "us-ascii"
            or "ascii" => FromWindows1252(file),
            _ => null,
        };

    /// <summary>As the XML declaration names it, in lower case; null where it names none.</summary>
    private static string? DeclaredEncoding(ReadOnlySpan<byte> file)
    {
        var start = Encoding.Latin1.GetString(file[..Math.Min(file.Length, DeclarationMaxBytes)]);
        if (
            !start.StartsWith("<?xml", StringComparison.Ordinal)
            || start.IndexOf("?>", StringComparison.Ordinal) is not (var end and > 0)
        )
        {
            return null;
        }

        var declaration = start.AsSpan(0, end);
        if (declaration.IndexOf("encoding") is not (var at and >= 0))
        {
            return null;
        }

        var value = declaration[(at + "encoding".Length)..].TrimStart(" \t\r\n=");
        var quote = value.IsEmpty ? -1 : value[1..].IndexOf(value[0]);
        return quote < 0 ? "" : value.Slice(1, quote).ToString().ToLowerInvariant();
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string FromWindows1252(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes).ToCharArray();
        foreach (ref var c in text.AsSpan())
        {
            c = c is >= '\x80' and < '\xa0' ? Windows1252[c - 0x80] : c;
        }

        return new string(text);
    }
}
