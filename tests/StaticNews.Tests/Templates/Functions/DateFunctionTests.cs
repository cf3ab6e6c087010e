using StaticNews.Templates;

namespace StaticNews.Tests.Templates.Functions;

public sealed class DateFunctionTests
{
    [Theory]
    [InlineData("%a %A %b %B %h", "Sat Saturday Mar March Mar")]
    [InlineData("%c", "Sat Mar 09 05:07:03 2024")]
    [InlineData("%C %y %Y", "20 24 2024")]
    [InlineData("%d %e %j %m %u %w", "09  9 069 03 6 6")]
    [InlineData("%D %F %x %v", "03/09/24 2024-03-09 03/09/2024  9-MAR-2024")]
    [InlineData("%H %I %k %l %M %S %p %P", "05 05  5  5 07 03 AM am")]
    [InlineData("%r|%R|%T|%X", "05:07:03 AM|05:07|05:07:03|05:07:03")]
    [InlineData("%L %N", "045 045000000")]
    [InlineData("%U %V %W", "10 10 10")]
    [InlineData("%s %Z", "1709941023 +05:30")]
    [InlineData("100%% of%n%tit", "100% of\n\tit")]
    [InlineData("%Q %-d %", "%Q %-d %")]
    [InlineData("%g %d", " 09")]
    [InlineData("", "09 Mar 2024")]
    [InlineData("%g", " 09 Mar 2024")]
    [InlineData("le %d à %Hh", "le 09 à 05h")]
    public void A_date_prints_by_its_pattern(string pattern, string expected)
    {
        var date = FunctionCall.Date("2024-03-09T05:07:03.045+05:30");
        Assert.Equal(expected, FunctionCall.Print("date.to_string", date, pattern));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00+00:00")]
    [InlineData("0987-02-03T04:05:06+05:30")]
    [InlineData("1999-12-31T23:59:59-11:00")]
    [InlineData("9999-12-31T12:00:00+00:00")]
    public void A_page_and_a_text_show_a_date_alike(string date)
    {
        var model = new Dictionary<string, object?>(StringComparer.Ordinal) { ["day"] = FunctionCall.Date(date) };
        string[] patterns =
        [
            "%Y-%m-%dT%H:%M:%S",
            "%d %B %Y, %H:%M",
            "%b %d",
            "%B%B%B%B",
            "%",
            "%d%",
            "é %d",
            "%d %Z",
            "",
            "no date",
            string.Concat(Enumerable.Repeat("%B ", 12)),
        ];
        foreach (var pattern in patterns)
        {
            var page = new TemplateRun(("page", $"{{{{ day | date.to_string '{pattern}' }}}}")).Write(model, null);
            var text = new TemplateRun(("page", $"{{{{ text = day | date.to_string '{pattern}'; text }}}}")).Write(
                model,
                null
            );
            Assert.Equal(text, page);
        }
    }

    [Theory]
    [InlineData("2024-01-01", "%U %V %W", "01 01 01")]
    [InlineData("2023-01-01", "%U %V %W", "01 52 01")]
    [InlineData("2024-12-31", "%U %V %W", "53 01 53")]
    [InlineData("2021-01-03", "%U %V %W", "02 53 01")]
    [InlineData("1969-12-31T23:59:59", "%s", "-1")]
    [InlineData("2024-03-09T12:00:00", "%I %l %p", "12 12 PM")]
    [InlineData("2024-03-09T00:30:00", "%I %l %p", "12 12 AM")]
    [InlineData("0087-03-09", "%Y %C %y", "0087 00 87")]
    public void Edges_of_the_calendar_print_right(string date, string pattern, string expected) =>
        Assert.Equal(expected, FunctionCall.Print("date.to_string", FunctionCall.Date(date), pattern));

    [Theory]
    [InlineData("2024-03-09", "2024-03-09T00:00:00+00:00")]
    [InlineData("2024/3/9", "2024-03-09T00:00:00+00:00")]
    [InlineData("2024-03", "2024-03-01T00:00:00+00:00")]
    [InlineData("2024-03-09 05:07", "2024-03-09T05:07:00+00:00")]
    [InlineData("2024-03-09T15:04:05", "2024-03-09T15:04:05+00:00")]
    [InlineData("2024-03-09T15:04:05Z", "2024-03-09T15:04:05+00:00")]
    [InlineData("2024-03-09T15:04:05.5+05:30", "2024-03-09T15:04:05.5+05:30")]
    [InlineData("2024-03-09 15:04:05 -0800", "2024-03-09T15:04:05-08:00")]
    [InlineData(" 2021/11/30 20:50:23Z ", "2021-11-30T20:50:23+00:00")]
    [InlineData("03/09/2024", "2024-03-09T00:00:00+00:00")]
    [InlineData("03/09/24 5:07 PM", "2024-03-09T17:07:00+00:00")]
    [InlineData("12/31/1999 12:00:00 am", "1999-12-31T00:00:00+00:00")]
    [InlineData("9 March 2024", "2024-03-09T00:00:00+00:00")]
    [InlineData("9th march 2024", "2024-03-09T00:00:00+00:00")]
    [InlineData("March 9, 2024", "2024-03-09T00:00:00+00:00")]
    [InlineData("Sept. 9, 2024 5 pm", "2024-09-09T17:00:00+00:00")]
    [InlineData("Mar 2024", "2024-03-01T00:00:00+00:00")]
    [InlineData("9-Mar-2024", "2024-03-09T00:00:00+00:00")]
    [InlineData("Sat, 09 Mar 2024 05:07:03 GMT", "2024-03-09T05:07:03+00:00")]
    [InlineData("Saturday, 9 March 2024 05:07:03 +0530", "2024-03-09T05:07:03+05:30")]
    public void A_date_is_read_as_people_write_it(string text, string expected) =>
        Assert.Equal(FunctionCall.Date(expected), FunctionCall.InvokeForDate("date.parse", text));

    [Theory]
    [InlineData("2024-03-09T15:04:05+05:30", 330)]
    [InlineData("2024-03-09T15:04:05", 0)]
    public void The_offset_of_a_date_is_kept(string text, int minutes) =>
        Assert.Equal(minutes, FunctionCall.InvokeForDate("date.parse", text).Offset.TotalMinutes);

    [Theory]
    [InlineData("not a date")]
    [InlineData("2024-02-30")]
    [InlineData("2024-13-01")]
    [InlineData("2024-03-0910:30")]
    [InlineData("10:30")]
    [InlineData("5 March")]
    [InlineData("March 9, 2024 25:00")]
    [InlineData("2024-03-09 13:00 AM")]
    [InlineData("2024-03-09T15:04:05+25:00")]
    [InlineData("2024-03-09 05:07 tomorrow")]
    [InlineData("20240309")]
    [InlineData("0001-01-01T00:00:00+05:30")]
    public void What_no_calendar_has_is_an_error(string text) =>
        Assert.Equal("SN3211", FunctionCall.FaultCode("date.parse", text));

    [Theory]
    [InlineData("2018--06--17", "%Y--%m--%d", "2018-06-17T00:00:00Z")]
    [InlineData("03 14, 2016", "%m %d, %Y", "2016-03-14T00:00:00Z")]
    [InlineData("2025-01-01 14:01:23", "%Y-%m-%d %k:%M:%S", "2025-01-01T14:01:23Z")]
    [InlineData("Sat 9 March 24, 05:07 pm +0530", "%a %e %B %y, %I:%M %p %Z", "2024-03-09T17:07:00+05:30")]
    [InlineData("2024-03-09 05:07:03.25", "%F %T.%L", "2024-03-09T05:07:03.250Z")]
    [InlineData("14:30", "%R", "0001-01-01T14:30:00Z")]
    [InlineData("70", "%y", "1970-01-01T00:00:00Z")]
    public void A_pattern_reads_what_it_writes(string text, string pattern, string expected) =>
        Assert.Equal(FunctionCall.Date(expected), FunctionCall.InvokeForDate("date.parse", text, pattern));

    [Theory]
    [InlineData("9.3.", "%d.%m.%Y")]
    [InlineData("2024-03-09x", "%F")]
    [InlineData("069/2024", "%j/%Y")]
    [InlineData("99999999999999999999", "%s")]
    [InlineData("2024", "%Q")]
    public void A_text_off_its_pattern_is_an_error(string text, string pattern) =>
        Assert.Equal("SN3212", FunctionCall.FaultCode("date.parse", text, pattern));

    [Fact]
    public void The_day_comes_first_where_people_write_it_first()
    {
        Assert.Equal("20 Jan 2022", FunctionCall.Print("date.parse", "20/01/2022 08:32:48 +00:00", null, "en-GB"));
        Assert.Equal(
            "2025-03-01",
            FunctionCall.Print("date.parse_to_string", "03/01/2025 14:01:23", "%F", "en-GB", null, "en-US")
        );
        Assert.Equal(
            "02:01:23 PM",
            FunctionCall.Print("date.parse_to_string", "2025-01-01 14:01:23", "%r", null, "%Y-%m-%d %k:%M:%S")
        );
    }

    [Fact]
    public void Null_and_nothing_are_no_date()
    {
        Assert.Null(FunctionCall.Invoke("date.parse", ""));
        Assert.Null(FunctionCall.Invoke("date.parse", [null]));
        Assert.Null(FunctionCall.Invoke("date.to_string", null, "%F"));
        Assert.Null(FunctionCall.Invoke("date.add_days", null, 1));
    }

    [Fact]
    public void A_date_passes_through_parse_with_its_time()
    {
        var date = FunctionCall.Date("2024-03-09T05:07:03Z");
        Assert.Equal(date, FunctionCall.InvokeForDate("date.parse", date));
        Assert.Equal("05:07", FunctionCall.Print("date.parse_to_string", date, "%R"));
    }

    [Theory]
    [InlineData("date.add_days", "2024-02-28", 2, "2024-03-01T00:00:00Z")]
    [InlineData("date.add_months", "2024-01-31", 1, "2024-02-29T00:00:00Z")]
    [InlineData("date.add_years", "2024-02-29", 1, "2025-02-28T00:00:00Z")]
    [InlineData("date.add_hours", "2024-03-01T22:30:00", 3, "2024-03-02T01:30:00Z")]
    [InlineData("date.add_minutes", "2024-03-01T22:30:00", 45, "2024-03-01T23:15:00Z")]
    [InlineData("date.add_seconds", "2024-03-01T00:00:10", -11, "2024-02-29T23:59:59Z")]
    [InlineData("date.add_milliseconds", "2024-12-31T23:59:59", 1000, "2025-01-01T00:00:00Z")]
    public void Dates_move(string function, string date, int amount, string expected) =>
        Assert.Equal(
            FunctionCall.Date(expected),
            FunctionCall.InvokeForDate(function, FunctionCall.Date(date), amount)
        );

    [Theory]
    [InlineData("date.add_years", 9000.0)]
    [InlineData("date.add_months", -99999999.0)]
    [InlineData("date.add_days", double.PositiveInfinity)]
    [InlineData("date.add_days", double.NaN)]
    public void A_date_outside_the_calendar_is_an_error(string function, double amount) =>
        Assert.Equal("SN3307", FunctionCall.FaultCode(function, FunctionCall.Date("2024-03-09"), amount));

    [Fact]
    public void Another_language_is_an_error() =>
        Assert.Equal(
            "SN3210",
            FunctionCall.FaultCode("date.to_string", FunctionCall.Date("2024-03-09"), "%B", "fr-FR")
        );

    [Theory]
    [InlineData("year", "2024")]
    [InlineData("month", "3")]
    [InlineData("day", "9")]
    [InlineData("day_of_year", "69")]
    [InlineData("hour", "5")]
    [InlineData("minute", "7")]
    [InlineData("second", "3")]
    [InlineData("millisecond", "45")]
    public void A_date_has_members(string name, string expected)
    {
        var page = new TemplateRun(
            ("page", $"{{{{ day.{name} }}}} {{{{ (date.parse '2024-03-09T05:07:03.045Z').{name} }}}}")
        );
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["day"] = FunctionCall.Date("2024-03-09T05:07:03.045Z"),
        };
        Assert.Equal($"{expected} {expected}", page.Write(model, null));
    }

    [Fact]
    public void A_date_has_no_other_members() =>
        Assert.Equal(
            "[year, month, day, day_of_year, hour, minute, second, millisecond][]",
            new TemplateRun(
                (
                    "page",
                    "{{ day = date.parse '2024-03-09' }}[{{ day | object.keys | array.join ', ' }}][{{ day.nope }}]"
                )
            ).Write(null, null)
        );

    [Fact]
    public void There_is_no_clock_but_the_instant_of_the_build()
    {
        var options = TemplateOptions.Html with { BuildInstant = FunctionCall.Date("2024-03-09T05:07:03+05:30") };
        var page = new TemplateRun(
            (
                "page",
                "{{ date.now | date.to_string '%F %R %Z' }}|{{ date.now.hour }}|{{ date.utc_now | date.to_string "
                    + "'%F %R %Z' }}"
            )
        );
        Assert.Equal("2024-03-09 05:07 +05:30|5|2024-03-08 23:37 +00:00", page.Write(null, null, options));
        Assert.Equal(
            "2024-03-08 23:37|23",
            new TemplateRun(("page", "{{ date.now | date.to_string '%F %R' }}|{{ date.now.hour }}")).Write(
                null,
                null,
                TemplateOptions.Stock with
                {
                    BuildInstant = options.BuildInstant,
                }
            )
        );
    }

    [Fact]
    public void The_format_of_dates_is_assigned_for_one_page_only()
    {
        const string Text =
            "{{ day = date.parse '2024-03-09' }}{{ day }}|{{ date.format = '%F' }}{{ day }}|{{ day | date.to_string }}";
        var template = new TemplateRun(("page", Text)).Compile(null).Template!;
        for (var page = 0; page < 2; page++)
        {
            var output = new System.Buffers.ArrayBufferWriter<byte>();
            Assert.Null(template.Render(null, output));
            Assert.Equal("09 Mar 2024|2024-03-09|2024-03-09", System.Text.Encoding.UTF8.GetString(output.WrittenSpan));
        }
    }

    [Theory]
    [InlineData("10:30")]
    [InlineData("March 5")]
    public void Stock_mode_reads_no_date_that_only_a_clock_could_complete(string text) =>
        Assert.Equal(
            "SN3211",
            new TemplateRun(("page", $"{{{{ date.parse '{text}' }}}}")).Fail(null, null, TemplateOptions.Stock).Code
        );
}
