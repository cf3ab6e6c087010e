using System.Globalization;
using StaticNews.Articles;
using StaticNews.Pages.Models;

namespace StaticNews.Pages;

/// <summary>Dates in words, never finer than the source knows them and never in the machine's language.</summary>
internal static class Dates
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    public static DateModel Model(ArticleDate date)
    {
        var hasTime = date.Precision >= DatePrecision.Minute;
        return new DateModel(
            date.Local,
            Iso(date),
            Words(date),
            hasTime ? date.Local.ToString("HH:mm", CultureInfo.InvariantCulture) : null,
            hasTime ? date.ZoneName : null);
    }

    public static DateModel? Model(ArticleDate? date) => date is { } known ? Model(known) : null;

    /// <summary>As HTML's <c>time</c> takes it: a year, a month, a date, or a time with its offset.</summary>
    public static string Iso(ArticleDate date) => date.Precision switch
    {
        DatePrecision.Year => date.Local.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => date.Local.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Day => date.Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DatePrecision.Minute => date.Local.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture),
        _ => date.Local.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
    };

    /// <param name="month">1 to 12.</param>
    public static string MonthName(int month) => Months[month - 1];

    public static string MonthAndYear(int year, int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{Months[month - 1]} {year}");

    private static string Words(ArticleDate date) => date.Precision switch
    {
        DatePrecision.Year => date.Year.ToString(CultureInfo.InvariantCulture),
        DatePrecision.Month => MonthAndYear(date.Year, date.Month),
        _ => string.Create(CultureInfo.InvariantCulture, $"{date.Local.Day} {Months[date.Month - 1]} {date.Year}"),
    };
}
