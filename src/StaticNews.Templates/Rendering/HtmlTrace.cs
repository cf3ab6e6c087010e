namespace StaticNews.Templates;

/// <summary>
/// Reports to an <see cref="IHtmlObserver"/> what a page that is being rendered writes. Remembers the tag that is open,
/// and where the value of an attribute began.
/// </summary>
internal sealed class HtmlTrace(ObservedHtml observed)
{
    private IHtmlObserver? _observer;
    private string _element = "";
    private string? _namePart;
    private int _valueStart;

    /// <summary>Whether the page at hand is observed.</summary>
    public bool IsOn => _observer is not null;

    public void Begin(IHtmlObserver? observer) =>
        (_observer, _element, _namePart, _valueStart) = (observer, "", null, -1);

    /// <summary>Reports what a text did that was just written.</summary>
    /// <param name="events">Of the text, with offsets in bytes.</param>
    /// <param name="start">Where the text begins in the page.</param>
    /// <param name="page">With the text.</param>
    public void Tell(ReadOnlySpan<HtmlEvent> events, int start, Utf8Output page)
    {
        foreach (ref readonly var happened in events)
        {
            var at = start + happened.Offset;
            switch (happened.Kind)
            {
                case HtmlEventKind.StartTag or HtmlEventKind.Tag:
                    (_element, _namePart) = (happened.Element, null);
                    if (happened.Kind == HtmlEventKind.StartTag)
                        TellTag(at);
                    break;
                case HtmlEventKind.NamePart:
                    _namePart = happened.Element;
                    break;
                case HtmlEventKind.NameEnd when _namePart is { } name:
                    (_element, _namePart) = (name, null);
                    if (observed.Wants(name))
                        TellTag(at);
                    break;
                case HtmlEventKind.ValueStart:
                    _valueStart = at;
                    break;
                case HtmlEventKind.ValueEnd:
                    TellValue(happened.Attribute!, at, page);
                    break;
            }
        }
    }

    /// <summary>Reports what HTML contains that was just printed as it is.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="start">Where it begins in the page.</param>
    /// <param name="page">With the HTML.</param>
    public void Tell(HtmlString html, int start, Utf8Output page)
    {
        var written = page.Written[start..];
        var content =
            html.Content is { } known && ReferenceEquals(known.Observed, observed)
                ? known
                : HtmlContent.Of(written, observed);
        content.Tell(written, start, _observer!);
    }

    // Nothing but its letters was written between the beginning and the end of a name; observed ones are ASCII.
    private void TellTag(int end) => _observer!.StartTag(_element, end - _element.Length - 1);

    private void TellValue(AttributeFilter attribute, int end, Utf8Output page)
    {
        if (_valueStart >= 0 && attribute.IsOf(_element))
            _observer!.Attribute(_element, attribute.Name, page.Written[_valueStart..end], _valueStart);
        _valueStart = -1;
    }
}
