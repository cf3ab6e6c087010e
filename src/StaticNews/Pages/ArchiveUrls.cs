using System.Globalization;

namespace StaticNews.Pages;

/// <summary>URLs of the calendar archive.</summary>
internal static class ArchiveUrls
{
    public static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"/archive/{year:D4}/");

    /// <param name="month">1 to 12.</param>
    public static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"/archive/{year:D4}/{month:D2}.html");
}
