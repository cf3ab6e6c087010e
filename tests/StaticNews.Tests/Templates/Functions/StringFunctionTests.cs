namespace StaticNews.Tests.Templates.Functions;

public sealed class StringFunctionTests
{
    [Theory]
    [InlineData("string.append", "Hello World", "Hello", " World")]
    [InlineData("string.append", "x", null, "x")]
    [InlineData("string.append", "page-3", "page-", 3)]
    [InlineData("string.prepend", "/world", "world", "/")]
    [InlineData("string.base64_encode", "aGVsbG8=", "hello")]
    [InlineData("string.base64_decode", "hello", "aGVsbG8=")]
    [InlineData("string.base64_decode", "\uFFFD", "/w==")]
    [InlineData("string.capitalize", "Élan vital", "élan vital")]
    [InlineData("string.capitalize", " abc", " abc")]
    [InlineData("string.capitalize", "", "")]
    [InlineData("string.capitalizewords", "MIxed   Spaces\tAnd-dash O'neil", "mIxed   spaces\tand-dash o'neil")]
    [InlineData("string.downcase", "breaking àé", "BREAKING ÀÉ")]
    [InlineData("string.upcase", "STRAßE É", "straße é")]
    [InlineData("string.escape", "Hel\\tlo\\n\\\"W\\\\orld\\0\\x1b", "Hel\tlo\n\"W\\orld\0\u001b")]
    [InlineData("string.literal", "\"Hello\\n\\\"World\\\"\"", "Hello\n\"World\"")]
    [InlineData("string.handleize", "100-m-ms", "100% M & Ms!!!")]
    [InlineData("string.handleize", "-don-t-stop-now", "  Don't -- stop... (now)  ")]
    [InlineData("string.handleize", "café-münster-ß", "Café Münster ß")]
    [InlineData("string.handleize", "", "")]
    [InlineData("string.handleize", "", "!")]
    [InlineData("string.lstrip", "x ", " \t\n x ")]
    [InlineData("string.rstrip", " x", " x \n ")]
    [InlineData("string.strip", "x", "\u00a0x\u00a0")]
    [InlineData("string.strip_newlines", "abcd", "a\r\nb\nc\rd")]
    [InlineData("string.pad_left", "  7", "7", 3)]
    [InlineData("string.pad_left", "abcdef", "abcdef", 3)]
    [InlineData("string.pad_left", "a", "a", -3)]
    [InlineData("string.pad_right", "ab   ", "ab", 5)]
    [InlineData("string.pluralize", "comment", 1, "comment", "comments")]
    [InlineData("string.pluralize", "comments", 0, "comment", "comments")]
    [InlineData("string.remove", "Hello, . Goodbye, .", "Hello, world. Goodbye, world.", "world")]
    [InlineData("string.remove_first", "ab-c", "a-b-c", "-")]
    [InlineData("string.remove_last", "a-bc", "a-b-c", "-")]
    [InlineData("string.replace", "one cat two cat", "one fish two fish", "fish", "cat")]
    [InlineData("string.replace", "a$1b*c", "a.b*c", ".", "$1")]
    [InlineData("string.replace_first", "a-bXc", "aXbXc", "X", "-")]
    [InlineData("string.replace_first", "aXb-c", "aXbXc", "X", "-", true)]
    [InlineData("string.replace_first", "abc", "abc", "X", "-")]
    [InlineData("string.slice", "ello", "hello", 1)]
    [InlineData("string.slice", "ell", "hello", 1, 3)]
    [InlineData("string.slice", "lo", "hello", -2)]
    [InlineData("string.slice", "", "hello", -9)]
    [InlineData("string.slice", "", "hello", 9)]
    [InlineData("string.slice", "hello", "hello", 0, 0)]
    [InlineData("string.slice", "ello", "hello", 1, int.MaxValue)]
    [InlineData("string.slice", "", "hello", 1, -1)]
    [InlineData("string.slice1", "h", "hello", 0)]
    [InlineData("string.slice1", "ell", "hello", 1, 3)]
    [InlineData("string.slice1", "o", "hello", -1)]
    [InlineData("string.split", "[\"a\", \"b\"]", ",a,,b,", ",")]
    [InlineData("string.split", "[\"a\", \"b\", \"c\"]", "a--b--c", "--")]
    [InlineData("string.split", "[]", "", ",")]
    [InlineData("string.split", "[]", null, ",")]
    [InlineData("string.split", "[\"ab\"]", "ab", "")]
    [InlineData("string.truncate", "The cat ca...", "The cat came back the very next day", 13)]
    [InlineData("string.truncate", "The qui…", "The quick brown fox", 8, "…")]
    [InlineData("string.truncate", "abc", "abc", 3)]
    [InlineData("string.truncate", "...", "abcdef", 2)]
    [InlineData("string.truncate", "...", "abcdef", -2)]
    [InlineData("string.truncatewords", "The cat came back...", "The cat came back the very next day", 4)]
    [InlineData("string.truncatewords", "one two...", " one\n two ", 5)]
    [InlineData("string.truncatewords", "one […]", "one two", 1, " […]")]
    [InlineData("string.truncatewords", "", "", 3)]
    [InlineData("string.to_int", "42", " 42 ")]
    [InlineData("string.to_int", "", "4.2")]
    [InlineData("string.to_int", "", "1,234")]
    [InlineData("string.to_int", "", "9000000000")]
    [InlineData("string.to_long", "9000000000", "9000000000")]
    [InlineData("string.to_float", "1.25", "1.25")]
    [InlineData("string.to_double", "1234.5", "1,234.5")]
    [InlineData("string.to_double", "", "x")]
    public void A_text_becomes(string function, string expected, params object?[] arguments) =>
        Assert.Equal(expected, FunctionCall.Print(function, arguments));

    [Theory]
    [InlineData("string.contains", "This is easy", "easy", true)]
    [InlineData("string.contains", "abc", "", false)]
    [InlineData("string.contains", null, "a", false)]
    [InlineData("string.starts_with", "/world/a", "/world", true)]
    [InlineData("string.starts_with", "abc", "B", false)]
    [InlineData("string.starts_with", "abc", "", false)]
    [InlineData("string.ends_with", "photo.jpg", ".jpg", true)]
    [InlineData("string.ends_with", "photo.JPG", ".jpg", false)]
    [InlineData("string.equals_ignore_case", "Scriban", "SCRIBAN", true)]
    [InlineData("string.equals_ignore_case", "a", "b", false)]
    public void A_text_is_compared_by_code_unit(string function, string? text, string value, bool expected) =>
        Assert.Equal(expected, FunctionCall.Invoke(function, text, value).IsTrue);

    [Theory]
    [InlineData("string.empty", null, true)]
    [InlineData("string.empty", " ", false)]
    [InlineData("string.whitespace", " \t\n", true)]
    [InlineData("string.whitespace", "a", false)]
    public void Emptiness_is_asked_for(string function, string? text, bool expected) =>
        Assert.Equal(expected, FunctionCall.Invoke(function, text).IsTrue);

    [Theory]
    [InlineData(2, "banana", "na")]
    [InlineData(4, "banana", "na", 3)]
    [InlineData(-1, "banana", "na", 3, 2)]
    [InlineData(-1, "banana", "NA")]
    [InlineData(2, "banana", "NA", null, null, "OrdinalIgnoreCase")]
    [InlineData(6, "banana", "", 6)]
    public void A_text_is_searched(int expected, params object?[] arguments) =>
        Assert.Equal(expected, FunctionCall.Invoke("string.index_of", arguments).AsInt());

    [Theory]
    [InlineData("string.md5", "098f6bcd4621d373cade4e832627b4f6")]
    [InlineData("string.sha1", "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3")]
    [InlineData("string.sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    public void A_text_has_hashes(string function, string expected) => Assert.Equal(expected, FunctionCall.Print(function, "test"));

    [Theory]
    [InlineData("string.hmac_sha1", "1aa349585ed7ecbd3b9c486a30067e395ca4b356")]
    [InlineData("string.hmac_sha256", "0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914")]
    public void A_text_is_signed(string function, string expected) => Assert.Equal(expected, FunctionCall.Print(function, "test", "secret"));

    [Theory]
    [InlineData("SN3225", "string.replace", "abc", "", "x")]
    [InlineData("SN3225", "string.remove", "abc", "")]
    [InlineData("SN3226", "string.base64_decode", "?")]
    [InlineData("SN3227", "string.index_of", "banana", "na", 7)]
    [InlineData("SN3227", "string.index_of", "banana", "na", 3, 9)]
    [InlineData("SN3228", "string.index_of", "banana", "na", 0, 1, "Soundex")]
    [InlineData("SN3215", "string.index_of", "banana", null)]
    [InlineData("SN3302", "string.pad_left", "a", int.MaxValue)]
    [InlineData("SN3201", "string.slice", "abc", "x")]
    public void A_mistake_is_a_fault(string code, string function, params object?[] arguments) =>
        Assert.Equal(code, FunctionCall.FaultCode(function, arguments));

    [Fact]
    public void A_replacement_that_explodes_is_stopped_before_it_is_made() =>
        Assert.Equal("SN3302", FunctionCall.FaultCode("string.replace", new string('a', 100_000), "a", new string('b', 100_000)));

    [Theory]
    [InlineData("string.slice", "😀b", 1, 9)]
    [InlineData("string.truncate", "", 1, "")]
    public void A_character_is_never_cut_in_half(string function, string expected, params object?[] arguments) =>
        Assert.Equal(expected, FunctionCall.Print(function, ["😀b", .. arguments]));

    [Fact]
    public void Null_stays_null_where_the_result_is_the_text()
    {
        Assert.True(FunctionCall.Invoke("string.upcase", [null]).IsNull);
        Assert.True(FunctionCall.Invoke("string.handleize", [null]).IsNull);
        Assert.Equal(0, FunctionCall.Invoke("string.size", [null]).AsInt());
    }
}
