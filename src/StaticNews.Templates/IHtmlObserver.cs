namespace StaticNews.Templates;

/// <summary>
/// Receives, while a page is rendered, the start tags and attributes that <see cref="TemplateOptions.Observed"/> names,
/// in the order of the page.
/// </summary>
public interface IHtmlObserver
{
    /// <summary>A start tag, before its attributes.</summary>
    /// <param name="element">The element's name in lower case.</param>
    /// <param name="start">Where the tag begins, in bytes from the beginning of the page.</param>
    void StartTag(string element, int start);

    /// <summary>An attribute with a value, when its value is complete.</summary>
    /// <param name="element">The element's name in lower case.</param>
    /// <param name="name">The attribute's name in lower case.</param>
    /// <param name="value">As it is written, between its quotes where it has some.</param>
    /// <param name="start">Where the value begins, in bytes from the beginning of the page.</param>
    void Attribute(string element, string name, ReadOnlySpan<byte> value, int start);
}
