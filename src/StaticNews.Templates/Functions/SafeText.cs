namespace StaticNews.Templates;

/// <summary>
/// Keeps HTML and plain text apart when functions put them together. Where pages are escaped, a piece of HTML together with a piece of text is
/// HTML with the text escaped: nothing unescaped gets in, nothing is escaped twice. Elsewhere all text is only text, as in stock Scriban.
/// </summary>
internal static class SafeText
{
    /// <summary>Whether a result made of these two is HTML.</summary>
    public static bool IsHtml(RenderState call, in Value first, in Value second) =>
        call.Options.EscapeHtml && (first.Kind == ValueKind.Html || second.Kind == ValueKind.Html);

    /// <summary>Whether a result made of this value alone is HTML.</summary>
    public static bool IsHtml(RenderState call, in Value value) => call.Options.EscapeHtml && value.Kind == ValueKind.Html;

    /// <summary>The text of a value as it goes into a result; null is empty.</summary>
    public static string Part(RenderState call, in Value value, bool intoHtml)
    {
        var text = ValuePrinter.ToText(value, call.DatePattern);
        return intoHtml && value.Kind != ValueKind.Html ? HtmlEntities.EscapeMarkup(text) : text;
    }

    public static Value Of(string text, bool isHtml) => isHtml ? Value.OfHtml(text) : Value.Of(text);
}
