namespace StaticNews.Templates;

/// <summary>Month and weekday names, in the only language that templates format dates in (a site in another language maps them itself).</summary>
internal static class EnglishCalendar
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <param name="month">1 to 12.</param>
    public static ReadOnlySpan<char> MonthName(int month) => Months[month - 1];

    /// <summary>The first three letters: Jan to Dec.</summary>
    public static ReadOnlySpan<char> ShortMonthName(int month) => Months[month - 1].AsSpan(0, 3);

    public static ReadOnlySpan<char> WeekdayName(DayOfWeek day) => Weekdays[(int)day];

    /// <summary>The first three letters: Sun to Sat.</summary>
    public static ReadOnlySpan<char> ShortWeekdayName(DayOfWeek day) => Weekdays[(int)day].AsSpan(0, 3);

    /// <summary>The month (1 to 12) whose full or short name starts <paramref name="text"/>, any case; 0 when none does.</summary>
    public static int MonthAt(ReadOnlySpan<char> text, out int length)
    {
        var month = IndexAt(Months, text, out length) + 1;
        if (length == 3 && text.StartsWith("Sept", StringComparison.OrdinalIgnoreCase))
            length = 4; // The short form that style books ask for.
        return month;
    }

    /// <summary>Whether a full or short weekday name starts <paramref name="text"/>, any case.</summary>
    public static bool WeekdayAt(ReadOnlySpan<char> text, out int length) => IndexAt(Weekdays, text, out length) >= 0;

    private static int IndexAt(string[] names, ReadOnlySpan<char> text, out int length)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i].AsSpan();
            length = text.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? name.Length
                : text.StartsWith(name[..3], StringComparison.OrdinalIgnoreCase) ? 3
                : 0;
            if (length > 0)
                return i;
        }

        length = 0;
        return -1;
    }
}
