namespace StaticNews.Templates;

/// <summary>How templates are compiled and rendered.</summary>
/// <param name="EscapeHtml">Whether a string is HTML-escaped as it is written, unless it is <see cref="HtmlString"/> or
/// comes from <c>html.escape</c>.</param>
/// <param name="AutoIndent">Whether the blanks before a code block are repeated after each line end that it writes, as
/// stock Scriban does.</param>
/// <param name="Limits">What one rendering may use.</param>
/// <param name="BuildInstant">What <c>date.now</c> gives: templates have no clock.</param>
public sealed record TemplateOptions(
    bool EscapeHtml,
    bool AutoIndent,
    TemplateLimits Limits,
    DateTimeOffset BuildInstant
)
{
    /// <summary>
    /// All models that templates of this theme have: a message about a name that is missing says which pages have it.
    /// </summary>
    public IReadOnlyList<NamedModel> Models { get; init; } = [];

    /// <summary>
    /// Which elements and attributes an <see cref="IHtmlObserver"/> receives while a page is rendered; null for none.
    /// </summary>
    public ObservedHtml? Observed { get; init; }

    /// <summary>As stock Scriban works: nothing escaped, indentation kept.</summary>
    public static TemplateOptions Stock { get; } = new(false, true, TemplateLimits.Stock, DateTimeOffset.UnixEpoch);

    /// <summary>For pages: escaped, not indented (indentation would break <c>pre</c>).</summary>
    public static TemplateOptions Html { get; } = new(true, false, TemplateLimits.Site, DateTimeOffset.UnixEpoch);

    /// <summary>For anything that is not HTML.</summary>
    public static TemplateOptions Text { get; } = new(false, true, TemplateLimits.Site, DateTimeOffset.UnixEpoch);
}

/// <summary>
/// What one rendering may use at most; whatever goes beyond is an error at its place in the template.
/// </summary>
/// <param name="LoopIterations">Iterations of all loops that run within one outermost loop together.</param>
/// <param name="RecursionDepth">Calls and includes within one another.</param>
/// <param name="OutputBytes">Bytes of the page, includes and captured text counted as well.</param>
/// <param name="StringChars">UTF-16 units of one string that an expression makes.</param>
/// <param name="RegexTime">For one match of a regular expression.</param>
public sealed record TemplateLimits(
    int LoopIterations,
    int RecursionDepth,
    long OutputBytes,
    int StringChars,
    TimeSpan RegexTime
)
{
    /// <summary>
    /// Stock Scriban's limits, which the conformance vectors count on, with a cap on output beside them.
    /// </summary>
    public static TemplateLimits Stock { get; } = new(1000, 100, 64 << 20, 1048576, TimeSpan.FromSeconds(1));

    /// <summary>Fitting a news site: a tag index may list tens of thousands of tags.</summary>
    public static TemplateLimits Site { get; } = new(1_000_000, 100, 64 << 20, 4 << 20, TimeSpan.FromSeconds(1));
}

/// <summary>A typed model as messages name it.</summary>
/// <param name="Pages">The pages that have it: "section, tag and author".</param>
/// <param name="Type">A record class.</param>
public sealed record NamedModel(string Pages, Type Type);
