namespace StaticNews.Templates;

/// <summary>A place in the HTML that a template writes. Equal places are places where equal values are written alike.</summary>
internal sealed record MarkupPlace
{
    public static MarkupPlace Text { get; } = new();

    public static MarkupPlace Nowhere { get; } = new() { State = MarkupState.Nowhere };

    public MarkupState State { get; init; }

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

    /// <summary>What a decision needs that has not been made: letters of a scheme, of a <c>meta</c> element's property.</summary>
    public string Collected { get; init; } = "";

    public MetaKind Meta { get; init; }

    public ScriptPart Script { get; init; }

    /// <summary>Whether the address here may still turn out to have any scheme.</summary>
    public bool IsUndecidedUrl => State == MarkupState.Value
        && Kind is AttributeKind.Url or AttributeKind.UrlList or AttributeKind.Refresh
        && Url is UrlPart.Start or UrlPart.Scheme or UrlPart.Unsure;

    /// <summary>What is certain of a place behind something that may write there or not.</summary>
    public MarkupPlace Loosened() => State switch
    {
        MarkupState.TagName or MarkupState.AttributeName => Between(MarkupState.TagBreak),
        MarkupState.AfterName or MarkupState.Tag => Between(MarkupState.Tag),
        MarkupState.TagBreak => Between(MarkupState.TagBreak),
        _ when IsUndecidedUrl => this with { Url = UrlPart.Unsure, Collected = "" },
        MarkupState.RawText when Script is ScriptPart.Code or ScriptPart.AfterValue && Element is "script" => this with { Script = ScriptPart.Either },
        _ => this,
    };

    /// <summary>What is certain behind two branches; null when they end in places that have nothing in common.</summary>
    public MarkupPlace? Joined(MarkupPlace other)
    {
        if (this == other || other.State == MarkupState.Nowhere) return this;
        if (State == MarkupState.Nowhere) return other;
        var (a, b) = (Loosened(), other.Loosened());
        var merged = a with
        {
            State = a.State == MarkupState.Tag && b.State == MarkupState.TagBreak ? MarkupState.TagBreak : a.State,
            Url = Wider(a.Url, b.Url),
            IsMarked = a.IsMarked || b.IsMarked,
            Collected = string.Equals(a.Collected, b.Collected, StringComparison.Ordinal) ? a.Collected : "",
            Meta = (MetaKind)Math.Max((int)a.Meta, (int)b.Meta),
        };
        var isSame = merged == b with
        {
            State = b.State == MarkupState.Tag && a.State == MarkupState.TagBreak ? MarkupState.TagBreak : b.State,
            Url = merged.Url,
            IsMarked = merged.IsMarked,
            Collected = merged.Collected,
            Meta = merged.Meta,
        };
        return isSame ? merged : null;
    }

    /// <summary>How messages name it.</summary>
    public string Describe() => State switch
    {
        MarkupState.Text => "in text",
        MarkupState.TagOpen or MarkupState.EndTagOpen or MarkupState.TagName => "within the name of a tag",
        MarkupState.Value or MarkupState.UnquotedValue or MarkupState.BeforeValue => $"within the value of '{Name}'",
        MarkupState.RawText => $"within '<{Element}>'",
        MarkupState.Comment => "within a comment",
        MarkupState.Declaration => "within '<!…>'",
        _ => "within a tag",
    };

    // Of the elements only those that decide something keep their names: '<h1' and '<h2' may end two branches.
    private MarkupPlace Between(MarkupState state) => new()
    {
        State = state,
        Element = MarkupNames.HasRawText(Element) || Element is "meta" ? Element : "",
        IsEndTag = IsEndTag,
        Meta = Meta,
    };

    private static UrlPart Wider(UrlPart a, UrlPart b)
    {
        if (a == b) return a;
        return a == UrlPart.Blocked || b == UrlPart.Blocked || a == UrlPart.Seconds || b == UrlPart.Seconds ? UrlPart.Blocked : UrlPart.Unsure;
    }
}
