using System.Buffers;
using System.Globalization;
using System.Text;

namespace StaticNews.Text;

/// <summary>Writes text and URLs into HTML.</summary>
internal static class HtmlEncoding
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"");

    /// <summary>
    /// What a URL may not hold as it is (RFC 3986, appendix A), with the backslash that browsers read as a slash.
    /// Letters of other scripts stay: HTML allows them.
    /// </summary>
    private static readonly SearchValues<char> NotInUrl = SearchValues.Create(" \"<>\\^`{|}\u00A0\u3000");

    /// <summary>Escapes <c>&amp; &lt; &gt; "</c>: right in text and in an attribute between double quotes.</summary>
    public static void Append(StringBuilder html, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is var found and >= 0)
        {
            html.Append(text[..found])
                .Append(
                    text[found] switch
                    {
                        '&' => "&amp;",
                        '<' => "&lt;",
                        '>' => "&gt;",
                        _ => "&quot;",
                    }
                );
            text = text[(found + 1)..];
        }

        html.Append(text);
    }

    /// <summary>The URL with the percent encodings that it needs and nothing else changed.</summary>
    public static string EncodedUrl(string url)
    {
        if (!url.AsSpan().ContainsAny(NotInUrl))
        {
            return url;
        }

        var encoded = new StringBuilder(url.Length + 8);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in url.EnumerateRunes())
        {
            if (!rune.IsBmp || !NotInUrl.Contains((char)rune.Value))
            {
                encoded.Append(rune);
                continue;
            }

            foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)])
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
            }
        }

        return encoded.ToString();
    }
}

/// <summary>Goes through finished HTML piece by piece: a run of text, or a tag (a comment is one, too).</summary>
/// <param name="html">
/// As the renderer of bodies writes it: no <c>&lt;</c>, <c>&gt;</c> or double quote within an attribute.
/// </param>
internal ref struct HtmlTokenizer(ReadOnlySpan<char> html)
{
    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" />\t\n");

    private readonly ReadOnlySpan<char> _html = html;
    private int _next;

    /// <summary>Where <see cref="Piece"/> begins.</summary>
    public int Start { get; private set; }

    public readonly ReadOnlySpan<char> Piece => _html[Start.._next];

    /// <summary>All up to and with <see cref="Piece"/>.</summary>
    public readonly ReadOnlySpan<char> Read => _html[.._next];

    /// <summary>The tag's; empty for text.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    public readonly bool IsStartTag => Name.Length > 0 && Name[0] != '!' && !IsEndTag;

    public readonly bool IsEndTag => Name.Length > 0 && _html[Start + 1] == '/';

    /// <summary>False at the end.</summary>
    public bool MoveNext()
    {
        var raw = IsStartTag && HoldsRawText(Name) ? Name : default;
        Start = _next;
        if (Start == _html.Length)
        {
            return false;
        }

        var rest = _html[Start..];
        if (raw.Length > 0 && rest.IndexOf($"</{raw}", StringComparison.OrdinalIgnoreCase) is var end and > 0)
        {
            ReadText(end);
        }
        else if (rest[0] != '<')
        {
            ReadText(rest.IndexOf('<') is var tag and >= 0 ? tag : rest.Length);
        }
        else
        {
            _next = Start + (rest.IndexOf('>') is var close and >= 0 ? close + 1 : rest.Length);
            Name = NameOf(Piece);
        }

        return true;
    }

    /// <summary>
    /// Passes over all up to the end tag of that name, and over that; over nothing where there is none.
    /// </summary>
    public void SkipElement(ReadOnlySpan<char> name)
    {
        if (_html[_next..].IndexOf($"</{name}>", StringComparison.OrdinalIgnoreCase) is var end and >= 0)
        {
            _next += end + name.Length + "</>".Length;
            Name = default;
        }
    }

    /// <summary>A value that a tag gives in double quotes; empty where it gives none.</summary>
    /// <param name="attribute">With a blank before it and <c>="</c> behind it.</param>
    public static ReadOnlySpan<char> ValueOf(ReadOnlySpan<char> tag, string attribute)
    {
        if (tag.IndexOf(attribute, StringComparison.Ordinal) is not (var found and >= 0))
        {
            return default;
        }

        var value = tag[(found + attribute.Length)..];
        return value[..(value.IndexOf('"') is var end and >= 0 ? end : value.Length)];
    }

    private void ReadText(int length)
    {
        _next = Start + length;
        Name = default;
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        var name = tag[(tag.Length > 1 && tag[1] == '/' ? 2 : 1)..];
        return name[..(name.IndexOfAny(NameEnd) is var end and >= 0 ? end : name.Length)];
    }

    /// <summary>Text that looks like tags is not markup in these (HTML standard, 13.1.2).</summary>
    private static bool HoldsRawText(ReadOnlySpan<char> name) =>
        name
            is "script"
                or "style"
                or "textarea"
                or "title"
                or "xmp"
                or "iframe"
                or "noembed"
                or "noframes"
                or "noscript";
}
