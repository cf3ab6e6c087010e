using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Pages.Models;

namespace StaticNews.Pages;

/// <summary>Years and months as the calendar pages show them.</summary>
internal static class CalendarEntries
{
    public static YearEntry Year(BaseUrl baseUrl, Edition edition, ArchiveYear year)
    {
        var months = new MonthEntry[12];
        for (var number = 1; number <= months.Length; number++)
        {
            var month = year.Months.FirstOrDefault(candidate => candidate.Month == number);
            months[number - 1] = new MonthEntry(
                edition.Dates.MonthName(number),
                number,
                month is null ? null : baseUrl.Href(SiteUrls.Month(year.Year, number)),
                month?.Articles.Length ?? 0,
                edition.Numbers.Text(month?.Articles.Length ?? 0));
        }

        return new YearEntry(
            edition.Dates.Year(year.Year),
            baseUrl.Href(SiteUrls.Year(year.Year)),
            Count(year),
            edition.Numbers.Text(Count(year)),
            months);
    }

    public static LinkModel Link(BaseUrl baseUrl, Dates dates, int year) => new(dates.Year(year), baseUrl.Href(SiteUrls.Year(year)));

    public static int Count(ArchiveYear year) => year.Undated.Length + year.Months.Sum(month => month.Articles.Length);

    public static void Describe(IKeySink key, ArchiveYear year)
    {
        key.Add("year", year.Year);
        key.Add("articles", Count(year));
        foreach (var month in year.Months)
        {
            key.Add("month", month.Month);
            key.Add("articles", month.Articles.Length);
        }
    }
}
