using System.Net;
using System.Text;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>
/// What one page shows that its site's policy does not allow yet: pictures from elsewhere, <c>style</c> attributes, and what trusted HTML embeds. Read from the page as it is
/// written, so that no theme has to tell, and told as source expressions (CSP Level 3, 2.3.1), which hold nothing that could end one and begin another.
/// </summary>
/// <param name="pictures">Source expressions that the site allows on every page.</param>
internal sealed class PageSources(IReadOnlyCollection<string> pictures)
{
    /// <summary>Beyond so many, style attributes are allowed as such: their hashes would weigh more than all else on the page.</summary>
    private const int MostStyles = 32;

    public const string Own = "'self'";

    /// <summary>Pictures within the page, such as the empty icon that keeps a browser from asking for one. "*" does not allow them.</summary>
    public const string Data = "data:";

    private SortedSet<string>? _pictures;
    private SortedSet<string>? _media;
    private SortedSet<string>? _frames;
    private SortedSet<string>? _styles;

    /// <summary>The <c>link</c> element being read.</summary>
    private (int Tag, string? Href, bool IsIcon) _link = (-1, null, false);

    public bool IsEmpty => _pictures is null && _media is null && _frames is null && _styles is null;

    /// <param name="page">The whole page, UTF-8. What it writes in capitals where nobody does is not seen, and so not allowed.</param>
    /// <param name="pictures">As above.</param>
    public static PageSources Of(ReadOnlySpan<byte> page, IReadOnlyCollection<string> pictures)
    {
        var sources = new PageSources(pictures);
        if (page.IndexOf("src="u8) >= 0 || page.IndexOf("srcset="u8) >= 0 || page.IndexOf("style="u8) >= 0 || page.IndexOf("poster="u8) >= 0 || page.IndexOf("icon"u8) >= 0)
        {
            PageScan.Attributes(page, sources.Add);
        }

        return sources;
    }

    /// <summary>The directives that allow them, each with <c>; </c> before it, in a fixed order.</summary>
    public void WriteTo(StringBuilder policy)
    {
        policy.Append("; img-src ").AppendJoin(' ', pictures.Concat(_pictures ?? []));
        Write(policy, "media-src", _media);
        Write(policy, "frame-src", _frames);
        if (_styles is not null)
        {
            policy.Append("; style-src-attr ");
            policy.AppendJoin(' ', _styles.Count > MostStyles ? ["'unsafe-inline'"] : _styles.Prepend("'unsafe-hashes'"));
        }
    }

    private static void Write(StringBuilder policy, string directive, SortedSet<string>? sources)
    {
        if (sources is not null)
        {
            policy.Append("; ").Append(directive).Append(' ').AppendJoin(' ', sources);
        }
    }

    private void Add(ReadOnlySpan<byte> element, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, int tag)
    {
        if (name.SequenceEqual("style"u8))
        {
            (_styles ??= new(StringComparer.Ordinal)).Add(StyleSheet.SourceOf(Encoding.UTF8.GetBytes(WebUtility.HtmlDecode(Encoding.UTF8.GetString(value)))));
        }
        else if (name.SequenceEqual("poster"u8) && element.SequenceEqual("video"u8))
        {
            Add(ref _pictures, value, pictures);
        }
        else if (name.SequenceEqual("srcset"u8) && (element.SequenceEqual("img"u8) || element.SequenceEqual("source"u8)))
        {
            AddCandidates(PageScan.Decoded(value));
        }
        else if (element.SequenceEqual("link"u8))
        {
            AddLink(name, value, tag);
        }
        else if (name.SequenceEqual("src"u8))
        {
            AddSource(element, value);
        }
    }

    /// <summary>Of all links a browser loads the icon as a picture; which of the two attributes comes first is the theme's choice.</summary>
    private void AddLink(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, int tag)
    {
        _link = _link.Tag == tag ? _link : (tag, null, false);
        if (name.SequenceEqual("href"u8))
        {
            _link.Href = PageScan.Decoded(value);
        }
        else if (name.SequenceEqual("rel"u8) && value.IndexOf("icon"u8) >= 0)
        {
            _link.IsIcon = true;
        }

        if (_link is { IsIcon: true, Href: { } icon })
        {
            Add(ref _pictures, icon, pictures);
        }
    }

    /// <summary>An address with a comma in it falls into pieces, of which the first names the host.</summary>
    private void AddCandidates(string srcset)
    {
        foreach (var candidate in srcset.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Add(ref _pictures, candidate.Split(' ', 2)[0], pictures);
        }
    }

    private void AddSource(ReadOnlySpan<byte> element, ReadOnlySpan<byte> src)
    {
        if (element.SequenceEqual("img"u8))
        {
            Add(ref _pictures, src, pictures);
        }
        else if (element.SequenceEqual("iframe"u8))
        {
            Add(ref _frames, src, []);
        }
        else if (element.SequenceEqual("video"u8) || element.SequenceEqual("audio"u8) || element.SequenceEqual("source"u8) || element.SequenceEqual("track"u8))
        {
            Add(ref _media, src, []);
        }
    }

    private static void Add(ref SortedSet<string>? sources, ReadOnlySpan<byte> src, IReadOnlyCollection<string> allowed) =>
        Add(ref sources, PageScan.Decoded(src), allowed);

    private static void Add(ref SortedSet<string>? sources, string src, IReadOnlyCollection<string> allowed)
    {
        if (SourceOf(src) is { } source && !allowed.Contains(source, StringComparer.Ordinal))
        {
            (sources ??= new(StringComparer.Ordinal)).Add(source);
        }
    }

    /// <summary>Scheme, host and port of what lies elsewhere, <see cref="Data"/> of what is part of the page; null for nothing, and for a host that no source expression can name (an IPv6 address).</summary>
    public static string? SourceOf(string? src)
    {
        if (src is null)
        {
            return null;
        }

        if (src.StartsWith(Data, StringComparison.OrdinalIgnoreCase))
        {
            return Data;
        }

        if (!src.StartsWith("http:", StringComparison.OrdinalIgnoreCase) && !src.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            return Own;
        }

        if (!WebAddress.TryHttp(src, out var url) || url.HostNameType is not (UriHostNameType.Dns or UriHostNameType.IPv4))
        {
            return null;
        }

        var host = url.IdnHost;
        return host.AsSpan().ContainsAnyExcept(HostLetters)
            ? null
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{url.Scheme}://{host}{(url.IsDefaultPort ? "" : $":{url.Port}")}");
    }

    private static readonly System.Buffers.SearchValues<char> HostLetters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_");
}
