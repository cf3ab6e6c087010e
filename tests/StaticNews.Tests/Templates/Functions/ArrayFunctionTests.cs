using Scriban.Runtime;

namespace StaticNews.Tests.Templates.Functions;

/// <summary>
/// Sorting, and joining lists of any length. HTML among the items is told in <see cref="PageEscapingTests"/>.
/// </summary>
public sealed class ArrayFunctionTests
{
    private static readonly object?[] Letters = ["a", "b", "c"];

    public static TheoryData<string, string, object?[]> Lists =>
        new()
        {
            { "array.sort", "[null, 1, 2.5, 3]", [new object?[] { 3, null, 2.5, 1 }] },
            { "array.sort", "[1, 1.5, 2, 9000000000]", [new object?[] { 9_000_000_000L, 2, 1.5m, 1 }] },
            {
                "array.sort",
                "[\"Eclair\", \"echo\", \"zebra\", \"état\"]",
                [new object?[] { "zebra", "état", "echo", "Eclair" }]
            },
            { "array.sort", "[\"A\", \"B\", \"a\", \"b\"]", [new object?[] { "b", "A", "a", "B" }] },
            { "array.sort", "[false, true]", [new object?[] { true, false }] },
            { "array.sort", "[]", [null] },
            { "array.sort", "[\"text\"]", ["text"] },
            { "array.join", "1|2.5||true", [new object?[] { 1, 2.5, null, true }, "|"] },
            { "array.join", "[1, 2];[3]", [new object?[] { new object?[] { 1, 2 }, new object?[] { 3 } }, ";"] },
            { "array.join", "A-B-C", [Letters, "-", FunctionCall.Find("string.upcase")] },
            { "array.join", "", [null, ","] },
        };

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_becomes(string function, string expected, object?[] arguments) =>
        Assert.Equal(expected, FunctionCall.Print(function, arguments));

    [Fact]
    public void Items_are_sorted_by_a_member_or_by_a_path()
    {
        object?[] items = [Item(3, "c"), Item(1, "b"), Item(3, "a"), null];
        Assert.Equal(
            "[null, {rank: 1, name: \"b\"}, {rank: 3, name: \"c\"}, {rank: 3, name: \"a\"}]",
            FunctionCall.Print("array.sort", items, "rank")
        );
        object?[] nested =
        [
            new (string, object?)[] { ("m", Item(2, "x")) },
            new (string, object?)[] { ("m", Item(1, "y")) },
        ];
        Assert.Equal(
            "[{m: {rank: 1, name: \"y\"}}, {m: {rank: 2, name: \"x\"}}]",
            FunctionCall.Print("array.sort", nested, "m.rank")
        );
    }

    [Fact]
    public void Dates_are_sorted_in_time()
    {
        object?[] dates =
        [
            FunctionCall.Date("2024-03-09T12:00:00Z"),
            FunctionCall.Date("2024-03-09T13:00:00+05:30"),
            null,
        ];
        var sorted = (ScriptArray)FunctionCall.Invoke("array.sort", [dates])!;
        Assert.Equal(["", "13:00", "12:00"], sorted.Select(date => FunctionCall.Print("date.to_string", date, "%R")));
    }

    [Fact]
    public void A_sort_is_stable_and_total_whatever_the_order_before()
    {
        var random = new Random(20240309);
        for (var round = 0; round < 200; round++)
        {
            var items = Enumerable
                .Range(0, random.Next(0, 40))
                .Select(i => (object?)Item(random.Next(0, 5), i.ToString("00", null)))
                .ToArray();
            var sorted = ((ScriptArray)FunctionCall.Invoke("array.sort", items, "rank")!)
                .Cast<ScriptObject>()
                .ToArray();
            Assert.Equal(items.Length, sorted.Length);
            for (var i = 1; i < sorted.Length; i++)
            {
                var ranks = ((int)sorted[i - 1]["rank"]!).CompareTo((int)sorted[i]["rank"]!);
                Assert.True(
                    ranks < 0
                        || (
                            ranks == 0
                            && string.CompareOrdinal((string)sorted[i - 1]["name"]!, (string)sorted[i]["name"]!) < 0
                        )
                );
            }
        }
    }

    [Fact]
    public void Kinds_without_an_order_cannot_be_sorted()
    {
        Assert.Equal("SN3229", FunctionCall.FaultCode("array.sort", [new object?[] { 2, "a", 1 }]));
        Assert.Equal(
            "SN3229",
            FunctionCall.FaultCode("array.sort", [new object?[] { new object?[] { 1 }, new object?[] { 2 } }])
        );
    }

    [Fact]
    public void A_list_of_more_items_than_a_loop_may_have_is_not_walked()
    {
        var range = new ScriptRange(Enumerable.Range(0, int.MaxValue));
        Assert.Equal("SN3232", FunctionCall.FaultCode("array.sort", range));
        Assert.Equal("SN3232", FunctionCall.FaultCode("array.join", range, ","));
    }

    private static (string, object?)[] Item(int rank, string name) => [("rank", rank), ("name", name)];
}
