using System.Text;

namespace StaticNews.Articles.Prose;

/// <summary>An element whose end tag is yet to come; see <see cref="OpenElements"/>.</summary>
internal sealed class OpenElement
{
    /// <summary>What an element that goes on on another page says again; ids, titles and the like stay on the first.</summary>
    private static readonly string[] Repeated = ["lang", "dir", "class", "type", "colspan", "href", "rel"];

    /// <param name="start">Where its tag begins.</param>
    /// <param name="cost">See <see cref="OpenElements.Cost"/>; null for one that only makes sense as a whole.</param>
    public OpenElement(ReadOnlySpan<char> name, ReadOnlySpan<char> tag, int start, int? cost)
    {
        (Name, Start, Cost) = (name.ToString(), start, cost);
        var again = new StringBuilder("<").Append(name);
        foreach (var attribute in Repeated)
        {
            if (HtmlPieces.ValueOf(tag, $" {attribute}=\"") is { IsEmpty: false } value)
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

    /// <summary>Of a numbered list, the number of the item that began last; of a row, how many columns its cells so far take.</summary>
    public int Number { get; set; }

    /// <summary>From one item of a numbered list to the next; -1 in one that counts down.</summary>
    public int Step { get; set; } = 1;

    /// <summary>Of a table or a part of it, how many rows to come are reached by cells of earlier ones.</summary>
    public int RowsHeld { get; set; }

    /// <summary>Of a table, its head from tag to tag where that is short enough to be said again; else empty.</summary>
    public string TableHead { get; set; } = "";
}
