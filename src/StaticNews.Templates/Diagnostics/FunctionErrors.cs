using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>What built-in functions can complain about, SN321x to SN329x.</summary>
internal static class FunctionErrors
{
    private const int QuotedChars = 60;

    /// <summary>A culture outside <see cref="EnglishCulture"/>: <c>d | date.to_string '%B' 'fr-FR'</c>.</summary>
    public static RenderFault UnknownCulture(string name) =>
        new(
            "SN3210",
            $"There is no culture '{Short(name)}' here.",
            $"Numbers and dates are written in English, so that they come out the same everywhere: "
                + $"{EnglishCulture.Names}, or none."
        );

    /// <summary>A text that no date form fits: <c>date.parse 'next week'</c>.</summary>
    public static RenderFault NotADate(string text) =>
        new(
            "SN3211",
            $"'{Short(text)}' is not a date.",
            "Write it as 2024-03-09, 2024-03-09T17:30:00+05:30, 9 March 2024 or March 9, 2024, or give its pattern."
        );

    /// <summary>A text that does not follow the pattern given for it: <c>date.parse '9.3.' '%d.%m.%Y'</c>.</summary>
    public static RenderFault NotADateOf(string text, string pattern) =>
        new("SN3212", $"'{Short(text)}' is not a date of the form '{Short(pattern)}'.", null);

    /// <summary>Before year 1 or after 9999: <c>d | date.add_years 9000</c>.</summary>
    public static RenderFault DateOutOfRange() =>
        new("SN3307", "The result is not between the years 1 and 9999.", null);

    /// <summary>A text that is no time span: <c>timespan.parse 'soon'</c>.</summary>
    public static RenderFault NotATimeSpan(string text) =>
        new("SN3213", $"'{Short(text)}' is not a timespan.", "Write it as 01:30:00, or 2.01:30:00 with days.");

    /// <summary>Longer than about 29,000 years: <c>timespan.from_days 1e9</c>.</summary>
    public static RenderFault TimeSpanOutOfRange() => new("SN3214", "The timespan is too long.", null);

    /// <summary>A function that needs a text got null: <c>null | regex.replace 'a' 'b'</c>.</summary>
    public static RenderFault NeedsText(string parameter) =>
        new(
            "SN3215",
            $"The argument '{parameter}' is null; it must be a text.",
            "Give another value in its place: (x ?? '')."
        );

    /// <summary>A regular expression with a mistake: <c>'a' | regex.match '('</c>.</summary>
    public static RenderFault BadPattern(string pattern, string reason) =>
        new(
            "SN3216",
            $"'{Short(pattern)}' is not a regular expression: {reason}",
            "A pattern is best written between backquotes, where a backslash is only itself."
        );

    /// <summary>A regular expression that tries too many ways.</summary>
    public static RenderFault PatternTooSlow(string pattern, TimeSpan limit) =>
        new(
            "SN3217",
            $"The regular expression '{Short(pattern)}' took longer than {limit.TotalMilliseconds:0} ms.",
            "Nested repetition such as (a+)+ is the usual reason."
        );

    /// <summary>Patterns are written by hand; one that long was not.</summary>
    public static RenderFault PatternTooLong(int maxChars) =>
        new("SN3218", $"A regular expression may have {maxChars} characters at most.", null);

    /// <summary>An option letter other than i, m, s, x.</summary>
    public static RenderFault UnknownPatternOption(char option) =>
        new(
            "SN3219",
            $"There is no regular expression option '{option}'.",
            "i ignores case, m makes ^ and $ match at lines, s lets . match line ends, x allows blanks and comments."
        );

    /// <summary><c>'5' | math.format 'N0'</c>.</summary>
    public static RenderFault NotANumber(string kind) =>
        new(
            "SN3220",
            $"A value of kind '{kind}' cannot be formatted as a number.",
            kind is "string" ? "Make it a number first: x | string.to_double." : null
        );

    /// <summary>A .NET format string that the kind of value does not have: <c>1.5 | math.format 'D4'</c>.</summary>
    public static RenderFault BadFormat(string format, string kind) =>
        new("SN3221", $"'{Short(format)}' is not a format for a value of kind '{kind}'.", null);

    /// <summary><c>'{oops' | object.from_json</c>.</summary>
    public static RenderFault BadJson(string reason) => new("SN3222", $"The text is not JSON: {reason}", null);

    /// <summary>A value without a JSON form: a function, infinity.</summary>
    public static RenderFault NoJson(string kind) => new("SN3223", $"A value of kind '{kind}' has no JSON form.", null);

    /// <summary>Perhaps an object that holds itself.</summary>
    public static RenderFault JsonTooDeep(int maxDepth) =>
        new("SN3224", $"JSON may have {maxDepth} levels at most.", "Does the value hold itself?");

    /// <summary><c>'abc' | string.replace '' 'x'</c>.</summary>
    public static RenderFault EmptyMatch(string parameter) =>
        new("SN3225", $"The argument '{parameter}' is empty; it must have at least one character.", null);

    /// <summary><c>'?' | string.base64_decode</c>.</summary>
    public static RenderFault BadBase64() => new("SN3226", "The text is not Base64.", null);

    /// <summary>A search that would begin or end outside the text.</summary>
    public static RenderFault OutsideText(string parameter, int value, int length) =>
        new("SN3227", $"'{parameter}' is {value}, outside a text of {length} characters.", null);

    /// <summary>A way of comparing that is not one of the six of .NET.</summary>
    public static RenderFault UnknownComparison(string name) =>
        new("SN3228", $"There is no comparison '{Short(name)}'.", "Use 'Ordinal' or 'OrdinalIgnoreCase'.");

    /// <summary><c>[1, 'a'] | array.sort</c>.</summary>
    public static RenderFault NotComparable(string left, string right) =>
        new(
            "SN3229",
            $"The list cannot be sorted: there is no order between kinds '{left}' and '{right}'.",
            "Sort by a member that has one kind in all items."
        );

    /// <summary>Rounding to a place that doubles do not have.</summary>
    public static RenderFault PrecisionOutOfRange(int precision, int most) =>
        new("SN3230", $"A precision of {precision} is not between 0 and {most}.", null);

    /// <summary><c>math.random</c> and <c>math.uuid</c>: a page would differ from build to build.</summary>
    public static RenderFault NotReproducible(string function) =>
        new(
            "SN3231",
            $"'{function}' is not available: the same site must come out the same in each build.",
            "For an id, take a hash of something lasting: page.url | string.md5."
        );

    /// <summary>A list that is far longer than any page needs, such as a range of a billion.</summary>
    public static RenderFault ListTooLong(int maxItems) =>
        new("SN3232", $"A list would have more than {maxItems} items.", null);

    private static string Short(string text) =>
        text.Length <= QuotedChars ? text : string.Concat(text.AsSpan(0, QuotedChars - 1), "…");
}
