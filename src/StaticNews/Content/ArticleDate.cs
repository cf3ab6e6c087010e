using System.Globalization;

namespace StaticNews.Content;

/// <summary>
/// A moment as its source wrote it: local time, offset from UTC and how precise it is. What the source does not know is
/// the first of it (2014 is 1 January 2014, 00:00).
/// </summary>
/// <param name="Local">
/// The written local time; its offset is the written one, or the site's zone's at that time.
/// </param>
/// <param name="ZoneName">
/// The name of the zone for readers ("GMT", "IST", "UTC+05:30"); null where precision is a day or coarser.
/// </param>
internal readonly record struct ArticleDate(DateTimeOffset Local, DatePrecision Precision, string? ZoneName)
{
    public int Year => Local.Year;

    /// <summary>1 to 12; 1 where only the year is known.</summary>
    public int Month => Local.Month;

    /// <summary>Orders articles; 100 ns since year 1, UTC.</summary>
    public long UtcTicks => Local.UtcTicks;

    /// <summary>As ISO 8601 writes the facts about it: <c>2027-01-02</c>, <c>2027-01-02T10:00+05:30</c>.</summary>
    public override string ToString() =>
        Local.ToString(
            Precision switch
            {
                DatePrecision.Year => "yyyy",
                DatePrecision.Month => "yyyy-MM",
                DatePrecision.Day => "yyyy-MM-dd",
                DatePrecision.Minute => "yyyy-MM-dd'T'HH:mmzzz",
                _ => "yyyy-MM-dd'T'HH:mm:sszzz",
            },
            CultureInfo.InvariantCulture
        );

    /// <summary>
    /// Whether it is certainly earlier, as far as both are known: a day is not before an hour of it, nor before one
    /// that is in that day only in another zone.
    /// </summary>
    public bool IsBefore(ArticleDate other) =>
        (Precision < other.Precision ? Precision : other.Precision) switch
        {
            DatePrecision.Year => Year < other.Year,
            DatePrecision.Month => (Year, Month).CompareTo((other.Year, other.Month)) < 0,
            DatePrecision.Day => Local.Date < other.Local.Date && EndTicks <= other.UtcTicks,
            _ => EndTicks <= other.UtcTicks,
        };

    private long EndTicks =>
        UtcTicks
        + Precision switch
        {
            DatePrecision.Second => TimeSpan.TicksPerSecond,
            DatePrecision.Minute => TimeSpan.TicksPerMinute,
            _ => TimeSpan.TicksPerDay,
        };
}

/// <summary>The precision of a date in its source; nothing finer is ever shown.</summary>
internal enum DatePrecision : byte
{
    Year,
    Month,
    Day,
    Minute,
    Second,
}

/// <summary>
/// The numbers of a date as they are read, before they are checked. A number that is missing is -1.
/// </summary>
internal struct WrittenDate
{
    public WrittenDate()
    {
        Weekday = -1;
        Zone = "";
    }

    public int Year;
    public int Month;
    public int Day;
    public int Hour;
    public int Minute;
    public int Second;

    /// <summary>Of a second, in 100 ns.</summary>
    public int FractionTicks;

    public DatePrecision Precision;

    /// <summary>0 is Sunday; -1: none is written.</summary>
    public int Weekday;

    /// <summary>
    /// Whether the hour is one of a 12-hour clock after noon (PM) or before (AM); null: of a 24-hour clock.
    /// </summary>
    public bool? IsAfternoon;

    /// <summary>Three numbers, the year last; which of the first two is the day is ambiguous.</summary>
    public bool IsNumeric;

    /// <summary>Such a date with a year of two digits.</summary>
    public bool IsShortYear;

    /// <summary>Of such a date: how many characters stand after the year.</summary>
    public int LengthAfterDay;

    /// <summary>Letters after the time, in capitals; empty for none.</summary>
    public string Zone;

    public bool HasOffset;

    public int OffsetMinutes;

    public readonly bool IsPossible(int firstYear) =>
        Year >= firstYear
        && Year <= 9999
        && IsDay(Year, Month, Day)
        && Hour >= 0
        && HourOfDay is >= 0 and <= 23
        && Minute is >= 0 and <= 59
        && Second is >= 0 and <= 59;

    public static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>0 to 23; -1 where a 12-hour clock does not have the hour.</summary>
    private readonly int HourOfDay =>
        IsAfternoon switch
        {
            null => Hour,
            _ when Hour is < 1 or > 12 => -1,
            true => (Hour % 12) + 12,
            false => Hour % 12,
        };

    public readonly DateTime ToDateTime() =>
        new DateTime(Year, Month, Day, HourOfDay, Minute, Second, DateTimeKind.Unspecified).AddTicks(FractionTicks);
}
