namespace StaticNews.Templates;

/// <summary>Writes the parts of a date that nearly every page shows: year, month, day, hour, minute, second, and names of months, between ASCII.</summary>
internal static class DateLine
{
    /// <summary>The longest month's name, which two letters of a pattern ask for, has nine.</summary>
    private const int BytesALetter = 5;

    /// <summary>False, and nothing is meant by what was written, where the pattern asks for anything else.</summary>
    public static bool TryWrite(Span<byte> line, DateTimeOffset date, ReadOnlySpan<char> pattern, out int written)
    {
        written = 0;
        if (pattern.Length > line.Length / BytesALetter) return false;
        var (day, time) = date.DateTime;
        var (year, month, dayOfMonth) = day;
        for (var i = 0; i < pattern.Length; i++)
        {
            var letter = pattern[i];
            if (letter != '%')
            {
                if (letter > '\x7f') return false;
                line[written++] = (byte)letter;
                continue;
            }

            if (++i == pattern.Length) return false;
            switch (pattern[i])
            {
                case 'Y':
                    Two(line, ref written, year / 100);
                    Two(line, ref written, year % 100);
                    break;
                case 'm': Two(line, ref written, month); break;
                case 'd': Two(line, ref written, dayOfMonth); break;
                case 'H': Two(line, ref written, time.Hour); break;
                case 'M': Two(line, ref written, time.Minute); break;
                case 'S': Two(line, ref written, time.Second); break;
                case 'b': Name(line, ref written, EnglishCalendar.ShortMonthName(month)); break;
                case 'B': Name(line, ref written, EnglishCalendar.MonthName(month)); break;
                default: return false;
            }
        }

        return true;
    }

    private static void Two(Span<byte> line, ref int written, int number)
    {
        line[written++] = (byte)('0' + (number / 10));
        line[written++] = (byte)('0' + (number % 10));
    }

    private static void Name(Span<byte> line, ref int written, ReadOnlySpan<char> name)
    {
        foreach (var letter in name) line[written++] = (byte)letter;
    }
}
