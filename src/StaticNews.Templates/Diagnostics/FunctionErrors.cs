using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>The errors SN321x to SN329x of built-in functions.</summary>
internal static class FunctionErrors
{
    private const int QuotedChars = 60;

    /// <summary>A culture is not one of <see cref="EnglishCulture"/>: <c>d | date.to_string '%B' 'fr-FR'</c>.</summary>
    public static RenderFault UnknownCulture(string name) =>
        new(
            "SN3210",
            $"there is no culture '{Short(name)}' here",
            $"Numbers and dates are always formatted in English: use {EnglishCulture.Names}, or no culture"
        );

    /// <summary>A text has no known form of a date: <c>date.parse 'next week'</c>.</summary>
    public static RenderFault NotADate(string text) =>
        new(
            "SN3211",
            $"'{Short(text)}' is not a date",
            "Write it as 2024-03-09, 2024-03-09T17:30:00+05:30, 9 March 2024 or March 9, 2024, or give a pattern"
        );

    /// <summary>A text does not match the given pattern: <c>date.parse '9.3.' '%d.%m.%Y'</c>.</summary>
    public static RenderFault NotADateOf(string text, string pattern) =>
        new("SN3212", $"'{Short(text)}' is not a date of the form '{Short(pattern)}'", null);

    /// <summary>The result is before the year 1 or after 9999: <c>d | date.add_years 9000</c>.</summary>
    public static RenderFault DateOutOfRange() => new("SN3307", "the result is not between the years 1 and 9999", null);

    /// <summary>A text is not a time span: <c>timespan.parse 'soon'</c>.</summary>
    public static RenderFault NotATimeSpan(string text) =>
        new("SN3213", $"'{Short(text)}' is not a time span", "Write it as 01:30:00, or 2.01:30:00 with days");

    /// <summary>A time span is longer than about 29,000 years: <c>timespan.from_days 1e9</c>.</summary>
    public static RenderFault TimeSpanOutOfRange() => new("SN3214", "the time span is too long", null);

    /// <summary>A function that needs a text got null: <c>null | regex.replace 'a' 'b'</c>.</summary>
    public static RenderFault NeedsText(string parameter) =>
        new(
            "SN3215",
            $"the argument '{parameter}' is null; it must be a text",
            "Replace null by another value: (x ?? '')"
        );

    /// <summary>A regular expression is not valid: <c>'a' | regex.match '('</c>.</summary>
    public static RenderFault BadPattern(string pattern, string reason) =>
        new(
            "SN3216",
            $"'{Short(pattern)}' is not a regular expression: {reason.TrimEnd('.')}",
            "Write the pattern between backquotes, where a backslash needs no escape"
        );

    /// <summary>A regular expression takes too long, because it tries too many ways to match.</summary>
    public static RenderFault PatternTooSlow(string pattern, TimeSpan limit) =>
        new(
            "SN3217",
            $"the regular expression '{Short(pattern)}' took longer than {limit.TotalMilliseconds:0} ms",
            "Avoid nested repetition such as (a+)+, which is the usual reason"
        );

    /// <summary>A regular expression is longer than any that was written by hand.</summary>
    public static RenderFault PatternTooLong(int maxChars) =>
        new("SN3218", $"a regular expression may have {maxChars} characters at most", null);

    /// <summary>The letter of an option is not i, m, s or x.</summary>
    public static RenderFault UnknownPatternOption(char option) =>
        new(
            "SN3219",
            $"there is no regular expression option '{option}'",
            "Use i (ignore case), m (^ and $ match at lines), s (. matches line ends) or x (allow spaces and comments)"
        );

    /// <summary>A value that is not a number is formatted as one: <c>'5' | math.format 'N0'</c>.</summary>
    public static RenderFault NotANumber(string kind) =>
        new(
            "SN3220",
            $"a value of kind '{kind}' cannot be formatted as a number",
            kind is "string" ? "Convert it to a number first: x | string.to_double" : null
        );

    /// <summary>A .NET format string does not fit the kind of value: <c>1.5 | math.format 'D4'</c>.</summary>
    public static RenderFault BadFormat(string format, string kind) =>
        new("SN3221", $"'{Short(format)}' is not a format for a value of kind '{kind}'", null);

    /// <summary>A text is not JSON: <c>'{oops' | object.from_json</c>.</summary>
    public static RenderFault BadJson(string reason) =>
        new("SN3222", $"the text is not JSON: {reason.TrimEnd('.')}", null);

    /// <summary>A value cannot be written as JSON, such as a function or infinity.</summary>
    public static RenderFault NoJson(string kind) => new("SN3223", $"a value of kind '{kind}' has no JSON form", null);

    /// <summary>A value has too many levels for JSON, for example because it contains itself.</summary>
    public static RenderFault JsonTooDeep(int maxDepth) =>
        new("SN3224", $"JSON may have {maxDepth} levels at most", "Check whether the value contains itself");

    /// <summary>An argument is an empty text: <c>'abc' | string.replace '' 'x'</c>.</summary>
    public static RenderFault EmptyMatch(string parameter) =>
        new("SN3225", $"the argument '{parameter}' is empty; it must have at least one character", null);

    /// <summary>A text is not Base64: <c>'?' | string.base64_decode</c>.</summary>
    public static RenderFault BadBase64() => new("SN3226", "the text is not Base64", null);

    /// <summary>A search begins or ends outside of the text.</summary>
    public static RenderFault OutsideText(string parameter, int value, int length) =>
        new("SN3227", $"'{parameter}' is {value}, which is outside of a text of {length} characters", null);

    /// <summary>The name of a comparison is not one of the six of .NET.</summary>
    public static RenderFault UnknownComparison(string name) =>
        new("SN3228", $"there is no comparison '{Short(name)}'", "Use 'Ordinal' or 'OrdinalIgnoreCase'");

    /// <summary>The items of a list have no order: <c>[1, 'a'] | array.sort</c>.</summary>
    public static RenderFault NotComparable(string left, string right) =>
        new(
            "SN3229",
            $"the list cannot be sorted: there is no order between kinds '{left}' and '{right}'",
            "Sort by a member that has the same kind in all items"
        );

    /// <summary>A number is rounded to more digits than a double has.</summary>
    public static RenderFault PrecisionOutOfRange(int precision, int most) =>
        new("SN3230", $"a precision of {precision} is not between 0 and {most}", null);

    /// <summary><c>math.random</c> and <c>math.uuid</c> would make a page different in each build.</summary>
    public static RenderFault NotReproducible(string function) =>
        new(
            "SN3231",
            $"'{function}' is not available, because every build of the same site must give the same pages",
            "Use the hash of a constant text for an id: page.url | string.md5"
        );

    /// <summary>A list would be far longer than any page needs, such as a range of a billion items.</summary>
    public static RenderFault ListTooLong(int maxItems) =>
        new("SN3232", $"a list would have more than {maxItems} items", null);

    private static string Short(string text) =>
        text.Length <= QuotedChars ? text : string.Concat(text.AsSpan(0, QuotedChars - 1), "…");
}
