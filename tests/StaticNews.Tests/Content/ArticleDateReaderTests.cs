using System.Globalization;
using FsCheck.Xunit;
using NodaTime;
using StaticNews.Content;
using StaticNews.Diagnostics;

namespace StaticNews.Tests.Content;

public sealed class ArticleDateReaderTests
{
    private static readonly Dictionary<string, DateTimeZone> Zones = new(StringComparer.Ordinal)
    {
        ["IST"] = DateTimeZoneProviders.Tzdb["Asia/Kolkata"],
        ["CET"] = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
    };

    [Theory]
    [InlineData("2025-11-09T19:34:52+05:30", "2025-11-09T19:34:52+05:30", DatePrecision.Second, "UTC+05:30")]
    [InlineData("2025-11-09T19:34:52+0530", "2025-11-09T19:34:52+05:30", DatePrecision.Second, "UTC+05:30")]
    [InlineData("2025-11-09T19:34:52+05", "2025-11-09T19:34:52+05:00", DatePrecision.Second, "UTC+05:00")]
    [InlineData("2025-11-09T19:34:52-03:30", "2025-11-09T19:34:52-03:30", DatePrecision.Second, "UTC-03:30")]
    [InlineData("2025-11-09T19:34:52Z", "2025-11-09T19:34:52+00:00", DatePrecision.Second, "GMT")]
    [InlineData("2025-07-09T19:34:52Z", "2025-07-09T19:34:52+00:00", DatePrecision.Second, "UTC")]
    [InlineData("2025-07-09T19:34:52+01:00", "2025-07-09T19:34:52+01:00", DatePrecision.Second, "BST")]
    [InlineData("2025-11-09t19:34:52z", "2025-11-09T19:34:52+00:00", DatePrecision.Second, "GMT")]
    [InlineData("2025-11-09T19:34:52.123456789Z", "2025-11-09T19:34:52.1234567+00:00", DatePrecision.Second, "GMT")]
    [InlineData("2025-11-09T19:34:52,5Z", "2025-11-09T19:34:52.5+00:00", DatePrecision.Second, "GMT")]
    [InlineData("2025-11-09T19:34Z", "2025-11-09T19:34:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("2025-11-09T19:34", "2025-11-09T19:34:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("2025-07-09T19:34:52", "2025-07-09T19:34:52+01:00", DatePrecision.Second, "BST")]
    [InlineData("20251109T193452Z", "2025-11-09T19:34:52+00:00", DatePrecision.Second, "GMT")]
    [InlineData("20251109T1934+0530", "2025-11-09T19:34:00+05:30", DatePrecision.Minute, "UTC+05:30")]
    [InlineData("20251109", "2025-11-09T00:00:00+00:00", DatePrecision.Day, null)]
    [InlineData("2025-11-09", "2025-11-09T00:00:00+00:00", DatePrecision.Day, null)]
    [InlineData("2025-7-9", "2025-07-09T00:00:00+01:00", DatePrecision.Day, null)]
    [InlineData("2025-11", "2025-11-01T00:00:00+00:00", DatePrecision.Month, null)]
    [InlineData("2025", "2025-01-01T00:00:00+00:00", DatePrecision.Year, null)]
    [InlineData("2025-11-09 19:34:52 +0530", "2025-11-09T19:34:52+05:30", DatePrecision.Second, "UTC+05:30")]
    [InlineData("2014-05-30 4:36:49 -0400", "2014-05-30T04:36:49-04:00", DatePrecision.Second, "UTC-04:00")]
    [InlineData("2025-11-09 19:34", "2025-11-09T19:34:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("2025-11-09  19:34:52  +05:30", "2025-11-09T19:34:52+05:30", DatePrecision.Second, "UTC+05:30")]
    [InlineData("2025-11-09 19:34:52 IST", "2025-11-09T19:34:52+05:30", DatePrecision.Second, "IST")]
    [InlineData("2025-11-09 19:34 ist", "2025-11-09T19:34:00+05:30", DatePrecision.Minute, "IST")]
    [InlineData("1943-11-09 19:34 IST", "1943-11-09T19:34:00+06:30", DatePrecision.Minute, "IST")]
    [InlineData("2025-11-09 19:34 EST", "2025-11-09T19:34:00-05:00", DatePrecision.Minute, "EST")]
    [InlineData("2025-11-09 19:34 PDT", "2025-11-09T19:34:00-07:00", DatePrecision.Minute, "PDT")]
    [InlineData("2025-07-09 19:34 GMT", "2025-07-09T19:34:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("2025-07-09 19:34 UTC", "2025-07-09T19:34:00+00:00", DatePrecision.Minute, "UTC")]
    [InlineData("2025-07-09 19:34 UTC+02:00", "2025-07-09T19:34:00+02:00", DatePrecision.Minute, "UTC+02:00")]
    [InlineData("Sun, 09 Nov 2025 19:34:52 +0530", "2025-11-09T19:34:52+05:30", DatePrecision.Second, "UTC+05:30")]
    [InlineData("Sun, 9 Nov 2025 19:34 GMT", "2025-11-09T19:34:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("Sunday, 09 November 2025 19:34:52 GMT", "2025-11-09T19:34:52+00:00", DatePrecision.Second, "GMT")]
    [InlineData("09 Nov 2025 19:34:52 +0530 (IST)", "2025-11-09T19:34:52+05:30", DatePrecision.Second, "UTC+05:30")]
    [InlineData("9 Nov 2025", "2025-11-09T00:00:00+00:00", DatePrecision.Day, null)]
    [InlineData("Wed, 02 Oct 02 13:00:00 EST", "2002-10-02T13:00:00-05:00", DatePrecision.Second, "EST")]
    [InlineData("02 Oct 85 13:00 UT", "1985-10-02T13:00:00+00:00", DatePrecision.Minute, "UT")]
    [InlineData("  2025-11-09  ", "2025-11-09T00:00:00+00:00", DatePrecision.Day, null)]
    [InlineData("1840-05-01 12:00", "1840-05-01T12:00:00-00:01", DatePrecision.Minute, "LMT")]
    [InlineData("1605", "1605-01-01T00:00:00-00:01", DatePrecision.Year, null)]
    [InlineData("2000-02-29", "2000-02-29T00:00:00+00:00", DatePrecision.Day, null)]
    [InlineData("2025-11-09T00:00-00:00", "2025-11-09T00:00:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("2020/03/10", "2020-03-10T00:00:00+00:00", DatePrecision.Day, null)]
    [InlineData("2020/03/10 10:00", "2020-03-10T10:00:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("2020/7/1 9:05:07 +0530", "2020-07-01T09:05:07+05:30", DatePrecision.Second, "UTC+05:30")]
    [InlineData("2020/03", "2020-03-01T00:00:00+00:00", DatePrecision.Month, null)]
    [InlineData("2020.03.10", "2020-03-10T00:00:00+00:00", DatePrecision.Day, null)]
    [InlineData("2020.03.10 7:34 pm", "2020-03-10T19:34:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("March 9, 2020", "2020-03-09T00:00:00+00:00", DatePrecision.Day, null)]
    [InlineData("march 9 2020", "2020-03-09T00:00:00+00:00", DatePrecision.Day, null)]
    [InlineData("Mar. 9, 2020", "2020-03-09T00:00:00+00:00", DatePrecision.Day, null)]
    [InlineData("March 22nd, 2020", "2020-03-22T00:00:00+00:00", DatePrecision.Day, null)]
    [InlineData("May 11th, 2020", "2020-05-11T00:00:00+01:00", DatePrecision.Day, null)]
    [InlineData("Sept. 9, 2020", "2020-09-09T00:00:00+01:00", DatePrecision.Day, null)]
    [InlineData("9 Sept 2020", "2020-09-09T00:00:00+01:00", DatePrecision.Day, null)]
    [InlineData("9 March 2020", "2020-03-09T00:00:00+00:00", DatePrecision.Day, null)]
    [InlineData("9 March 2020, 7:34 p.m.", "2020-03-09T19:34:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("9th March, 2020", "2020-03-09T00:00:00+00:00", DatePrecision.Day, null)]
    [InlineData("March 2020", "2020-03-01T00:00:00+00:00", DatePrecision.Month, null)]
    [InlineData("Monday, March 9, 2020 at 7:34 PM", "2020-03-09T19:34:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("Monday, March 9, 2020 - 19:34", "2020-03-09T19:34:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("Mon, March 9, 2020, 7:34:05 PM EST", "2020-03-09T19:34:05-05:00", DatePrecision.Second, "EST")]
    [InlineData("Mon, 9 March 2020 7:34pm +0530", "2020-03-09T19:34:00+05:30", DatePrecision.Minute, "UTC+05:30")]
    [InlineData("2025-11-09 7:34 PM", "2025-11-09T19:34:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("2025-11-09 7:34pm", "2025-11-09T19:34:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("2025-11-09 7:34 A.M.", "2025-11-09T07:34:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("2025-11-09 7:34\u202fPM IST", "2025-11-09T19:34:00+05:30", DatePrecision.Minute, "IST")]
    [InlineData("2025-11-09T07:34:52 PM", "2025-11-09T19:34:52+00:00", DatePrecision.Second, "GMT")]
    [InlineData("2025-11-09 12:30 AM", "2025-11-09T00:30:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("2025-11-09 12:30 PM", "2025-11-09T12:30:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("2025-11-09 7 p.m.", "2025-11-09T19:00:00+00:00", DatePrecision.Minute, "GMT")]
    [InlineData("2025-07-09 19:34 BST", "2025-07-09T19:34:00+01:00", DatePrecision.Minute, "BST")]
    [InlineData("1945-06-09 19:34 BDST", "1945-06-09T19:34:00+02:00", DatePrecision.Minute, "BDST")]
    [InlineData("2025-11-09T00:00+14:00", "2025-11-09T00:00:00+14:00", DatePrecision.Minute, "UTC+14:00")]
    public void Reads_every_form(string text, string local, object precision, string? zone)
    {
        Assert.Equal(DateFaultKind.None, Read(text, out var date));
        Assert.Equal(DateTimeOffset.Parse(local, CultureInfo.InvariantCulture), date.Local);
        Assert.Equal(DateTimeOffset.Parse(local, CultureInfo.InvariantCulture).Offset, date.Local.Offset);
        Assert.Equal((precision, zone), ((object)date.Precision, date.ZoneName));
    }

    [Theory]
    [InlineData("2025-10-26 01:30", "2025-10-26T01:30:00+01:00", "BST")]
    [InlineData("2025-03-30 01:30", "2025-03-30T01:30:00+00:00", "GMT")]
    [InlineData("2025-10-26 02:30 CET", "2025-10-26T02:30:00+01:00", "CET")]
    [InlineData("2025-10-26 02:30 CEST", null, null)]
    public void Decides_where_clocks_change(string text, string? local, string? zone)
    {
        Assert.Equal(local is null ? DateFaultKind.UnknownZone : DateFaultKind.None, Read(text, out var date));
        if (local is not null)
        {
            Assert.Equal(
                DateTimeOffset.Parse(local, CultureInfo.InvariantCulture).ToString("o"),
                date.Local.ToString("o")
            );
            Assert.Equal(zone, date.ZoneName);
        }
    }

    [Theory]
    [InlineData("", DateFaultKind.Unreadable)]
    [InlineData("yesterday", DateFaultKind.Unreadable)]
    [InlineData("9 marmalade 2025", DateFaultKind.Unreadable)]
    [InlineData("9 Marc 2025", DateFaultKind.Unreadable)]
    [InlineData("9 m\u00e4rz 2025", DateFaultKind.Unreadable)]
    [InlineData("Junk 9, 2025", DateFaultKind.Unreadable)]
    [InlineData("Decem 9, 2025", DateFaultKind.Unreadable)]
    [InlineData("Sunrise, 09 Nov 2025", DateFaultKind.Unreadable)]
    [InlineData("Sun, March 2020", DateFaultKind.Unreadable)]
    [InlineData("March 9, 20", DateFaultKind.Unreadable)]
    [InlineData("March 9st, 2020", DateFaultKind.Unreadable)]
    [InlineData("2020/03-10", DateFaultKind.Unreadable)]
    [InlineData("2020.03", DateFaultKind.Unreadable)]
    [InlineData("9-11/2025", DateFaultKind.Unreadable)]
    [InlineData("2025-11-09 7:34 Pmt 5", DateFaultKind.Unreadable)]
    [InlineData("2025-11-09 7:34 PM PM", DateFaultKind.UnknownZone)]
    [InlineData("2025-11-09 7 o'clock", DateFaultKind.Unreadable)]
    [InlineData("2025-11-09 13:05 PM", DateFaultKind.NoSuchTime)]
    [InlineData("2025-11-09 0:05 AM", DateFaultKind.NoSuchTime)]
    [InlineData("2025-11-09 19:34 BDST", DateFaultKind.UnknownZone)]
    [InlineData("Tue, March 9, 2020", DateFaultKind.WrongWeekday)]
    [InlineData("09/11/2025", DateFaultKind.AmbiguousOrder)]
    [InlineData("9.11.2025", DateFaultKind.AmbiguousOrder)]
    [InlineData("11-9-2017", DateFaultKind.AmbiguousOrder)]
    [InlineData("11-9-2017 10:00", DateFaultKind.AmbiguousOrder)]
    [InlineData("9/9/2025", DateFaultKind.AmbiguousOrder)]
    [InlineData("20/11/2026", DateFaultKind.UnknownOrder)]
    [InlineData("11/20/2026", DateFaultKind.UnknownOrder)]
    [InlineData("20/20/2026", DateFaultKind.NoSuchTime)]
    [InlineData("20/11/0026", DateFaultKind.NoSuchTime)]
    [InlineData("9/11/25", DateFaultKind.ShortYear)]
    [InlineData("2025-11-09T", DateFaultKind.Unreadable)]
    [InlineData("2025-11-09T19", DateFaultKind.Unreadable)]
    [InlineData("2025-11-09 morning", DateFaultKind.Unreadable)]
    [InlineData("2025-11-09 19:34 +0530 +0530", DateFaultKind.Unreadable)]
    [InlineData("2025-11-09 19:34 EST-0500", DateFaultKind.Unreadable)]
    [InlineData("2025-W45-7", DateFaultKind.Unreadable)]
    [InlineData("2025-313", DateFaultKind.Unreadable)]
    [InlineData("202511", DateFaultKind.Unreadable)]
    [InlineData("Sun 09 Nov 2025", DateFaultKind.Unreadable)]
    [InlineData("٢٠٢٥", DateFaultKind.Unreadable)]
    [InlineData("2025-", DateFaultKind.NoSuchTime)]
    [InlineData("2014-02-30", DateFaultKind.NoSuchTime)]
    [InlineData("2025-02-29", DateFaultKind.NoSuchTime)]
    [InlineData("2025-13", DateFaultKind.NoSuchTime)]
    [InlineData("2025-00-01", DateFaultKind.NoSuchTime)]
    [InlineData("2025-11-00", DateFaultKind.NoSuchTime)]
    [InlineData("2025-11-09 24:00", DateFaultKind.NoSuchTime)]
    [InlineData("2025-11-09 23:60", DateFaultKind.NoSuchTime)]
    [InlineData("2025-11-09 23:59:60", DateFaultKind.NoSuchTime)]
    [InlineData("0214-05-01", DateFaultKind.NoSuchTime)]
    [InlineData("9999-12-31T23:00-14:00", DateFaultKind.NoSuchTime)]
    [InlineData("31 Nov 2025", DateFaultKind.NoSuchTime)]
    [InlineData("Mon, 09 Nov 2025 19:34:52 +0530", DateFaultKind.WrongWeekday)]
    [InlineData("2025-11-09 19:34 XYZ", DateFaultKind.UnknownZone)]
    public void Refuses_the_rest(string text, object fault) => Assert.Equal(fault, Read(text, out _));

    [Theory]
    [InlineData("2025-11-09 19:34 +1500")]
    [InlineData("2025-11-09 19:34 +0575")]
    [InlineData("Sun, 09 Nov 2025 7:34 PM -15:00")]
    public void Of_a_time_without_a_possible_offset_the_day_stands(string text)
    {
        Assert.Equal(DateFaultKind.NoSuchOffset, Read(text, out var date));
        Assert.Equal(
            new ArticleDate(new DateTimeOffset(2025, 11, 9, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day, null),
            date
        );
    }

    [Theory]
    [InlineData("9/11/2025", true, DateFaultKind.None, "2025-11-09")]
    [InlineData("9/11/2025", false, DateFaultKind.None, "2025-09-11")]
    [InlineData("20.11.2026 7:34 PM", true, DateFaultKind.None, "2026-11-20")]
    [InlineData("11-20-2026", false, DateFaultKind.None, "2026-11-20")]
    [InlineData("11-20-2026", true, DateFaultKind.NotDayFirst, null)]
    [InlineData("20-11-2026", false, DateFaultKind.NotMonthFirst, null)]
    [InlineData("9/11/25", true, DateFaultKind.ShortYear, null)]
    [InlineData("2025/11/09", true, DateFaultKind.None, "2025-11-09")]
    public void The_archive_says_whether_the_day_comes_first(string text, bool dayFirst, object fault, string? day)
    {
        Assert.Equal(fault, Reader(dayFirst: dayFirst).Read(text, out var date, out _));
        Assert.Equal(day, date == default ? null : date.Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("11-9-2017", "2017-11-09 or 2017-09-11")]
    [InlineData("11/9/2017 7:34 PM", "2017-11-09 7:34 PM or 2017-09-11 7:34 PM")]
    [InlineData("9.9.2017", "2017-09-09")]
    [InlineData("20/11/2026", "2026-11-20")]
    [InlineData("11/20/2026", "2026-11-20")]
    [InlineData("2017-11-09 10:00 XYZ", "XYZ")]
    public void Names_what_the_message_shows(string text, string detail)
    {
        Reader().Read(text, out _, out var found);
        Assert.Equal(detail, found);
    }

    [Theory]
    [InlineData("Asia/Kolkata", "2025-11-09 19:34 IST", "2025-11-09T19:34:00+05:30")]
    [InlineData("Europe/Berlin", "2025-11-09 19:34 CET", "2025-11-09T19:34:00+01:00")]
    [InlineData("Europe/Berlin", "2025-07-09 19:34 cest", "2025-07-09T19:34:00+02:00")]
    [InlineData("Europe/Berlin", "2025-07-09 19:34 CET", "2025-07-09T19:34:00+01:00")]
    [InlineData("Europe/Berlin", "2025-10-26 02:30 CET", "2025-10-26T02:30:00+01:00")]
    [InlineData("Europe/Berlin", "2025-10-26 02:30 CEST", "2025-10-26T02:30:00+02:00")]
    [InlineData("Asia/Shanghai", "2025-11-09 19:34 CST", "2025-11-09T19:34:00+08:00")]
    [InlineData("Europe/Berlin", "2025-11-09 19:34 EST", "2025-11-09T19:34:00-05:00")]
    [InlineData("Asia/Kolkata", "1943-11-09 19:34 CET", null)]
    [InlineData("Europe/Berlin", "2025-11-09 19:34 CEMT", null)]
    public void Knows_the_letters_of_its_own_zone(string zone, string text, string? local)
    {
        var reader = new ArticleDateReader(
            DateTimeZoneProviders.Tzdb[zone],
            new Dictionary<string, DateTimeZone>(),
            null
        );

        Assert.Equal(
            local is null ? DateFaultKind.UnknownZone : DateFaultKind.None,
            reader.Read(text, out var date, out _)
        );
        Assert.Equal(
            local,
            local is null ? null : date.Local.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)
        );
    }

    [Theory]
    [InlineData("2025-11-09-flood", 11)]
    [InlineData("2025-11-09_flood", 11)]
    [InlineData("2025-11-09", 10)]
    [InlineData("2025-11-flood", 0)]
    [InlineData("2025-11-091-flood", 0)]
    [InlineData("2025-02-30-flood", 0)]
    [InlineData("flood-2025-11-09", 0)]
    [InlineData("flood", 0)]
    public void Reads_the_day_before_a_file_name(string name, int length)
    {
        Assert.Equal(length, Reader().ReadFileName(name, out var date));
        Assert.Equal(length == 0, date == default);
    }

    /// <summary>The machine's zone does not show: the reader knows only the site's.</summary>
    [Fact]
    public void A_zone_without_letters_in_its_name_is_shown_as_offset()
    {
        var reader = new ArticleDateReader(DateTimeZoneProviders.Tzdb["Asia/Dubai"], Zones, null);

        Assert.Equal(DateFaultKind.None, reader.Read("2025-11-09 19:34", out var date, out _));
        Assert.Equal("UTC+04:00", date.ZoneName);
    }

    [Property]
    public bool Never_throws(string? text)
    {
        var fault = Read(text ?? "", out var date);
        return (fault is DateFaultKind.None or DateFaultKind.NoSuchOffset) == (date != default);
    }

    /// <summary>Random text is hardly ever near a date; texts of a date's own parts are.</summary>
    [Property(MaxTest = 2000)]
    public bool Never_throws_on_parts_of_dates(byte[]? choices)
    {
        string[] parts =
        [
            "9",
            "31",
            "0",
            "2025",
            "11",
            "-",
            "/",
            ".",
            ":",
            " ",
            ", ",
            "Mar",
            "Sunday",
            "T",
            "PM",
            "a.m.",
            "at",
            "+",
            "15",
            "Z",
            "BST",
            "99",
            "9999",
            "0001",
        ];
        var fault = Read(string.Concat((choices ?? []).Select(choice => parts[choice % parts.Length])), out var date);
        return (fault is DateFaultKind.None or DateFaultKind.NoSuchOffset) == (date != default);
    }

    private static ArticleDateReader Reader(bool? dayFirst = null) =>
        new(DateTimeZoneProviders.Tzdb["Europe/London"], Zones, dayFirst);

    private static DateFaultKind Read(string text, out ArticleDate date) => Reader().Read(text, out date, out _);
}
