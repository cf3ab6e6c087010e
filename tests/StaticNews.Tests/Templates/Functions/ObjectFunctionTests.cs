using Scriban.Runtime;
using StaticNews.Templates;

namespace StaticNews.Tests.Templates.Functions;

/// <summary>JSON, formats, <c>object.eval</c>, and the time spans.</summary>
public sealed class ObjectFunctionTests
{
    private static readonly (string, object?)[] Page = [("b", 1), ("a", null)];

    public static TheoryData<string, string, object?[]> Questions =>
        new()
        {
            { "object.format", "3.14", [3.14159, "F2"] },
            { "object.format", "0042", [42, "D4"] },
            { "object.format", "2024/03/09", [FunctionCall.Date("2024-03-09"), "yyyy/MM/dd"] },
            { "object.format", "1,523.00", [1523, "N2", "en-US"] },
            { "object.kind", "date", [FunctionCall.Date("2024-03-09")] },
            { "object.to_json", "{\"b\":1,\"a\":null}", [Page] },
            { "object.to_json", "[2,0.1,1500,1.10]", [new object?[] { 2.0, 0.1, 1.5e3, 1.10m }] },
            { "object.to_json", "\"\\u003Cb\\u003E\\u0026\\u0027\\u003C/b\\u003E\"", ["<b>&'</b>"] },
            { "object.to_json", "\"line\\n\\u0022q\\u0022 \\\\ /\"", ["line\n\"q\" \\ /"] },
            { "object.to_json", "\"\\u00E9 \\u65E5 \\uD83D\\uDE00\"", ["é 日 😀"] },
            { "object.to_json", "\"2024-03-09T00:00:00+00:00\"", [FunctionCall.Date("2024-03-09")] },
            { "object.to_json", "\"2024-03-09T10:00:00+05:30\"", [FunctionCall.Date("2024-03-09T10:00:00+05:30")] },
            { "object.to_json", "\"01:30:00\"", [TimeSpan.FromMinutes(90)] },
            { "object.to_json", "null", [null] },
            {
                "object.from_json",
                "{a: {b: [1, 2.5, \"x\", true, null]}}",
                ["{\"a\":{\"b\":[1,2.5,\"x\",true,null]}}"]
            },
            { "object.from_json", "9000000000", [" 9000000000 "] },
        };

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_value_answers(string function, string expected, object?[] arguments) =>
        Assert.Equal(expected, FunctionCall.Print(function, arguments));

    [Theory]
    [InlineData("{oops")]
    [InlineData("")]
    [InlineData("{\"a\":1} x")]
    [InlineData("\"\\ud83d\"")]
    [InlineData("[1,]")]
    public void A_text_that_is_not_json_is_a_fault(string json) =>
        Assert.Equal("SN3222", FunctionCall.FaultCode("object.from_json", json));

    [Fact]
    public void Json_of_any_depth_ends()
    {
        Assert.Equal("SN3222", FunctionCall.FaultCode("object.from_json", new string('[', 100_000)));
        var list = new ScriptArray();
        list.Add(list);
        Assert.Equal("SN3224", FunctionCall.FaultCode("object.to_json", list));
    }

    [Fact]
    public void What_json_cannot_say_is_a_fault()
    {
        Assert.Equal("SN3223", FunctionCall.FaultCode("object.to_json", double.NaN));
        Assert.Equal("SN3223", FunctionCall.FaultCode("object.to_json", FunctionCall.Find("string.upcase")));
    }

    [Theory]
    [InlineData("SN3221", "object.format", "text", "N2")]
    [InlineData("SN3221", "object.format", 1, "F999999999")]
    [InlineData("SN3210", "object.format", 1, "N2", "de-DE")]
    [InlineData("SN3119", "object.eval", "1 + 2")]
    [InlineData("SN3119", "object.eval_template", "{{ 1 + 2 }}")]
    public void A_mistake_is_a_fault(string code, string function, params object?[] arguments) =>
        Assert.Equal(code, FunctionCall.FaultCode(function, arguments));

    [Fact]
    public void Stock_mode_evaluates_texts() =>
        Assert.Equal(
            "3 3",
            new TemplateRun(("page", "{{ '1 + 2' | object.eval }} {{ '{{ 1 + 2 }}' | object.eval_template }}")).Write(
                null,
                null,
                TemplateOptions.Stock
            )
        );

    [Theory]
    [InlineData("total_minutes", "61.016666666666666")]
    [InlineData("hours", "1")]
    [InlineData("minutes", "1")]
    [InlineData("seconds", "1")]
    [InlineData("days", "0")]
    public void A_timespan_has_members(string name, string expected) =>
        Assert.Equal(
            expected,
            new TemplateRun(("page", $"{{{{ (timespan.from_seconds 3661).{name} }}}}")).Write(null, null)
        );

    [Theory]
    [InlineData("timespan.from_milliseconds", "1.01:01:01.0010000", 90061001)]
    [InlineData("timespan.from_hours", "2.01:30:00", 49.5)]
    [InlineData("timespan.from_minutes", "01:30:00", 90)]
    [InlineData("timespan.from_days", "5.00:00:00", 5)]
    [InlineData("timespan.parse", "1.02:03:04", "1.02:03:04")]
    public void A_timespan_is_made(string function, string expected, object argument) =>
        Assert.Equal(expected, FunctionCall.Print(function, argument));

    [Fact]
    public void A_timespan_that_cannot_be_is_a_fault()
    {
        Assert.Equal("SN3213", FunctionCall.FaultCode("timespan.parse", "soon"));
        Assert.Equal("SN3214", FunctionCall.FaultCode("timespan.from_days", 1e9));
        Assert.Equal("SN3214", FunctionCall.FaultCode("timespan.from_days", double.NaN));
    }
}
