namespace StaticNews.Content;

/// <summary>
/// Reads the figures of a date and its time, in each form that <see cref="ArticleDateReader"/> names. False: it is none
/// of these forms.
/// </summary>
internal static class DateForms
{
    private static readonly string[] Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    private static readonly string[] Weekdays =
    [
        "Sunday",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
    ];

    public static bool Read(ref DateScanner scan, ref WrittenDate written)
    {
        if (scan.IsAtLetter)
        {
            return ReadFromName(ref scan, ref written);
        }

        return scan.DigitsAhead is 1 or 2 ? ReadFromDay(ref scan, ref written) : ReadFromYear(ref scan, ref written);
    }

    /// <summary>
    /// <c>2025-11-09</c>, <c>2025/11/09</c>, <c>2025.11.09</c> and <c>20251109</c>, or the beginning of one of these.
    /// </summary>
    private static bool ReadFromYear(ref DateScanner scan, ref WrittenDate written)
    {
        var digits = scan.DigitsAhead;
        if (digits == 8)
        {
            (written.Year, written.Month, written.Day) = (scan.Number(4), scan.Number(2), scan.Number(2));
            return ReadTime(ref scan, ref written, afterBlank: false);
        }

        if (digits != 4)
        {
            return false;
        }

        (written.Year, written.Month, written.Day) = (scan.Number(4), 1, 1);
        var separator = scan.TakeSeparator();
        if (separator == '\0')
        {
            return Finish(ref written, DatePrecision.Year);
        }

        written.Month = scan.Number(2);
        if (!scan.Take(separator))
        {
            // 2025.11 is a number and not a month.
            return separator != '.' && Finish(ref written, DatePrecision.Month);
        }

        written.Day = scan.Number(2);
        return ReadTime(ref scan, ref written, afterBlank: true);
    }

    /// <summary>
    /// <c>Sun, 09 Nov 2025</c>, <c>November 9, 2025</c>, <c>Sunday, November 9, 2025</c>, <c>November 2025</c>.
    /// </summary>
    private static bool ReadFromName(ref DateScanner scan, ref WrittenDate written)
    {
        var word = scan.Letters();
        var weekday = IndexOf(word, Weekdays);
        if (weekday < 0)
        {
            return ReadFromMonth(IndexOf(word, Months) + 1, word.Length, ref scan, ref written);
        }

        written.Weekday = weekday;
        TakeStop(ref scan, word.Length);
        if (!scan.Take(','))
        {
            return false;
        }

        scan.TakeBlanks();
        if (!scan.IsAtLetter)
        {
            return scan.DigitsAhead is 1 or 2 && ReadFromDay(ref scan, ref written) && !written.IsNumeric;
        }

        word = scan.Letters();
        return ReadFromMonth(IndexOf(word, Months) + 1, word.Length, ref scan, ref written);
    }

    /// <summary>What follows a month's name: a day and a year, or only a year.</summary>
    private static bool ReadFromMonth(int month, int nameLength, ref DateScanner scan, ref WrittenDate written)
    {
        TakeStop(ref scan, nameLength);
        if (month < 1 || !scan.TakeBlanks())
        {
            return false;
        }

        (written.Month, written.Day) = (month, 1);
        if (scan.DigitsAhead == 4 && written.Weekday < 0)
        {
            written.Year = scan.Number(4);
            return Finish(ref written, DatePrecision.Month);
        }

        if (scan.DigitsAhead is not (1 or 2))
        {
            return false;
        }

        written.Day = scan.Number(2);
        scan.TakeOrdinal(written.Day);
        var hasComma = scan.Take(',');
        if (!(scan.TakeBlanks() || hasComma) || scan.DigitsAhead != 4)
        {
            return false;
        }

        written.Year = scan.Number(4);
        return ReadTime(ref scan, ref written, afterBlank: true);
    }

    /// <summary>
    /// <c>9 Nov 2025</c>, <c>9th November, 2025</c>, mail's years of two digits, and figures alone: <c>9/11/2025</c>.
    /// </summary>
    private static bool ReadFromDay(ref DateScanner scan, ref WrittenDate written)
    {
        written.Day = scan.Number(2);
        if (scan.TakeSeparator() is var separator and not '\0')
        {
            return ReadFigures(separator, ref scan, ref written);
        }

        scan.TakeOrdinal(written.Day);
        if (!scan.TakeBlanks())
        {
            return false;
        }

        var word = scan.Letters();
        written.Month = IndexOf(word, Months) + 1;
        if (written.Month < 1)
        {
            return false;
        }

        TakeStop(ref scan, word.Length);
        var hasComma = scan.Take(',');
        if (!(scan.TakeBlanks() || hasComma) || scan.DigitsAhead is not (2 or 4))
        {
            return false;
        }

        written.Year = scan.DigitsAhead == 4 ? scan.Number(4) : FullYear(scan.Number(2));
        return ReadTime(ref scan, ref written, afterBlank: true);
    }

    /// <summary>RFC 5322 section 4.3.</summary>
    private static int FullYear(int twoDigits) => twoDigits < 50 ? 2000 + twoDigits : 1900 + twoDigits;

    /// <summary>
    /// The second and third figure of <c>9/11/2025</c>; the first two stand as day and month until somebody decides
    /// which is which.
    /// </summary>
    private static bool ReadFigures(char separator, ref DateScanner scan, ref WrittenDate written)
    {
        if (scan.DigitsAhead is not (1 or 2))
        {
            return false;
        }

        written.Month = scan.Number(2);
        if (!scan.Take(separator) || scan.DigitsAhead is not (2 or 4))
        {
            return false;
        }

        (written.IsNumeric, written.IsShortYear) = (true, scan.DigitsAhead == 2);
        written.Year = scan.Number(4);
        written.LengthAfterDay = scan.Length;
        return ReadTime(ref scan, ref written, afterBlank: true);
    }

    /// <summary>The time, if one follows; false where one begins and does not go on.</summary>
    private static bool ReadTime(ref DateScanner scan, ref WrittenDate written, bool afterBlank)
    {
        if (!scan.TakeTimeMark(afterBlank))
        {
            return Finish(ref written, DatePrecision.Day);
        }

        var isBasic = scan.DigitsAhead is 4 or 6;
        written.Hour = scan.Number(2);
        if (!isBasic && !scan.Take(':'))
        {
            written.IsAfternoon = scan.TakeHalfOfDay();
            return written.IsAfternoon is not null && Finish(ref written, DatePrecision.Minute);
        }

        written.Minute = scan.Number(2);
        var hasSeconds = isBasic ? scan.DigitsAhead == 2 : scan.Take(':');
        if (hasSeconds)
        {
            written.Second = scan.Number(2);
            written.FractionTicks = scan.Fraction();
        }

        written.IsAfternoon = scan.TakeHalfOfDay();
        return Finish(ref written, hasSeconds ? DatePrecision.Second : DatePrecision.Minute);
    }

    private static bool Finish(ref WrittenDate written, DatePrecision precision)
    {
        written.Precision = precision;
        return true;
    }

    /// <summary>
    /// Index of the name that a word is: whole, or its first three letters, in any case; -1 where it is none.
    /// </summary>
    private static int IndexOf(ReadOnlySpan<char> word, string[] names)
    {
        // The one name that many style guides shorten to four letters.
        var name = word.Equals("Sept", StringComparison.OrdinalIgnoreCase) ? word[..3] : word;
        for (var i = 0; i < names.Length; i++)
        {
            if (name.Equals(name.Length == 3 ? names[i].AsSpan(0, 3) : names[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The full stop after a shortened name.</summary>
    private static void TakeStop(ref DateScanner scan, int nameLength)
    {
        if (nameLength is 3 or 4)
        {
            scan.Take('.');
        }
    }
}

/// <summary>Steps through the text of a date.</summary>
internal ref struct DateScanner(ReadOnlySpan<char> text)
{
    /// <summary>Programs put spaces of several widths between a time and its AM or PM.</summary>
    private const string Blanks = " \t\u00A0\u2009\u202F";

    private ReadOnlySpan<char> _rest = text;

    /// <summary>The text that is not yet read.</summary>
    public readonly int Length => _rest.Length;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public readonly bool IsAtLetter => !_rest.IsEmpty && char.IsAsciiLetter(_rest[0]);

    public readonly int DigitsAhead => _rest.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : _rest.Length;

    public bool Take(char expected)
    {
        if (_rest.IsEmpty || _rest[0] != expected)
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }

    public bool TakeBlanks()
    {
        var before = _rest.Length;
        _rest = _rest.TrimStart(Blanks);
        return _rest.Length < before;
    }

    /// <summary>
    /// The hyphen, slash or full stop between two figures; NUL, and nothing taken, where none is at the current
    /// position.
    /// </summary>
    public char TakeSeparator()
    {
        var separator = _rest is ['-' or '/' or '.', ..] ? _rest[0] : '\0';
        _rest = separator == '\0' ? _rest : _rest[1..];
        return separator;
    }

    /// <summary>
    /// The <c>T</c> of ISO 8601; or, where <paramref name="afterBlank"/> allows them, blanks before a digit, with a
    /// comma before them or with "at" or a hyphen between them.
    /// </summary>
    public bool TakeTimeMark(bool afterBlank)
    {
        if (Take('T') || Take('t'))
        {
            return true;
        }

        var mark = _rest is [',', ..] ? _rest[1..] : _rest;
        var time = mark.TrimStart(Blanks);
        if (!afterBlank || time.Length == mark.Length)
        {
            return false;
        }

        var word =
            time is ['-', ..] ? 1
            : time.StartsWith("at", StringComparison.OrdinalIgnoreCase) ? 2
            : 0;
        var isWord = word > 0 && time.Length > word && Blanks.Contains(time[word]);
        time = isWord ? time[word..].TrimStart(Blanks) : time;
        if (time.IsEmpty || !char.IsAsciiDigit(time[0]))
        {
            return false;
        }

        _rest = time;
        return true;
    }

    /// <summary>
    /// True for <c>PM</c> and false for <c>AM</c>, in any case, with or without full stops and a blank before it; null,
    /// and nothing taken, for neither.
    /// </summary>
    public bool? TakeHalfOfDay()
    {
        var rest = _rest.TrimStart(Blanks);
        if (rest is not ['a' or 'A' or 'p' or 'P', ..])
        {
            return null;
        }

        var isAfternoon = rest[0] is 'p' or 'P';
        rest = rest is [_, '.', ..] ? rest[2..] : rest[1..];
        if (rest is not ['m' or 'M', ..])
        {
            return null;
        }

        rest = rest is [_, '.', ..] ? rest[2..] : rest[1..];
        if (!rest.IsEmpty && char.IsAsciiLetterOrDigit(rest[0]))
        {
            return null;
        }

        _rest = rest;
        return isAfternoon;
    }

    /// <summary>
    /// The letters after a day: <c>1st</c>, <c>22nd</c>, <c>3rd</c>, <c>9th</c>; nothing is taken where others stand.
    /// </summary>
    public void TakeOrdinal(int day)
    {
        var suffix = (day % 10, day / 10) switch
        {
            (1, not 1) => "st",
            (2, not 1) => "nd",
            (3, not 1) => "rd",
            _ => "th",
        };
        _rest = _rest.StartsWith(suffix, StringComparison.OrdinalIgnoreCase) ? _rest[suffix.Length..] : _rest;
    }

    /// <summary>A number of up to <paramref name="maxDigits"/> digits; -1 where there is none.</summary>
    public int Number(int maxDigits)
    {
        var digits = Math.Min(DigitsAhead, maxDigits);
        var value = digits == 0 ? -1 : 0;
        foreach (var digit in _rest[..digits])
        {
            value = (value * 10) + (digit - '0');
        }

        _rest = _rest[digits..];
        return value;
    }

    /// <summary>
    /// A decimal fraction in units of 10⁻⁷, digits beyond the seventh dropped; 0 where there is none.
    /// </summary>
    public int Fraction()
    {
        if (_rest.Length < 2 || _rest[0] is not ('.' or ',') || !char.IsAsciiDigit(_rest[1]))
        {
            return 0;
        }

        _rest = _rest[1..];
        var value = 0;
        for (var i = 0; i < 7; i++)
        {
            value = (value * 10) + (i < DigitsAhead ? _rest[i] - '0' : 0);
        }

        _rest = _rest[DigitsAhead..];
        return value;
    }

    /// <summary>Letters up to the next other character; empty where there are none.</summary>
    public ReadOnlySpan<char> Letters()
    {
        var length = 0;
        while (length < _rest.Length && char.IsAsciiLetter(_rest[length]))
        {
            length++;
        }

        var letters = _rest[..length];
        _rest = _rest[length..];
        return letters;
    }

    /// <summary>The <c>Z</c> of UTC, alone.</summary>
    public bool TakeZulu()
    {
        var isZulu = _rest is ['Z' or 'z'];
        _rest = isZulu ? [] : _rest;
        return isZulu;
    }

    /// <summary>
    /// <c>+05:30</c>, <c>+0530</c>, <c>+05</c>; false, and nothing taken, where no sign with a digit is at the current
    /// position.
    /// </summary>
    public bool TakeOffset(out int minutes)
    {
        minutes = 0;
        if (_rest.Length < 2 || _rest[0] is not ('+' or '-') || !char.IsAsciiDigit(_rest[1]))
        {
            return false;
        }

        var sign = _rest[0] == '-' ? -1 : 1;
        _rest = _rest[1..];
        var hours = Number(2);
        var hasMinutes = Take(':') || DigitsAhead == 2;
        var rest = hasMinutes ? Number(2) : 0;
        minutes = rest is >= 0 and <= 59 ? sign * ((hours * 60) + rest) : int.MaxValue;
        return true;
    }

    /// <summary>Mail's comment after an offset: <c>(IST)</c>.</summary>
    public void TakeComment()
    {
        var rest = _rest.TrimStart(Blanks);
        if (rest is ['(', .., ')'])
        {
            _rest = [];
        }
    }
}
