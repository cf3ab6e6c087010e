using System.Globalization;
using System.Text;

namespace StaticNews.Pages;

/// <summary>Which elements are open at one place of a finished text, and whether it can be cut there: closed before, and opened again behind.</summary>
internal sealed class OpenElements
{
    private readonly List<OpenElement> _open = [new OpenElement("", "") { Start = 0 }];

    /// <summary>How many are open that only make sense as a whole: a row of a table, a link, emphasis.</summary>
    private int _whole;

    /// <summary>0 between the blocks of the text.</summary>
    public int Depth => _open.Count - 1;

    private OpenElement Inmost => _open[^1];

    /// <summary>Takes in a tag; what it says of text is nothing.</summary>
    /// <param name="sofar">The text up to and with the tag.</param>
    public void See(in HtmlPieces piece, ReadOnlySpan<char> sofar)
    {
        if (piece.Name.IsEmpty || piece.Name[0] == '!')
        {
            return;
        }

        if (piece.IsEndTag)
        {
            Leave(piece.Name, sofar);
            return;
        }

        Inmost.Items += piece.Name is "li" ? 1 : 0;
        if (IsVoid(piece.Name) || piece.Piece.EndsWith("/>"))
        {
            Inmost.LastChild = piece.Name.ToString();
            return;
        }

        _open.Add(new OpenElement(piece.Name.ToString(), piece.Piece.ToString()) { Start = piece.Start });
        _whole += IsDivisible(piece.Name) ? 0 : 1;
    }

    /// <summary>Whether a part may end before a block: not behind what belongs to it, and neither the part nor what is opened again is left without words.</summary>
    /// <param name="name">The block's.</param>
    public bool CanBreakBefore(ReadOnlySpan<char> name) =>
        _whole == 0 && IsBlock(name) && Inmost.Name is not ("p" or "pre") && Inmost.LastChild is not (null or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "dt" or "caption" or "colgroup" or "thead" or "summary");

    /// <summary>Whether a part may end between two sentences.</summary>
    public bool CanBreakSentences => _whole == 0 && Inmost.Name is "p" or "li" or "dd" or "div" or "blockquote" or "section";

    /// <summary>Whether a part may end between two lines.</summary>
    public bool CanBreakLines => _whole == 0 && (Inmost.Name is "pre" || (Inmost.Name is "code" && _open[^2].Name is "pre"));

    public void AppendEndTags(StringBuilder html)
    {
        for (var i = _open.Count - 1; i > 0; i--)
        {
            html.Append("</").Append(_open[i].Name).Append('>');
        }
    }

    /// <summary>Opens all of them again: without ids, which a page has once; numbered lists go on counting; tables have their heads again.</summary>
    public void AppendStartTags(StringBuilder html)
    {
        for (var i = 1; i < _open.Count; i++)
        {
            var element = _open[i];
            var tag = Without(element.Tag, " id=\"");
            if (element.Name is "ol")
            {
                var first = int.TryParse(HtmlPieces.ValueOf(tag, " start=\""), CultureInfo.InvariantCulture, out var start) ? start : 1;
                var isWithinItem = i + 1 < _open.Count;
                tag = $"<ol start=\"{(first + element.Items - (isWithinItem ? 1 : 0)).ToString(CultureInfo.InvariantCulture)}\"{Without(tag, " start=\"")[3..]}";
            }

            html.Append(tag).Append(element.TableHead);
        }
    }

    /// <summary>An end tag of what is not open is passed over; what is open within ends as well.</summary>
    private void Leave(ReadOnlySpan<char> name, ReadOnlySpan<char> sofar)
    {
        var at = _open.Count - 1;
        while (at > 0 && !name.SequenceEqual(_open[at].Name))
        {
            at--;
        }

        for (var i = _open.Count - 1; at > 0 && i >= at; i--)
        {
            var left = _open[i];
            _open.RemoveAt(i);
            _whole -= IsDivisible(left.Name) ? 0 : 1;
            Inmost.LastChild = left.Name;
            if (left.Name is "thead")
            {
                Inmost.TableHead = sofar[left.Start..].ToString();
            }
        }
    }

    private static string Without(string tag, string attribute)
    {
        var start = tag.IndexOf(attribute, StringComparison.Ordinal);
        var end = start < 0 ? -1 : tag.IndexOf('"', start + attribute.Length);
        return end < 0 ? tag : tag.Remove(start, end + 1 - start);
    }

    private static bool IsVoid(ReadOnlySpan<char> name) => name is "br" or "hr" or "img" or "wbr" or "input" or "col" or "source" or "track" or "embed" or "area";

    private static bool IsDivisible(ReadOnlySpan<char> name) =>
        name is "p" or "ul" or "ol" or "li" or "dl" or "dd" or "table" or "tbody" or "blockquote" or "div" or "section" or "article" or "aside" or "pre" or "code";

    private static bool IsBlock(ReadOnlySpan<char> name) =>
        name is "p" or "ul" or "ol" or "li" or "dl" or "dt" or "table" or "tbody" or "tr" or "blockquote" or "div" or "section" or "article" or "aside" or "pre" or "figure" or "hr" or "details"
            or "h1" or "h2" or "h3" or "h4" or "h5" or "h6";
}
