using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// What can be wrong in an article's Markdown by itself: SN15xx. Where its links lead, only the archive knows (SN221x).
/// </summary>
internal static class BodyDiagnostics
{
    /// <summary><c>[click](javascript:alert(1))</c>, <c>[files](ftp://a.example/)</c>.</summary>
    public static Diagnostic RefusedScheme(SourceLocation at) =>
        Diagnostic.Warning(
            "SN1504",
            at,
            "a link may lead to http, https, mailto or tel addresses only",
            "The words stay, without a link."
        );

    /// <summary><c>{{&lt; carousel &gt;}}</c>, once an article and name.</summary>
    public static Diagnostic UnknownShortcode(SourceLocation at, string name) =>
        Diagnostic.Warning(
            "SN1505",
            at,
            $"shortcode '{name}' is not known and is left out",
            "ref, relref, figure, img, youtube and vimeo are understood. What a pair of shortcodes encloses stays."
        );

    /// <summary>Hundreds of <c>&gt;</c> or <c>[</c> in a row.</summary>
    public static Diagnostic NestedTooDeeply(SourceLocation at, int limit) =>
        Diagnostic.Warning(
            "SN1506",
            at,
            $"quotes, lists, brackets or emphasis are nested more than {limit} deep here",
            "The text is shown as it is written. Look for a long row of '>', '-', '[' or '*'."
        );

    /// <summary>Tens of thousands of brackets or asterisks that never close.</summary>
    public static Diagnostic TooManyMarks(SourceLocation at) =>
        Diagnostic.Warning(
            "SN1507",
            at,
            "the marks in this text contradict each other so often that it would take too long to read them",
            PlainText
                + " Look here for brackets, asterisks, backticks or tags that never close, or cut the text into "
                + "several articles."
        );

    /// <summary>A note that is used thousands of times.</summary>
    /// <param name="chars">The limit.</param>
    public static Diagnostic PageTooLong(SourceLocation at, long chars) =>
        Diagnostic.Warning(
            "SN1508",
            at,
            $"as a page this text would be longer than {chars} characters, which is far more than it says",
            PlainText + " Look for a note that is used over and over, or for emphasis that never closes."
        );

    /// <summary>A head of thousands of cells over thousands of short rows.</summary>
    /// <param name="cells">The limit.</param>
    public static Diagnostic TooManyEmptyCells(SourceLocation at, long cells) =>
        Diagnostic.Warning(
            "SN1509",
            at,
            $"the tables of this text lack more than {cells} cells",
            PlainText + " Look for a row that is much longer than the others."
        );

    /// <summary>A title of 100,000 characters that is used twenty thousand times.</summary>
    /// <param name="chars">The limit.</param>
    public static Diagnostic TooManyReferences(SourceLocation at, long chars) =>
        Diagnostic.Warning(
            "SN1510",
            at,
            $"the addresses and titles of links defined elsewhere in this text would take more than {chars} "
                + $"characters here",
            PlainText + " Shorten the titles of the definitions, or use them less often."
        );

    /// <summary>A list of all articles of an archive.</summary>
    /// <param name="links">The limit.</param>
    public static Diagnostic TooManyLinks(SourceLocation at, long links) =>
        Diagnostic.Warning(
            "SN1511",
            at,
            $"this text has more than {links} links, pictures and shortcodes",
            PlainText + " Cut it into several articles."
        );

    /// <summary>Emphasis in raw HTML that is left open before thousands of paragraphs.</summary>
    /// <param name="elements">The limit.</param>
    public static Diagnostic TooManyElements(SourceLocation at, long elements) =>
        Diagnostic.Warning(
            "SN1512",
            at,
            $"a browser would make more than {elements} elements of the HTML in this text",
            PlainText + " Close the tags that are left open, or cut the text into several articles."
        );

    /// <summary>Hundreds of <c>&lt;b&gt;</c> that are left open.</summary>
    public static Diagnostic TagsNestedTooDeeply(SourceLocation at, int limit) =>
        Diagnostic.Warning(
            "SN1513",
            at,
            $"the HTML in this text stands more than {limit} elements deep in one another, or has tags that no "
                + $"reading puts in order",
            PlainText + " Close the tags that are left open."
        );

    /// <summary>What happens to a body past a limit.</summary>
    private const string PlainText = "The text is shown as it is written, without links and emphasis.";
}
