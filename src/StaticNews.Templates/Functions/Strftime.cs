using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Scriban;

namespace StaticNews.Templates;

/// <summary>
/// Dates by the <c>%</c> letters that Scriban documents under <c>date.to_string</c>. Names are English; an unknown
/// letter stays as it is. Weeks (<c>%U</c>, <c>%W</c>) begin at 01 with the days before the year's first Sunday or
/// Monday, as Scriban's do and Ruby's do not.
/// </summary>
internal static class Strftime
{
    /// <summary>What a date prints as when no pattern is given.</summary>
    public const string DefaultPattern = "%d %b %Y";

    // %c writes most: 24 characters for its two.
    private const long MostGrowth = 12;

    /// <summary>The letters that .NET writes and reads, as it calls them.</summary>
    private static readonly FrozenDictionary<char, string> Native = new Dictionary<char, string>
    {
        ['a'] = "ddd",
        ['A'] = "dddd",
        ['b'] = "MMM",
        ['B'] = "MMMM",
        ['c'] = "ddd MMM dd HH:mm:ss yyyy",
        ['d'] = "dd",
        ['D'] = "MM/dd/yy",
        ['e'] = "%d",
        ['F'] = "yyyy-MM-dd",
        ['h'] = "MMM",
        ['H'] = "HH",
        ['I'] = "hh",
        ['k'] = "%H",
        ['l'] = "%h",
        ['L'] = "fff",
        ['m'] = "MM",
        ['M'] = "mm",
        ['N'] = "fffffff00",
        ['p'] = "tt",
        ['P'] = "tt",
        ['r'] = "hh:mm:ss tt",
        ['R'] = "HH:mm",
        ['S'] = "ss",
        ['T'] = "HH:mm:ss",
        ['x'] = "MM/dd/yyyy",
        ['X'] = "HH:mm:ss",
        ['y'] = "yy",
        ['Y'] = "yyyy",
        ['Z'] = "zzz",
    }.ToFrozenDictionary();

    /// <summary>The date as text: one string is allocated, nothing else.</summary>
    public static string Format(DateTimeOffset date, ReadOnlySpan<char> pattern)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[128]);
        for (var at = pattern.IndexOf('%'); at >= 0 && at < pattern.Length - 1; at = pattern.IndexOf('%'))
        {
            var letter = pattern[at + 1];
            text.AppendFormatted(pattern[..at]);
            if (Computed(date, letter) is { } part)
                text.AppendLiteral(part);
            else if (Native.TryGetValue(letter, out var native))
                text.AppendFormatted(date, letter is 'e' or 'k' or 'l' ? 2 : 0, native);
            else
                text.AppendFormatted(pattern.Slice(at, 2));
            pattern = pattern[(at + 2)..];
        }
        text.AppendFormatted(pattern);
        return text.ToStringAndClear();
    }

    /// <summary>A pattern so long that its text could be longer than the limit is a fault.</summary>
    public static void CheckLength(TemplateContext context, string pattern) =>
        LimitErrors.CheckLength(context, pattern.Length * MostGrowth);

    /// <summary>
    /// The first part of a pattern that means nothing, such as <c>%Q</c> or a <c>%</c> at its end; null for none.
    /// </summary>
    public static string? UnknownPart(string pattern)
    {
        for (
            var at = pattern.IndexOf('%', StringComparison.Ordinal);
            at >= 0;
            at = pattern.IndexOf('%', Math.Min(at + 2, pattern.Length))
        )
        {
            if (at == pattern.Length - 1)
                return "%";
            if (!Native.ContainsKey(pattern[at + 1]) && Computed(default, pattern[at + 1]) is null)
                return pattern.Substring(at, 2);
        }
        return null;
    }

    /// <summary>A pattern as .NET reads it; null when it has a letter that can only be written.</summary>
    /// <param name="isStrict">
    /// Whether two digits must be two, and letters of the text may mean something to .NET, as in Scriban.
    /// </param>
    public static string? ToNative(string pattern, bool isStrict)
    {
        var native = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%')
                native.Append(isStrict || !char.IsLetter(pattern[i]) ? "" : "\\").Append(pattern[i]);
            else if (++i < pattern.Length && Native.TryGetValue(pattern[i], out var part))
                native.Append(isStrict ? part : Lenient(part));
            else if (i == pattern.Length || pattern[i] != 'g')
                return null;
        }
        return native.ToString();
    }

    private static string Lenient(string part) =>
        part switch
        {
            "dd" or "MM" or "HH" or "hh" or "mm" or "ss" => "%" + part[0],
            "fff" => "FFF",
            "zzz" => "K", // Reads Z as well.
            _ => part,
        };

    /// <summary>What .NET has no format for; null for any other letter.</summary>
    private static string? Computed(DateTimeOffset date, char letter) =>
        letter switch
        {
            'C' => Padded(date.Year / 100, 2),
            'g' => "", // Asks for the invariant culture, which is the only one we have.
            'j' => Padded(date.DayOfYear, 3),
            'n' => "\n",
            'P' => date.Hour < 12 ? "am" : "pm",
            's' => date.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            't' => "\t",
            'u' => Padded(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek, 1),
            'U' => Padded(WeekOfYear(date, DayOfWeek.Sunday), 2),
            'v' => string.Create(CultureInfo.InvariantCulture, $"{date.Day, 2}-{date:MMM-yyyy}").ToUpperInvariant(),
            'V' => Padded(ISOWeek.GetWeekOfYear(date.DateTime), 2),
            'w' => Padded((int)date.DayOfWeek, 1),
            'W' => Padded(WeekOfYear(date, DayOfWeek.Monday), 2),
            '%' => "%",
            _ => null,
        };

    private static string Padded(int number, int digits) =>
        number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');

    private static int WeekOfYear(DateTimeOffset date, DayOfWeek firstDay) =>
        CultureInfo.InvariantCulture.Calendar.GetWeekOfYear(date.DateTime, CalendarWeekRule.FirstDay, firstDay);
}

/// <summary>
/// The cultures that templates may name. All print dates alike, so that no machine's language data can change a page,
/// and numbers but for percents; they differ in how <c>03/09/2024</c> is read.
/// </summary>
internal sealed class EnglishCulture
{
    private const int MonthFirstNames = 3;
    private static readonly string[] Known = ["en", "en-US", "en-CA", "en-GB", "en-IE", "en-AU", "en-IN"];

    // As the Unicode CLDR has it for English.
    private static readonly NumberFormatInfo EnglishNumbers = new()
    {
        NumberDecimalDigits = 3,
        PercentDecimalDigits = 3,
        PercentPositivePattern = 1,
        PercentNegativePattern = 1,
    };

    private static readonly EnglishCulture Unnamed = new(NumberFormatInfo.InvariantInfo, "MM/dd/yyyy");
    private static readonly EnglishCulture MonthFirst = new(EnglishNumbers, "MM/dd/yyyy");
    private static readonly EnglishCulture DayFirst = new(EnglishNumbers, "dd/MM/yyyy");

    private EnglishCulture(NumberFormatInfo numbers, string shortDate)
    {
        const string YearMonth = "yyyy MMMM";
        (Numbers, Beginning, First) = (numbers, At(1, shortDate, YearMonth), At(9992, shortDate, YearMonth));
        (Second, Other) = (At(9996, shortDate, YearMonth), At(9996, shortDate, "MMMM yyyy"));
    }

    public static string Names => string.Join(", ", Known);
    public NumberFormatInfo Numbers { get; }

    /// <summary>Completes dates from the first of January of year 1.</summary>
    public DateTimeFormatInfo Beginning { get; }

    /// <summary>
    /// No text names the year of this and of <see cref="Second"/>: one that is read alike by both needed no clock.
    /// </summary>
    public DateTimeFormatInfo First { get; }
    public DateTimeFormatInfo Second { get; }

    /// <summary>As <see cref="Second"/>, but it does not take the 5 of "5 March" for the year 2005.</summary>
    public DateTimeFormatInfo Other { get; }

    /// <summary>The culture of that name, in any case; null or "" is the default. Another name is a fault.</summary>
    public static EnglishCulture Required(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return Unnamed;
        var index = Array.FindIndex(Known, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? throw FunctionErrors.UnknownCulture(name)
            : index < MonthFirstNames ? MonthFirst
            : DayFirst;
    }

    private static DateTimeFormatInfo At(int year, string shortDate, string yearMonth)
    {
        var clock = (DateTimeFormatInfo)DateTimeFormatInfo.InvariantInfo.Clone();
        (clock.Calendar, clock.ShortDatePattern, clock.YearMonthPattern) = (new StandIn(year), shortDate, yearMonth);
        return clock;
    }

    /// <summary>
    /// A calendar that answers for today with a day of its own: .NET asks it for what a text leaves out.
    /// </summary>
    private sealed class StandIn(int year) : GregorianCalendar
    {
        public override int GetYear(DateTime time) => year;

        public override int GetMonth(DateTime time) => 1;

        public override int GetDayOfMonth(DateTime time) => 1;
    }
}

/// <summary>
/// Reads dates. Without an offset they are UTC. What only a clock could complete, a time alone or a date without a
/// year, is a fault.
/// </summary>
internal static partial class DateReader
{
    private const RegexOptions Prose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>
    /// As people and feeds write it: "9th March 2024", "Sept. 9, 2024, 10:30 UTC", and all that .NET reads. Null when
    /// it is no date.
    /// </summary>
    public static DateTimeOffset? Read(string text, EnglishCulture culture) =>
        ReadWhole(InProse().Replace(text, ""), null, culture.First, culture.Other);

    /// <summary>
    /// By a pattern of <c>%</c> letters; what that leaves out is the first of January of year 1 at midnight. Null when
    /// it does not fit.
    /// </summary>
    public static DateTimeOffset? Read(string text, string pattern, EnglishCulture culture) =>
        Strftime.ToNative(pattern, isStrict: false) is { } native ? ReadBy(culture.Beginning, text, native) : null;

    /// <summary>As .NET reads it, with two clocks.</summary>
    /// <param name="format">Null for any form.</param>
    public static DateTimeOffset? ReadWhole(
        string text,
        string? format,
        DateTimeFormatInfo first,
        DateTimeFormatInfo second
    ) =>
        ReadBy(first, text, format) is var date && date == ReadBy(second, text, format)
            ? date
            : throw FunctionErrors.NotADate(text);

    private static DateTimeOffset? ReadBy(DateTimeFormatInfo clock, string text, string? format)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (format is null)
            return DateTimeOffset.TryParse(text, clock, Styles, out var date) ? date : null;
        return DateTimeOffset.TryParseExact(text, format, clock, Styles, out var exact) ? exact : null;
    }

    /// <summary>
    /// Text that is not a part of a date: the letters of an ordinal, those of a short name that .NET does not know, the
    /// name of the zone.
    /// </summary>
    [GeneratedRegex(@"(?<=[0-9])(?:st|nd|rd|th)\b|(?<=\bSep)t\b\.?|(?<=\b[a-z]{3})\.|\s+UTC\s*$", Prose, 1000)]
    private static partial Regex InProse();
}
