using System.Globalization;
using FsCheck.Xunit;
using NodaTime;
using StaticNews.Articles;
using StaticNews.Diagnostics;

namespace StaticNews.Tests.Articles;

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
            Assert.Equal(DateTimeOffset.Parse(local, CultureInfo.InvariantCulture).ToString("o"), date.Local.ToString("o"));
            Assert.Equal(zone, date.ZoneName);
        }
    }

    [Theory]
    [InlineData("", DateFaultKind.Unreadable)]
    [InlineData("yesterday", DateFaultKind.Unreadable)]
    [InlineData("09/11/2025", DateFaultKind.Unreadable)]
    [InlineData("9.11.2025", DateFaultKind.Unreadable)]
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
    [InlineData("2025-11-09 19:34 +1500", DateFaultKind.NoSuchOffset)]
    [InlineData("2025-11-09 19:34 +0575", DateFaultKind.NoSuchOffset)]
    public void Refuses_the_rest(string text, object fault) => Assert.Equal(fault, Read(text, out _));

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
        var reader = new ArticleDateReader(DateTimeZoneProviders.Tzdb["Asia/Dubai"], Zones);

        Assert.Equal(DateFaultKind.None, reader.Read("2025-11-09 19:34", out var date, out _));
        Assert.Equal("UTC+04:00", date.ZoneName);
    }

    [Property]
    public bool Never_throws(string? text)
    {
        var fault = Read(text ?? "", out var date);
        return (fault == DateFaultKind.None) == (date != default);
    }

    private static ArticleDateReader Reader() => new(DateTimeZoneProviders.Tzdb["Europe/London"], Zones);

    private static DateFaultKind Read(string text, out ArticleDate date) => Reader().Read(text, out date, out _);
}
