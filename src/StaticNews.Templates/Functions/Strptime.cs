using System.Globalization;

namespace StaticNews.Templates;

/// <summary>
/// Reads a date by a pattern of <c>%</c> letters (see <see cref="Strftime"/>). What the pattern leaves out is the first of January of year 1 at
/// midnight, UTC: never today, so that the same text is the same date on any day.
/// </summary>
internal ref struct Strptime
{
    private ReadOnlySpan<char> _rest;
    private DateFields _date;
    private long? _unixSeconds;

    /// <summary>The date, or null when <paramref name="text"/> does not follow <paramref name="pattern"/> to its end.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern, EnglishCulture culture)
    {
        var reader = new Strptime { _rest = text.Trim(), _date = new DateFields() };
        return reader.Match(pattern.Trim(), culture) && reader._rest.IsEmpty ? reader.ToDate() : null;
    }

    private bool Match(ReadOnlySpan<char> pattern, EnglishCulture culture)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            var isLetter = pattern[i] == '%' && i + 1 < pattern.Length;
            var matches = isLetter ? MatchLetter(pattern[++i], culture)
                : char.IsWhiteSpace(pattern[i]) ? SkipBlanks()
                : Skip(pattern[i]);
            if (!matches)
                return false;
        }

        return true;
    }

    private bool MatchLetter(char letter, EnglishCulture culture) => letter switch
    {
        'a' or 'A' => EnglishCalendar.WeekdayAt(_rest, out var length) && Advance(length),
        'b' or 'B' or 'h' => (_date.Month = EnglishCalendar.MonthAt(_rest, out var length)) > 0 && Advance(length),
        'c' => Match("%a %b %e %T %Y", culture),
        'd' or 'e' => SkipBlanks() && ReadNumber(2, out _date.Day),
        'D' => Match("%m/%d/%y", culture),
        'F' => Match("%Y-%m-%d", culture),
        'g' => true,
        'H' or 'I' or 'k' or 'l' => SkipBlanks() && ReadNumber(2, out _date.Hour),
        'j' => ReadNumber(3, out _date.DayOfYear) && _date.DayOfYear > 0,
        'L' => ReadFraction(3),
        'm' => ReadNumber(2, out _date.Month),
        'M' => ReadNumber(2, out _date.Minute),
        'n' or 't' => SkipBlanks(),
        'N' => ReadFraction(9),
        'p' or 'P' => ReadHalfDay(),
        'r' => Match("%I:%M:%S %p", culture),
        'R' => Match("%H:%M", culture),
        's' => ReadUnixSeconds(),
        'S' => ReadNumber(2, out _date.Second),
        'T' or 'X' => Match("%H:%M:%S", culture),
        'v' => Match("%e-%b-%Y", culture),
        'x' => Match(culture.DayFirst ? "%d/%m/%Y" : "%m/%d/%Y", culture),
        'y' => ReadTwoDigitYear(),
        'Y' => ReadNumber(4, out _date.Year),
        'Z' => ReadOffset(),
        '%' => Skip('%'),
        _ => false,
    };

    private readonly DateTimeOffset? ToDate() => _unixSeconds is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : _date.ToDate();

    private bool Advance(int length)
    {
        _rest = _rest[length..];
        return true;
    }

    private bool SkipBlanks()
    {
        _rest = _rest.TrimStart();
        return true;
    }

    private bool Skip(char expected) => _rest.Length > 0 && _rest[0] == expected && Advance(1);

    private bool ReadNumber(int maxDigits, out int number) => DateParts.TakeNumber(ref _rest, maxDigits, out number) > 0;

    private bool ReadTwoDigitYear()
    {
        var digits = DateParts.TakeNumber(ref _rest, 2, out var year);
        _date.Year = DateParts.FullYear(year);
        return digits == 2;
    }

    private bool ReadFraction(int maxDigits)
    {
        _date.Fraction = DateParts.TakeFraction(ref _rest, maxDigits, out var digits);
        return digits > 0;
    }

    private bool ReadHalfDay()
    {
        if (DateParts.TakeHalfDay(ref _rest) is not { } afternoon)
            return false;
        _date.Afternoon = afternoon;
        return true;
    }

    private bool ReadUnixSeconds()
    {
        var end = _rest.StartsWith('-') ? 1 : 0;
        while (end < _rest.Length && char.IsAsciiDigit(_rest[end]))
            end++;
        if (!long.TryParse(_rest[..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            return false;
        if (seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds() || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return false;
        _unixSeconds = seconds;
        return Advance(end);
    }

    private bool ReadOffset() => DateParts.TakeOffset(ref _rest, out _date.Offset);
}
