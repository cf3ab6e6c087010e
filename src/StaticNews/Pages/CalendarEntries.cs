using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Pages.Models;

namespace StaticNews.Pages;

/// <summary>Years and months as the calendar pages show them.</summary>
internal static class CalendarEntries
{
    public static YearEntry Year(BaseUrl baseUrl, Dates dates, ArchiveYear year)
    {
        var months = new MonthEntry[12];
        for (var number = 1; number <= months.Length; number++)
        {
            var month = year.Months.FirstOrDefault(candidate => candidate.Month == number);
            months[number - 1] = new MonthEntry(
                dates.MonthName(number),
                number,
                month is null ? null : baseUrl.Href(SiteUrls.Month(year.Year, number)),
                month?.Articles.Length ?? 0);
        }

        return new YearEntry(
            dates.Year(year.Year),
            baseUrl.Href(SiteUrls.Year(year.Year)),
            Count(year),
            months);
    }

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
