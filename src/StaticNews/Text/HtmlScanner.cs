using System.Net;
using System.Text;
using StaticNews.Templates;

namespace StaticNews.Text;

/// <summary>
/// Finds pictures, styles and tags in finished pages and in texts of templates. What <c>noscript</c> holds is read as
/// text, as a browser does that runs scripts.
/// </summary>
internal static class HtmlScanner
{
    /// <summary>Receives an attribute with a value.</summary>
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

    /// <summary>Receives the end of a start tag, after its attributes.</summary>
    /// <param name="element">The element's name as it is written.</param>
    /// <param name="start">Where the tag begins.</param>
    /// <param name="end">Behind it.</param>
    public delegate void Tag(ReadOnlySpan<byte> element, int start, int end);

    /// <summary>Each <c>src</c> of an <c>img</c>; of two of one element browsers know the first only.</summary>
    public static List<string> Pictures(ReadOnlySpan<byte> html)
    {
        var pictures = new List<string>();
        var last = -1;
        Tags(
            html,
            (element, name, value, tag) =>
            {
                if (Ascii.EqualsIgnoreCase(element, "img"u8) && Ascii.EqualsIgnoreCase(name, "src"u8) && tag != last)
                {
                    pictures.Add(Decoded(value));
                    last = tag;
                }
            },
            (_, _, _) => { }
        );
        return pictures;
    }

    /// <summary>
    /// Every attribute that has a value, in the page's order, and each start tag, also one without attributes.
    /// </summary>
    public static void Tags(ReadOnlySpan<byte> html, Attribute seen, Tag ended)
    {
        for (var reader = new HtmlTagReader(html); reader.MoveNext(); )
        {
            if (reader.Kind == HtmlTagPart.Attribute)
            {
                seen(reader.Element, reader.Attribute, reader.Value, reader.TagStart);
            }
            else if (reader.Kind == HtmlTagPart.End)
            {
                ended(reader.Element, reader.TagStart, reader.Position);
                SkipIfNoscript(ref reader);
            }
        }
    }

    /// <summary>The page without its style elements, tags and all.</summary>
    public static byte[] WithoutStyles(ReadOnlySpan<byte> html)
    {
        var rest = new byte[html.Length];
        var (from, length) = (0, 0);
        for (var reader = new HtmlTagReader(html); reader.MoveNext(); )
        {
            if (reader.Kind == HtmlTagPart.End && Ascii.EqualsIgnoreCase(reader.Element, "style"u8))
            {
                var piece = html[from..reader.TagStart];
                piece.CopyTo(rest.AsSpan(length));
                reader.SkipContent();
                (from, length) = (reader.Position, length + piece.Length);
            }
            else if (reader.Kind == HtmlTagPart.End)
            {
                SkipIfNoscript(ref reader);
            }
        }

        html[from..].CopyTo(rest.AsSpan(length));
        return rest[..(length + html.Length - from)];
    }

    /// <summary>An address as it is written, but for its character references and the blanks around it.</summary>
    public static string Decoded(ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(value).Trim();
        return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
    }

    private static void SkipIfNoscript(ref HtmlTagReader reader)
    {
        if (Ascii.EqualsIgnoreCase(reader.Element, "noscript"u8))
        {
            reader.SkipContent();
        }
    }
}
