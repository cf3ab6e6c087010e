using System.Net;
using System.Text;

namespace StaticNews.Articles.Prose;

/// <summary>A finished text in parts, each of which stands for itself: what is open where it is cut is closed and opened again, and links within the text find their part.</summary>
internal static class TextParts
{
    private const string Fragment = " href=\"#";

    /// <param name="html">As <see cref="HtmlPieces"/> takes it.</param>
    /// <param name="count">From 1; as <see cref="TextBreaks.PartsOf"/> told it of this text, or of one much like it.</param>
    /// <param name="hrefOf">The address of a part, from 0, ready for an attribute.</param>
    /// <returns>So many parts; the last ones are empty where a text cannot be cut that often.</returns>
    public static string[] Of(string html, int count, Func<int, string> hrefOf)
    {
        if (count == 1)
        {
            return [html];
        }

        var partOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var parts = Cut(html, count, partOf);
        return partOf.Count == 0 ? parts : [.. parts.Select((part, i) => WithLinks(part, i, partOf, hrefOf))];
    }

    /// <param name="partOf">Filled with the part in which each id stands.</param>
    private static string[] Cut(string html, int count, Dictionary<string, int> partOf)
    {
        var places = TextBreaks.Of(html).Places(count, TextWeight.Page);
        var parts = new string[count];
        Array.Fill(parts, "");
        var (done, text, open) = (0, new StringBuilder(html.Length / count), new OpenElements());
        var pieces = new HtmlPieces(html);
        while (pieces.MoveNext())
        {
            var from = 0;
            for (; done < places.Count && places[done] - pieces.Start < pieces.Piece.Length; done++)
            {
                var at = places[done] - pieces.Start;
                text.Append(pieces.Piece[from..at]);
                open.AppendEndTags(text);
                parts[done] = text.ToString();
                open.AppendStartTags(text.Clear());
                from = at;
            }

            text.Append(pieces.Piece[from..]);
            open.See(pieces);
            if (pieces.IsStartTag && IdOf(pieces.Name, pieces.Piece) is { IsEmpty: false } id)
            {
                partOf.TryAdd(WebUtility.HtmlDecode(id.ToString()), done);
            }
        }

        parts[done] = text.ToString();
        return parts;
    }

    /// <summary>Old pages name the places that links lead to by empty links.</summary>
    private static ReadOnlySpan<char> IdOf(ReadOnlySpan<char> name, ReadOnlySpan<char> tag) =>
        HtmlPieces.ValueOf(tag, " id=\"") is { IsEmpty: false } id ? id : name is "a" ? HtmlPieces.ValueOf(tag, " name=\"") : default;

    private static string WithLinks(string part, int number, Dictionary<string, int> partOf, Func<int, string> hrefOf)
    {
        var at = part.IndexOf(Fragment, StringComparison.Ordinal);
        if (at < 0)
        {
            return part;
        }

        var (text, from) = (new StringBuilder(part.Length + 256), 0);
        for (; at >= 0; at = part.IndexOf(Fragment, from, StringComparison.Ordinal))
        {
            var mark = at + Fragment.Length - 1;
            text.Append(part, from, mark - from);
            var id = WebUtility.HtmlDecode(HtmlPieces.ValueOf(part.AsSpan(at), Fragment).ToString());
            if ((partOf.TryGetValue(id, out var other) || partOf.TryGetValue(Uri.UnescapeDataString(id), out other)) && other != number)
            {
                HtmlText.Append(text, hrefOf(other));
            }

            from = mark;
        }

        return text.Append(part, from, part.Length - from).ToString();
    }
}
