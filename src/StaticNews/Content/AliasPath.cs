using System.Buffers;
using System.Text;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Content;

/// <summary>Reads old URLs, as <c>aliases</c> gives them.</summary>
internal static class AliasPath
{
    private const int MaxChars = 1000;

    /// <summary>Room for <c>index.html</c> and a temporary suffix below the 255 bytes of a file name.</summary>
    private const int PartMaxBytes = 220;

    /// <summary>What Windows and the shells refuse in a file's name.</summary>
    private static readonly SearchValues<char> NotInFileNames = SearchValues.Create("?#*\"<>|:\\");

    /// <summary>A path from the site's root, or a whole address, which <see cref="OfAddress"/> judges later.</summary>
    /// <param name="alias">Percent-decoded, with a slash at its start; a whole address as written.</param>
    public static AliasFault Read(string value, out string alias)
    {
        alias = value.Trim();
        if (IsAddress(alias))
        {
            return FaultOfSuffix(alias);
        }

        var path = alias.StartsWith('/') ? alias : "/" + alias;
        return ReadPath(path, out alias);
    }

    /// <summary>Whether <see cref="Read"/> left it to the archive.</summary>
    public static bool IsAddress(string alias) =>
        alias.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || alias.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || alias.StartsWith("//", StringComparison.Ordinal);

    /// <summary>The path of a whole address of this site.</summary>
    /// <param name="elsewhere">The origin of the site where the articles first stood, or null.</param>
    public static AliasFault OfAddress(string address, BaseUrl site, string? elsewhere, out string alias)
    {
        alias = address;
        if (
            !WebAddress.TryHttp(
                address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address,
                out var url
            )
        )
        {
            return AliasFault.OtherSite;
        }

        // The parsed path has lost its dots; a path with dots is refused like any other.
        var path = address[(address.IndexOf("//", StringComparison.Ordinal) + 2)..];
        path = path.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? path[slash..] : "/";
        if (IsAt(url, site.Origin) && path.StartsWith(site.Prefix, StringComparison.Ordinal))
        {
            return ReadPath(path[(site.Prefix.Length - 1)..], out alias);
        }

        return elsewhere is not null && IsAt(url, elsewhere) ? ReadPath(path, out alias) : AliasFault.OtherSite;
    }

    /// <summary>One site is reached with and without TLS, and with and without <c>www</c>.</summary>
    private static bool IsAt(Uri url, string origin) =>
        WebAddress.TryHttp(origin, out var own)
        && string.Equals(WithoutWww(own.IdnHost), WithoutWww(url.IdnHost), StringComparison.OrdinalIgnoreCase);

    private static string WithoutWww(string host) =>
        host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    private static AliasFault ReadPath(string path, out string alias)
    {
        alias = path;
        if (FaultOfSuffix(path) is var fault and not AliasFault.None)
        {
            return fault;
        }

        alias = path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;
        if (alias.AsSpan().Trim('/').IsEmpty)
        {
            return AliasFault.SiteRoot;
        }

        var isPath =
            alias.Length <= MaxChars
            && !alias.AsSpan().ContainsAny(NotInFileNames)
            && !alias.AsSpan().ContainsAnyInRange('\0', '\u001F')
            && !alias.Contains('\u007F', StringComparison.Ordinal)
            && !alias.Contains('\uFFFD', StringComparison.Ordinal);
        return isPath && HasGoodParts(alias.AsSpan(1)) ? AliasFault.None : AliasFault.NotAFileName;
    }

    private static AliasFault FaultOfSuffix(string address) =>
        address.Contains('?', StringComparison.Ordinal) ? AliasFault.Query
        : address.Contains('#', StringComparison.Ordinal) ? AliasFault.Fragment
        : AliasFault.None;

    /// <summary>
    /// No part is empty (but the last), dotted at its end, a device's name, or too long for a file's name.
    /// </summary>
    private static bool HasGoodParts(ReadOnlySpan<char> path)
    {
        while (!path.IsEmpty)
        {
            var slash = path.IndexOf('/');
            var part = slash < 0 ? path : path[..slash];
            if (
                part.IsEmpty
                || part[^1] is '.' or ' '
                || DeviceName.IsOne(part)
                || Encoding.UTF8.GetByteCount(part) > PartMaxBytes
            )
            {
                return false;
            }

            path = slash < 0 ? [] : path[(slash + 1)..];
        }

        return true;
    }
}

/// <summary>
/// Reads <c>url</c>: a path from the site's root that an article has in place of the site's pattern, as archives have
/// it whose old addresses must stay. It is decoded once, as links are.
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

    /// <summary>
    /// A host recognizes a page by its ending, so the path is a folder's index or has an ending of HTML.
    /// </summary>
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

        if (
            name.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase)
        )
        {
            return path;
        }

        fault = $"hosts would not send a page that ends in '{name[name.LastIndexOf('.')..]}' as HTML";
        return null;
    }
}

/// <summary>
/// What becomes of a slug that somebody wrote: a URL is a promise, so only harmless differences are put right.
/// </summary>
internal static class SlugCheck
{
    /// <summary>
    /// The slug to use (case, accents, blanks and dots put right; <c>%e0%a4…</c> of older systems decoded), or null
    /// where it must be refused: it leaves its folder, is a device's name, is too long for a file, or has no letter and
    /// no digit.
    /// </summary>
    public static string? Of(string written)
    {
        var text = written.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(written) : written;
        var isRefused =
            text.AsSpan().ContainsAny('/', '\\')
            || text is "." or ".."
            || DeviceName.IsOne(text)
            || System.Text.Encoding.UTF8.GetByteCount(text) > Slug.MaxBytes;
        return !isRefused && Slug.Of(text) is { Length: > 0 } slug ? slug : null;
    }
}
