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

    /// <summary>Letters after the time, in capitals; empty for none.</summary>
    public string Zone;

    public bool HasOffset;

    public int OffsetMinutes;

    public readonly bool IsPossible(int firstYear) =>
        Year >= firstYear
        && Year <= 9999
        && Month is >= 1 and <= 12
        && Day >= 1
        && Day <= DateTime.DaysInMonth(Year, Month)
        && Hour is >= 0 and <= 23
        && Minute is >= 0 and <= 59
        && Second is >= 0 and <= 59;

    public readonly DateTime ToDateTime() => new DateTime(Year, Month, Day, Hour, Minute, Second, DateTimeKind.Unspecified).AddTicks(FractionTicks);
}
