using System.Globalization;
using StaticNews.Articles;
using StaticNews.Pages.Models;
using StaticNews.Wording;

namespace StaticNews.Pages;

/// <summary>Dates in the words of an edition, never finer than the source knows them and never in the machine's language.</summary>
internal sealed class Dates(WordLookup words)
{
    private readonly IReadOnlyList<string> _months = words.List("months");
    private readonly IReadOnlyList<string> _monthsInDates = words.List("months_in_dates");
    private readonly string _day = words.Text("date_day");
    private readonly string _month = words.Text("date_month");
    private readonly string _year = words.Text("date_year");
    private readonly string _time = words.Text("time");
    private readonly string _dateAndTime = words.Text("date_and_time");

    public DateModel Model(ArticleDate date)
    {
        var text = Words(date);
        var time = date.Precision >= DatePrecision.Minute ? Time(date.Local) : null;
        return new DateModel(date.Local, Iso(date), text, time, time is null ? null : date.ZoneName, Full(text, time, date.ZoneName));
    }

    public DateModel? Model(ArticleDate? date) => date is { } known ? Model(known) : null;

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
    public string MonthName(int month) => _months[month - 1];

    public string Year(int year) => WordPlaces.Fill(_year, "year", Number(year));

    public string MonthAndYear(int year, int month) => WordPlaces.Fill(WordPlaces.Fill(_month, "year", Number(year)), "month", MonthName(month));

    private string Words(ArticleDate date) => date.Precision switch
    {
        DatePrecision.Year => Year(date.Year),
        DatePrecision.Month => MonthAndYear(date.Year, date.Month),
        _ => WordPlaces.Fill(
            WordPlaces.Fill(WordPlaces.Fill(_day, "year", Number(date.Year)), "month", _monthsInDates[date.Month - 1]), "day", Number(date.Local.Day)),
    };

    private string Time(DateTimeOffset local) => WordPlaces.Fill(
        WordPlaces.Fill(_time, "hour", local.ToString("HH", CultureInfo.InvariantCulture)), "minute", local.ToString("mm", CultureInfo.InvariantCulture));

    private string Full(string text, string? time, string? zone) => time is null
        ? text
        : WordPlaces.Fill(WordPlaces.Fill(WordPlaces.Fill(_dateAndTime, "zone", zone ?? ""), "time", time), "date", text);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
