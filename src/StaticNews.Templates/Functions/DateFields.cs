using System.Runtime.InteropServices;

namespace StaticNews.Templates;

/// <summary>What a text says of a date. What it leaves out is the first of January of year 1 at midnight, UTC: never today.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct DateFields()
{
    public int Year = 1;

    public int Month = 1;

    public int Day = 1;

    /// <summary>1 to 366; 0 when month and day say it.</summary>
    public int DayOfYear;

    public int Hour;

    public int Minute;

    public int Second;

    /// <summary>In ticks of 100 nanoseconds.</summary>
    public long Fraction;

    /// <summary>True for PM, false for AM, null for an hour of 0 to 23.</summary>
    public bool? Afternoon;

    public TimeSpan Offset;

    /// <summary>The instant with its offset, or null when no calendar or clock has it.</summary>
    public readonly DateTimeOffset? ToDate()
    {
        var ofYear = DayOfYear > 0;
        if (HourOfDay() is not { } hour || DateParts.Date(Year, ofYear ? 1 : Month, ofYear ? 1 : Day, hour, Minute, Second, Fraction, Offset) is not { } date)
            return null;
        if (!ofYear)
            return date;
        return DayOfYear <= (DateTime.IsLeapYear(Year) ? 366 : 365) ? date.AddDays(DayOfYear - 1) : null;
    }

    // As .NET reads it: "17:07 PM" says the same twice, "17:07 AM" says two things.
    private readonly int? HourOfDay() => Afternoon switch
    {
        null => Hour,
        true => Hour < 12 ? Hour + 12 : Hour,
        false => Hour > 12 ? null : Hour % 12,
    };
}
