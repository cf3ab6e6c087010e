using static StaticNews.Templates.Parameter;
using Kind = StaticNews.Templates.ParameterKind;

namespace StaticNews.Templates;

/// <summary>The <c>array</c> object. Each function that changes a list gives a new one; a null list is an empty one.</summary>
internal static class ArrayFunctions
{
    private static readonly TemplateList Empty = new(0);

    public static BuiltinNamespace Namespace { get; } = Builtins.Namespace("array",
    [
        new("array.add", [Required("list", Kind.Array), Required("value", Kind.Any)], (call, a) => Value.Of(Add(call, a[0], a[1]))),
        new("array.add_range", [Required("list1", Kind.Array), Required("list2", Kind.Array)], (call, a) => Value.Of(AddRange(call, a[0], a[1]))),
        new("array.any", [Required("list", Kind.Array), Required("function", Kind.Function), Variadic("args", Kind.Any)], ArrayCallbacks.AnyItem),
        new("array.compact", [Required("list", Kind.Array)], (call, a) => Value.Of(Compact(call, a[0]))),
        new("array.concat", [Required("list1", Kind.Array), Required("list2", Kind.Array)], (call, a) => Value.Of(AddRange(call, a[0], a[1]))),
        new("array.contains", [Required("list", Kind.Array), Required("item", Kind.Any)], (call, a) => Value.Of(Contains(ListOf(call, a[0]), a[1]))),
        new("array.cycle", [Required("list", Kind.Array), Optional("group", Kind.Any)], Cycle),
        new("array.each", [Required("list", Kind.Array), Required("function", Kind.Function)], ArrayCallbacks.EachItem),
        new("array.filter", [Required("list", Kind.Array), Required("function", Kind.Function)], ArrayCallbacks.FilterItems),
        new("array.first", [Required("list", Kind.Array)], (_, a) => a[0].AsArray() is { Count: > 0 } list ? list[0] : Value.Null),
        new("array.insert_at", [Required("list", Kind.Array), Required("index", Kind.Int), Required("value", Kind.Any)], (call, a) =>
            Value.Of(InsertAt(call, a[0], a[1].AsInt(), a[2]))),
        new("array.join", [Required("list", Kind.Array), Required("delimiter", Kind.Text), Optional("function", Kind.Function)], ArrayCallbacks.Join),
        new("array.last", [Required("list", Kind.Array)], (_, a) => a[0].AsArray() is { Count: > 0 } list ? list[list.Count - 1] : Value.Null),
        new("array.limit", [Required("list", Kind.Array), Required("count", Kind.Int)], (call, a) => Value.Of(Part(call, a[0], 0, a[1].AsInt()))),
        new("array.map", [Required("list", Kind.Array), Required("member", Kind.Text)], (call, a) => Value.Of(Map(ListOf(call, a[0]), a[1].AsText() ?? ""))),
        new("array.offset", [Required("list", Kind.Array), Required("index", Kind.Int)], (call, a) => Value.Of(Part(call, a[0], a[1].AsInt(), int.MaxValue))),
        new("array.remove_at", [Required("list", Kind.Array), Required("index", Kind.Int)], (call, a) => Value.Of(RemoveAt(ListOf(call, a[0]), a[1].AsInt()))),
        new("array.reverse", [Required("list", Kind.Array)], (call, a) => Value.Of(Reverse(ListOf(call, a[0])))),
        new("array.size", [Required("list", Kind.Any)], (_, a) => Value.Of(Size(a[0]))),
        new("array.sort", [Required("list", Kind.Array), Optional("member", Kind.Text)], (call, a) => Value.Of(Sort(ListOf(call, a[0]), a[1].AsText()))),
        new("array.uniq", [Required("list", Kind.Array)], (call, a) => Value.Of(Uniq(ListOf(call, a[0])))),
    ]);

    /// <summary>The list of an argument, or a fault when it has more items than anyone should walk through (a range costs nothing until then).</summary>
    public static TemplateArray ListOf(RenderState call, in Value argument)
    {
        var list = argument.AsArray() ?? Empty;
        CheckCount(call, list.Count);
        return list;
    }

    // A list is as bounded as a text is; there is no limit of its own.
    private static void CheckCount(RenderState call, long items)
    {
        if (items > call.Limits.StringChars)
            throw FunctionErrors.ListTooLong(call.Limits.StringChars);
    }

    private static TemplateList Copy(TemplateArray list, int start, int end, int more = 0)
    {
        var copy = new TemplateList(Math.Max(end - start, 0) + more);
        for (var i = start; i < end; i++)
            copy.Add(list[i]);
        return copy;
    }

    private static TemplateList Add(RenderState call, in Value argument, in Value value)
    {
        var list = ListOf(call, argument);
        var longer = Copy(list, 0, list.Count, 1);
        longer.Add(value);
        return longer;
    }

    private static TemplateList AddRange(RenderState call, in Value first, in Value second)
    {
        var list = ListOf(call, first);
        var more = ListOf(call, second);
        CheckCount(call, (long)list.Count + more.Count);
        var both = Copy(list, 0, list.Count, more.Count);
        for (var i = 0; i < more.Count; i++)
            both.Add(more[i]);
        return both;
    }

    private static TemplateList Compact(RenderState call, in Value argument)
    {
        var list = ListOf(call, argument);
        var kept = new TemplateList();
        for (var i = 0; i < list.Count; i++)
        {
            if (!list[i].IsNull)
                kept.Add(list[i]);
        }

        return kept;
    }

    private static bool Contains(TemplateArray list, in Value item)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (ValueIdentity.Instance.Equals(list[i], item))
                return true;
        }

        return false;
    }

    /// <summary>Without a group, lists that print alike are one group.</summary>
    private static Value Cycle(RenderState call, ReadOnlySpan<Value> a)
    {
        var list = ListOf(call, a[0]);
        if (list.Count == 0)
            return Value.Null;
        var group = a[1].IsNull ? string.Concat("list ", ValuePrinter.ToText(a[0])) : string.Concat("group ", ValuePrinter.ToText(a[1]));
        return list[call.CountCycle(group) % list.Count];
    }

    /// <summary>A list that is too short is filled with null up to the index, as an assignment to an index does.</summary>
    private static TemplateList InsertAt(RenderState call, in Value argument, int index, in Value value)
    {
        var list = ListOf(call, argument);
        CheckCount(call, index);
        var longer = Copy(list, 0, list.Count, 1);
        while (longer.Count < index)
            longer.Add(Value.Null);
        longer.Insert(Math.Max(index, 0), value);
        return longer;
    }

    /// <summary>Items from <paramref name="start"/> (0 when negative), <paramref name="count"/> at most. A range may be long: only what is taken counts.</summary>
    private static TemplateList Part(RenderState call, in Value argument, int start, int count)
    {
        var list = argument.AsArray() ?? Empty;
        start = Math.Clamp(start, 0, list.Count);
        count = Math.Clamp(count, 0, list.Count - start);
        CheckCount(call, count);
        return Copy(list, start, start + count);
    }

    /// <summary>Items without the member are left out.</summary>
    private static TemplateList Map(TemplateArray list, string member)
    {
        var values = new TemplateList(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (ItemMember.TryGet(list[i], member, out var value))
                values.Add(value);
        }

        return values;
    }

    /// <summary>A negative index counts from the end; outside the list nothing is removed.</summary>
    private static TemplateList RemoveAt(TemplateArray list, int index)
    {
        var shorter = Copy(list, 0, list.Count);
        if (index < 0)
            index += list.Count;
        if (index >= 0 && index < list.Count)
            shorter.RemoveAt(index);
        return shorter;
    }

    private static TemplateList Reverse(TemplateArray list)
    {
        var reversed = new TemplateList(list.Count);
        for (var i = list.Count - 1; i >= 0; i--)
            reversed.Add(list[i]);
        return reversed;
    }

    private static int Size(in Value value) => value.Kind switch
    {
        ValueKind.String or ValueKind.Html => value.AsText()!.Length,
        ValueKind.Object => value.AsObject()!.Count,
        _ => ArgumentBinder.Convert(value, ParameterKind.Array, 0).AsArray()?.Count ?? 0,
    };

    private static TemplateList Sort(TemplateArray list, string? member)
    {
        var keys = new Value[list.Count];
        var path = string.IsNullOrEmpty(member) ? [] : member.Split('.');
        for (var i = 0; i < keys.Length; i++)
            keys[i] = ItemMember.At(list[i], path);
        var sorted = new TemplateList(keys.Length);
        foreach (var position in SortOrder.Sort(keys))
            sorted.Add(list[position]);
        return sorted;
    }

    private static TemplateList Uniq(TemplateArray list)
    {
        var seen = new HashSet<Value>(list.Count, ValueIdentity.Instance);
        var unique = new TemplateList();
        for (var i = 0; i < list.Count; i++)
        {
            if (seen.Add(list[i]))
                unique.Add(list[i]);
        }

        return unique;
    }
}
