using System.Diagnostics.CodeAnalysis;

namespace StaticNews.Text;

/// <summary>Addresses that may stand in a page's links.</summary>
internal static class WebAddress
{
    /// <summary>An absolute http or https URL with a host, and nothing that a browser would have to repair (blanks, control characters, backslashes).</summary>
    public static bool IsHttp(string url) => TryHttp(url, out _);

    public static bool TryHttp(string url, [NotNullWhen(true)] out Uri? parsed)
    {
        parsed = null;
        return IsClean(url)
            && Uri.TryCreate(url, UriKind.Absolute, out parsed)
            && parsed.Scheme is "http" or "https"
            && parsed.Host.Length > 0;
    }

    /// <summary>A URL of this site from its root: begins with one '/', stays below it (no part <c>.</c> or <c>..</c>), and is clean as above.</summary>
    public static bool IsFromRoot(string url) =>
        url.Length > 0 && url[0] == '/' && !url.StartsWith("//", StringComparison.Ordinal) && IsClean(url) && !HasDots(url);

    /// <summary>Whether a part is <c>.</c> or <c>..</c>, also percent-encoded.</summary>
    public static bool HasDots(string path)
    {
        var decoded = path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;
        foreach (var range in decoded.AsSpan().SplitAny('/', '\\'))
        {
            if (decoded.AsSpan(range) is "." or "..")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsClean(string url)
    {
        foreach (var c in url)
        {
            if (c <= ' ' || c is '\\' or '"' or '<' or '>' || char.IsControl(c) || char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return true;
    }
}
