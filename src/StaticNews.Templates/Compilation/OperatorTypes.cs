namespace StaticNews.Templates;

/// <summary>What comes of an operator between values of known types; it follows <see cref="Operators"/> and <see cref="Arithmetic"/>, which do it.</summary>
internal static class OperatorTypes
{
    /// <summary>Whether the operator has a meaning between the two; said whenever a type is unknown.</summary>
    /// <param name="operation">An operator that computes: no comparison, no logic.</param>
    /// <param name="left">Null when it is unknown.</param>
    /// <param name="right">Null when it is unknown.</param>
    /// <param name="result">The type of the result; null when it is unknown.</param>
    public static bool HasMeaning(BinaryOperator operation, Type? left, Type? right, out Type? result)
    {
        var (a, b) = (ModelTypes.KindOf(left), ModelTypes.KindOf(right));
        result = ResultOf(operation, a, b, left, right);
        return result is not null || a == StaticKind.Unknown || b == StaticKind.Unknown;
    }

    private static Type? ResultOf(BinaryOperator operation, StaticKind a, StaticKind b, Type? left, Type? right)
    {
        if (a == StaticKind.Text || b == StaticKind.Text) return WithText(operation, a == StaticKind.Text ? right : left);
        if (a == StaticKind.Unknown || b == StaticKind.Unknown) return null;
        if (operation is BinaryOperator.Range or BinaryOperator.RangeExclusive) return IsWhole(left!) && IsWhole(right!) ? typeof(IReadOnlyList<long>) : null;
        return a switch
        {
            StaticKind.List => WithList(operation, b, left!, right!),
            StaticKind.Date or StaticKind.TimeSpan => WithDate(operation, a, b),
            StaticKind.Number or StaticKind.Bool => b is StaticKind.Number or StaticKind.Bool ? OfNumbers(operation, left!, right!) : null,
            _ => null,
        };
    }

    private static Type? WithText(BinaryOperator operation, Type? other) => operation switch
    {
        BinaryOperator.Add => typeof(string),
        BinaryOperator.Multiply when other is not null && IsWhole(other) => typeof(string),
        _ => null,
    };

    private static Type? WithList(BinaryOperator operation, StaticKind b, Type left, Type right) => operation switch
    {
        BinaryOperator.Add when b == StaticKind.List => left == right ? left : typeof(TemplateArray),
        BinaryOperator.Multiply when IsWhole(right) => left,
        _ => null,
    };

    private static Type? WithDate(BinaryOperator operation, StaticKind a, StaticKind b) => (operation, a, b) switch
    {
        (BinaryOperator.Subtract, StaticKind.Date, StaticKind.Date) => typeof(TimeSpan),
        (BinaryOperator.Add or BinaryOperator.Subtract, StaticKind.Date, StaticKind.TimeSpan) => typeof(DateTimeOffset),
        (BinaryOperator.Add or BinaryOperator.Subtract, StaticKind.TimeSpan, StaticKind.TimeSpan) => typeof(TimeSpan),
        _ => null,
    };

    private static Type? OfNumbers(BinaryOperator operation, Type left, Type right)
    {
        if (operation is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight) return IsWhole(left) && IsWhole(right) ? typeof(SomeNumber) : null;
        return typeof(SomeNumber);
    }

    private static bool IsWhole(Type type) => ModelTypes.IsNumber(type) && !ModelTypes.IsFraction(type);
}
