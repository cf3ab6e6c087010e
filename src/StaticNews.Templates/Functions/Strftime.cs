using System.Globalization;

namespace StaticNews.Templates;

/// <summary>
/// Writes a date by a pattern of <c>%</c> letters, the set that Scriban documents under <c>date.to_string</c>. Names are English; an unknown
/// letter stays as it is in the pattern. Week numbers <c>%U</c> and <c>%W</c> begin at 01 with the days before the year's first Sunday or Monday,
/// as Scriban's do and Ruby's do not.
/// </summary>
internal static class Strftime
{
    /// <summary>What a date prints as when no pattern is given.</summary>
    public const string DefaultPattern = "%d %b %Y";

    /// <summary>The date as text: one string is allocated, nothing else.</summary>
    public static string Format(DateTimeOffset date, ReadOnlySpan<char> pattern, EnglishCulture culture)
    {
        var text = new TextBuffer(stackalloc char[128]);
        Append(ref text, date, pattern, culture);
        return text.Take();
    }

    /// <summary>Writes the date to a page; patterns of the common parts are put together as bytes, without a text in between.</summary>
    public static void Write(Utf8Output output, DateTimeOffset date, ReadOnlySpan<char> pattern, EnglishCulture culture)
    {
        Span<byte> line = stackalloc byte[128];
        if (DateLine.TryWrite(line, date, pattern, out var written))
        {
            output.WriteUtf8(line[..written]);
            return;
        }

        var text = new TextBuffer(stackalloc char[128]);
        Append(ref text, date, pattern, culture);
        output.Write(text.Written);
        text.Release();
    }

    public static void Append(ref TextBuffer text, DateTimeOffset date, scoped ReadOnlySpan<char> pattern, EnglishCulture culture)
    {
        while (pattern.Length > 0)
        {
            var percent = pattern.IndexOf('%');
            if (percent < 0 || percent == pattern.Length - 1)
            {
                text.Append(pattern);
                return;
            }

            text.Append(pattern[..percent]);
            var letter = pattern[percent + 1];
            if (!AppendDatePart(ref text, date, letter, culture) && !AppendTimePart(ref text, date, letter, culture))
                text.Append(pattern.Slice(percent, 2));
            pattern = pattern[(percent + 2)..];
        }
    }

    /// <summary>The first part of a pattern that means nothing, such as <c>%Q</c> or a <c>%</c> at its end; null for none.</summary>
    public static string? UnknownPart(string pattern)
    {
        for (var at = pattern.IndexOf('%', StringComparison.Ordinal); at >= 0; at = at + 2 < pattern.Length ? pattern.IndexOf('%', at + 2) : -1)
        {
            if (at == pattern.Length - 1) return "%";
            if (!IsKnown(pattern[at + 1])) return pattern.Substring(at, 2);
        }

        return null;
    }

    private static bool IsKnown(char letter)
    {
        var text = new TextBuffer(stackalloc char[64]);
        var culture = EnglishCulture.Required(null, 0);
        var isKnown = AppendDatePart(ref text, DateTimeOffset.UnixEpoch, letter, culture) || AppendTimePart(ref text, DateTimeOffset.UnixEpoch, letter, culture);
        text.Release();
        return isKnown;
    }

    private static bool AppendDatePart(ref TextBuffer text, DateTimeOffset date, char letter, EnglishCulture culture)
    {
        switch (letter)
        {
            case 'a': text.Append(EnglishCalendar.ShortWeekdayName(date.DayOfWeek)); break;
            case 'A': text.Append(EnglishCalendar.WeekdayName(date.DayOfWeek)); break;
            case 'b' or 'h': text.Append(EnglishCalendar.ShortMonthName(date.Month)); break;
            case 'B': text.Append(EnglishCalendar.MonthName(date.Month)); break;
            case 'c': Append(ref text, date, "%a %b %d %T %Y", culture); break;
            case 'C': text.AppendPadded(date.Year / 100, 2, '0'); break;
            case 'd': text.AppendPadded(date.Day, 2, '0'); break;
            case 'D': Append(ref text, date, "%m/%d/%y", culture); break;
            case 'e': text.AppendPadded(date.Day, 2, ' '); break;
            case 'F': Append(ref text, date, "%Y-%m-%d", culture); break;
            case 'g': break; // Asks for the invariant culture, which is the only one we have.
            case 'j': text.AppendPadded(date.DayOfYear, 3, '0'); break;
            case 'm': text.AppendPadded(date.Month, 2, '0'); break;
            case 'u': text.AppendPadded(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek, 1, '0'); break;
            case 'U': text.AppendPadded(WeekOfYear(date, DayOfWeek.Sunday), 2, '0'); break;
            case 'v': AppendVmsDate(ref text, date); break;
            case 'V': text.AppendPadded(ISOWeek.GetWeekOfYear(date.DateTime), 2, '0'); break;
            case 'w': text.AppendPadded((int)date.DayOfWeek, 1, '0'); break;
            case 'W': text.AppendPadded(WeekOfYear(date, DayOfWeek.Monday), 2, '0'); break;
            case 'x': AppendNative(ref text, date, culture.ShortDate); break;
            case 'y': text.AppendPadded(date.Year % 100, 2, '0'); break;
            case 'Y': text.AppendPadded(date.Year, 4, '0'); break;
            default: return false;
        }

        return true;
    }

    private static bool AppendTimePart(ref TextBuffer text, DateTimeOffset date, char letter, EnglishCulture culture)
    {
        switch (letter)
        {
            case 'H': text.AppendPadded(date.Hour, 2, '0'); break;
            case 'I': text.AppendPadded(HourOfHalfDay(date), 2, '0'); break;
            case 'k': text.AppendPadded(date.Hour, 2, ' '); break;
            case 'l': text.AppendPadded(HourOfHalfDay(date), 2, ' '); break;
            case 'L': text.AppendPadded(date.Millisecond, 3, '0'); break;
            case 'M': text.AppendPadded(date.Minute, 2, '0'); break;
            case 'n': text.Append('\n'); break;
            case 'N': text.AppendPadded(date.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick, 9, '0'); break;
            case 'p': text.Append(date.Hour < 12 ? "AM" : "PM"); break;
            case 'P': text.Append(date.Hour < 12 ? "am" : "pm"); break;
            case 'r': Append(ref text, date, "%I:%M:%S %p", culture); break;
            case 'R': Append(ref text, date, "%H:%M", culture); break;
            case 's': AppendUnixSeconds(ref text, date); break;
            case 'S': text.AppendPadded(date.Second, 2, '0'); break;
            case 't': text.Append('\t'); break;
            case 'T': Append(ref text, date, "%H:%M:%S", culture); break;
            case 'X': AppendNative(ref text, date, culture.Time); break;
            case 'Z': AppendOffset(ref text, date.Offset); break;
            case '%': text.Append('%'); break;
            default: return false;
        }

        return true;
    }

    private static int HourOfHalfDay(DateTimeOffset date) => date.Hour % 12 == 0 ? 12 : date.Hour % 12;

    /// <summary>1 for the days before the year's second week, which begins on the first <paramref name="firstDay"/> after January 1.</summary>
    private static int WeekOfYear(DateTimeOffset date, DayOfWeek firstDay)
    {
        var daysIntoWeek = ((int)date.DayOfWeek - (int)firstDay + 7) % 7;
        return (date.DayOfYear - 1 - daysIntoWeek + 13) / 7;
    }

    private static void AppendVmsDate(ref TextBuffer text, DateTimeOffset date)
    {
        text.AppendPadded(date.Day, 2, ' ');
        text.Append('-');
        foreach (var letter in EnglishCalendar.ShortMonthName(date.Month))
            text.Append(char.ToUpperInvariant(letter));
        text.Append('-');
        text.AppendPadded(date.Year, 4, '0');
    }

    private static void AppendNative(ref TextBuffer text, DateTimeOffset date, string pattern)
    {
        Span<char> native = stackalloc char[32];
        date.TryFormat(native, out var written, pattern, CultureInfo.InvariantCulture);
        text.Append(native[..written]);
    }

    private static void AppendUnixSeconds(ref TextBuffer text, DateTimeOffset date)
    {
        var seconds = date.ToUnixTimeSeconds();
        if (seconds < 0)
            text.Append('-');
        text.AppendPadded(Math.Abs(seconds), 1, '0');
    }

    private static void AppendOffset(ref TextBuffer text, TimeSpan offset)
    {
        text.Append(offset < TimeSpan.Zero ? '-' : '+');
        text.AppendPadded(Math.Abs(offset.Hours), 2, '0');
        text.Append(':');
        text.AppendPadded(Math.Abs(offset.Minutes), 2, '0');
    }
}
