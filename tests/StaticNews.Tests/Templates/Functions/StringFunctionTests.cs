namespace StaticNews.Tests.Templates.Functions;

/// <summary>The functions of texts that this layer has in the place of Scriban's.</summary>
public sealed class StringFunctionTests
{
    [Theory]
    [InlineData("string.append", "Hello World", "Hello", " World")]
    [InlineData("string.append", "x", null, "x")]
    [InlineData("string.append", "page-3", "page-", 3)]
    [InlineData("string.prepend", "/world", "world", "/")]
    [InlineData("string.handleize", "100-m-ms", "100% M & Ms!!!")]
    [InlineData("string.lstrip", "x ", " \t\n x ")]
    [InlineData("string.rstrip", " x", " x \n ")]
    [InlineData("string.strip", "x", "\u00a0x\u00a0")]
    [InlineData("string.strip_newlines", "abcd", "a\r\nb\nc\rd")]
    [InlineData("string.replace", "one cat two cat", "one fish two fish", "fish", "cat")]
    [InlineData("string.replace", "a$1b*c", "a.b*c", ".", "$1")]
    [InlineData("string.replace_first", "a-bXc", "aXbXc", "X", "-")]
    [InlineData("string.replace_first", "aXb-c", "aXbXc", "X", "-", true)]
    [InlineData("string.slice", "ello", "hello", 1)]
    [InlineData("string.slice", "ell", "hello", 1, 3)]
    [InlineData("string.slice", "lo", "hello", -2)]
    [InlineData("string.slice", "", "hello", 9)]
    [InlineData("string.slice", "ello", "hello", 1, int.MaxValue)]
    [InlineData("string.slice", "", "hello", 1, -1)]
    [InlineData("string.slice1", "h", "hello", 0)]
    [InlineData("string.slice1", "ell", "hello", 1, 3)]
    [InlineData("string.slice1", "o", "hello", -1)]
    [InlineData("string.split", "[\"a\", \"b\"]", ",a,,b,", ",")]
    [InlineData("string.truncate", "The cat ca...", "The cat came back the very next day", 13)]
    [InlineData("string.truncate", "The qui…", "The quick brown fox", 8, "…")]
    [InlineData("string.truncate", "abc", "abc", 3)]
    [InlineData("string.truncate", "...", "abcdef", 2)]
    [InlineData("string.truncate", "...", "abcdef", -2)]
    public void A_text_becomes(string function, string expected, params object?[] arguments) =>
        Assert.Equal(expected, FunctionCall.Print(function, arguments));

    [Theory]
    [InlineData("string.slice", "😀b", 1, 9)]
    [InlineData("string.slice1", "", 0, 1)]
    [InlineData("string.truncate", "", 1, "")]
    public void A_character_is_never_cut_in_half(string function, string expected, params object?[] arguments) =>
        Assert.Equal(expected, FunctionCall.Print(function, ["😀b", .. arguments]));

    [Fact]
    public void Null_stays_null_where_the_result_is_the_text()
    {
        Assert.Null(FunctionCall.Invoke("string.upcase", [null]));
        Assert.Null(FunctionCall.Invoke("string.handleize", [null]));
        Assert.Null(FunctionCall.Invoke("string.strip", [null]));
    }
}
