using System.Numerics;

namespace StaticNews.Templates;

/// <summary>
/// The arithmetic of the language. Null with anything is null. Integers widen (32 bits, 64 bits, any size) and never wrap; <c>/</c> gives a double
/// even for integers; a float with an integer is a float; a decimal with any number is a decimal.
/// </summary>
internal static class Arithmetic
{
    /// <summary>A number of this many bits takes a while to multiply; templates need none longer.</summary>
    private const int MaxBits = 16 * 1024;

    public static Value Add(in Value left, in Value right)
    {
        if (left.Kind == ValueKind.Int && right.Kind == ValueKind.Int) return Value.OfInteger(left.AsLong() + right.AsLong());
        if (left.Kind == ValueKind.Date && right.Kind == ValueKind.TimeSpan) return AddToDate(left.AsDate(), right.AsTimeSpan());
        if (left.Kind == ValueKind.TimeSpan && right.Kind == ValueKind.TimeSpan) return AddSpans(left.AsTimeSpan(), right.AsTimeSpan());
        return Numeric(BinaryOperator.Add, left, right);
    }

    public static Value Subtract(in Value left, in Value right)
    {
        if (left.Kind == ValueKind.Int && right.Kind == ValueKind.Int) return Value.OfInteger(left.AsLong() - right.AsLong());
        if (left.Kind == ValueKind.Date && right.Kind == ValueKind.Date) return Value.Of(left.AsDate() - right.AsDate());
        if (left.Kind == ValueKind.Date && right.Kind == ValueKind.TimeSpan) return AddToDate(left.AsDate(), right.AsTimeSpan().Negate());
        if (left.Kind == ValueKind.TimeSpan && right.Kind == ValueKind.TimeSpan) return AddSpans(left.AsTimeSpan(), right.AsTimeSpan().Negate());
        return Numeric(BinaryOperator.Subtract, left, right);
    }

    public static Value Multiply(in Value left, in Value right) => Numeric(BinaryOperator.Multiply, left, right);

    public static Value Divide(in Value left, in Value right) => Numeric(BinaryOperator.Divide, left, right);

    public static Value FloorDivide(in Value left, in Value right) => Numeric(BinaryOperator.FloorDivide, left, right);

    public static Value Modulo(in Value left, in Value right) => Numeric(BinaryOperator.Modulo, left, right);

    /// <summary>The value with the other sign; null stays null.</summary>
    public static Value Negate(in Value value) => value.Kind switch
    {
        ValueKind.Null => Value.Null,
        ValueKind.Int => Value.OfInteger(-value.AsLong()),
        ValueKind.Float => Value.Of((float)-value.AsDouble()),
        ValueKind.Double => Value.Of(-value.AsDouble()),
        ValueKind.Decimal => Value.Of(-value.AsDecimal()),
        ValueKind.TimeSpan => AddSpans(TimeSpan.Zero, value.AsTimeSpan().Negate()),
        _ => Subtract(Value.Of(0), value),
    };

    /// <summary>Whether the value is a boolean, an Int or a Long: <see cref="Value.AsLong"/> is its number.</summary>
    internal static bool IsSmall(in Value value) => value.Kind is ValueKind.Bool or ValueKind.Int or ValueKind.Long;

    internal static double ToDouble(in Value value) => value.Kind switch
    {
        ValueKind.Float or ValueKind.Double => value.AsDouble(),
        ValueKind.Decimal => (double)value.AsDecimal(),
        ValueKind.BigInteger => (double)value.AsBigInteger(),
        _ => value.AsLong(),
    };

    internal static BigInteger ToBigInteger(in Value value) => value.Kind == ValueKind.BigInteger ? value.AsBigInteger() : value.AsLong();

    internal static bool TryToDecimal(in Value value, out decimal number)
    {
        number = 0;
        switch (value.Kind)
        {
            case ValueKind.Decimal: number = value.AsDecimal(); return true;
            case ValueKind.Bool or ValueKind.Int or ValueKind.Long: number = value.AsLong(); return true;
        }
        var real = ToDouble(value);
        // decimal.MaxValue is 7.9e28.
        if (!(Math.Abs(real) < 7.9e28)) return false;
        number = (decimal)real;
        return true;
    }

    private static Value Numeric(BinaryOperator operation, in Value left, in Value right)
    {
        if (left.IsNull || right.IsNull) return Value.Null;
        if (!IsOperand(left)) throw TemplateErrors.CannotCompute(left, operation, right);
        if (!IsOperand(right)) throw TemplateErrors.CannotCompute(left, operation, right);
        if (left.Kind == ValueKind.Decimal || right.Kind == ValueKind.Decimal) return WithDecimals(operation, left, right);
        if (IsReal(left) || IsReal(right) || operation == BinaryOperator.Divide) return WithDoubles(operation, left, right);
        return IsSmall(left) && IsSmall(right) ? WithLongs(operation, left, right) : WithBigIntegers(operation, left, right);
    }

    private static bool IsOperand(in Value value) => value.IsNumber || value.Kind == ValueKind.Bool;

    private static bool IsReal(in Value value) => value.Kind is ValueKind.Float or ValueKind.Double;

    private static Value WithLongs(BinaryOperator operation, in Value left, in Value right)
    {
        long a = left.AsLong(), b = right.AsLong(), result;
        switch (operation)
        {
            case BinaryOperator.Add when !Overflows(a, b, a + b):
                result = a + b;
                break;
            case BinaryOperator.Subtract when !Overflows(a, ~b, a - b):
                result = a - b;
                break;
            case BinaryOperator.Multiply when Math.BigMul(a, b, out result) is var high && high == result >> 63:
                break;
            case BinaryOperator.FloorDivide or BinaryOperator.Modulo when b == 0:
                throw TemplateErrors.DividedByZero();
            case BinaryOperator.FloorDivide when b != -1:
                result = a / b;
                break;
            case BinaryOperator.Modulo:
                result = b == -1 ? 0 : a % b;
                break;
            default:
                return WithBigIntegers(operation, left, right);
        }
        return left.Kind == ValueKind.Long || right.Kind == ValueKind.Long ? Value.Of(result) : Value.OfInteger(result);
    }

    // The sum of two numbers of one sign has that sign, or it overflowed.
    private static bool Overflows(long a, long b, long sum) => ((a ^ sum) & (b ^ sum)) < 0;

    private static Value WithBigIntegers(BinaryOperator operation, in Value left, in Value right)
    {
        BigInteger a = ToBigInteger(left), b = ToBigInteger(right);
        if (a.GetBitLength() + b.GetBitLength() > MaxBits) throw TemplateErrors.NumberTooLong(MaxBits);
        if (b.IsZero && operation is BinaryOperator.FloorDivide or BinaryOperator.Modulo) throw TemplateErrors.DividedByZero();
        return Value.Of(operation switch
        {
            BinaryOperator.Add => a + b,
            BinaryOperator.Subtract => a - b,
            BinaryOperator.Multiply => a * b,
            BinaryOperator.FloorDivide => BigInteger.Divide(a, b),
            _ => BigInteger.Remainder(a, b),
        });
    }

    private static Value WithDoubles(BinaryOperator operation, in Value left, in Value right)
    {
        double a = ToDouble(left), b = ToDouble(right);
        var result = operation switch
        {
            BinaryOperator.Add => a + b,
            BinaryOperator.Subtract => a - b,
            BinaryOperator.Multiply => a * b,
            BinaryOperator.Divide => a / b,
            BinaryOperator.FloorDivide => Math.Round(a / b),
            _ => a % b,
        };
        var isFloat = left.Kind == ValueKind.Float ? right.Kind != ValueKind.Double : right.Kind == ValueKind.Float && left.Kind != ValueKind.Double;
        return isFloat ? Value.Of((float)result) : Value.Of(result);
    }

    private static Value WithDecimals(BinaryOperator operation, in Value left, in Value right)
    {
        if (!TryToDecimal(left, out var a) || !TryToDecimal(right, out var b)) return WithDoubles(operation, Value.Of(ToDouble(left)), Value.Of(ToDouble(right)));
        if (b == 0 && operation is BinaryOperator.Divide or BinaryOperator.FloorDivide or BinaryOperator.Modulo) throw TemplateErrors.DividedByZero();
        try
        {
            return Value.Of(operation switch
            {
                BinaryOperator.Add => a + b,
                BinaryOperator.Subtract => a - b,
                BinaryOperator.Multiply => a * b,
                BinaryOperator.Divide => a / b,
                BinaryOperator.FloorDivide => Math.Round(a / b),
                _ => a % b,
            });
        }
        catch (OverflowException)
        {
            throw TemplateErrors.NumberTooLong(96);
        }
    }

    private static Value AddToDate(DateTimeOffset date, TimeSpan span)
    {
        var ticks = (Int128)date.Ticks + span.Ticks;
        var utc = (Int128)date.UtcTicks + span.Ticks;
        if (ticks < 0 || utc < 0 || ticks > DateTime.MaxValue.Ticks || utc > DateTime.MaxValue.Ticks) throw TemplateErrors.DateOutOfRange();
        return Value.Of(date + span);
    }

    private static Value AddSpans(TimeSpan left, TimeSpan right)
    {
        var ticks = (Int128)left.Ticks + right.Ticks;
        if (ticks < long.MinValue || ticks > long.MaxValue) throw TemplateErrors.DateOutOfRange();
        return Value.Of(new TimeSpan((long)ticks));
    }
}
