namespace StaticNews.Templates;

/// <summary>
/// How <c>array.sort</c> orders: null first, numbers by value, texts by code unit (the same on every machine), dates in time; equal items keep their
/// order. Kinds that have no order between them are an error: any answer would depend on where the items stood.
/// </summary>
internal static class SortOrder
{
    /// <summary>The positions of <paramref name="keys"/> in sorted order: a merge sort, because it is stable.</summary>
    public static int[] Sort(ReadOnlySpan<Value> keys)
    {
        var from = new int[keys.Length];
        for (var i = 0; i < from.Length; i++)
            from[i] = i;
        var to = new int[keys.Length];
        for (var run = 1; run < keys.Length; run *= 2)
        {
            for (var start = 0; start < keys.Length; start += run * 2)
                Merge(keys, from, to, start, Math.Min(start + run, keys.Length), Math.Min(start + (run * 2), keys.Length));
            (from, to) = (to, from);
        }

        return from;
    }

    private static void Merge(ReadOnlySpan<Value> keys, int[] from, int[] to, int start, int middle, int end)
    {
        var left = start;
        var right = middle;
        for (var i = start; i < end; i++)
        {
            var takesLeft = left < middle && (right >= end || Compare(keys[from[left]], keys[from[right]]) <= 0);
            to[i] = takesLeft ? from[left++] : from[right++];
        }
    }

    private static int Compare(in Value left, in Value right)
    {
        if (left.IsNull || right.IsNull)
            return right.IsNull.CompareTo(left.IsNull);
        if (left.IsNumber && right.IsNumber)
            return ValueOrder.Compare(left, right) ?? IsNaN(right).CompareTo(IsNaN(left));
        var areAlike = left.Kind == right.Kind || (left.IsText && right.IsText);
        return (areAlike ? ValueOrder.Compare(left, right) : null)
            ?? throw FunctionErrors.NotComparable(ArgumentBinder.KindName(left), ArgumentBinder.KindName(right));
    }

    private static bool IsNaN(in Value value) => value.Kind is ValueKind.Float or ValueKind.Double && double.IsNaN(value.AsDouble());
}
