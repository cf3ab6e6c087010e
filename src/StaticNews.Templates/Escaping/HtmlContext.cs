namespace StaticNews.Templates;

/// <summary>
/// A place in the HTML that a template writes. Equal places are places where equal values are written alike.
/// </summary>
internal sealed record HtmlContext
{
    public static HtmlContext Text { get; } = new();

    public static HtmlContext Nowhere { get; } = new() { State = HtmlState.Nowhere };

    public HtmlState State { get; init; }

    /// <summary>The name of the tag, or of the element around raw text.</summary>
    public string Element { get; init; } = "";

    public bool IsEndTag { get; init; }

    /// <summary>The name of the attribute.</summary>
    public string Name { get; init; } = "";

    public char Quote { get; init; }

    public AttributeKind Kind { get; init; }

    public UrlPart Url { get; init; }

    /// <summary>Whether the beginning of the address has been marked, for a look at all of it when it ends.</summary>
    public bool IsMarked { get; init; }

    /// <summary>
    /// What a decision needs that has not been made: letters of a scheme, of a <c>meta</c> element's property.
    /// </summary>
    public string Collected { get; init; } = "";

    public MetaKind Meta { get; init; }

    public ScriptPart Script { get; init; }

    /// <summary>Whether the address here may still turn out to have any scheme.</summary>
    public bool IsUndecidedUrl =>
        State == HtmlState.Value
        && Kind is AttributeKind.Url or AttributeKind.UrlList or AttributeKind.Refresh
        && Url is UrlPart.Start or UrlPart.Scheme or UrlPart.Unsure;

    /// <summary>What is certain of a place behind something that may write there or not.</summary>
    public HtmlContext Loosened() =>
        State switch
        {
            HtmlState.TagName or HtmlState.AttributeName => Between(HtmlState.TagBreak),
            HtmlState.AfterName or HtmlState.Tag => Between(HtmlState.Tag),
            HtmlState.TagBreak => Between(HtmlState.TagBreak),
            _ when IsUndecidedUrl => this with { Url = UrlPart.Unsure, Collected = "" },
            HtmlState.RawText when Script is ScriptPart.Code or ScriptPart.AfterValue && Element is "script" =>
                this with
                {
                    Script = ScriptPart.Either,
                },
            _ => this,
        };

    /// <summary>
    /// What is certain behind two branches; null when they end in places that have nothing in common.
    /// </summary>
    public HtmlContext? Joined(HtmlContext other)
    {
        if (this == other || other.State == HtmlState.Nowhere)
            return this;
        if (State == HtmlState.Nowhere)
            return other;
        var (a, b) = (Loosened(), other.Loosened());
        var merged = a with
        {
            State = a.State == HtmlState.Tag && b.State == HtmlState.TagBreak ? HtmlState.TagBreak : a.State,
            Url = Wider(a.Url, b.Url),
            IsMarked = a.IsMarked || b.IsMarked,
            Collected = string.Equals(a.Collected, b.Collected, StringComparison.Ordinal) ? a.Collected : "",
            Meta = (MetaKind)Math.Max((int)a.Meta, (int)b.Meta),
        };
        var isSame =
            merged
            == b with
            {
                State = b.State == HtmlState.Tag && a.State == HtmlState.TagBreak ? HtmlState.TagBreak : b.State,
                Url = merged.Url,
                IsMarked = merged.IsMarked,
                Collected = merged.Collected,
                Meta = merged.Meta,
            };
        return isSame ? merged : null;
    }

    /// <summary>How messages name it.</summary>
    public string Describe() =>
        State switch
        {
            HtmlState.Text => "in text",
            HtmlState.TagOpen or HtmlState.EndTagOpen or HtmlState.TagName => "within the name of a tag",
            HtmlState.Value or HtmlState.UnquotedValue or HtmlState.BeforeValue => $"within the value of '{Name}'",
            HtmlState.RawText => $"within '<{Element}>'",
            HtmlState.Comment => "within a comment",
            HtmlState.Declaration => "within '<!…>'",
            _ => "within a tag",
        };

    // Of the elements only those that decide something keep their names: '<h1' and '<h2' may end two branches.
    private HtmlContext Between(HtmlState state) =>
        new()
        {
            State = state,
            Element = HtmlNames.HasRawText(Element) || Element is "meta" ? Element : "",
            IsEndTag = IsEndTag,
            Meta = Meta,
        };

    private static UrlPart Wider(UrlPart a, UrlPart b)
    {
        if (a == b)
            return a;
        return a == UrlPart.Blocked || b == UrlPart.Blocked || a == UrlPart.Seconds || b == UrlPart.Seconds
            ? UrlPart.Blocked
            : UrlPart.Unsure;
    }
}

/// <summary>
/// Where a place of a template is in the HTML around it, as the HTML standard's tokenizer tells its states apart.
/// </summary>
internal enum HtmlState
{
    Text,

    /// <summary>After <c>&lt;</c>.</summary>
    TagOpen,

    /// <summary>After <c>&lt;/</c>.</summary>
    EndTagOpen,

    TagName,

    /// <summary>Between attributes.</summary>
    Tag,

    /// <summary>Within a tag, where branches end in different names: a blank, '/' or '>' must follow.</summary>
    TagBreak,

    AttributeName,

    AfterName,

    /// <summary>After <c>=</c>.</summary>
    BeforeValue,

    /// <summary>Within quotes.</summary>
    Value,

    UnquotedValue,

    /// <summary>
    /// Within an element whose content is no markup: <c>script</c>, <c>style</c>, <c>title</c>, <c>textarea</c> and a
    /// few old ones.
    /// </summary>
    RawText,

    Comment,

    /// <summary><c>&lt;!doctype …></c> and whatever else begins with <c>&lt;!</c> or <c>&lt;?</c>.</summary>
    Declaration,

    /// <summary>After <c>ret</c>, <c>break</c> or <c>continue</c>: this place is never reached.</summary>
    Nowhere,
}

/// <summary>What the value of an attribute is read as.</summary>
internal enum AttributeKind
{
    Text,

    /// <summary>An address.</summary>
    Url,

    /// <summary>Addresses with widths or densities, between commas.</summary>
    UrlList,

    /// <summary><c>content</c> of <c>meta http-equiv="refresh"</c>: seconds, then <c>url=</c> and an address.</summary>
    Refresh,

    /// <summary><c>style</c>.</summary>
    Css,

    /// <summary><c>onclick</c> and its kind, and <c>srcdoc</c>: code or a page of its own.</summary>
    Code,
}

/// <summary>
/// What a <c>meta</c> element's other attributes say of its <c>content</c>; of two branches the later one in this list
/// counts.
/// </summary>
internal enum MetaKind
{
    Text,
    Url,
    Refresh,
}

/// <summary>How far the address in an attribute is decided.</summary>
internal enum UrlPart
{
    /// <summary>Nothing of it is there yet.</summary>
    Start,

    /// <summary>Letters that may be a scheme or a path.</summary>
    Scheme,

    /// <summary>Printed values may have made a scheme: the whole address is looked at when it ends.</summary>
    Unsure,

    /// <summary>
    /// What follows cannot change where it leads to: it has an allowed scheme, or <c>/</c>, <c>?</c> or <c>#</c> came
    /// first.
    /// </summary>
    Safe,

    /// <summary>The template itself wrote a scheme like <c>javascript:</c>.</summary>
    Blocked,

    /// <summary>Before <c>url=</c> of a refresh.</summary>
    Seconds,
}

/// <summary>Where a place is in the script around it.</summary>
internal enum ScriptPart
{
    /// <summary>Code where '/' begins a regular expression.</summary>
    Code,

    /// <summary>Code after a name, a number or a text, where '/' divides.</summary>
    AfterValue,

    /// <summary>Code after '(…)', a block or a printed value: '/' may be either.</summary>
    Either,

    DoubleQuoted,
    SingleQuoted,
    Backquoted,
    LineComment,
    BlockComment,
    Regex,
    RegexClass,

    /// <summary>The place cannot be decided without parsing the script as a browser does.</summary>
    Unsure,
}
