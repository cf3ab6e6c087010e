namespace StaticNews.Templates;

/// <summary>The pieces that dates in text consist of. Each <c>Take</c> shortens the text by what it read.</summary>
internal static class DateParts
{
    // RFC 3339 and .NET agree that no zone is further from UTC than this.
    private const int MaxOffsetHours = 14;

    // POSIX strptime reads 69 to 99 as 1969 to 1999.
    private const int TwoDigitYearPivot = 69;

    /// <summary>The year that two digits stand for.</summary>
    public static int FullYear(int twoDigits) => twoDigits + (twoDigits < TwoDigitYearPivot ? 2000 : 1900);

    /// <summary>The instant with its offset, or null when no calendar has it.</summary>
    /// <param name="fraction">In ticks of 100 nanoseconds.</param>
    public static DateTimeOffset? Date(int year, int month, int day, int hour, int minute, int second, long fraction, TimeSpan offset)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        if (hour > 23 || minute > 59 || second > 59)
            return null;
        var local = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified).AddTicks(fraction);
        var utcTicks = local.Ticks - offset.Ticks;
        return utcTicks < 0 || utcTicks > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(local, offset);
    }

    /// <returns>How many digits were read, 0 to <paramref name="maxDigits"/> (which is at most 9).</returns>
    public static int TakeNumber(ref ReadOnlySpan<char> text, int maxDigits, out int number)
    {
        number = 0;
        var digits = 0;
        while (digits < maxDigits && digits < text.Length && char.IsAsciiDigit(text[digits]))
            number = (number * 10) + (text[digits++] - '0');
        text = text[digits..];
        return digits;
    }

    /// <summary>A fraction of a second in ticks; digits beyond 100 nanoseconds are dropped.</summary>
    public static long TakeFraction(ref ReadOnlySpan<char> text, int maxDigits, out int digits)
    {
        var ticks = 0L;
        var unit = TimeSpan.TicksPerSecond / 10;
        digits = 0;
        while (digits < maxDigits && digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            ticks += (text[digits++] - '0') * unit;
            unit /= 10;
        }

        text = text[digits..];
        return ticks;
    }

    /// <summary>True for PM, false for AM, null (and nothing read) for anything else.</summary>
    public static bool? TakeHalfDay(ref ReadOnlySpan<char> text)
    {
        var isMorning = text.StartsWith("am", StringComparison.OrdinalIgnoreCase);
        if (!isMorning && !text.StartsWith("pm", StringComparison.OrdinalIgnoreCase))
            return null;
        text = text[2..];
        return !isMorning;
    }

    /// <summary><c>Z</c>, <c>UTC</c>, <c>GMT</c>, <c>+05:30</c>, <c>+0530</c> or <c>+05</c>.</summary>
    public static bool TakeOffset(ref ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (TakeWord(ref text, "Z") || TakeWord(ref text, "UTC") || TakeWord(ref text, "GMT"))
            return true;
        if (text.IsEmpty || text[0] is not ('+' or '-'))
            return false;
        var isWest = text[0] == '-';
        text = text[1..];
        if (TakeNumber(ref text, 2, out var hours) != 2)
            return false;
        if (text.StartsWith(':'))
            text = text[1..];
        var digits = TakeNumber(ref text, 2, out var minutes);
        if (digits == 1 || minutes > 59 || (hours * 60) + minutes > MaxOffsetHours * 60)
            return false;
        offset = new TimeSpan(hours, minutes, 0);
        if (isWest)
            offset = -offset;
        return true;
    }

    private static bool TakeWord(ref ReadOnlySpan<char> text, string word)
    {
        if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            return false;
        text = text[word.Length..];
        return true;
    }
}
