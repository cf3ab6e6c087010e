using System.Buffers;
using System.Text;
using StaticNews.Text;

namespace StaticNews.Articles;

/// <summary>
/// Reads <c>url</c>: a path from the site's root that an article has in place of the site's pattern, as archives have it whose old addresses must stay. It is decoded once, as
/// links are.
/// </summary>
internal static class LiteralUrl
{
    private const int MaxChars = 1000;

    /// <summary>Room for a temporary suffix below the 255 bytes of a file name.</summary>
    private const int MaxPartBytes = 220;

    private static readonly SearchValues<char> NotInFileNames = SearchValues.Create("<>:\"|?*\\\ufffd");

    /// <summary>The URL, or null with the reason as the end of a sentence.</summary>
    public static string? Of(string written, out string? fault)
    {
        var text = written.Trim();
        fault = FormFault(text);
        if (fault is not null)
        {
            return null;
        }

        var path = UrlPath.Decode(text);
        path = path.StartsWith('/') ? path : "/" + path;
        fault = PathFault(path);
        return fault is null ? WithEnding(path, out fault) : null;
    }

    private static string? FormFault(string text)
    {
        if (text.StartsWith("//", StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal))
        {
            return "it is a whole address";
        }

        if (text.AsSpan().IndexOfAny('?', '#') is var at and >= 0)
        {
            return $"it has a '{text[at]}', and a file on a static host answers to its path alone";
        }

        return text.AsSpan().ContainsAny(':', '{', '}') ? "it is a pattern" : null;
    }

    private static string? PathFault(string path)
    {
        if (path.Length is 1 or > MaxChars)
        {
            return path.Length == 1 ? "that is the front page" : "it is longer than 1000 characters";
        }

        if (path.AsSpan().IndexOfAny(NotInFileNames) >= 0 || path.Any(char.IsControl))
        {
            return "it has a character that file names cannot have";
        }

        foreach (var range in path.AsSpan(1).TrimEnd('/').Split('/'))
        {
            if (PartFault(path.AsSpan(1).TrimEnd('/')[range]) is { } fault)
            {
                return fault;
            }
        }

        return path.EndsWith("//", StringComparison.Ordinal) ? "it has an empty part" : null;
    }

    private static string? PartFault(ReadOnlySpan<char> part)
    {
        if (part is "." or "..")
        {
            return $"'{part}' leads to another folder";
        }

        if (part.IsEmpty || part[^1] is '.' or ' ')
        {
            return part.IsEmpty ? "it has an empty part" : "a part of it ends with a dot or a blank";
        }

        if (DeviceName.IsOne(part))
        {
            return $"'{part}' is the name of a device on Windows";
        }

        if (part.StartsWith(".staticnews", StringComparison.OrdinalIgnoreCase))
        {
            return "names that begin with '.staticnews' are kept for the build's own files";
        }

        return Encoding.UTF8.GetByteCount(part) > MaxPartBytes ? "a part of it is longer than 220 bytes" : null;
    }

    /// <summary>A host knows a page by its ending, so it is a folder's index or ends as HTML does.</summary>
    private static string? WithEnding(string path, out string? fault)
    {
        fault = null;
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        if (name.Equals("index.html", StringComparison.OrdinalIgnoreCase))
        {
            fault = path.Length == "/index.html".Length ? "that is the front page" : null;
            return fault is null ? path[..^"index.html".Length] : null;
        }

        if (name.IsEmpty || !name.Contains('.'))
        {
            return name.IsEmpty ? path : path + "/";
        }

        if (name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase))
        {
            return path;
        }

        fault = $"hosts would not send a page that ends in '{name[name.LastIndexOf('.')..]}' as HTML";
        return null;
    }
}
