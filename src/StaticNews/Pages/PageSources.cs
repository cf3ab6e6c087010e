using System.Net;
using System.Text;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>
/// What one page shows that its site's policy does not allow yet: pictures from elsewhere, and what trusted HTML embeds. Gathered while the model is made,
/// as source expressions (CSP Level 3, 2.3.1), which hold nothing that could end one and begin another.
/// </summary>
internal sealed class PageSources
{
    /// <summary>Beyond so many, style attributes are allowed as such: only trusted HTML has that many.</summary>
    private const int MostStyles = 8;

    private const string Own = "'self'";
    private const string StyleAttribute = " style=\"";

    private SortedSet<string>? _pictures;
    private SortedSet<string>? _media;
    private SortedSet<string>? _frames;
    private SortedSet<string>? _styles;

    public bool IsEmpty => _pictures is null && _media is null && _frames is null && _styles is null;

    /// <param name="src">Within the site or elsewhere; null: none.</param>
    public void AddPicture(string? src) => Add(ref _pictures, src, isOwnAllowed: true);

    /// <summary>All that a body embeds.</summary>
    /// <param name="html">As <see cref="Articles.Prose.BodyRenderer"/> writes it: attributes between double quotes, no <c>&lt;</c>, <c>&gt;</c> or quote within them.</param>
    public void AddText(ReadOnlySpan<char> html)
    {
        AddStyles(html);
        for (var at = html.IndexOf('<'); at >= 0; at = html.IndexOf('<'))
        {
            html = html[(at + 1)..];

            // img and iframe, video, audio, source, track
            if (html.Length > 0 && html[0] is 'i' or 'v' or 'a' or 's' or 't')
            {
                AddElement(html[..(html.IndexOf('>') is var end and >= 0 ? end : html.Length)]);
            }
        }
    }

    /// <summary>The directives that allow them, each with <c>; </c> before it, in a fixed order.</summary>
    /// <param name="pictures">Source expressions that the site allows on every page.</param>
    public void WriteTo(StringBuilder policy, string pictures)
    {
        Write(policy, "img-src " + pictures, _pictures);
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
        else if (directive.Contains(' ', StringComparison.Ordinal))
        {
            policy.Append("; ").Append(directive);
        }
    }

    /// <param name="tag">From its name to before its end.</param>
    private void AddElement(ReadOnlySpan<char> tag)
    {
        switch (tag[..(tag.IndexOf(' ') is var end and >= 0 ? end : tag.Length)])
        {
            case "img": AddPicture(Attribute(tag, " src=\"")); break;
            case "video":
                AddPicture(Attribute(tag, " poster=\""));
                Add(ref _media, Attribute(tag, " src=\""), isOwnAllowed: false);
                break;
            case "audio" or "source" or "track": Add(ref _media, Attribute(tag, " src=\""), isOwnAllowed: false); break;
            case "iframe": Add(ref _frames, Attribute(tag, " src=\""), isOwnAllowed: false); break;
        }
    }

    private void AddStyles(ReadOnlySpan<char> html)
    {
        while (Attribute(html, StyleAttribute) is { } style)
        {
            (_styles ??= new(StringComparer.Ordinal)).Add(StyleSheet.SourceOf(Encoding.UTF8.GetBytes(style)));
            html = html[(html.IndexOf(StyleAttribute, StringComparison.Ordinal) + StyleAttribute.Length)..];
        }
    }

    private static string? Attribute(ReadOnlySpan<char> tag, string opening)
    {
        if (tag.IndexOf(opening, StringComparison.Ordinal) is not (var found and >= 0))
        {
            return null;
        }

        var value = tag[(found + opening.Length)..];
        return WebUtility.HtmlDecode(value[..(value.IndexOf('"') is var end and >= 0 ? end : value.Length)].ToString());
    }

    private static void Add(ref SortedSet<string>? sources, string? src, bool isOwnAllowed)
    {
        if (SourceOf(src) is { } source && !(isOwnAllowed && source is Own))
        {
            (sources ??= new(StringComparer.Ordinal)).Add(source);
        }
    }

    /// <summary>Scheme, host and port of what lies elsewhere; null for nothing, and for a host that no source expression can name (an IPv6 address).</summary>
    public static string? SourceOf(string? src)
    {
        if (src is null)
        {
            return null;
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
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-");
}
