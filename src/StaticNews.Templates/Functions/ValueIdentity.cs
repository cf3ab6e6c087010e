namespace StaticNews.Templates;

/// <summary>
/// When two items of a list are the same one, for <c>array.uniq</c> and <c>array.contains</c>: texts letter by letter, numbers by value, dates by instant,
/// lists and objects only if they are one and the same. Unlike <c>==</c>, the text '1' is not the number 1.
/// </summary>
internal sealed class ValueIdentity : IEqualityComparer<Value>
{
    public static readonly ValueIdentity Instance = new();

    public bool Equals(Value x, Value y)
    {
        if (x.IsNumber && y.IsNumber)
            return ValueOrder.AreEqual(x, y);
        if (x.IsText && y.IsText)
            return string.Equals(x.AsText(), y.AsText(), StringComparison.Ordinal);
        if (x.Kind != y.Kind)
            return false;
        return x.Kind switch
        {
            ValueKind.Null => true,
            ValueKind.Array or ValueKind.Object or ValueKind.Function => ReferenceEquals(x.Reference, y.Reference),
            _ => ValueOrder.AreEqual(x, y),
        };
    }

    public int GetHashCode(Value obj) => obj.Kind switch
    {
        ValueKind.Null => 0,
        ValueKind.String or ValueKind.Html => string.GetHashCode(obj.AsText(), StringComparison.Ordinal),
        ValueKind.Date => obj.AsDate().UtcTicks.GetHashCode(),
        ValueKind.Bool or ValueKind.TimeSpan => obj.AsLong().GetHashCode(),
        ValueKind.Array or ValueKind.Object or ValueKind.Function => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Reference),
        _ => Arithmetic.ToDouble(obj).GetHashCode(),
    };
}
