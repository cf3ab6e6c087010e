namespace StaticNews.Articles;

/// <summary>The figures of a date as they are read, before anything says that they are possible. A number that is missing is -1.</summary>
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

    /// <summary>Whether the hour is one of a 12-hour clock after noon (PM) or before (AM); null: of a 24-hour clock.</summary>
    public bool? IsAfternoon;

    /// <summary>Three figures, the year last: which of the first two is the day, they do not say themselves.</summary>
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
    private readonly int HourOfDay => IsAfternoon switch
    {
        null => Hour,
        _ when Hour is < 1 or > 12 => -1,
        true => (Hour % 12) + 12,
        false => Hour % 12,
    };

    public readonly DateTime ToDateTime() => new DateTime(Year, Month, Day, HourOfDay, Minute, Second, DateTimeKind.Unspecified).AddTicks(FractionTicks);
}
