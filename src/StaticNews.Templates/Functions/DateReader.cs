namespace StaticNews.Templates;

/// <summary>
/// Reads a date as people and feeds write it: <c>2024-03-09</c> with <c>-</c>, <c>/</c> or <c>.</c>, with or without a day; <c>03/09/2024</c> (day first in
/// cultures that do so); <c>9 March 2024</c>, <c>March 9, 2024</c>, <c>Sat, 09 Mar 2024</c>; each with a time, a fraction, AM or PM and an offset after it.
/// Without an offset it is UTC. A date without a year, or a time alone, is none: only a clock could complete it.
/// </summary>
internal ref struct DateReader
{
    private ReadOnlySpan<char> _rest;
    private DateFields _date;

    /// <summary>The date with the offset it was written with, or null when it is not one.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<char> text, EnglishCulture culture)
    {
        var reader = new DateReader { _rest = text.Trim(), _date = new DateFields() };
        var hasDate = reader.ReadNumeric(culture) || reader.ReadNamed(text.Trim());
        return hasDate && reader.ReadTime() ? reader._date.ToDate() : null;
    }

    private bool ReadNumeric(EnglishCulture culture)
    {
        var yearFirst = DateParts.TakeNumber(ref _rest, 4, out var first) == 4;
        var separator = _rest.IsEmpty ? ' ' : _rest[0];
        if (separator is not ('-' or '/' or '.'))
            return false;
        _rest = _rest[1..];
        if (DateParts.TakeNumber(ref _rest, 2, out var second) == 0)
            return false;
        if (!yearFirst)
            return ReadYearLast(culture.DayFirst ? second : first, culture.DayFirst ? first : second, separator);
        (_date.Year, _date.Month, _date.Day) = (first, second, 1);
        if (!_rest.StartsWith(separator))
            return IsDateEnd();
        _rest = _rest[1..];
        return DateParts.TakeNumber(ref _rest, 2, out _date.Day) > 0 && IsDateEnd();
    }

    private bool ReadYearLast(int month, int day, char separator)
    {
        if (!_rest.StartsWith(separator))
            return false;
        _rest = _rest[1..];
        var digits = DateParts.TakeNumber(ref _rest, 4, out var year);
        (_date.Year, _date.Month, _date.Day) = (digits == 2 ? DateParts.FullYear(year) : year, month, day);
        return digits is 2 or 4 && IsDateEnd();
    }

    private readonly bool IsDateEnd() => _rest.IsEmpty || _rest[0] is 'T' or 't' or ',' || char.IsWhiteSpace(_rest[0]);

    private bool ReadNamed(ReadOnlySpan<char> text)
    {
        _rest = text;
        (_date.Year, _date.Month, _date.Day) = (0, 0, 0);
        while (ReadName() || ReadDayOrYear())
            _rest = _rest.TrimStart(" \t,-/.");
        if (_date.Day == 0)
            _date.Day = 1;
        return _date.Month > 0 && _date.Year > 0;
    }

    private bool ReadName()
    {
        if (!EnglishCalendar.WeekdayAt(_rest, out var length))
        {
            var month = EnglishCalendar.MonthAt(_rest, out length);
            if (month == 0 || _date.Month > 0)
                return false;
            _date.Month = month;
        }

        _rest = _rest[length..];
        return _rest.IsEmpty || !char.IsLetter(_rest[0]);
    }

    private bool ReadDayOrYear()
    {
        var after = _rest;
        var digits = DateParts.TakeNumber(ref after, 4, out var number);
        if (digits is 0 or 3 || after.StartsWith(':'))
            return false;
        if (digits == 4 && _date.Year == 0)
            _date.Year = number;
        else if (digits < 4 && _date.Day == 0)
            _date.Day = number;
        else if (digits == 2 && _date.Year == 0)
            _date.Year = DateParts.FullYear(number);
        else
            return false;
        _rest = digits < 4 ? WithoutOrdinal(after) : after;
        return true;
    }

    /// <summary>"9th March": the letters after the number say nothing.</summary>
    private static ReadOnlySpan<char> WithoutOrdinal(ReadOnlySpan<char> text)
    {
        var isOrdinal = text.Length >= 2 && text[..2] is "st" or "nd" or "rd" or "th";
        return isOrdinal ? text[2..] : text;
    }

    /// <summary>The rest: nothing, or a time with what may follow it.</summary>
    private bool ReadTime()
    {
        if (_rest.IsEmpty)
            return true;
        _rest = _rest[0] is 'T' or 't' ? _rest[1..] : _rest.TrimStart(" \t,");
        if (!ReadClock())
            return false;
        _rest = _rest.TrimStart();
        return (_rest.IsEmpty || DateParts.TakeOffset(ref _rest, out _date.Offset)) && _rest.IsEmpty;
    }

    private bool ReadClock()
    {
        if (DateParts.TakeNumber(ref _rest, 2, out _date.Hour) == 0)
            return false;
        var hasMinutes = TakeColon();
        if (hasMinutes && DateParts.TakeNumber(ref _rest, 2, out _date.Minute) != 2)
            return false;
        if (hasMinutes && TakeColon() && DateParts.TakeNumber(ref _rest, 2, out _date.Second) != 2)
            return false;
        if (hasMinutes && _rest.Length > 1 && _rest[0] is '.' or ',')
        {
            _rest = _rest[1..];
            _date.Fraction = DateParts.TakeFraction(ref _rest, int.MaxValue, out _);
        }

        var beforeHalfDay = _rest;
        _rest = _rest.TrimStart();
        _date.Afternoon = DateParts.TakeHalfDay(ref _rest);
        if (_date.Afternoon is not null)
            return true;
        _rest = beforeHalfDay;
        return hasMinutes;
    }

    private bool TakeColon()
    {
        if (!_rest.StartsWith(':'))
            return false;
        _rest = _rest[1..];
        return true;
    }
}
