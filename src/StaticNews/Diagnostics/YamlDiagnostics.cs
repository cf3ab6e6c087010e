using System.Globalization;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Diagnostics;

/// <summary>
/// The messages about YAML for all files: <c>SN11xx</c> in the front matter of articles and profiles, <c>SN36xx</c> in
/// interface strings, <c>SN41xx</c> in site.yml. The last two digits are the same in all of them.
/// </summary>
/// <param name="series">The first four characters of the codes.</param>
/// <param name="value">
/// The severity of a value that cannot be used. In front matter it is a warning and the field is left out, because one
/// wrong value must not take a whole article offline; in site.yml, a single file, it is an error.
/// </param>
/// <param name="unknownKey">
/// The severity of an unknown key. Old articles have keys of other systems, which is a warning; in site.yml it is an
/// error.
/// </param>
internal sealed class YamlDiagnostics(string series, Severity value, Severity unknownKey)
{
    /// <summary>
    /// Whether a value that cannot be used is left out while the rest of its document is used.
    /// </summary>
    public bool LeavesFieldOut => value == Severity.Warning;

    /// <summary>
    /// 01: The text is not valid YAML: <c>title: War: the end</c>, an unclosed quote, a tab, an anchor.
    /// </summary>
    /// <param name="detail">As in <see cref="YamlFault"/>.</param>
    public Diagnostic Broken(SourceLocation at, YamlFaultKind kind, string? detail = null)
    {
        var (message, hint) = SyntaxMessage(kind, detail);
        return Diagnostic.Error(series + "01", at, message, hint);
    }

    /// <summary>
    /// 02: A mapping has the same key twice. The second one is reported. In front matter it is used, as in most readers
    /// of YAML.
    /// </summary>
    /// <param name="firstLine">The line of the first of the two keys, from 1.</param>
    public Diagnostic DuplicateKey(
        SourceLocation at,
        string key,
        int firstLine,
        DuplicateUse use = DuplicateUse.Last
    ) =>
        new(
            series + "02",
            value,
            $"'{Shortened(key)}' is given a second time; the first is in line "
                + firstLine.ToString(CultureInfo.InvariantCulture)
                + (LeavesFieldOut ? UsedValue(use) : ""),
            at,
            "Keep one of the two"
        );

    /// <summary>Which of the two values is used, as the end of a sentence.</summary>
    private static string UsedValue(DuplicateUse use) =>
        use switch
        {
            DuplicateUse.Last => ", and the last one is used",
            DuplicateUse.EarlierThanEmpty => ", and the first one is used, because this one has no value",
            DuplicateUse.EarlierThanWrong => ", and the first one is used, because this one cannot be used",
            DuplicateUse.Stricter => ", and the stricter one is used",
            DuplicateUse.Both => ", and both are used",
            _ => "",
        };

    /// <summary>03: A key is unknown: <c>publihed: 2014-03-02</c>.</summary>
    /// <param name="nearest">The key that was probably meant, or null.</param>
    /// <param name="hint">What to do where no known key is similar, or null.</param>
    public Diagnostic UnknownKey(SourceLocation at, string key, string? nearest, string? hint) =>
        new(
            series + "03",
            unknownKey,
            nearest is null ? $"unknown key '{key}'" : $"unknown key '{key}'; did you mean '{nearest}'?",
            at,
            nearest is null ? hint : null
        );

    /// <summary>03: A key is unknown. The hint lists the known keys, or the message names a similar one.</summary>
    /// <param name="known">The known keys of this mapping.</param>
    public Diagnostic UnknownKey(SourceLocation at, string key, IReadOnlyList<string> known) =>
        UnknownKey(at, key, SpellingSuggestion.Nearest(key, known), "Known keys here are " + string.Join(", ", known));

    /// <summary>04: A key is not a text: <c>[a, b]: c</c>.</summary>
    public Diagnostic KeyNotText(SourceLocation at) =>
        Fault("04", at, "a key must be a word", "Write it as 'key: value'");

    /// <summary>05: A value is of the wrong kind: <c>title: [a, b]</c>.</summary>
    /// <param name="name">The key, with the keys around it: <c>image.width</c>.</param>
    /// <param name="expected">The kind that is needed: "a text", "a list".</param>
    public Diagnostic WrongKind(SourceLocation at, string name, string expected, YamlTokenKind found)
    {
        var (foundKind, hint) = found switch
        {
            YamlTokenKind.ListStart => ("a list", "Put a value that begins with '[' or '-' in quotes if it is text"),
            YamlTokenKind.MapStart => ("a group of keys", "Put a value that contains a colon in quotes if it is text"),
            YamlTokenKind.Alias => (
                "an alias ('*')",
                "Put a value that begins with '*' in quotes; write repeated values out in full"
            ),
            YamlTokenKind.Tagged => ("a value with a tag ('!')", "Put a value that begins with '!' in quotes"),
            _ => ("a text", (string?)null),
        };
        return Fault("05", at, $"'{name}' takes {expected}, not {foundKind}", hint);
    }

    /// <summary>06: A value is not a number in its range: <c>priority: high</c>, <c>pager: { size: 0 }</c>.</summary>
    public Diagnostic NumberRefused(SourceLocation at, string name, string value, int min, int max) =>
        Fault(
            "06",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{name}' takes a whole number from {min} to {max}, not '{Shortened(value)}'"
            )
        );

    /// <summary>07: A value is not true or false: <c>nav: maybe</c>.</summary>
    public Diagnostic YesNoRefused(SourceLocation at, string name, string value) =>
        Fault("07", at, $"'{name}' takes true or false, not '{Shortened(value)}'");

    /// <summary>08: A value is not one of the choices: <c>type: opnion</c>.</summary>
    /// <param name="choices">All values that are allowed.</param>
    public Diagnostic ChoiceRefused(SourceLocation at, string name, string value, IReadOnlyList<string> choices)
    {
        var nearest = SpellingSuggestion.Nearest(value.Length > 40 ? "" : value, choices);
        return Fault(
            "08",
            at,
            $"'{name}' cannot be '{Shortened(value)}'",
            "Use one of these: " + string.Join(", ", choices),
            nearest is null ? "" : $"; did you mean '{nearest}'?"
        );
    }

    /// <summary>
    /// 09: A mapping has no value for a required key: <c>image: { alt: A river }</c> without <c>src</c>.
    /// </summary>
    public Diagnostic PartMissing(SourceLocation at, string owner, string part) =>
        Fault("09", at, $"'{owner}' has no '{part}'", $"Add '{part}: …'");

    /// <summary>
    /// 10: An item of a list goes on in the next line: <c>[Kent</c>, and <c>Sussex]</c> in the next line.
    /// </summary>
    public Diagnostic ItemGoesOn(SourceLocation at, string item) =>
        Diagnostic.Warning(
            series + "10",
            at,
            $"the item '{Shortened(item)}' goes on in the next line; a comma may be missing",
            "Put a comma at the end of the line, or write the item on one line"
        );

    /// <summary>11: A value begins with an anchor: <c>kicker: &amp;Co of London</c> is read as "of London".</summary>
    public Diagnostic AnchorPassedOver(SourceLocation at, string value) =>
        Diagnostic.Warning(
            series + "11",
            at,
            $"the word that begins with '&' is a YAML anchor and not a part of the value, which is "
                + $"'{Shortened(value)}'",
            "Put the value in quotes if the word belongs to it; otherwise delete the word"
        );

    /// <summary>A value that cannot be used. If it is left out, the message says so.</summary>
    private Diagnostic Fault(
        string number,
        SourceLocation at,
        string message,
        string? hint = null,
        string question = ""
    ) => new(series + number, value, (LeavesFieldOut ? message + ", so it is left out" : message) + question, at, hint);

    /// <summary>The beginning of a value, so that a message does not repeat a long text.</summary>
    private static string Shortened(string value) => value.Length <= 60 ? value : value[..60] + "…";

    private static (string Message, string? Hint) SyntaxMessage(YamlFaultKind kind, string? detail) =>
        kind switch
        {
            YamlFaultKind.UnquotedColon => (
                "a value that is not in quotes contains a colon",
                "Put the value in double quotes: title: \"War: the last day\""
            ),
            YamlFaultKind.UnclosedQuote => ("a quote opens here and is not closed", "Close it at the end of the value"),
            YamlFaultKind.TextAfterValue => (
                "text follows a value that has ended",
                "Put the whole value in double quotes; inside single quotes write an apostrophe twice: 'it''s'"
            ),
            YamlFaultKind.TabIndent => ("YAML does not allow a tab here", "Replace it by two spaces"),
            YamlFaultKind.UnclosedBracket => (
                "a bracket opens here and is not closed",
                "Close it, or put the value in quotes if it is text"
            ),
            YamlFaultKind.ReservedStart => (
                "a value cannot begin with this character",
                "Put the value in double quotes"
            ),
            YamlFaultKind.WrongIndent => (
                "the indentation of this line fits none of the lines above it",
                "Begin the keys of one group in the same column"
            ),
            YamlFaultKind.KeyWithoutColon => (
                "this line is neither 'key: value' nor a part of the value above it",
                "Write a colon and a space after a key, and indent the further lines of a value"
            ),
            YamlFaultKind.ListOnKeyLine => (
                "a list cannot begin on the line of its key",
                "Begin it on the next line, or write [a, b]; put the value in quotes if it is text"
            ),
            YamlFaultKind.TextOnBlockLine => (
                "no text can follow '>' or '|' on the same line",
                "Begin it on the next line, indented; put the value in quotes if it is text"
            ),
            YamlFaultKind.BadEscape => (
                "a backslash in double quotes cannot escape this character",
                "Write the backslash twice, or use single quotes"
            ),
            YamlFaultKind.Anchor => (
                "a value begins with '&', which is an anchor in YAML",
                "Put the value in quotes: title: \"&c.\""
            ),
            YamlFaultKind.Alias => (
                "a value begins with an asterisk ('*'), which is an alias in YAML",
                "Put the value in quotes: summary: \"*very* good\"; write repeated values out in full"
            ),
            YamlFaultKind.EmptyKey => ("there is no key before this colon", "Write the key, or delete the line"),
            YamlFaultKind.Apostrophe => (
                "this apostrophe ends the text in single quotes",
                "Write the apostrophe twice ('it''s'), or put the text in double quotes"
            ),
            YamlFaultKind.MissingComma => (
                "a comma is missing before this item",
                "Separate the items with commas: [a, b]"
            ),
            YamlFaultKind.ExtraComma => ("there is no item before this comma", "Delete the comma"),
            YamlFaultKind.DashInBrackets => (
                "a dash cannot begin an item between brackets",
                "Write [a, b] without dashes, or '- a' and '- b' on lines of their own without brackets"
            ),
            YamlFaultKind.WrongBracket => (
                "this bracket does not match the one that was opened",
                "Close '[' with ']' and '{' with '}'; put the value in quotes if it is text"
            ),
            YamlFaultKind.HiddenCharacter => (
                $"this line begins with an invisible character ({detail})",
                "Delete the character"
            ),
            YamlFaultKind.Tag => ("YAML tags ('!') are not supported", "Put a value that begins with '!' in quotes"),
            YamlFaultKind.TooDeep => (
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"values are nested more than {YamlTokenizer.MaxDepth} levels deep"
                ),
                "Use fewer levels"
            ),
            YamlFaultKind.TooMany => ("there are too many values", "Move some of them into another file"),
            YamlFaultKind.SecondDocument => ("a second YAML document begins here", "Keep all keys in one document"),
            YamlFaultKind.Nul => (
                "a NUL character cannot be a part of a text",
                "Delete it, or save the file as UTF-8 again"
            ),
            _ => ("this is not valid YAML", "Check the quotes, colons and indentation around this place"),
        };
}

/// <summary>Which value is used of a key that occurs twice in one mapping.</summary>
internal enum DuplicateUse
{
    Last,
    EarlierThanEmpty,
    EarlierThanWrong,

    /// <summary>The stricter one, for keys that decide who may see the article.</summary>
    Stricter,

    /// <summary>Both, for groups, whose keys are merged.</summary>
    Both,

    /// <summary>Neither, or the value of another key.</summary>
    Neither,
}
