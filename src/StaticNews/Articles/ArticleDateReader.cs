using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;
using StaticNews.Diagnostics;

namespace StaticNews.Articles;

/// <summary>
/// Reads a date in any form that archives write:
/// <list type="bullet">
/// <item>ISO 8601: <c>2025-11-09T19:34:52+05:30</c>, without seconds, with a fraction, basic (<c>20251109T193452Z</c>), with or without offset;</item>
/// <item>the same with blanks: <c>2025-11-09 19:34:52 +0530</c>, <c>2025-11-09 9:34 IST</c>;</item>
/// <item>a day, a month, a year: <c>2025-11-09</c>, <c>2025-11</c>, <c>2025</c>;</item>
/// <item>RFC 822 and 5322: <c>Sun, 09 Nov 2025 19:34:52 +0530</c>, the weekday checked, years of two digits by RFC 5322 section 4.3.</item>
/// </list>
/// A zone's abbreviation means what site.yml maps it to, else what RFC 822 section 5.1 says (GMT, EST…). Without an offset the time is
/// the site's zone's. Two rules for the hours at which clocks change: a time that came twice is the earlier one (unless the
/// abbreviation names the later), and a time that never came keeps its figures with the offset from before the change.
/// </summary>
internal sealed class ArticleDateReader(DateTimeZone siteZone, IReadOnlyDictionary<string, DateTimeZone> zones)
{
    /// <summary>Nothing printed is older than a thousand years: three digits are a slip of the pen.</summary>
    private const int FirstYear = 1000;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private readonly Dictionary<int, string> _offsetNames = [];

    /// <summary>The date, or what is wrong with it. <paramref name="zone"/> is the abbreviation that was read, or empty.</summary>
    public DateFaultKind Read(ReadOnlySpan<char> text, out ArticleDate date, out string zone)
    {
        date = default;
        zone = "";
        var scan = new DateScanner(text.Trim());
        var written = new WrittenDate();
        var isRead = scan.IsAtLetter || scan.DigitsAhead is 1 or 2 ? ReadMail(ref scan, ref written) : ReadIso(ref scan, ref written);
        if (!isRead)
        {
            return DateFaultKind.Unreadable;
        }

        ReadZone(ref scan, ref written);
        zone = written.Zone;
        if (!scan.IsAtEnd)
        {
            return DateFaultKind.Unreadable;
        }

        if (!written.IsPossible(FirstYear))
        {
            return DateFaultKind.NoSuchTime;
        }

        var local = written.ToDateTime();
        return written.Weekday >= 0 && (int)local.DayOfWeek != written.Weekday ? DateFaultKind.WrongWeekday : Place(local, written, out date);
    }

    /// <summary>The day in front of a file's name (<c>2025-11-09-flood.md</c>), and how long that part is with its hyphen; 0 where there is none.</summary>
    public int ReadFileName(ReadOnlySpan<char> name, out ArticleDate date)
    {
        const int dayLength = 10;
        date = default;
        if (name.Length < dayLength || name[4] != '-' || name[7] != '-' || (name.Length > dayLength && name[dayLength] is not ('-' or '_' or '.')))
        {
            return 0;
        }

        var isDay = Read(name[..dayLength], out date, out _) == DateFaultKind.None && date.Precision == DatePrecision.Day;
        return !isDay ? 0 : Math.Min(name.Length, dayLength + 1);
    }

    private static bool ReadIso(ref DateScanner scan, ref WrittenDate written)
    {
        var digits = scan.DigitsAhead;
        if (digits == 8)
        {
            (written.Year, written.Month, written.Day) = (scan.Number(4), scan.Number(2), scan.Number(2));
            return ReadTime(ref scan, ref written, afterBlank: false);
        }

        if (digits != 4)
        {
            return false;
        }

        (written.Year, written.Month, written.Day) = (scan.Number(4), 1, 1);
        if (!scan.Take('-'))
        {
            return Finish(ref written, DatePrecision.Year);
        }

        written.Month = scan.Number(2);
        if (!scan.Take('-'))
        {
            return Finish(ref written, DatePrecision.Month);
        }

        written.Day = scan.Number(2);
        return ReadTime(ref scan, ref written, afterBlank: true);
    }

    private static bool Finish(ref WrittenDate written, DatePrecision precision)
    {
        written.Precision = precision;
        return true;
    }

    /// <summary>Mail's form: <c>Sun, 09 Nov 2025 19:34:52</c>; the weekday and the time may be missing.</summary>
    private static bool ReadMail(ref DateScanner scan, ref WrittenDate written)
    {
        if (scan.IsAtLetter)
        {
            written.Weekday = scan.NameOf(Weekdays);
            if (written.Weekday < 0 || !scan.Take(','))
            {
                return false;
            }

            scan.TakeBlanks();
        }

        written.Day = scan.Number(2);
        if (written.Day < 0 || !scan.TakeBlanks())
        {
            return false;
        }

        written.Month = scan.NameOf(Months) + 1;
        if (written.Month < 1 || !scan.TakeBlanks() || scan.DigitsAhead is not (2 or 4))
        {
            return false;
        }

        written.Year = scan.DigitsAhead == 4 ? scan.Number(4) : FullYear(scan.Number(2));
        return ReadTime(ref scan, ref written, afterBlank: true);
    }

    /// <summary>RFC 5322 section 4.3.</summary>
    private static int FullYear(int twoDigits) => twoDigits < 50 ? 2000 + twoDigits : 1900 + twoDigits;

    /// <summary>The time, if one follows; false where one begins and does not go on.</summary>
    private static bool ReadTime(ref DateScanner scan, ref WrittenDate written, bool afterBlank)
    {
        if (!scan.TakeTimeMark(afterBlank))
        {
            return Finish(ref written, DatePrecision.Day);
        }

        var isBasic = scan.DigitsAhead is 4 or 6;
        written.Hour = scan.Number(2);
        if (!isBasic && !scan.Take(':'))
        {
            return false;
        }

        written.Minute = scan.Number(2);
        if (isBasic ? scan.DigitsAhead != 2 : !scan.Take(':'))
        {
            return Finish(ref written, DatePrecision.Minute);
        }

        written.Second = scan.Number(2);
        written.FractionTicks = scan.Fraction();
        return Finish(ref written, DatePrecision.Second);
    }

    /// <summary>What follows the time: <c>Z</c>, an offset, an abbreviation, or an offset and its name (<c>+0530 (IST)</c>).</summary>
    private static void ReadZone(ref DateScanner scan, ref WrittenDate written)
    {
        if (written.Precision < DatePrecision.Minute)
        {
            return;
        }

        scan.TakeBlanks();
        if (scan.TakeZulu())
        {
            written.HasOffset = true;
            return;
        }

        written.Zone = scan.IsAtLetter ? scan.Letters().ToString().ToUpperInvariant() : "";
        if (written.Zone is "" or "UTC" or "GMT" && scan.TakeOffset(out var minutes))
        {
            (written.HasOffset, written.OffsetMinutes, written.Zone) = (true, minutes, "");
            scan.TakeComment();
        }
    }

    private DateFaultKind Place(DateTime local, in WrittenDate written, out ArticleDate date)
    {
        date = default;
        if (Math.Abs(written.OffsetMinutes) > 14 * 60)
        {
            return DateFaultKind.NoSuchOffset;
        }

        if (written.HasOffset)
        {
            return Assemble(local, written.OffsetMinutes, written.Precision, NameOf(local, written.OffsetMinutes), out date);
        }

        var name = written.Zone;
        if (name.Length == 0)
        {
            var interval = siteZone.MapLocal(LocalDateTime.FromDateTime(local)).EarlyInterval;
            return Assemble(local, Minutes(interval), written.Precision, NameOf(interval), out date);
        }

        if (zones.TryGetValue(name, out var mapped))
        {
            return Assemble(local, Minutes(IntervalOf(mapped, local, name)), written.Precision, name, out date);
        }

        return MailZoneMinutes(name) is { } minutes
            ? Assemble(local, minutes, written.Precision, name, out date)
            : DateFaultKind.UnknownZone;
    }

    private static ZoneInterval IntervalOf(DateTimeZone zone, DateTime local, string name)
    {
        var mapping = zone.MapLocal(LocalDateTime.FromDateTime(local));
        var isLater = mapping.Count == 2 && string.Equals(mapping.LateInterval.Name, name, StringComparison.OrdinalIgnoreCase);
        return isLater ? mapping.LateInterval : mapping.EarlyInterval;
    }

    /// <summary>Zones of RFC 822 section 5.1, in minutes from UTC; the military letters but Z are left out (RFC 1123 section 5.2.14).</summary>
    private static int? MailZoneMinutes(string name) => name switch
    {
        "UT" or "UTC" or "GMT" => 0,
        "EDT" => -4 * 60,
        "EST" or "CDT" => -5 * 60,
        "CST" or "MDT" => -6 * 60,
        "MST" or "PDT" => -7 * 60,
        "PST" => -8 * 60,
        _ => null,
    };

    private static DateFaultKind Assemble(DateTime local, int offsetMinutes, DatePrecision precision, string name, out ArticleDate date)
    {
        date = default;
        var offset = TimeSpan.FromMinutes(offsetMinutes);
        var utc = local.Ticks - offset.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
        {
            return DateFaultKind.NoSuchTime;
        }

        date = new ArticleDate(new DateTimeOffset(local, offset), precision, precision >= DatePrecision.Minute ? name : null);
        return DateFaultKind.None;
    }

    /// <summary>Local mean times before 1900 have seconds in their offset; a date keeps whole minutes.</summary>
    private static int Minutes(ZoneInterval interval) => interval.WallOffset.Seconds / 60;

    /// <summary>The site's own name for the offset where its clocks had it then, else the offset itself.</summary>
    private string NameOf(DateTime local, int offsetMinutes)
    {
        var utc = Math.Clamp(local.Ticks - TimeSpan.FromMinutes(offsetMinutes).Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        var interval = siteZone.GetZoneInterval(Instant.FromDateTimeUtc(new DateTime(utc, DateTimeKind.Utc)));
        return Minutes(interval) == offsetMinutes ? NameOf(interval) : OffsetName(offsetMinutes);
    }

    /// <summary>Many zones have no abbreviation in tzdb but their offset (<c>+04</c>).</summary>
    private string NameOf(ZoneInterval interval) =>
        char.IsAsciiLetter(interval.Name[0]) ? interval.Name : OffsetName(Minutes(interval));

    private string OffsetName(int minutes)
    {
        if (!_offsetNames.TryGetValue(minutes, out var name))
        {
            var size = Math.Abs(minutes);
            name = minutes == 0
                ? "UTC"
                : string.Create(CultureInfo.InvariantCulture, $"UTC{(minutes < 0 ? '-' : '+')}{size / 60:00}:{size % 60:00}");
            _offsetNames.Add(minutes, name);
        }

        return name;
    }
}
