using System.Globalization;
using StaticNews.Archive;
using StaticNews.Pages.Models;

namespace StaticNews.Pages;

/// <summary>What books are called, and the links that lead to them.</summary>
internal static class BookTitles
{
    /// <summary>"World, November 2014"; the first part does not say that there are others, for it must not change when they come.</summary>
    public static string Of(Catalog catalog, Dates dates, BookVolume volume)
    {
        var month = dates.MonthAndYear(volume.Year, volume.Month);
        var title = volume.Section < 0 ? month : $"{catalog.Sections[volume.Section].Title}, {month}";
        return volume.Part == 1 ? title : string.Create(CultureInfo.InvariantCulture, $"{title} ({volume.Part})");
    }

    public static LinkModel Link(Catalog catalog, Dates dates, BookVolume volume) => new(Of(catalog, dates, volume), catalog.Config.BaseUrl.Href(volume.Url));
}
