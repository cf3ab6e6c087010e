namespace StaticNews.Templates;

/// <summary>How templates are compiled and rendered.</summary>
/// <param name="EscapeHtml">Whether a string is HTML-escaped as it is written, unless it is <see cref="HtmlText"/> or comes from <c>html.escape</c>.</param>
/// <param name="AutoIndent">Whether the blanks before a code block are repeated after each line end that it writes, as stock Scriban does.</param>
/// <param name="Limits">What one rendering may use.</param>
/// <param name="BuildInstant">What <c>date.now</c> gives: templates have no clock.</param>
public sealed record TemplateOptions(bool EscapeHtml, bool AutoIndent, TemplateLimits Limits, DateTimeOffset BuildInstant)
{
    /// <summary>All models that templates of this theme have: a message about a name that is missing says which pages have it.</summary>
    public IReadOnlyList<NamedModel> Models { get; init; } = [];

    /// <summary>As stock Scriban works: nothing escaped, indentation kept.</summary>
    public static TemplateOptions Stock { get; } = new(false, true, TemplateLimits.Stock, DateTimeOffset.UnixEpoch);

    /// <summary>For pages: escaped, not indented (indentation would break <c>pre</c>).</summary>
    public static TemplateOptions Html { get; } = new(true, false, TemplateLimits.Site, DateTimeOffset.UnixEpoch);

    /// <summary>For anything that is not HTML.</summary>
    public static TemplateOptions Text { get; } = new(false, true, TemplateLimits.Site, DateTimeOffset.UnixEpoch);
}
