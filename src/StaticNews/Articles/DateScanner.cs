namespace StaticNews.Articles;

/// <summary>Steps through the text of a date.</summary>
internal ref struct DateScanner(ReadOnlySpan<char> text)
{
    /// <summary>Programs put spaces of several widths between a time and its AM or PM.</summary>
    private const string Blanks = " \t\u00A0\u2009\u202F";

    private ReadOnlySpan<char> _rest = text;

    /// <summary>Of what is still to be read.</summary>
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

    /// <summary>The hyphen, slash or full stop between two figures; NUL, and nothing taken, where none stands here.</summary>
    public char TakeSeparator()
    {
        var separator = _rest is ['-' or '/' or '.', ..] ? _rest[0] : '\0';
        _rest = separator == '\0' ? _rest : _rest[1..];
        return separator;
    }

    /// <summary>
    /// The <c>T</c> of ISO 8601; or, where <paramref name="afterBlank"/> allows them, blanks before a digit, with a comma before them or with "at" or a hyphen between them.
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

        var word = time is ['-', ..] ? 1 : time.StartsWith("at", StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        var isWord = word > 0 && time.Length > word && Blanks.Contains(time[word]);
        time = isWord ? time[word..].TrimStart(Blanks) : time;
        if (time.IsEmpty || !char.IsAsciiDigit(time[0]))
        {
            return false;
        }

        _rest = time;
        return true;
    }

    /// <summary>True for <c>PM</c> and false for <c>AM</c>, in any case, with or without full stops and a blank before it; null, and nothing taken, for neither.</summary>
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

    /// <summary>The letters after a day: <c>1st</c>, <c>22nd</c>, <c>3rd</c>, <c>9th</c>; nothing is taken where others stand.</summary>
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

    /// <summary>A decimal fraction in units of 10⁻⁷, digits beyond the seventh dropped; 0 where there is none.</summary>
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

    /// <summary><c>+05:30</c>, <c>+0530</c>, <c>+05</c>; false, and nothing taken, where no sign with a digit stands here.</summary>
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
