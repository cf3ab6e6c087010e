using StaticNews.Templates;

namespace StaticNews.Tests.Templates.Functions;

public sealed class ArrayFunctionTests
{
    private static readonly object?[] Letters = ["a", "b", "c"];

    public static TheoryData<string, string, object?[]> Lists => new()
    {
        { "array.add", "[1, 2]", [new object?[] { 1 }, 2] },
        { "array.add", "[2]", [null, 2] },
        { "array.add_range", "[1, 2, 3]", [new object?[] { 1 }, new object?[] { 2, 3 }] },
        { "array.concat", "[\"a\"]", [null, new object?[] { "a" }] },
        { "array.compact", "[\"a\", \"\"]", [new object?[] { null, "a", null, "" }] },
        { "array.insert_at", "[\"a\", \"b\", \"Yo\", \"c\"]", [Letters, 2, "Yo"] },
        { "array.insert_at", "[\"Yo\", \"a\", \"b\", \"c\"]", [Letters, -5, "Yo"] },
        { "array.insert_at", "[1, null, 2]", [new object?[] { 1 }, 2, 2] },
        { "array.limit", "[\"a\", \"b\"]", [Letters, 2] },
        { "array.limit", "[]", [Letters, -1] },
        { "array.limit", "[\"a\", \"b\", \"c\"]", [Letters, 9] },
        { "array.offset", "[\"b\", \"c\"]", [Letters, 1] },
        { "array.offset", "[]", [Letters, 9] },
        { "array.offset", "[\"a\", \"b\", \"c\"]", [Letters, -1] },
        { "array.remove_at", "[\"a\", \"c\"]", [Letters, 1] },
        { "array.remove_at", "[\"a\", \"b\"]", [Letters, -1] },
        { "array.remove_at", "[\"a\", \"b\", \"c\"]", [Letters, 3] },
        { "array.remove_at", "[\"a\", \"b\", \"c\"]", [Letters, -4] },
        { "array.reverse", "[\"c\", \"b\", \"a\"]", [Letters] },
        { "array.uniq", "[1, 2, 3]", [new object?[] { 1, 2, 1, 3, 2.0 }] },
        { "array.uniq", "[\"a\", \"A\"]", [new object?[] { "a", "A", "a" }] },
        { "array.uniq", "[1, \"1\", null, true]", [new object?[] { 1, "1", null, true, null, true }] },
        { "array.sort", "[null, 1, 2.5, 3]", [new object?[] { 3, null, 2.5, 1 }] },
        { "array.sort", "[\"Eclair\", \"echo\", \"zebra\", \"état\"]", [new object?[] { "zebra", "état", "echo", "Eclair" }] },
        { "array.sort", "[]", [null] },
        { "array.map", "[]", [null, "t"] },
        { "array.size", "4", ["abcd"] },
        { "array.size", "0", [null] },
        { "array.first", "a", ["abc"] },
        { "array.last", "c", [Letters] },
        { "array.last", "", [Array.Empty<object?>()] },
        { "array.join", "1|2.5||true", [new object?[] { 1, 2.5, null, true }, "|"] },
        { "array.join", "[1, 2];[3]", [new object?[] { new object?[] { 1, 2 }, new object?[] { 3 } }, ";"] },
        { "array.join", "A-B-C", [Letters, "-", FunctionCall.Find("string.upcase")] },
        { "array.join", "", [null, ","] },
        { "array.each", "[\"A\", \"B\", \"C\"]", [Letters, FunctionCall.Find("string.upcase")] },
        { "array.filter", "[\"\"]", [new object?[] { "", "x" }, FunctionCall.Find("string.empty")] },
        { "array.any", "true", [new object?[] { "war", "peace" }, FunctionCall.Find("string.contains"), "pea"] },
        { "array.any", "false", [new object?[] { "war", "peace" }, FunctionCall.Find("string.contains"), "x"] },
        { "array.contains", "true", [new object?[] { 1, 2 }, 2] },
        { "array.contains", "false", [new object?[] { 1, 2 }, "2"] },
        { "array.contains", "false", [null, 1] },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_becomes(string function, string expected, object?[] arguments) =>
        Assert.Equal(expected, FunctionCall.Print(function, arguments));

    [Fact]
    public void Items_are_sorted_and_mapped_by_a_member()
    {
        object?[] items = [Item(3, "c"), Item(1, "b"), Item(3, "a"), Value.Null];
        Assert.Equal("[3, 1, 3]", FunctionCall.Print("array.map", items, "rank"));
        var sorted = FunctionCall.Invoke("array.sort", items, "rank");
        Assert.Equal("[\"b\", \"c\", \"a\"]", FunctionCall.Print("array.map", sorted, "name"));
        object?[] nested = [FunctionCall.ToValue(new (string, object?)[] { ("m", Item(2, "x")) }), FunctionCall.ToValue(new (string, object?)[] { ("m", Item(1, "y")) })];
        Assert.Equal("[{m: {rank: 1, name: \"y\"}}, {m: {rank: 2, name: \"x\"}}]", FunctionCall.Print("array.sort", nested, "m.rank"));
    }

    [Fact]
    public void A_sort_is_stable_and_total_whatever_the_order_before()
    {
        var random = new Random(20240309);
        for (var round = 0; round < 200; round++)
        {
            var items = Enumerable.Range(0, random.Next(0, 40)).Select(i => (object?)Item(random.Next(0, 5), i.ToString("00", null))).ToArray();
            var sorted = FunctionCall.Invoke("array.sort", items, "rank").AsArray()!;
            Assert.Equal(items.Length, sorted.Count);
            for (var i = 1; i < sorted.Count; i++)
            {
                var (before, after) = (sorted[i - 1].AsObject()!, sorted[i].AsObject()!);
                var ranks = before.Get("rank").AsInt().CompareTo(after.Get("rank").AsInt());
                Assert.True(ranks < 0 || (ranks == 0 && string.CompareOrdinal(before.Get("name").AsText(), after.Get("name").AsText()) < 0));
            }
        }
    }

    [Fact]
    public void A_cycle_goes_round_for_each_list_and_each_group()
    {
        var state = new RenderState();
        var cycle = FunctionCall.Find("array.cycle");
        string Next(object?[] list, params object?[] group) =>
            ValuePrinter.ToText(ArgumentBinder.Call(state, cycle, [FunctionCall.ToValue(list), .. group.Select(FunctionCall.ToValue)]));
        Assert.Equal("axb", Next(["a", "b"]) + Next(["x", "y"]) + Next(["a", "b"]));
        Assert.Equal("aab", Next(["a", "b"], "g1") + Next(["a", "b"], "g2") + Next(["a", "b"], "g1"));
        Assert.Equal("", Next([]));
    }

    [Fact]
    public void Kinds_without_an_order_cannot_be_sorted()
    {
        Assert.Equal("SN3229", FunctionCall.FaultCode("array.sort", [new object?[] { 2, "a", 1 }]));
        Assert.Equal("SN3229", FunctionCall.FaultCode("array.sort", [new object?[] { new object?[] { 1 }, new object?[] { 2 } }]));
    }

    [Fact]
    public void A_range_without_end_is_not_walked()
    {
        var range = Value.Of(new TemplateRange(0, int.MaxValue, 1));
        Assert.Equal("SN3232", FunctionCall.FaultCode("array.reverse", range));
        Assert.Equal("SN3232", FunctionCall.FaultCode("array.insert_at", new object?[] { 1 }, int.MaxValue, 2));
        Assert.Equal("[0, 1, 2]", FunctionCall.Print("array.limit", range, 3));
        Assert.Equal("2147483647", FunctionCall.Print("array.size", range));
    }

    [Fact]
    public void A_function_is_needed_where_one_is_called() =>
        Assert.Equal("SN3201", FunctionCall.FaultCode("array.each", new object?[] { 1 }, null));

    private static Value Item(int rank, string name) => FunctionCall.ToValue(new (string, object?)[] { ("rank", rank), ("name", name) });
}
