using System.Globalization;

namespace StaticNews.Articles;

/// <summary>
/// A moment as its source wrote it: local time, offset from UTC and how precise it is. What the source does not know is
/// the first of it (2014 is 1 January 2014, 00:00).
/// </summary>
/// <param name="Local">The written local time; its offset is the written one, or the site's zone's at that time.</param>
/// <param name="ZoneName">What a reader calls the zone ("GMT", "IST", "UTC+05:30"); null where precision is a day or coarser.</param>
internal readonly record struct ArticleDate(DateTimeOffset Local, DatePrecision Precision, string? ZoneName)
{
    public int Year => Local.Year;

    /// <summary>1 to 12; 1 where only the year is known.</summary>
    public int Month => Local.Month;

    /// <summary>Orders articles; 100 ns since year 1, UTC.</summary>
    public long UtcTicks => Local.UtcTicks;

    /// <summary>As ISO 8601 writes what is known of it: <c>2027-01-02</c>, <c>2027-01-02T10:00+05:30</c>.</summary>
    public override string ToString() => Local.ToString(
        Precision switch
        {
            DatePrecision.Year => "yyyy",
            DatePrecision.Month => "yyyy-MM",
            DatePrecision.Day => "yyyy-MM-dd",
            DatePrecision.Minute => "yyyy-MM-dd'T'HH:mmzzz",
            _ => "yyyy-MM-dd'T'HH:mm:sszzz",
        },
        CultureInfo.InvariantCulture);

    /// <summary>Whether it is certainly earlier, as far as both are known: a day is not before an hour of it, nor before one that is in that day only in another zone.</summary>
    public bool IsBefore(ArticleDate other) => (Precision < other.Precision ? Precision : other.Precision) switch
    {
        DatePrecision.Year => Year < other.Year,
        DatePrecision.Month => (Year, Month).CompareTo((other.Year, other.Month)) < 0,
        DatePrecision.Day => Local.Date < other.Local.Date && EndTicks <= other.UtcTicks,
        _ => EndTicks <= other.UtcTicks,
    };

    private long EndTicks => UtcTicks + Precision switch
    {
        DatePrecision.Second => TimeSpan.TicksPerSecond,
        DatePrecision.Minute => TimeSpan.TicksPerMinute,
        _ => TimeSpan.TicksPerDay,
    };
}
