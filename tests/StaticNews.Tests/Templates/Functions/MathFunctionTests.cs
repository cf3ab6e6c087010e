namespace StaticNews.Tests.Templates.Functions;

public sealed class MathFunctionTests
{
    [Theory]
    [InlineData("math.format", "00FF", 255, "X4")]
    [InlineData("math.format", "1,234.50", 1234.5, "#,##0.00")]
    [InlineData("math.format", "25.6 %", 0.256, "P1")]
    [InlineData("math.format", "¤9.50", 9.5, "C")]
    [InlineData("math.format", "FFFFFFFF", -1, "X")]
    [InlineData("math.format", "50%", 0.5, "P0", "en-US")]
    [InlineData("math.format", "¤9.50", 9.5, "C", "en-GB")]
    [InlineData("math.format", "1,234,567", 1234567, "N0", "en-IN")]
    [InlineData("math.format", "", null, "N0")]
    [InlineData("math.plus", "13", 10, 3)]
    [InlineData("math.plus", "12", "1", "2")]
    [InlineData("math.round", "5", 4.6)]
    [InlineData("math.round", "4.56", 4.5612, 2)]
    [InlineData("math.round", "2", 2.5)]
    public void A_number_becomes(string function, string expected, params object?[] arguments) =>
        Assert.Equal(expected, FunctionCall.Print(function, arguments));

    [Theory]
    [InlineData("SN3230", "math.round", 4.6, 16)]
    [InlineData("SN3230", "math.round", 4.6, -1)]
    [InlineData("SN3220", "math.format", "5", "N0")]
    [InlineData("SN3221", "math.format", 1.5, "D4")]
    [InlineData("SN3221", "math.format", 1, "N999999999")]
    [InlineData("SN3210", "math.format", 1, "N0", "de-DE")]
    [InlineData("SN3231", "math.random", 1, 2)]
    public void A_mistake_is_a_fault(string code, string function, params object?[] arguments) =>
        Assert.Equal(code, FunctionCall.FaultCode(function, arguments));

    [Fact]
    public void Chance_is_a_fault_in_both_modes()
    {
        Assert.Equal("SN3231", FunctionCall.FaultCode("math.uuid", []));
        Assert.All(
            ["math.uuid", "math.random 1 2"],
            call =>
                Assert.Equal(
                    "SN3231",
                    new TemplateRun(("page", $"{{{{ {call} }}}}"))
                        .Fail(null, null, StaticNews.Templates.TemplateOptions.Stock)
                        .Code
                )
        );
    }
}
