namespace StaticNews.Templates;

/// <summary>
/// Something that a text of a template does to the tag around it, for <see cref="HtmlTrace"/>: it is known when the
/// template is compiled and happens when the text is written.
/// </summary>
/// <param name="Offset">Where, from the beginning of the text: in UTF-16 units while it is read, then in bytes.</param>
/// <param name="Element">Of <see cref="HtmlEventKind.StartTag"/>, Tag and NamePart.</param>
/// <param name="Attribute">Of <see cref="HtmlEventKind.ValueStart"/> and ValueEnd.</param>
internal readonly record struct HtmlEvent(
    HtmlEventKind Kind,
    int Offset,
    string Element = "",
    AttributeFilter? Attribute = null
);

internal enum HtmlEventKind
{
    /// <summary>The name of an observed start tag ends.</summary>
    StartTag,

    /// <summary>The name of another start tag ends.</summary>
    Tag,

    /// <summary>The text ends within a name: it may be all of it, where branches end in different names.</summary>
    NamePart,

    /// <summary>What follows branches shows that a name has ended in them.</summary>
    NameEnd,

    /// <summary>A value begins that may be of an observed attribute.</summary>
    ValueStart,

    /// <summary>Such a value ends.</summary>
    ValueEnd,
}

/// <summary>Records the events of one text; what concerns nothing that is observed is left out.</summary>
/// <param name="observed">What is observed.</param>
internal sealed class HtmlEventRecorder(ObservedHtml observed)
{
    private readonly List<HtmlEvent> _events = [];

    /// <summary>The tag at hand, while no event tells of it.</summary>
    private HtmlEvent? _untold;

    private int _valueStart = -1;

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<HtmlEvent> Events => _events;

    public void EndName(int at, string element)
    {
        var isObserved = observed.Wants(element);
        _untold = new HtmlEvent(isObserved ? HtmlEventKind.StartTag : HtmlEventKind.Tag, at, element);
        if (isObserved)
            TellTag();
    }

    public void EndBranches(int at) => _events.Add(new HtmlEvent(HtmlEventKind.NameEnd, at));

    public void BeginValue(int at) => _valueStart = at;

    public void EndValue(int at, string element, string name)
    {
        if (AttributeOf(element, name) is { } attribute)
        {
            TellTag();
            if (_valueStart >= 0)
                _events.Add(new HtmlEvent(HtmlEventKind.ValueStart, _valueStart, Attribute: attribute));
            _events.Add(new HtmlEvent(HtmlEventKind.ValueEnd, at, Attribute: attribute));
        }
        _valueStart = -1;
    }

    public void EndTag() => _untold = null;

    /// <summary>A tag that is open at the end of the text goes on in another one.</summary>
    public void EndText(HtmlState state, string element, string name, int at)
    {
        if (state == HtmlState.TagName)
        {
            _events.Add(new HtmlEvent(HtmlEventKind.NamePart, at, element));
            return;
        }
        TellTag();
        if (
            state is HtmlState.Value or HtmlState.UnquotedValue
            && _valueStart >= 0
            && AttributeOf(element, name) is { } attribute
        )
        {
            _events.Add(new HtmlEvent(HtmlEventKind.ValueStart, _valueStart, Attribute: attribute));
        }
    }

    /// <summary>
    /// Null for an attribute that is not observed. Behind branches the element may show only while rendering.
    /// </summary>
    private AttributeFilter? AttributeOf(string element, string name) =>
        observed.AttributeOf(name) is { } attribute && (element.Length == 0 || attribute.IsOf(element))
            ? attribute
            : null;

    private void TellTag()
    {
        if (_untold is { } tag)
            _events.Add(tag);
        _untold = null;
    }
}
