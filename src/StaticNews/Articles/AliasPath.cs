using System.Buffers;
using System.Text;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Articles;

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
        alias.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || alias.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || alias.StartsWith("//", StringComparison.Ordinal);

    /// <summary>The path of a whole address of this site.</summary>
    /// <param name="elsewhere">The origin of the site where the articles first stood, or null.</param>
    public static AliasFault OfAddress(string address, BaseUrl site, string? elsewhere, out string alias)
    {
        alias = address;
        if (!WebAddress.TryHttp(address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address, out var url))
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
        WebAddress.TryHttp(origin, out var own) && string.Equals(WithoutWww(own.IdnHost), WithoutWww(url.IdnHost), StringComparison.OrdinalIgnoreCase);

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

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

        var isPath = alias.Length <= MaxChars
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

    /// <summary>No part is empty (but the last), dotted at its end, a device's name, or too long for a file's name.</summary>
    private static bool HasGoodParts(ReadOnlySpan<char> path)
    {
        while (!path.IsEmpty)
        {
            var slash = path.IndexOf('/');
            var part = slash < 0 ? path : path[..slash];
            if (part.IsEmpty || part[^1] is '.' or ' ' || DeviceName.IsOne(part) || Encoding.UTF8.GetByteCount(part) > PartMaxBytes)
            {
                return false;
            }

            path = slash < 0 ? [] : path[(slash + 1)..];
        }

        return true;
    }
}
