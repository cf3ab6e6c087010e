using StaticNews.Templates;

namespace StaticNews.Tests.Templates.Functions;

public sealed class ObjectFunctionTests
{
    private static readonly Value Page = FunctionCall.ToValue(new (string, object?)[] { ("b", 1), ("a", null) });

    public static TheoryData<string, string, object?[]> Questions => new()
    {
        { "object.default", "x", ["", "x"] },
        { "object.default", "x", [null, "x"] },
        { "object.default", " ", [" ", "x"] },
        { "object.default", "0", [0, "x"] },
        { "object.format", "3.14", [3.14159, "F2"] },
        { "object.format", "0042", [42, "D4"] },
        { "object.format", "2024/03/09", [FunctionCall.Date("2024-03-09"), "yyyy/MM/dd"] },
        { "object.format", "text", ["text", "N2"] },
        { "object.format", "1,523.00", [1523, "N2", "en-US"] },
        { "object.has_key", "true", [Page, "a"] },
        { "object.has_key", "false", [Page, "z"] },
        { "object.has_key", "false", ["text", "a"] },
        { "object.has_value", "false", [Page, "a"] },
        { "object.has_value", "true", [Page, "b"] },
        { "object.keys", "[\"b\", \"a\"]", [Page] },
        { "object.values", "[1, null]", [Page] },
        { "object.keys", "[]", [null] },
        { "object.size", "2", [Page] },
        { "object.size", "4", ["four"] },
        { "object.size", "1", [new object?[] { 1 }] },
        { "object.size", "0", [5] },
        { "object.kind", "", [null] },
        { "object.kind", "bool", [true] },
        { "object.kind", "long", [3000000000L] },
        { "object.kind", "decimal", [1m] },
        { "object.kind", "range", [Value.Of(new TemplateRange(1, 2, 1))] },
        { "object.kind", "object", [Page] },
        { "object.typeof", "", [null] },
        { "object.typeof", "boolean", [true] },
        { "object.typeof", "number", [1m] },
        { "object.typeof", "iterator", [Value.Of(new TemplateRange(1, 2, 1))] },
        { "object.typeof", "array", [new object?[] { 1 }] },
        { "object.typeof", "object", [FunctionCall.Date("2024-03-09")] },
        { "object.to_json", "{\"b\":1,\"a\":null}", [Page] },
        { "object.to_json", "[2,0.1,1500,1.10]", [new object?[] { 2.0, 0.1, 1.5e3, 1.10m }] },
        { "object.to_json", "\"\\u003Cb\\u003E\\u0026\\u0027\\u003C/b\\u003E\"", ["<b>&'</b>"] },
        { "object.to_json", "\"line\\n\\u0022q\\u0022 \\\\ /\"", ["line\n\"q\" \\ /"] },
        { "object.to_json", "\"\\u00E9 \\u65E5 \\uD83D\\uDE00\"", ["é 日 😀"] },
        { "object.to_json", "\"2024-03-09T00:00:00\\u002B00:00\"", [FunctionCall.Date("2024-03-09")] },
        { "object.to_json", "null", [null] },
        { "object.from_json", "{a: {b: [1, 2.5, \"x\", true, null]}}", ["{\"a\":{\"b\":[1,2.5,\"x\",true,null]}}"] },
        { "object.from_json", "9000000000", [" 9000000000 "] },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_value_answers(string function, string expected, object?[] arguments) =>
        Assert.Equal(expected.Replace("\\u002B", "+", StringComparison.Ordinal), FunctionCall.Print(function, arguments));

    [Theory]
    [InlineData("{oops")]
    [InlineData("")]
    [InlineData("{\"a\":1} x")]
    [InlineData("\"\\ud83d\"")]
    [InlineData("[1,]")]
    public void A_text_that_is_not_json_is_a_fault(string json) => Assert.Equal("SN3222", FunctionCall.FaultCode("object.from_json", json));

    [Fact]
    public void Json_of_any_depth_ends()
    {
        Assert.Equal("SN3222", FunctionCall.FaultCode("object.from_json", new string('[', 100_000)));
        var list = new TemplateList();
        list.Add(Value.Of(list));
        Assert.Equal("SN3224", FunctionCall.FaultCode("object.to_json", Value.Of(list)));
    }

    [Fact]
    public void What_json_cannot_say_is_a_fault()
    {
        Assert.Equal("SN3223", FunctionCall.FaultCode("object.to_json", double.NaN));
        Assert.Equal("SN3223", FunctionCall.FaultCode("object.to_json", FunctionCall.Find("string.upcase")));
    }

    [Theory]
    [InlineData("total_minutes", "61.016666666666666")]
    [InlineData("hours", "1")]
    [InlineData("minutes", "1")]
    [InlineData("seconds", "1")]
    [InlineData("days", "0")]
    public void A_timespan_has_members(string name, string expected)
    {
        Assert.True(TimeSpanMembers.TryGet(FunctionCall.Invoke("timespan.from_seconds", 3661).AsTimeSpan(), name, out var value));
        Assert.Equal(expected, ValuePrinter.ToText(value));
    }

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
