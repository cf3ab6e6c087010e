using System.Buffers;
using System.Text;

namespace StaticNews.Templates;

/// <summary>
/// The observed start tags and attributes of a piece of HTML: found once, and reported for each page that the piece is
/// printed on.
/// </summary>
public sealed class HtmlContent
{
    private readonly Part[] _parts;

    private HtmlContent(ObservedHtml observed, Part[] parts) => (Observed, _parts) = (observed, parts);

    /// <summary>What was looked for.</summary>
    internal ObservedHtml Observed { get; }

    /// <param name="html">The piece; each half of a surrogate pair stands for U+FFFD, as pages write it.</param>
    /// <param name="observed">What is looked for.</param>
    public static HtmlContent Of(ReadOnlySpan<char> html, ObservedHtml observed)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(html.Length));
        var content = Of(utf8.AsSpan(0, Encoding.UTF8.GetBytes(html, utf8)), observed);
        ArrayPool<byte>.Shared.Return(utf8);
        return content;
    }

    /// <param name="html">The piece, UTF-8.</param>
    /// <param name="observed">What is looked for.</param>
    public static HtmlContent Of(ReadOnlySpan<byte> html, ObservedHtml observed)
    {
        List<Part>? parts = null;
        var reader = new HtmlTagReader(html);
        string? element = null;
        while (reader.MoveNext())
        {
            if (reader.Kind == HtmlTagPart.Name)
            {
                element = observed.NameOf(reader.Element);
                if (element is not null && observed.Wants(element))
                    (parts ??= []).Add(new Part(element, null, reader.TagStart, 0));
            }
            else if (
                reader.Kind == HtmlTagPart.Attribute
                && observed.AttributeOf(reader.Attribute) is { } attribute
                && (attribute.Elements.Count == 0 || (element is not null && attribute.IsOf(element)))
            )
            {
                element ??= Encoding.UTF8.GetString(reader.Element).ToLowerInvariant();
                (parts ??= []).Add(new Part(element, attribute.Name, reader.ValueStart, reader.Value.Length));
            }
        }
        return new HtmlContent(observed, parts?.ToArray() ?? []);
    }

    /// <summary>Reports all of it.</summary>
    /// <param name="html">The piece, UTF-8.</param>
    /// <param name="start">Where it begins in the page.</param>
    /// <param name="observer">Receives it.</param>
    public void Tell(ReadOnlySpan<byte> html, int start, IHtmlObserver observer)
    {
        foreach (var part in _parts)
        {
            if (part.Attribute is { } attribute)
            {
                observer.Attribute(part.Element, attribute, html.Slice(part.Start, part.Length), start + part.Start);
            }
            else
                observer.StartTag(part.Element, start + part.Start);
        }
    }

    /// <param name="Attribute">Null for a start tag.</param>
    /// <param name="Start">Of the tag or of the value, from the beginning of the piece.</param>
    /// <param name="Length">Of the value.</param>
    private readonly record struct Part(string Element, string? Attribute, int Start, int Length);
}
