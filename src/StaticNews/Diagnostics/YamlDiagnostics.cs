using System.Globalization;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Diagnostics;

/// <summary>
/// What can be wrong with YAML wherever it stands, worded once: <c>SN11xx</c> in the front matter of articles and
/// profiles, <c>SN41xx</c> in site.yml. The last two digits are the same in both.
/// </summary>
/// <param name="series">The first four characters of the codes.</param>
/// <param name="value">
/// How bad a value is that cannot be used. In front matter it costs the field and is a warning, because one wrong value
/// must not take a whole article offline; in site.yml, which nobody writes a thousand times, it is an error.
/// </param>
/// <param name="unknownKey">
/// How bad an unknown key is: archives carry keys that nobody reads any more, site.yml has no such past.
/// </param>
internal sealed class YamlDiagnostics(string series, Severity value, Severity unknownKey)
{
    /// <summary>Whether a value that cannot be used is left out, and all else of its document stands.</summary>
    public bool LeavesFieldOut => value == Severity.Warning;

    /// <summary>01: <c>title: War: the end</c>; an unclosed quote; a tab; an anchor.</summary>
    /// <param name="detail">As in <see cref="YamlFault"/>.</param>
    public Diagnostic Broken(SourceLocation at, YamlFaultKind kind, string? detail = null)
    {
        var (message, hint) = Words(kind, detail);
        return Diagnostic.Error(series + "01", at, message, hint);
    }

    /// <summary>
    /// 02: one mapping has the same key twice; the second is reported. In front matter it counts, as in most readers of
    /// YAML.
    /// </summary>
    /// <param name="firstLine">Line of the key before it, from 1.</param>
    public Diagnostic DuplicateKey(
        SourceLocation at,
        string key,
        int firstLine,
        DuplicateUse use = DuplicateUse.Last
    ) =>
        new(
            series + "02",
            value,
            $"'{Shown(key)}' is given a second time; the first is in line "
                + firstLine.ToString(CultureInfo.InvariantCulture)
                + (LeavesFieldOut ? UseWords(use) : ""),
            at,
            "keep one of the two"
        );

    private static string UseWords(DuplicateUse use) =>
        use switch
        {
            DuplicateUse.Last => ", and the last one is used",
            DuplicateUse.EarlierThanEmpty => ", and the first one is used, because this one has no value",
            DuplicateUse.EarlierThanWrong => ", and the first one is used, because this one cannot be",
            DuplicateUse.Stricter => ", and the stricter one is used",
            DuplicateUse.Both => ", and both are used",
            _ => "",
        };

    /// <summary>03: <c>publihed: 2014-03-02</c>.</summary>
    /// <param name="nearest">The key that was probably meant, or null.</param>
    /// <param name="hint">What to do where none is near, or null.</param>
    public Diagnostic UnknownKey(SourceLocation at, string key, string? nearest, string? hint) =>
        new(
            series + "03",
            unknownKey,
            nearest is null ? $"unknown key '{key}'" : $"unknown key '{key}'; did you mean '{nearest}'?",
            at,
            nearest is null ? hint : null
        );

    /// <param name="known">The keys that would be right there.</param>
    public Diagnostic UnknownKey(SourceLocation at, string key, IReadOnlyList<string> known) =>
        UnknownKey(at, key, SpellingSuggestion.Nearest(key, known), "known here: " + string.Join(", ", known));

    /// <summary>04: <c>[a, b]: c</c>.</summary>
    public Diagnostic KeyNotText(SourceLocation at) =>
        Fault("04", at, "a key must be a word", "write it as 'key: value'");

    /// <summary>05: <c>title: [a, b]</c>.</summary>
    /// <param name="name">The key, with the keys around it: <c>image.width</c>.</param>
    /// <param name="expected">"a text", "a list".</param>
    public Diagnostic WrongKind(SourceLocation at, string name, string expected, YamlTokenKind found)
    {
        var (foundWords, hint) = found switch
        {
            YamlTokenKind.ListStart => ("a list", "a value that begins with '[' or '-' needs quotes if it is text"),
            YamlTokenKind.MapStart => ("a group of keys", "a value with a colon in it needs quotes if it is text"),
            YamlTokenKind.Alias => (
                "an alias ('*')",
                "Put a value that begins with '*' in quotes; write repeated values out"
            ),
            YamlTokenKind.Tagged => ("a value with a tag ('!')", "Put a value that begins with '!' in quotes"),
            _ => ("a text", (string?)null),
        };
        return Fault("05", at, $"'{name}' takes {expected}, not {foundWords}", hint);
    }

    /// <summary>06: <c>priority: high</c>, <c>pager: { size: 0 }</c>.</summary>
    public Diagnostic NumberRefused(SourceLocation at, string name, string value, int min, int max) =>
        Fault(
            "06",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{name}' takes a whole number from {min} to {max}, not '{Shown(value)}'"
            )
        );

    /// <summary>07: <c>draft: maybe</c>.</summary>
    public Diagnostic YesNoRefused(SourceLocation at, string name, string value) =>
        Fault("07", at, $"'{name}' takes true or false, not '{Shown(value)}'");

    /// <summary>08: <c>type: opnion</c>.</summary>
    /// <param name="choices">All values that would be right.</param>
    public Diagnostic ChoiceRefused(SourceLocation at, string name, string value, IReadOnlyList<string> choices)
    {
        var nearest = SpellingSuggestion.Nearest(value.Length > 40 ? "" : value, choices);
        return Fault(
            "08",
            at,
            $"'{name}' cannot be '{Shown(value)}'",
            "one of: " + string.Join(", ", choices),
            nearest is null ? "" : $"; did you mean '{nearest}'?"
        );
    }

    /// <summary>09: <c>image: { alt: A river }</c>, without <c>src</c>.</summary>
    public Diagnostic PartMissing(SourceLocation at, string owner, string part) =>
        Fault("09", at, $"'{owner}' has no '{part}'", $"add '{part}: …'");

    /// <summary>10: <c>[Kent</c>, and <c>Sussex]</c> on the next line, which is one item.</summary>
    public Diagnostic ItemGoesOn(SourceLocation at, string item) =>
        Diagnostic.Warning(
            series + "10",
            at,
            $"'{Shown(item)}' is one item that goes on over the line's end; a comma may be missing",
            "Put a comma at the end of the line, or write the item on one line"
        );

    /// <summary>11: <c>kicker: &amp;Co of London</c>, which is read as "of London".</summary>
    public Diagnostic AnchorPassedOver(SourceLocation at, string value) =>
        Diagnostic.Warning(
            series + "11",
            at,
            $"the word that begins with '&' is a YAML anchor and no part of the value, which is '{Shown(value)}'",
            "Put the value in quotes if the word belongs to it; delete the word if not"
        );

    /// <summary>A value that cannot be used; where the document stands without it, the message says so.</summary>
    private Diagnostic Fault(
        string number,
        SourceLocation at,
        string message,
        string? hint = null,
        string question = ""
    ) => new(series + number, value, (LeavesFieldOut ? message + ", so it is left out" : message) + question, at, hint);

    /// <summary>A value as a message shows it: a megabyte of text stays out of the terminal.</summary>
    private static string Shown(string value) => value.Length <= 60 ? value : value[..60] + "…";

    private static (string Message, string? Hint) Words(YamlFaultKind kind, string? detail) =>
        kind switch
        {
            YamlFaultKind.UnquotedColon => (
                "a colon inside a value that is not in quotes",
                "put the value in double quotes: title: \"War: the last day\""
            ),
            YamlFaultKind.UnclosedQuote => ("a quote opens here and is not closed", "close it at the end of the value"),
            YamlFaultKind.TextAfterValue => (
                "text follows a value that has ended",
                "put the whole value in double quotes; inside single quotes an apostrophe is written twice: 'it''s'"
            ),
            YamlFaultKind.TabIndent => ("a tab where YAML takes only spaces", "replace it by two spaces"),
            YamlFaultKind.UnclosedBracket => (
                "a bracket opens here and is not closed",
                "close it, or put the value in quotes if it is text"
            ),
            YamlFaultKind.ReservedStart => (
                "a value cannot begin with this character",
                "put the value in double quotes"
            ),
            YamlFaultKind.WrongIndent => (
                "this line is indented like none of the lines it could belong to",
                "keys of one group begin in the same column"
            ),
            YamlFaultKind.KeyWithoutColon => (
                "a line that is neither 'key: value' nor part of the value above",
                "a key needs a colon and a space after it; a longer value needs indented lines"
            ),
            YamlFaultKind.ListOnKeyLine => (
                "a list cannot begin on the line of its key",
                "begin it on the next line, or write [a, b]; put the value in quotes if it is text"
            ),
            YamlFaultKind.TextOnBlockLine => (
                "text on the line of '>' or '|'",
                "begin it on the next line, indented; put the value in quotes if it is text"
            ),
            YamlFaultKind.BadEscape => (
                "a backslash in double quotes before a character that it cannot escape",
                "write the backslash twice, or use single quotes"
            ),
            YamlFaultKind.Anchor => (
                "a value begins with '&', which YAML takes for an anchor",
                "Put the value in quotes: title: \"&c.\""
            ),
            YamlFaultKind.Alias => (
                "a value begins with an asterisk ('*'), which YAML takes for an alias",
                "Put the value in quotes: summary: \"*very* good\"; write repeated values out"
            ),
            YamlFaultKind.EmptyKey => ("no key stands before this colon", "Write the key, or delete the line"),
            YamlFaultKind.Apostrophe => (
                "this apostrophe ends the text in single quotes",
                "Write the apostrophe twice ('it''s'), or put the text in double quotes"
            ),
            YamlFaultKind.MissingComma => (
                "a comma is missing before this item",
                "Separate the items by commas: [a, b]"
            ),
            YamlFaultKind.ExtraComma => ("a comma without an item before it", "Delete the comma"),
            YamlFaultKind.DashInBrackets => (
                "a dash cannot begin an item between brackets",
                "Write [a, b] without dashes, or '- a' and '- b' on lines of their own without brackets"
            ),
            YamlFaultKind.WrongBracket => (
                "this bracket is not of the kind that was opened",
                "Close '[' by ']' and '{' by '}'; put the value in quotes if it is text"
            ),
            YamlFaultKind.HiddenCharacter => (
                $"this line begins with an invisible character ({detail})",
                "Delete the character"
            ),
            YamlFaultKind.Tag => ("YAML tags ('!') are not read", "put a value that begins with '!' in quotes"),
            YamlFaultKind.TooDeep => (
                string.Create(CultureInfo.InvariantCulture, $"values nested more than {YamlTokenizer.MaxDepth} deep"),
                "use fewer levels"
            ),
            YamlFaultKind.TooMany => ("too many values", "move what is not for this file elsewhere"),
            YamlFaultKind.SecondDocument => ("a second YAML document begins here", "keep everything in one"),
            YamlFaultKind.Nul => ("a NUL character, which no text has", "delete it, or save the file as UTF-8 again"),
            _ => ("this is not YAML", "check quotes, colons and indentation around this place"),
        };
}

/// <summary>Which value counts of a key that stands twice in one mapping.</summary>
internal enum DuplicateUse
{
    Last,
    EarlierThanEmpty,
    EarlierThanWrong,

    /// <summary>Of keys that say who may see the article.</summary>
    Stricter,

    /// <summary>Of groups, whose keys come together.</summary>
    Both,

    /// <summary>Neither, or another key.</summary>
    Neither,
}
