using System.Numerics;

namespace StaticNews.Templates;

/// <summary>The language's <c>==</c>, <c>&lt;</c> and their siblings.</summary>
internal static class ValueOrder
{
    /// <summary>Arrays may hold themselves.</summary>
    private const int MaxDepth = 32;

    /// <summary>A text equals whatever prints like it; a boolean equals 1 or 0; arrays are equal item by item.</summary>
    public static bool AreEqual(in Value left, in Value right) => AreEqual(left, right, 0);

    /// <summary>The order of two values.</summary>
    /// <returns>Below 0, 0 or above 0; null where there is no order (null, objects, different kinds).</returns>
    public static int? Compare(in Value left, in Value right)
    {
        if (left.IsNull || right.IsNull) return null;
        if (left.IsText || right.IsText) return string.CompareOrdinal(ValuePrinter.ToText(left), ValuePrinter.ToText(right));
        if (left.Kind == ValueKind.Date && right.Kind == ValueKind.Date) return left.AsDate().CompareTo(right.AsDate());
        if (left.Kind == ValueKind.TimeSpan && right.Kind == ValueKind.TimeSpan) return left.AsTimeSpan().CompareTo(right.AsTimeSpan());
        return IsNumeric(left) && IsNumeric(right) ? CompareNumbers(left, right) : null;
    }

    private static bool AreEqual(in Value left, in Value right, int depth)
    {
        if (left.Kind == ValueKind.String && right.Kind == ValueKind.String) return string.Equals(left.AsText(), right.AsText(), StringComparison.Ordinal);
        if (left.IsNull || right.IsNull) return left.IsNull && right.IsNull;
        if (left.IsText || right.IsText) return string.Equals(ValuePrinter.ToText(left), ValuePrinter.ToText(right), StringComparison.Ordinal);
        if (IsNumeric(left) && IsNumeric(right)) return CompareNumbers(left, right) == 0;
        if (left.Kind != right.Kind) return false;
        return left.Kind switch
        {
            ValueKind.Date => left.AsDate() == right.AsDate(),
            ValueKind.TimeSpan => left.AsTimeSpan() == right.AsTimeSpan(),
            ValueKind.Array => AreEqual(left.AsArray()!, right.AsArray()!, depth),
            _ => Equals(left.Reference, right.Reference),
        };
    }

    private static bool AreEqual(TemplateArray left, TemplateArray right, int depth)
    {
        if (ReferenceEquals(left, right)) return true;
        if (left.Count != right.Count || depth > MaxDepth) return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (!AreEqual(left[i], right[i], depth + 1)) return false;
        }
        return true;
    }

    private static bool IsNumeric(in Value value) => value.IsNumber || value.Kind == ValueKind.Bool;

    private static int? CompareNumbers(in Value left, in Value right)
    {
        if (Arithmetic.IsSmall(left) && Arithmetic.IsSmall(right)) return left.AsLong().CompareTo(right.AsLong());
        if (left.Kind == ValueKind.BigInteger || right.Kind == ValueKind.BigInteger) return CompareBig(left, right);
        if (left.Kind == ValueKind.Decimal || right.Kind == ValueKind.Decimal)
        {
            return Arithmetic.TryToDecimal(left, out var a) && Arithmetic.TryToDecimal(right, out var b)
                ? a.CompareTo(b)
                : CompareDoubles(Arithmetic.ToDouble(left), Arithmetic.ToDouble(right));
        }
        return CompareDoubles(Arithmetic.ToDouble(left), Arithmetic.ToDouble(right));
    }

    private static int? CompareBig(in Value left, in Value right) =>
        left.IsInteger && right.IsInteger
            ? BigInteger.Compare(Arithmetic.ToBigInteger(left), Arithmetic.ToBigInteger(right))
            : CompareDoubles(Arithmetic.ToDouble(left), Arithmetic.ToDouble(right));

    // NaN has no order and equals nothing.
    private static int? CompareDoubles(double left, double right) => double.IsNaN(left) || double.IsNaN(right) ? null : left.CompareTo(right);
}
