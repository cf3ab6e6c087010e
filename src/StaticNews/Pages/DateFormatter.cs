using System.Globalization;
using StaticNews.Content;
using StaticNews.Localization;
using StaticNews.Pages.Models;

namespace StaticNews.Pages;

/// <summary>
/// Dates in the words of an edition, never finer than the source knows them and never in the machine's language.
/// </summary>
internal sealed class DateFormatter(LocalizedWords words, NumberFormatter numbers)
{
    private readonly IReadOnlyList<string> _months = words.List("months");
    private readonly IReadOnlyList<string> _monthsInDates = words.List("months_in_dates");
    private readonly MessagePattern _day = new(words.Text("date_day"), "day", "month", "year");
    private readonly MessagePattern _month = new(words.Text("date_month"), "month", "year");
    private readonly MessagePattern _year = new(words.Text("date_year"), "year");
    private readonly MessagePattern _time = new(words.Text("time"), "hour", "minute");
    private readonly MessagePattern _dateAndTime = new(words.Text("date_and_time"), "date", "time", "zone");

    /// <summary>What a calendar's weeks begin with: 1 is Monday, 7 is Sunday (ISO 8601).</summary>
    public int FirstWeekday { get; } = FirstOf(words);

    /// <summary>Seven, from <see cref="FirstWeekday"/> on.</summary>
    public IReadOnlyList<WeekdayModel> Weekdays { get; } = WeekdaysOf(words);

    public DateModel Model(ArticleDate date)
    {
        var text = Words(date);
        var time = date.Precision >= DatePrecision.Minute ? Time(date.Local) : null;
        return new DateModel(
            date.Local,
            Iso(date),
            text,
            time,
            time is null ? null : date.ZoneName,
            Full(text, time, date.ZoneName)
        );
    }

    public DateModel? Model(ArticleDate? date) => date is { } known ? Model(known) : null;

    /// <summary>As HTML's <c>time</c> takes it: a year, a month, a date, or a time with its offset.</summary>
    public static string Iso(ArticleDate date) =>
        date.Precision switch
        {
            DatePrecision.Year => date.Local.ToString("yyyy", CultureInfo.InvariantCulture),
            DatePrecision.Month => date.Local.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            DatePrecision.Day => date.Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DatePrecision.Minute => date.Local.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture),
            _ => date.Local.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        };

    /// <param name="month">1 to 12.</param>
    public string MonthName(int month) => _months[month - 1];

    public string Year(int year) => _year.Fill(numbers.Plain(year));

    public string MonthAndYear(int year, int month) => _month.Fill(MonthName(month), numbers.Plain(year));

    private string Words(ArticleDate date) =>
        date.Precision switch
        {
            DatePrecision.Year => Year(date.Year),
            DatePrecision.Month => MonthAndYear(date.Year, date.Month),
            _ => _day.Fill(numbers.Plain(date.Local.Day), _monthsInDates[date.Month - 1], numbers.Plain(date.Year)),
        };

    private string Time(DateTimeOffset local) =>
        _time.Fill(
            numbers.InDigits(local.ToString("HH", CultureInfo.InvariantCulture)),
            numbers.InDigits(local.ToString("mm", CultureInfo.InvariantCulture))
        );

    private string Full(string text, string? time, string? zone) =>
        time is null ? text : _dateAndTime.Fill(text, time, zone ?? "");

    private static int FirstOf(LocalizedWords words) => words.Text("first_weekday")[0] - '0';

    private static WeekdayModel[] WeekdaysOf(LocalizedWords words)
    {
        var (names, heads, first) = (words.List("weekdays"), words.List("weekdays_short"), FirstOf(words) - 1);
        return
        [
            .. names
                .Select((_, column) => (first + column) % names.Count)
                .Select(day => new WeekdayModel(names[day], heads[day])),
        ];
    }
}
