using System.Buffers;
using System.Net;
using System.Text;

namespace StaticNews.Text;

/// <summary>
/// Goes over an HTML page once for what it loads and what its styles are: the attributes of its elements, and where its
/// <c>style</c> elements stand. Tags are told apart as the tokenizer of the HTML standard does, as far as that matters
/// here: comments, and elements that hold text only, have no tags in them.
/// </summary>
internal static class HtmlScanner
{
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\n\r\f/>"u8);

    private static readonly string[] TextOnly =
    [
        "style",
        "script",
        "noscript",
        "textarea",
        "title",
        "iframe",
        "xmp",
        "noembed",
        "noframes",
    ];

    /// <summary>Hears of an attribute with a value.</summary>
    /// <param name="element">The element's name as it is written.</param>
    /// <param name="name">As it is written.</param>
    /// <param name="value">Between its quotes, where it has some; see <see cref="Decoded"/>.</param>
    /// <param name="tag">Where the element's tag begins.</param>
    public delegate void Attribute(
        ReadOnlySpan<byte> element,
        ReadOnlySpan<byte> name,
        ReadOnlySpan<byte> value,
        int tag
    );

    /// <summary>Hears of the end of a start tag, after its attributes.</summary>
    /// <param name="element">The element's name as it is written.</param>
    /// <param name="start">Where the tag begins.</param>
    /// <param name="end">Behind it.</param>
    public delegate void Tag(ReadOnlySpan<byte> element, int start, int end);

    /// <summary>Each <c>src</c> of an <c>img</c>.</summary>
    public static List<string> Pictures(ReadOnlySpan<byte> html)
    {
        var pictures = new List<string>();
        var last = -1;
        Read(
            html,
            [],
            (element, name, value, tag) =>
            {
                if (Ascii.EqualsIgnoreCase(element, "img"u8) && Ascii.EqualsIgnoreCase(name, "src"u8) && tag != last)
                {
                    pictures.Add(Decoded(value));
                    last = tag;
                }
            }
        );
        return pictures;
    }

    /// <summary>
    /// Every attribute that has a value, in the page's order. Of two with one name browsers know the first only.
    /// </summary>
    public static void Attributes(ReadOnlySpan<byte> html, Attribute seen) => Read(html, [], seen);

    /// <summary>The same, and each start tag, also one without attributes.</summary>
    public static void Tags(ReadOnlySpan<byte> html, Attribute seen, Tag ended) => Read(html, [], seen, ended);

    /// <summary>The page without its style elements, tags and all.</summary>
    public static byte[] WithoutStyles(ReadOnlySpan<byte> html)
    {
        var styles = new List<Range>();
        Read(html, styles, null);
        var rest = new byte[html.Length];
        var (from, length) = (0, 0);
        styles.Add(html.Length..html.Length);
        foreach (var style in styles)
        {
            var piece = html[from..style.Start.Value];
            piece.CopyTo(rest.AsSpan(length));
            (from, length) = (style.End.Value, length + piece.Length);
        }

        return rest[..length];
    }

    private static void Read(ReadOnlySpan<byte> html, List<Range> styles, Attribute? seen, Tag? ended = null)
    {
        for (var at = Next(html, 0); at < html.Length; at = Next(html, at))
        {
            var start = at;
            var rest = html[(at + 1)..];
            if (rest.StartsWith("!--"u8))
            {
                var end = rest.IndexOf("-->"u8);
                at = end < 0 ? html.Length : at + 1 + end + 3;
                continue;
            }

            var name = NameIn(rest);
            at += 1 + name.Length;
            if (name.IsEmpty)
            {
                continue;
            }

            at = EndOfTag(html, start, at, seen);
            ended?.Invoke(name, start, at);
            if (TextOnlyName(name) is { } text)
            {
                at = EndOfText(html, at, text);
                if (Ascii.EqualsIgnoreCase(name, "style"u8))
                {
                    styles.Add(start..at);
                }
            }
        }
    }

    private static int Next(ReadOnlySpan<byte> html, int from) =>
        html[from..].IndexOf((byte)'<') is var at and >= 0 ? from + at : html.Length;

    /// <summary>Of a start tag; empty for an end tag and for what is no tag.</summary>
    private static ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty || !char.IsAsciiLetter((char)rest[0]))
        {
            return [];
        }

        var end = rest.IndexOfAny(NameEnds);
        return end < 0 ? rest : rest[..end];
    }

    private static string? TextOnlyName(ReadOnlySpan<byte> name)
    {
        foreach (var known in TextOnly)
        {
            if (Ascii.EqualsIgnoreCase(name, known))
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>Goes over the attributes; what follows the '>' is returned.</summary>
    /// <param name="start">Where the tag begins.</param>
    /// <param name="at">Behind its name.</param>
    /// <param name="seen">Null: nobody asks.</param>
    private static int EndOfTag(ReadOnlySpan<byte> html, int start, int at, Attribute? seen)
    {
        var element = html[(start + 1)..at];
        while (true)
        {
            at = Skip(html, at, " \t\n\r\f/"u8);
            if (at >= html.Length || html[at] == '>')
            {
                return Math.Min(at + 1, html.Length);
            }

            // An attribute's name may begin with '=', and ends at the next one.
            var nameEnd = Until(html, at + 1, " \t\n\r\f/>="u8);
            var name = html[at..nameEnd];
            at = Skip(html, nameEnd, " \t\n\r\f"u8);
            if (at >= html.Length || html[at] != '=')
            {
                continue;
            }

            var value = ValueAt(html, Skip(html, at + 1, " \t\n\r\f"u8), out at);
            seen?.Invoke(element, name, value, start);
        }
    }

    private static ReadOnlySpan<byte> ValueAt(ReadOnlySpan<byte> html, int at, out int end)
    {
        if (at < html.Length && (html[at] == '"' || html[at] == '\''))
        {
            var close = html[(at + 1)..].IndexOf(html[at]);
            end = close < 0 ? html.Length : at + close + 2;
            return close < 0 ? [] : html.Slice(at + 1, close);
        }

        end = Until(html, at, " \t\n\r\f>"u8);
        return html[Math.Min(at, html.Length)..end];
    }

    /// <summary>An address as it is written, but for its character references and the blanks around it.</summary>
    public static string Decoded(ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(value).Trim();
        return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
    }

    /// <summary>Behind the end tag of an element that holds text only.</summary>
    private static int EndOfText(ReadOnlySpan<byte> html, int at, string name)
    {
        while (html[at..].IndexOf("</"u8) is var found and >= 0)
        {
            at += found + 2;
            var end = at + name.Length;
            if (
                end <= html.Length
                && Ascii.EqualsIgnoreCase(html[at..end], name)
                && (end == html.Length || " \t\n\r\f/>"u8.Contains(html[end]))
            )
            {
                return Math.Min(Until(html, end, ">"u8) + 1, html.Length);
            }
        }

        return html.Length;
    }

    private static int Skip(ReadOnlySpan<byte> html, int at, ReadOnlySpan<byte> over) =>
        at >= html.Length ? html.Length
        : html[at..].IndexOfAnyExcept(over) is var found and >= 0 ? at + found
        : html.Length;

    private static int Until(ReadOnlySpan<byte> html, int at, ReadOnlySpan<byte> any) =>
        at >= html.Length ? html.Length
        : html[at..].IndexOfAny(any) is var found and >= 0 ? at + found
        : html.Length;
}
