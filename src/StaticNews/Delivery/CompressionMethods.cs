using StaticNews.Configuration;
using StaticNews.Text;

namespace StaticNews.Delivery;

/// <summary>What is known of each method, and which files are worth compressing.</summary>
internal static class CompressionMethods
{
    /// <summary>Below this an answer's head weighs more than what could be saved.</summary>
    public const int LeastBytes = 256;

    /// <summary>Compressing takes as long as it takes; nothing that a newsroom writes is longer.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>A copy that saves less than a tenth is not worth its file.</summary>
    private const double MostOfOriginal = 0.9;

    private static readonly string[] TextEndings =
        [".html", ".htm", ".xml", ".rss", ".atom", ".txt", ".css", ".js", ".mjs", ".json", ".jsonld", ".geojson", ".webmanifest", ".map", ".svg", ".csv", ".tsv", ".md", ".ics", ".vtt", ".srt"];

    private static readonly CompressionMethod[] All = Enum.GetValues<CompressionMethod>();

    /// <summary>The methods that a site asks for, in their order.</summary>
    public static CompressionMethod[] AskedFor(PrecompressConfig config) => [.. All.Where(method => IsOn(config, method))];

    public static bool IsOn(PrecompressConfig config, CompressionMethod method) => method switch
    {
        CompressionMethod.Gzip => config.Gzip,
        CompressionMethod.Brotli => config.Brotli,
        _ => config.Zstd,
    };

    /// <summary>The end of a copy's name, with its dot.</summary>
    public static string EndingOf(CompressionMethod method) => method switch
    {
        CompressionMethod.Gzip => ".gz",
        CompressionMethod.Brotli => ".br",
        _ => ".zst",
    };

    /// <summary>As site.yml names it.</summary>
    public static string NameOf(CompressionMethod method) => method.ToString().ToLowerInvariant();

    /// <summary>The method and the file that a copy's path tells; null for a path that is no copy's.</summary>
    public static (CompressionMethod Method, string Original)? OfCopy(string path)
    {
        foreach (var method in All)
        {
            var ending = EndingOf(method);
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return (method, path[..^ending.Length]);
            }
        }

        return null;
    }

    /// <summary>Whether a file holds text, by its name: all else is compressed already, or read by the host alone (<c>_redirects</c>).</summary>
    public static bool IsText(string path) =>
        Array.Exists(TextEndings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public static bool IsWorthTrying(long bytes) => bytes is >= LeastBytes and <= MostBytes;

    public static bool IsWorthKeeping(long bytes, long compressed) => compressed <= bytes * MostOfOriginal;

    /// <summary>All that decides a copy's bytes, but for the program itself: a log of another program is not read.</summary>
    public static ulong[] KeyOf(CompressionMethod method, ContentHash original) => [(ulong)(original.Value >> 64), (ulong)original.Value, (ulong)method];
}
