using System.Globalization;
using System.Net;
using System.Text;
using StaticNews.Text;

namespace StaticNews.TextEdition;

/// <summary>
/// A finished text in parts, each of which stands for itself: what is open where it is cut is closed and opened again,
/// and links within the text find their part.
/// </summary>
internal static class TextParts
{
    private const string Fragment = " href=\"#";

    /// <param name="html">As <see cref="HtmlTokenizer"/> takes it.</param>
    /// <param name="count">
    /// From 1; as <see cref="TextBreaks.PartsOf"/> told it of this text, or of one much like it.
    /// </param>
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
        var pieces = new HtmlTokenizer(html);
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
        HtmlTokenizer.ValueOf(tag, " id=\"") is { IsEmpty: false } id ? id
        : name is "a" ? HtmlTokenizer.ValueOf(tag, " name=\"")
        : default;

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
            var id = WebUtility.HtmlDecode(HtmlTokenizer.ValueOf(part.AsSpan(at), Fragment).ToString());
            if (
                (partOf.TryGetValue(id, out var other) || partOf.TryGetValue(Uri.UnescapeDataString(id), out other))
                && other != number
            )
            {
                HtmlEncoding.Append(text, hrefOf(other));
            }

            from = mark;
        }

        return text.Append(part, from, part.Length - from).ToString();
    }
}

/// <summary>
/// Which elements are open at one place of a finished text, and whether it can be cut there: closed before, and opened
/// again behind.
/// </summary>
internal sealed class OpenElements
{
    /// <summary>A longer head of a table is not said again on each page.</summary>
    private const int TableHeadMaxChars = 1_000;

    /// <summary>Where more would have to be opened again, nothing is cut: the pages would be of tags alone.</summary>
    private const int AgainMaxChars = 2_000;

    private const int NumberMax = 1 << 30;

    /// <summary>In a wider table the last columns are not kept apart.</summary>
    private const int ColumnsMax = 20;

    private readonly List<OpenElement> _open = [new OpenElement("", "", 0, cost: 0)];

    /// <summary>How many are open that only make sense as a whole.</summary>
    private int _whole;

    private int _againChars;

    /// <summary>0 between the blocks of the text.</summary>
    public int Depth => _open.Count - 1;

    /// <summary>How little one likes to cut within what is open: emphasis costs 1, a cell of a table 2.</summary>
    public int Cost { get; private set; }

    private OpenElement Inmost => _open[^1];

    private bool CanCut => _whole == 0 && _againChars <= AgainMaxChars;

    /// <summary>Takes in a piece; what it says of text is nothing.</summary>
    public void See(in HtmlTokenizer piece)
    {
        if (piece.IsEndTag)
        {
            Leave(piece);
        }
        else if (piece.IsStartTag)
        {
            Enter(piece);
        }
    }

    /// <summary>
    /// Whether a part may end before a block: not behind what belongs to it, and neither the part nor what is opened
    /// again is left without words.
    /// </summary>
    /// <param name="name">The block's.</param>
    public bool CanBreakBefore(ReadOnlySpan<char> name) =>
        CanCut
        && IsBlock(name)
        && Inmost.Name is not ("p" or "pre")
        && !(name is "tr" && Inmost.RowsHeld > 0)
        && Inmost.LastChild
            is not (
                null
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6"
                or "dt"
                or "caption"
                or "colgroup"
                or "thead"
                or "summary"
            );

    /// <summary>Whether a part may end within running text.</summary>
    public bool CanBreakText =>
        CanCut
        && Inmost.Name is not ("ul" or "ol" or "dl" or "table" or "tbody" or "tfoot" or "tr" or "pre")
        && !CanBreakLines;

    /// <summary>Whether a part may end between two lines that stand as they were written.</summary>
    public bool CanBreakLines => CanCut && (Inmost.Name is "pre" || (Inmost.Name is "code" && _open[^2].Name is "pre"));

    /// <summary>Whether the last tag ended a line.</summary>
    public bool IsAtLineStart { get; private set; }

    public void AppendEndTags(StringBuilder html)
    {
        for (var i = _open.Count - 1; i > 0; i--)
        {
            html.Append("</").Append(_open[i].Name).Append('>');
        }
    }

    /// <summary>
    /// Opens all of them again: numbered lists go on counting, tables have their heads again, cells stay in their
    /// columns.
    /// </summary>
    public void AppendStartTags(StringBuilder html)
    {
        for (var i = 1; i < _open.Count; i++)
        {
            var element = _open[i];
            html.Append(element.Again);
            if (element.Name is "ol")
            {
                var isWithinItem = i + 1 < _open.Count;
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"{(element.Step < 0 ? " reversed" : "")} "
                        + $"start=\"{(isWithinItem ? element.Number : element.Number + element.Step)}\""
                );
            }

            html.Append('>').Append(element.TableHead);
            for (
                var column = element.Name is "tr" && i + 1 < _open.Count ? ColumnsBefore(element, _open[i + 1]) : 0;
                column > 0;
                column--
            )
            {
                html.Append("<td></td>");
            }
        }
    }

    private static int ColumnsBefore(OpenElement row, OpenElement cell) =>
        Math.Min(row.Number - ColumnsOf(cell.Again), ColumnsMax);

    private static int ColumnsOf(ReadOnlySpan<char> cell) =>
        Math.Clamp(NumberIn(cell, " colspan=\"") ?? 1, 1, ColumnsMax);

    private void Enter(in HtmlTokenizer piece)
    {
        var name = piece.Name;
        IsAtLineStart = name is "br";
        Count(name, piece.Piece);
        if (IsVoid(name) || piece.Piece.EndsWith("/>"))
        {
            Inmost.LastChild = name.ToString();
            return;
        }

        var element = new OpenElement(name, piece.Piece, piece.Start, CostOf(name, piece.Piece));
        if (name is "ol")
        {
            element.Step = IsReversed(piece.Piece) ? -1 : 1;
            element.Number = (NumberIn(piece.Piece, " start=\"") ?? 1) - element.Step;
        }

        _open.Add(element);
        Weigh(element, 1);
    }

    /// <summary>Items, rows and cells are counted by what holds them.</summary>
    private void Count(ReadOnlySpan<char> name, ReadOnlySpan<char> tag)
    {
        switch (name)
        {
            case "li":
                Inmost.Number = NumberIn(tag, " value=\"") ?? Inmost.Number + Inmost.Step;
                break;
            case "tr" when Inmost.RowsHeld is > 0 and < int.MaxValue:
                Inmost.RowsHeld--;
                break;
            case "td" or "th":
                Inmost.Number += ColumnsOf(tag);
                if (_open.Count > 1 && NumberIn(tag, " rowspan=\"") is { } rows)
                {
                    _open[^2].RowsHeld = Math.Max(_open[^2].RowsHeld, rows == 0 ? int.MaxValue : rows - 1);
                }

                break;
        }
    }

    /// <summary>An end tag of what is not open is passed over; what is open within ends as well.</summary>
    private void Leave(in HtmlTokenizer piece)
    {
        IsAtLineStart = false;
        var at = _open.Count - 1;
        while (at > 0 && !piece.Name.SequenceEqual(_open[at].Name))
        {
            at--;
        }

        for (var i = _open.Count - 1; at > 0 && i >= at; i--)
        {
            var left = _open[i];
            _open.RemoveAt(i);
            Weigh(left, -1);
            Inmost.LastChild = left.Name;
            if (left.Name is "thead" && piece.Read.Length - left.Start <= TableHeadMaxChars)
            {
                Inmost.TableHead = piece.Read[left.Start..].ToString();
            }
        }
    }

    private void Weigh(OpenElement element, int sign)
    {
        _whole += element.Cost is null ? sign : 0;
        Cost += sign * element.Cost ?? 0;
        _againChars += sign * element.Again.Length;
    }

    /// <summary>Null where there is none, or one that no page has.</summary>
    private static int? NumberIn(ReadOnlySpan<char> tag, string attribute) =>
        int.TryParse(HtmlTokenizer.ValueOf(tag, attribute), CultureInfo.InvariantCulture, out var number)
        && Math.Abs((long)number) < NumberMax
            ? number
            : null;

    private static bool IsReversed(ReadOnlySpan<char> tag) => tag.Contains(" reversed", StringComparison.Ordinal);

    /// <summary>Null: never cut within, as a list that counts down from it does not say what.</summary>
    private static int? CostOf(ReadOnlySpan<char> name, ReadOnlySpan<char> tag) =>
        name switch
        {
            "ol" when IsReversed(tag) && NumberIn(tag, " start=\"") is null => null,
            "p"
            or "ul"
            or "ol"
            or "li"
            or "dl"
            or "dd"
            or "table"
            or "tbody"
            or "tfoot"
            or "blockquote"
            or "pre"
            or "code" => 0,
            "div"
            or "section"
            or "article"
            or "aside"
            or "main"
            or "header"
            or "footer"
            or "nav"
            or "center"
            or "figure"
            or "details"
            or "address"
            or "form"
            or "fieldset" => 0,
            "b"
            or "strong"
            or "i"
            or "em"
            or "cite"
            or "q"
            or "span"
            or "font"
            or "small"
            or "big"
            or "u"
            or "s"
            or "del"
            or "ins"
            or "mark"
            or "bdi"
            or "bdo" => 1,
            "tr" or "td" or "th" => 1,
            "dt"
            or "thead"
            or "caption"
            or "colgroup"
            or "select"
            or "svg"
            or "math"
            or "object"
            or "video"
            or "audio" => null,
            "script"
            or "style"
            or "textarea"
            or "title"
            or "xmp"
            or "iframe"
            or "noembed"
            or "noframes"
            or "noscript"
            or "template" => null,

            // A link, a heading, an index figure: whole wherever anything better is near. Old pages forget to close
            // them.
            _ => 2,
        };

    private static bool IsVoid(ReadOnlySpan<char> name) =>
        name is "br" or "hr" or "img" or "wbr" or "input" or "col" or "source" or "track" or "embed" or "area";

    private static bool IsBlock(ReadOnlySpan<char> name) =>
        name
            is "p"
                or "ul"
                or "ol"
                or "li"
                or "dl"
                or "dt"
                or "table"
                or "tbody"
                or "tr"
                or "blockquote"
                or "pre"
                or "hr"
                or "div"
                or "section"
                or "article"
                or "aside"
                or "main"
                or "header"
                or "footer"
                or "nav"
                or "center"
                or "figure"
                or "details"
                or "address"
                or "form"
                or "fieldset"
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6";
}

/// <summary>An element whose end tag is yet to come; see <see cref="OpenElements"/>.</summary>
internal sealed class OpenElement
{
    /// <summary>
    /// What an element that goes on on another page says again; ids, titles and the like stay on the first.
    /// </summary>
    private static readonly string[] Repeated = ["lang", "dir", "class", "type", "colspan", "href", "rel"];

    /// <param name="start">Where its tag begins.</param>
    /// <param name="cost">See <see cref="OpenElements.Cost"/>; null for one that only makes sense as a whole.</param>
    public OpenElement(ReadOnlySpan<char> name, ReadOnlySpan<char> tag, int start, int? cost)
    {
        (Name, Start, Cost) = (name.ToString(), start, cost);
        var again = new StringBuilder("<").Append(name);
        foreach (var attribute in Repeated)
        {
            if (HtmlTokenizer.ValueOf(tag, $" {attribute}=\"") is { IsEmpty: false } value)
            {
                again.Append(' ').Append(attribute).Append("=\"").Append(value).Append('"');
            }
        }

        Again = again.Append(name is "details" ? " open" : "").ToString();
    }

    /// <summary>Empty for the text as a whole.</summary>
    public string Name { get; }

    public int Start { get; }

    public int? Cost { get; }

    /// <summary>Its start tag on the next page, but for the end of it.</summary>
    public string Again { get; }

    /// <summary>Of the child element that ended last; null before the first one has.</summary>
    public string? LastChild { get; set; }

    /// <summary>
    /// Of a numbered list, the number of the item that began last; of a row, how many columns its cells so far take.
    /// </summary>
    public int Number { get; set; }

    /// <summary>From one item of a numbered list to the next; -1 in one that counts down.</summary>
    public int Step { get; set; } = 1;

    /// <summary>Of a table or a part of it, how many rows to come are reached by cells of earlier ones.</summary>
    public int RowsHeld { get; set; }

    /// <summary>Of a table, its head from tag to tag where that is short enough to be said again; else empty.</summary>
    public string TableHead { get; set; } = "";
}
