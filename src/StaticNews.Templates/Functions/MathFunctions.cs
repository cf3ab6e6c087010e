using System.Numerics;
using static StaticNews.Templates.Parameter;
using Kind = StaticNews.Templates.ParameterKind;

namespace StaticNews.Templates;

/// <summary>The <c>math</c> object. What would differ from build to build (<c>random</c>, <c>uuid</c>) is an error.</summary>
internal static class MathFunctions
{
    // Math.Round takes no more, nor do doubles have more.
    private const int MaxPrecision = 15;

    public static BuiltinNamespace Namespace { get; } = Builtins.Namespace("math",
    [
        new("math.abs", [Required("value", Kind.Number)], (_, a) => Abs(a[0])),
        new("math.ceil", [Required("value", Kind.Double)], (_, a) => Value.Of(Math.Ceiling(a[0].AsDouble()))),
        new("math.divided_by", [Required("value", Kind.Double), Required("divisor", Kind.Number)], (_, a) => DividedBy(a[0].AsDouble(), a[1])),
        new("math.floor", [Required("value", Kind.Double)], (_, a) => Value.Of(Math.Floor(a[0].AsDouble()))),
        new("math.format", [Required("value", Kind.Any), Required("format", Kind.Text), Optional("culture", Kind.Text)], (_, a) => Format(a)),
        new("math.is_number", [Required("value", Kind.Any)], (_, a) => Value.Of(a[0].IsNumber)),
        new("math.minus", [Required("value", Kind.Any), Required("with", Kind.Any)], (call, a) => Operators.Apply(call, BinaryOperator.Subtract, a[0], a[1])),
        new("math.modulo", [Required("value", Kind.Any), Required("with", Kind.Any)], (call, a) => Operators.Apply(call, BinaryOperator.Modulo, a[0], a[1])),
        new("math.plus", [Required("value", Kind.Any), Required("with", Kind.Any)], (call, a) => Operators.Apply(call, BinaryOperator.Add, a[0], a[1])),
        new("math.random", [Required("min_value", Kind.Int), Required("max_value", Kind.Int)], (_, _) => throw FunctionErrors.NotReproducible("math.random")),
        new("math.round", [Required("value", Kind.Double), Optional("precision", Kind.Int, Value.Of(0))], (_, a) => Round(a[0].AsDouble(), a[1].AsInt())),
        new("math.times", [Required("value", Kind.Any), Required("with", Kind.Any)], (call, a) => Operators.Apply(call, BinaryOperator.Multiply, a[0], a[1])),
        new("math.uuid", [], (_, _) => throw FunctionErrors.NotReproducible("math.uuid")),
    ]);

    private static Value Abs(in Value value) => value.Kind switch
    {
        ValueKind.Int => Value.OfInteger(Math.Abs((long)value.AsInt())),
        ValueKind.Long when value.AsLong() == long.MinValue => Value.Of(BigInteger.Abs(value.AsLong())),
        ValueKind.Long => Value.Of(Math.Abs(value.AsLong())),
        ValueKind.Float => Value.Of(Math.Abs((float)value.AsDouble())),
        ValueKind.Double => Value.Of(Math.Abs(value.AsDouble())),
        ValueKind.Decimal => Value.Of(Math.Abs(value.AsDecimal())),
        ValueKind.BigInteger => Value.Of(BigInteger.Abs(value.AsBigInteger())),
        _ => Value.Null,
    };

    /// <summary>A whole divisor gives a whole result, rounded down.</summary>
    private static Value DividedBy(double value, in Value divisor)
    {
        var by = divisor.IsNull ? 0 : Arithmetic.ToDouble(divisor);
        if (!divisor.IsNull && !divisor.IsInteger)
            return Value.Of(value / by);
        if (by == 0)
            throw TemplateErrors.DividedByZero();
        var whole = Math.Floor(value / by);
        if (!double.IsFinite(whole))
            return Value.Of(whole);
        return Math.Abs(whole) < 1L << 53 ? Value.OfInteger((long)whole) : Value.Of(new BigInteger(whole));
    }

    private static Value Format(ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
            return Value.Null;
        if (!a[0].IsNumber)
            throw FunctionErrors.NotANumber(ArgumentBinder.KindName(a[0]));
        return Value.Of(NumberFormat.Format(a[0], a[1].AsText() ?? "", EnglishCulture.Required(a[2].AsText(), 2)));
    }

    /// <summary>Halves go to the even neighbour, as .NET rounds.</summary>
    private static Value Round(double value, int precision) => precision is >= 0 and <= MaxPrecision
        ? Value.Of(Math.Round(value, precision))
        : throw FunctionErrors.PrecisionOutOfRange(precision, MaxPrecision);
}
