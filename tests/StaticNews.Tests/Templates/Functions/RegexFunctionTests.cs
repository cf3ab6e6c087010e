namespace StaticNews.Tests.Templates.Functions;

public sealed class RegexFunctionTests
{
    [Theory]
    [InlineData("regex.match", "[\"2024-05\", \"2024\", \"05\"]", "2024-05-06", @"(\d+)-(\d+)")]
    [InlineData("regex.match", "[]", "abc", @"\d")]
    [InlineData("regex.match", "[\"B\"]", "ABC", "b", "i")]
    [InlineData("regex.match", "[\"a\\nb\"]", "a\nb", "a.b", "s")]
    [InlineData("regex.match", "[\"ab\"]", "ab", "a b # both", "x")]
    [InlineData("regex.matches", "[[\"x=1\", \"x\", \"1\"], [\"y=2\", \"y\", \"2\"]]", "x=1,y=2", @"(\w)=(\d)")]
    [InlineData("regex.replace", "a b c", "a  b   c", @"\s+", " ")]
    [InlineData("regex.replace", "Asha Rao", "Rao, Asha", @"(\w+), (\w+)", "$2 $1")]
    [InlineData("regex.replace", "> a\n> b", "a\nb", "^", "> ", "m")]
    [InlineData("regex.replace", "1,234,567", "1234567", @"(?<=\d)(?=(\d{3})+$)", ",")]
    [InlineData("regex.replace", "abc", "abc", "x", "y")]
    [InlineData("regex.split", "[\"a\", \"1\", \"b\"]", "a1b", @"(\d)")]
    [InlineData("regex.split", "[\"a\", \"b\", \"c\"]", "a, b   , c", @"\s*,\s*")]
    [InlineData("regex.escape", "a\\.b\\*c\\[1]\\?", "a.b*c[1]?")]
    [InlineData("regex.unescape", "(abc.*)", @"\(abc\.\*\)")]
    public void A_text_is_matched(string function, string expected, params object?[] arguments) =>
        Assert.Equal(expected, FunctionCall.Print(function, arguments));

    [Theory]
    [InlineData("SN3216", "regex.match", "a", "(")]
    [InlineData("SN3216", "regex.unescape", @"\x1")]
    [InlineData("SN3219", "regex.match", "a", "a", "q")]
    [InlineData("SN3215", "regex.replace", null, "a", "b")]
    [InlineData("SN3215", "regex.match", "a", null)]
    public void A_mistake_is_a_fault(string code, string function, params object?[] arguments) =>
        Assert.Equal(code, FunctionCall.FaultCode(function, arguments));

    [Fact]
    public void A_catastrophic_pattern_is_matched_in_linear_time() =>
        Assert.Equal("[]", FunctionCall.Print("regex.match", new string('a', 5000) + "!", "^(a+)+$"));

    [Fact]
    public void A_pattern_that_can_take_forever_is_stopped() =>
        Assert.Equal("SN3217", FunctionCall.FaultCode("regex.match", new string('a', 5000) + "!", "^(?=a)(a+)+$"));

    [Fact]
    public void A_result_that_explodes_is_stopped()
    {
        Assert.Equal(
            "SN3302",
            FunctionCall.FaultCode("regex.replace", new string('a', 100_000), "", new string('b', 100_000))
        );
        Assert.Equal(
            "SN3302",
            FunctionCall.FaultCode(
                "regex.replace",
                new string('a', 1_000_000),
                ".+",
                string.Concat(Enumerable.Repeat("$0", 1000))
            )
        );
        Assert.Equal("SN3218", FunctionCall.FaultCode("regex.match", "a", new string('a', 5000)));
    }
}
