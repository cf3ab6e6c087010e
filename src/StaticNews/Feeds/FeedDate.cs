using System.Globalization;
using StaticNews.Articles;

namespace StaticNews.Feeds;

/// <summary>Dates as feeds and sitemaps write them.</summary>
internal static class FeedDate
{
    /// <summary>
    /// RFC 822 as RSS 2.0 takes it, with the four digits of the year from RFC 1123 and the article's own offset:
    /// <c>Tue, 04 Nov 2014 10:00:00 +0530</c>. What the source does not know is its first moment: RSS has no coarser dates.
    /// </summary>
    public static string Rfc822(ArticleDate date)
    {
        var offset = date.Local.Offset;
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"{date.Local:ddd, dd MMM yyyy HH:mm:ss} {sign}{offset:hhmm}");
    }

    /// <summary>W3C date and time (the profile of ISO 8601 that sitemaps use), as precise as the source: <c>2014</c>, <c>2014-11</c>, <c>2014-11-04T10:00+05:30</c>.</summary>
    public static string W3C(ArticleDate date) => date.Local.ToString(
        date.Precision switch
        {
            DatePrecision.Year => "yyyy",
            DatePrecision.Month => "yyyy-MM",
            DatePrecision.Day => "yyyy-MM-dd",
            DatePrecision.Minute => "yyyy-MM-dd'T'HH:mmzzz",
            _ => "yyyy-MM-dd'T'HH:mm:sszzz",
        },
        CultureInfo.InvariantCulture);

    /// <summary>The later of two; null where both are.</summary>
    public static ArticleDate? Later(ArticleDate? left, ArticleDate? right)
    {
        if (left is not { } first || right is not { } second)
        {
            return left ?? right;
        }

        return second.UtcTicks > first.UtcTicks ? second : first;
    }
}
