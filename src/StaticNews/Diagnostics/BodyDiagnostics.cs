using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// The messages <c>SN15xx</c> about the Markdown of one article. Those about the targets of its links need the whole
/// archive (<c>SN221x</c> in <see cref="ArchiveDiagnostics"/>).
/// </summary>
internal static class BodyDiagnostics
{
    /// <summary>
    /// A link has a scheme that is not allowed: <c>[click](javascript:alert(1))</c>, <c>[files](ftp://a.example/)</c>.
    /// </summary>
    public static Diagnostic RefusedScheme(SourceLocation at) =>
        Diagnostic.Warning(
            "SN1504",
            at,
            "this link is shown as plain text, because its address does not begin with http, https, mailto or tel",
            "Correct the address, or delete the link"
        );

    /// <summary>
    /// A shortcode is unknown: <c>{{&lt; carousel &gt;}}</c>. This is reported once per article and name.
    /// </summary>
    public static Diagnostic UnknownShortcode(SourceLocation at, string name) =>
        Diagnostic.Warning(
            "SN1505",
            at,
            $"the shortcode '{name}' is unknown, so it is left out",
            "Known shortcodes are ref, relref, figure, img, youtube and vimeo; the text between a pair of unknown "
                + "shortcodes is kept"
        );

    /// <summary>Blocks or inlines are nested too deeply: hundreds of <c>&gt;</c> or <c>[</c> in a row.</summary>
    public static Diagnostic NestedTooDeeply(SourceLocation at, int limit) =>
        Diagnostic.Warning(
            "SN1506",
            at,
            $"quotes, lists, brackets or emphasis are nested more than {limit} deep here",
            "The text is shown as it is written. Look for a long row of '>', '-', '[' or '*'"
        );

    /// <summary>Too many brackets, asterisks or tags are never closed, so that parsing would take too long.</summary>
    public static Diagnostic TooManyMarks(SourceLocation at) =>
        Diagnostic.Warning(
            "SN1507",
            at,
            "too many marks in this text are never closed, so parsing it as Markdown would take too long",
            PlainText
                + " Look here for brackets, asterisks, backticks or tags that are never closed, or split the text into "
                + "several articles"
        );

    /// <summary>The page would be too long, for example because one footnote is used thousands of times.</summary>
    /// <param name="chars">The limit in characters.</param>
    public static Diagnostic PageTooLong(SourceLocation at, long chars) =>
        Diagnostic.Warning(
            "SN1508",
            at,
            $"the HTML of this text would be longer than {chars} characters, far longer than the text itself",
            PlainText + " Look for a footnote that is used many times, or for emphasis that is never closed"
        );

    /// <summary>
    /// Too many cells of tables are missing: a head of thousands of cells above thousands of short rows.
    /// </summary>
    /// <param name="cells">The limit of missing cells.</param>
    public static Diagnostic TooManyEmptyCells(SourceLocation at, long cells) =>
        Diagnostic.Warning(
            "SN1509",
            at,
            $"more than {cells} cells are missing in the tables of this text",
            PlainText + " Look for a row that is much longer than the others"
        );

    /// <summary>
    /// Reference links would repeat too much text: a title of 100,000 characters that is used twenty thousand times.
    /// </summary>
    /// <param name="chars">The limit in characters.</param>
    public static Diagnostic TooManyReferences(SourceLocation at, long chars) =>
        Diagnostic.Warning(
            "SN1510",
            at,
            $"the addresses and titles of the reference links in this text would have more than {chars} "
                + $"characters in its HTML",
            PlainText + " Shorten the titles of the link definitions, or use them less often"
        );

    /// <summary>The text has too many links, such as a list of all articles of an archive.</summary>
    /// <param name="links">The limit of links, images and shortcodes together.</param>
    public static Diagnostic TooManyLinks(SourceLocation at, long links) =>
        Diagnostic.Warning(
            "SN1511",
            at,
            $"this text has more than {links} links, images and shortcodes",
            PlainText + " Split it into several articles"
        );

    /// <summary>
    /// Browsers would make too many elements of the HTML in the text: a <c>&lt;b&gt;</c> that is never closed is
    /// repeated in each of thousands of paragraphs.
    /// </summary>
    /// <param name="elements">The limit of elements.</param>
    public static Diagnostic TooManyElements(SourceLocation at, long elements) =>
        Diagnostic.Warning(
            "SN1512",
            at,
            $"browsers would make more than {elements} elements from the HTML in this text",
            PlainText + " Close the tags that are left open, or split the text into several articles"
        );

    /// <summary>
    /// The HTML in the text is nested too deeply, or no order of its tags is possible: hundreds of <c>&lt;b&gt;</c>.
    /// </summary>
    public static Diagnostic TagsNestedTooDeeply(SourceLocation at, int limit) =>
        Diagnostic.Warning(
            "SN1513",
            at,
            $"the HTML in this text is nested more than {limit} elements deep, or its tags overlap too often to be put "
                + $"in order",
            PlainText + " Close the tags that are left open"
        );

    /// <summary>The consequence for a body that exceeds a limit, as the first sentence of a hint.</summary>
    private const string PlainText = "The text is shown as it is written, without links and emphasis.";
}
