using StaticNews.Templates;

namespace StaticNews.Tests.Templates.Functions;

public sealed class BuiltinTableTests
{
    /// <summary>Every function the language's documentation lists, with its parameters; <c>?</c> marks those a call may leave out, <c>…</c> takes all the rest.</summary>
    private const string Documented = """
        array.add list value
        array.add_range list1 list2
        array.any list function args…
        array.compact list
        array.concat list1 list2
        array.contains list item
        array.cycle list group?
        array.each list function
        array.filter list function
        array.first list
        array.insert_at list index value
        array.join list delimiter function?
        array.last list
        array.limit list count
        array.map list member
        array.offset list index
        array.remove_at list index
        array.reverse list
        array.size list
        array.sort list member?
        array.uniq list
        date.add_days date days
        date.add_hours date hours
        date.add_milliseconds date millis
        date.add_minutes date minutes
        date.add_months date months
        date.add_seconds date seconds
        date.add_years date years
        date.now
        date.parse text pattern? culture?
        date.parse_to_string text output_pattern? output_culture? input_pattern? input_culture?
        date.to_string datetime pattern? culture?
        html.escape text
        html.newline_to_br text
        html.strip text
        html.url_encode text
        html.url_escape text
        math.abs value
        math.ceil value
        math.divided_by value divisor
        math.floor value
        math.format value format culture?
        math.is_number value
        math.minus value with
        math.modulo value with
        math.plus value with
        math.random min_value max_value
        math.round value precision?
        math.times value with
        math.uuid
        object.default value default
        object.eval value
        object.eval_template value
        object.format value format culture?
        object.from_json json
        object.has_key value key
        object.has_value value key
        object.keys value
        object.kind value
        object.size value
        object.to_json value
        object.typeof value
        object.values value
        regex.escape pattern
        regex.match text pattern options?
        regex.matches text pattern options?
        regex.replace text pattern replace options?
        regex.split text pattern options?
        regex.unescape pattern
        string.append text with
        string.base64_decode text
        string.base64_encode text
        string.capitalize text
        string.capitalizewords text
        string.contains text value
        string.downcase text
        string.empty text
        string.ends_with text value
        string.equals_ignore_case text value
        string.escape text
        string.handleize text
        string.hmac_sha1 text secret_key
        string.hmac_sha256 text secret_key
        string.hmac_sha512 text secret_key
        string.index_of text search start_index? count? string_comparison?
        string.literal text
        string.lstrip text
        string.md5 text
        string.pad_left text width
        string.pad_right text width
        string.pluralize number singular plural
        string.prepend text by
        string.remove text remove
        string.remove_first text remove
        string.remove_last text remove
        string.replace text match replace
        string.replace_first text match replace from_end?
        string.rstrip text
        string.sha1 text
        string.sha256 text
        string.sha512 text
        string.size text
        string.slice text start length?
        string.slice1 text start length?
        string.split text match
        string.starts_with text value
        string.strip text
        string.strip_newlines text
        string.to_double text
        string.to_float text
        string.to_int text
        string.to_long text
        string.truncate text length ellipsis?
        string.truncatewords text count ellipsis?
        string.upcase text
        string.whitespace text
        timespan.from_days days
        timespan.from_hours hours
        timespan.from_milliseconds millis
        timespan.from_minutes minutes
        timespan.from_seconds seconds
        timespan.parse text
        """;

    [Fact]
    public void Every_documented_function_is_there_with_its_parameters_and_no_other() =>
        Assert.Equal(Documented, string.Join('\n', Functions().Select(Signature).Order(StringComparer.Ordinal)), ignoreLineEndingDifferences: true);

    [Fact]
    public void A_function_stands_under_the_last_part_of_its_name()
    {
        foreach (var space in Builtins.Namespaces.Values)
        {
            for (var i = 0; i < space.Count; i++)
            {
                if (space.ValueAt(i).Kind == ValueKind.Function)
                    Assert.Equal($"{space.Name}.{space.NameAt(i)}", space.ValueAt(i).AsFunction().DisplayName);
            }
        }
    }

    [Fact]
    public void Parameters_that_may_be_left_out_come_last() =>
        Assert.All(Functions(), function => Assert.Equal(function.Parameters.OrderBy(parameter => parameter.IsOptional), function.Parameters));

    [Theory]
    [InlineData("date", "format", "%d %b %Y")]
    [InlineData("date", "default_format", "%d %b %Y")]
    [InlineData("timespan", "zero", "00:00:00")]
    public void Constants_are_members_too(string space, string name, string expected) =>
        Assert.Equal(expected, ValuePrinter.ToText(Builtins.Namespaces[space].Get(name)));

    /// <summary>No function may end with an exception of .NET, whatever it is given.</summary>
    [Fact]
    public void Any_function_with_any_arguments_gives_a_value_or_a_fault()
    {
        object?[] samples =
        [
            null, true, 0, -1, 3, int.MaxValue, int.MinValue, long.MinValue, 0.5, double.NaN, double.PositiveInfinity, 1.5m, decimal.MaxValue, "", "a", "(", "%", "%Y",
            "1e9", "😀", "\ud83d", "en-US", "i", new string('a', 300), FunctionCall.Date("2024-03-09"), DateTimeOffset.MinValue, DateTimeOffset.MaxValue,
            TimeSpan.MaxValue, Array.Empty<object?>(), new object?[] { 1, "b", null }, new (string, object?)[] { ("a", 1) }, FunctionCall.Find("string.upcase"), FunctionCall.Find("array.each"),
        ];
        var random = new Random(42);
        foreach (var function in Functions().Where(function => !function.DisplayName.StartsWith("object.eval", StringComparison.Ordinal)))
        {
            for (var round = 0; round < 500; round++)
            {
                var arguments = function.Parameters.Select(_ => samples[random.Next(samples.Length)]).ToArray();
                try
                {
                    ValuePrinter.ToText(FunctionCall.Invoke(function.DisplayName, arguments));
                }
                catch (RenderFault fault)
                {
                    Assert.StartsWith("SN3", fault.Code, StringComparison.Ordinal);
                }
            }
        }
    }

    /// <summary>The functions of every page: nothing but the result is allocated.</summary>
    [Theory]
    [InlineData("date.to_string", "2024-03-09", "%d %B %Y")]
    [InlineData("string.handleize", "Floods & fears")]
    [InlineData("string.truncate", "Floods and fears", 8)]
    [InlineData("string.slice", "Floods and fears", 2, 6)]
    [InlineData("string.append", "Floods ", "and fears")]
    [InlineData("string.size", "Floods")]
    [InlineData("string.strip", "Floods")]
    [InlineData("string.contains", "Floods", "oo")]
    [InlineData("html.escape", "Floods")]
    [InlineData("html.strip", "<b>Floods</b>")]
    [InlineData("html.url_encode", "Floods & fears")]
    [InlineData("math.round", 3.14159, 2)]
    [InlineData("math.plus", 3, 4)]
    [InlineData("object.default", "", "x")]
    public void A_function_allocates_no_more_than_its_result(string name, params object?[] arguments)
    {
        var function = FunctionCall.Find(name);
        var state = new RenderState();
        var values = arguments.Select(FunctionCall.ToValue).ToArray();
        if (function.Parameters[0].Kind == ParameterKind.Date)
            values[0] = FunctionCall.Invoke("date.parse", arguments[0]);
        Array.Resize(ref values, function.Parameters.Count);
        for (var warming = 0; warming < 3; warming++)
            function.Body(state, values);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = function.Body(state, values);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        // A string is 22 bytes and two a character, in steps of eight.
        Assert.InRange(allocated, 0, result.AsText() is { } text ? (22 + (2 * text.Length) + 7) / 8 * 8 : 0);
    }

    private static IEnumerable<BuiltinFunction> Functions() =>
        from space in Builtins.Namespaces.Values
        from index in Enumerable.Range(0, space.Count)
        where space.ValueAt(index).Kind == ValueKind.Function
        select (BuiltinFunction)space.ValueAt(index).AsFunction();

    private static string Signature(BuiltinFunction function) => string.Join(' ', function.Parameters
        .Select(parameter => parameter.Name + (parameter.IsVariadic ? "…" : parameter.IsOptional ? "?" : ""))
        .Prepend(function.DisplayName));
}
