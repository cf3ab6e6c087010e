namespace StaticNews.Articles;

/// <summary>Steps through the text of a date.</summary>
internal ref struct DateScanner(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

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
        _rest = _rest.TrimStart(' ');
        return _rest.Length < before;
    }

    /// <summary>The <c>T</c> of ISO 8601, or blanks before a digit where <paramref name="afterBlank"/> allows them.</summary>
    public bool TakeTimeMark(bool afterBlank)
    {
        if (Take('T') || Take('t'))
        {
            return true;
        }

        var time = _rest.TrimStart(' ');
        if (!afterBlank || time.Length == _rest.Length || time.IsEmpty || !char.IsAsciiDigit(time[0]))
        {
            return false;
        }

        _rest = time;
        return true;
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

    /// <summary>Index of the name whose first three letters stand here (any case, any length from three), or -1.</summary>
    public int NameOf(string[] names)
    {
        var word = Letters();
        for (var i = 0; i < names.Length && word.Length >= 3; i++)
        {
            if (word[..3].Equals(names[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
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
        var rest = _rest.TrimStart(' ');
        if (rest is ['(', .., ')'])
        {
            _rest = [];
        }
    }
}
