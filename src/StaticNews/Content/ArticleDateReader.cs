using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;
using StaticNews.Diagnostics;

namespace StaticNews.Content;

/// <summary>
/// Reads a date in any form that archives write:
/// <list type="bullet">
/// <item>
/// ISO 8601: <c>2025-11-09T19:34:52+05:30</c>, without seconds, with a fraction, basic (<c>20251109T193452Z</c>), with
/// or without offset;
/// </item>
/// <item>the same with blanks: <c>2025-11-09 19:34:52 +0530</c>, <c>2025-11-09 9:34 IST</c>;</item>
/// <item>
/// a day, a month, a year: <c>2025-11-09</c>, <c>2025/11/09</c>, <c>2025.11.09</c>, <c>2025-11</c>, <c>2025</c>;
/// </item>
/// <item>
/// RFC 822 and 5322: <c>Sun, 09 Nov 2025 19:34:52 +0530</c>, the weekday checked, years of two digits by RFC 5322
/// section 4.3;
/// </item>
/// <item>
/// English: <c>November 9, 2025</c>, <c>9 November 2025</c>, <c>Sunday, November 9, 2025 at 7:34 PM</c>, <c>November
/// 2025</c>; names whole or as three letters;
/// </item>
/// <item>figures with the year last, <c>9/11/2025</c>, where site.yml says which of them is the day.</item>
/// </list>
/// Every form that may have a time may have one of the 12-hour clock: <c>7:34 PM</c>, <c>7:34pm</c>, <c>7:34 p.m.</c>
/// A zone's abbreviation means what site.yml maps it to, else what the site's own zone calls so in the year around,
/// else what RFC 822 section 5.1 says (GMT, EST…). Without an offset the time is the site's zone's. Two rules for the
/// hours at which clocks change: a time that came twice is the earlier one (unless the abbreviation names the later),
/// and a time that never came keeps its figures with the offset from before the change.
/// </summary>
/// <param name="dayFirst">
/// Whether 9/11/2025 is a day in November (true) or in September (false); null: not configured.
/// </param>
internal sealed class ArticleDateReader(
    DateTimeZone siteZone,
    IReadOnlyDictionary<string, DateTimeZone> zones,
    bool? dayFirst
)
{
    /// <summary>Nothing printed is older than a thousand years: three digits are a typing mistake.</summary>
    private const int FirstYear = 1000;

    private const int MaxOffsetMinutes = 14 * 60;

    private static readonly Duration AboutAYear = Duration.FromDays(366);

    private readonly Dictionary<int, string> _offsetNames = [];

    /// <summary>
    /// The date, or the fault of it; of a time with an impossible offset
    /// (<see cref="DateFaultKind.NoSuchOffset"/>), its day.
    /// </summary>
    /// <param name="detail">
    /// For the message: the zone's abbreviation, or the days that a date of figures could be, or empty.
    /// </param>
    public DateFaultKind Read(ReadOnlySpan<char> text, out ArticleDate date, out string detail)
    {
        date = default;
        detail = "";
        text = text.Trim();
        var scan = new DateScanner(text);
        var written = new WrittenDate();
        if (!DateForms.Read(ref scan, ref written))
        {
            return DateFaultKind.Unreadable;
        }

        ReadZone(ref scan, ref written);
        if (!scan.IsAtEnd)
        {
            return DateFaultKind.Unreadable;
        }

        if (
            written.IsNumeric
            && DecideOrder(ref written, text[^written.LengthAfterDay..], out detail)
                is var fault
                    and not DateFaultKind.None
        )
        {
            return fault;
        }

        if (!written.IsPossible(FirstYear))
        {
            return DateFaultKind.NoSuchTime;
        }

        detail = written.Zone;
        var local = written.ToDateTime();
        return written.Weekday >= 0 && (int)local.DayOfWeek != written.Weekday
            ? DateFaultKind.WrongWeekday
            : Place(local, written, out date);
    }

    /// <summary>
    /// The day in front of a file's name (<c>2025-11-09-flood.md</c>), and how long that part is with its hyphen; 0
    /// where there is none.
    /// </summary>
    public int ReadFileName(ReadOnlySpan<char> name, out ArticleDate date)
    {
        const int dayLength = 10;
        date = default;
        if (
            name.Length < dayLength
            || name[4] != '-'
            || name[7] != '-'
            || (name.Length > dayLength && name[dayLength] is not ('-' or '_' or '.'))
        )
        {
            return 0;
        }

        var isDay =
            Read(name[..dayLength], out date, out _) == DateFaultKind.None && date.Precision == DatePrecision.Day;
        return !isDay ? 0 : Math.Min(name.Length, dayLength + 1);
    }

    /// <summary>
    /// Which of the first two figures is the day. Only site.yml may say it: even 20/11/2025 stands in an archive whose
    /// 9/11/2025 would be ambiguous.
    /// </summary>
    /// <param name="rest">The text after the year.</param>
    private DateFaultKind DecideOrder(ref WrittenDate written, ReadOnlySpan<char> rest, out string readings)
    {
        readings = "";
        var (first, second, year) = (written.Day, written.Month, written.Year);
        if (written.IsShortYear)
        {
            return DateFaultKind.ShortYear;
        }

        var monthFirst = WrittenDate.IsDay(year, first, second) ? Reading(year, first, second, rest) : "";
        var dayFirstReading = WrittenDate.IsDay(year, second, first) ? Reading(year, second, first, rest) : "";
        readings =
            monthFirst.Length == 0 || dayFirstReading.Length == 0 || first == second
                ? (monthFirst.Length == 0 ? dayFirstReading : monthFirst)
                : $"{monthFirst} or {dayFirstReading}";
        if (readings.Length == 0 || year < FirstYear)
        {
            return DateFaultKind.NoSuchTime;
        }

        if (dayFirst is not { } isDayFirst)
        {
            return monthFirst.Length > 0 && dayFirstReading.Length > 0
                ? DateFaultKind.AmbiguousOrder
                : DateFaultKind.UnknownOrder;
        }

        (written.Day, written.Month) = isDayFirst ? (first, second) : (second, first);
        return (isDayFirst ? dayFirstReading : monthFirst).Length > 0 ? DateFaultKind.None
            : isDayFirst ? DateFaultKind.NotDayFirst
            : DateFaultKind.NotMonthFirst;
    }

    private static string Reading(int year, int month, int day, ReadOnlySpan<char> rest) =>
        string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}{rest}");

    /// <summary>
    /// What follows the time: <c>Z</c>, an offset, an abbreviation, or an offset and its name (<c>+0530 (IST)</c>).
    /// </summary>
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
        if (written.HasOffset && written.OffsetMinutes is < -MaxOffsetMinutes or > MaxOffsetMinutes)
        {
            var day = siteZone.MapLocal(LocalDateTime.FromDateTime(local.Date)).EarlyInterval;
            var fault = Assemble(local.Date, Minutes(day), DatePrecision.Day, "", out date);
            return fault == DateFaultKind.None ? DateFaultKind.NoSuchOffset : fault;
        }

        if (written.HasOffset)
        {
            return Assemble(
                local,
                written.OffsetMinutes,
                written.Precision,
                NameOf(local, written.OffsetMinutes),
                out date
            );
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

        if (OwnInterval(local, name) is { } own)
        {
            return Assemble(local, Minutes(own), written.Precision, name, out date);
        }

        return MailZoneMinutes(name) is { } minutes
            ? Assemble(local, minutes, written.Precision, name, out date)
            : DateFaultKind.UnknownZone;
    }

    /// <summary>
    /// When the site's own clocks had an abbreviation: at that time, or before or after the change next to it, for many
    /// write their winter's letters all year; null where they did not have it.
    /// </summary>
    private ZoneInterval? OwnInterval(DateTime local, string name)
    {
        var mapping = siteZone.MapLocal(LocalDateTime.FromDateTime(local));
        var interval = mapping.EarlyInterval;
        if (IsNamed(interval, name))
        {
            return interval;
        }

        // Of a time that came twice or never, the later interval is the one after the change.
        var about = Instant.FromDateTimeUtc(DateTime.SpecifyKind(local, DateTimeKind.Utc));
        if (
            interval.HasEnd
            && interval.End - about < AboutAYear
            && siteZone.GetZoneInterval(interval.End) is var next
            && IsNamed(next, name)
        )
        {
            return next;
        }

        var hasPrevious = interval.HasStart && about - interval.Start < AboutAYear;
        return
            hasPrevious
            && siteZone.GetZoneInterval(interval.Start - Duration.Epsilon) is var previous
            && IsNamed(previous, name)
            ? previous
            : null;
    }

    private static bool IsNamed(ZoneInterval interval, string name) =>
        string.Equals(interval.Name, name, StringComparison.OrdinalIgnoreCase);

    private static ZoneInterval IntervalOf(DateTimeZone zone, DateTime local, string name)
    {
        var mapping = zone.MapLocal(LocalDateTime.FromDateTime(local));
        var isLater = mapping.Count == 2 && IsNamed(mapping.LateInterval, name);
        return isLater ? mapping.LateInterval : mapping.EarlyInterval;
    }

    /// <summary>
    /// Zones of RFC 822 section 5.1, in minutes from UTC; the military letters but Z are left out (RFC 1123 section
    /// 5.2.14).
    /// </summary>
    private static int? MailZoneMinutes(string name) =>
        name switch
        {
            "UT" or "UTC" or "GMT" => 0,
            "EDT" => -4 * 60,
            "EST" or "CDT" => -5 * 60,
            "CST" or "MDT" => -6 * 60,
            "MST" or "PDT" => -7 * 60,
            "PST" => -8 * 60,
            _ => null,
        };

    private static DateFaultKind Assemble(
        DateTime local,
        int offsetMinutes,
        DatePrecision precision,
        string name,
        out ArticleDate date
    )
    {
        date = default;
        var offset = TimeSpan.FromMinutes(offsetMinutes);
        var utc = local.Ticks - offset.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
        {
            return DateFaultKind.NoSuchTime;
        }

        date = new ArticleDate(
            new DateTimeOffset(local, offset),
            precision,
            precision >= DatePrecision.Minute ? name : null
        );
        return DateFaultKind.None;
    }

    /// <summary>Local mean times before 1900 have seconds in their offset; a date keeps whole minutes.</summary>
    private static int Minutes(ZoneInterval interval) => interval.WallOffset.Seconds / 60;

    /// <summary>The site's own name for the offset where its clocks had it then, else the offset itself.</summary>
    private string NameOf(DateTime local, int offsetMinutes)
    {
        var utc = Math.Clamp(
            local.Ticks - TimeSpan.FromMinutes(offsetMinutes).Ticks,
            DateTime.MinValue.Ticks,
            DateTime.MaxValue.Ticks
        );
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
            name =
                minutes == 0
                    ? "UTC"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"UTC{(minutes < 0 ? '-' : '+')}{size / 60:00}:{size % 60:00}"
                    );
            _offsetNames.Add(minutes, name);
        }

        return name;
    }
}

/// <summary>Reads a date in front matter and reports an invalid one.</summary>
internal sealed class DateFieldReader(FieldReader fields, ArticleDateReader dates)
{
    public ArticleDate? Read(string key)
    {
        var date = Read(key, out var fault);
        if (fault is not null)
        {
            fields.Yaml.Report(fault.Severity == Severity.Warning ? fault : fault.AsWarning(", so it is left out"));
        }

        return date;
    }

    /// <summary>The date; of one with an impossible offset, which is a warning, the day.</summary>
    /// <param name="problem">
    /// The fault of the date at the current position, not yet reported; null where nothing is, or where there is none.
    /// </param>
    public ArticleDate? Read(string key, out Diagnostic? problem)
    {
        problem = null;
        if (!fields.Yaml.TryText(key, out var text) || text.Value.Length == 0)
        {
            return null;
        }

        var fault = dates.Read(text.Value, out var date, out var detail);
        if (fault == DateFaultKind.None)
        {
            return date.ZoneName is { } name ? date with { ZoneName = fields.Names.Share(name) } : date;
        }

        problem = ArticleDiagnostics.DateRefused(fields.Yaml.At(text.Span), key, text.Value, fault, detail);
        return fault == DateFaultKind.NoSuchOffset ? date : null;
    }
}
