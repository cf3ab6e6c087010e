using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticNews.Templates;

/// <summary>
/// A value of the template language: a tagged union that holds scalars, dates and time spans without an allocation.
/// <para>
/// <c>_reference</c> holds strings, boxed decimals and big integers, arrays, objects, functions; <c>_bits</c> holds integers, the bits of
/// doubles, the UTC ticks of dates; <c>_offsetMinutes</c> the offset of a date. Dates keep whole minutes of offset, as RFC 3339 does.
/// </para>
/// </summary>
internal readonly struct Value
{
    private readonly object? _reference;
    private readonly long _bits;
    private readonly int _offsetMinutes;

    private Value(ValueKind kind, object? reference, long bits, int offsetMinutes)
    {
        Kind = kind;
        _reference = reference;
        _bits = bits;
        _offsetMinutes = offsetMinutes;
    }

    public static Value Null => default;

    public static Value True => Of(true);

    public static Value False => Of(false);

    public static Value EmptyText => Of("");

    public ValueKind Kind { get; }

    public bool IsNull => Kind == ValueKind.Null;

    /// <summary>Only null and false are false.</summary>
    public bool IsTrue => Kind switch
    {
        ValueKind.Null => false,
        ValueKind.Bool => _bits != 0,
        _ => true,
    };

    /// <summary>Any kind that arithmetic accepts, booleans excluded.</summary>
    public bool IsNumber => Kind is >= ValueKind.Int and <= ValueKind.BigInteger;

    public bool IsInteger => Kind is ValueKind.Int or ValueKind.Long or ValueKind.BigInteger;

    public bool IsText => Kind is ValueKind.String or ValueKind.Html;

    /// <summary>The object behind a string, array, object, function, decimal or big integer; null for all others.</summary>
    public object? Reference => _reference;

    public static Value Of(bool value) => new(ValueKind.Bool, null, value ? 1 : 0, 0);

    public static Value Of(int value) => new(ValueKind.Int, null, value, 0);

    public static Value Of(long value) => new(ValueKind.Long, null, value, 0);

    /// <summary>The narrowest integer kind that holds <paramref name="value"/>: what arithmetic and JSON give.</summary>
    public static Value OfInteger(long value) => value is >= int.MinValue and <= int.MaxValue ? Of((int)value) : Of(value);

    public static Value Of(float value) => new(ValueKind.Float, null, BitConverter.DoubleToInt64Bits(value), 0);

    public static Value Of(double value) => new(ValueKind.Double, null, BitConverter.DoubleToInt64Bits(value), 0);

    public static Value Of(decimal value) => new(ValueKind.Decimal, value, 0, 0);

    public static Value Of(BigInteger value) => new(ValueKind.BigInteger, value, 0, 0);

    public static Value Of(string? value) => value is null ? default : new(ValueKind.String, value, 0, 0);

    public static Value Of(HtmlText? value) => value is null ? default : new(ValueKind.Html, value, 0, 0);

    /// <summary>Text that is HTML already; null stays null.</summary>
    public static Value OfHtml(string? html) => html is null ? default : new(ValueKind.Html, html, 0, 0);

    public static Value Of(DateTimeOffset value) =>
        new(ValueKind.Date, null, value.UtcTicks, (int)(value.Offset.Ticks / TimeSpan.TicksPerMinute));

    public static Value Of(TimeSpan value) => new(ValueKind.TimeSpan, null, value.Ticks, 0);

    public static Value Of(TemplateArray? value) => value is null ? default : new(ValueKind.Array, value, 0, 0);

    public static Value Of(TemplateObject? value) => value is null ? default : new(ValueKind.Object, value, 0, 0);

    public static Value Of(ITemplateFunction? value) => value is null ? default : new(ValueKind.Function, value, 0, 0);

    /// <summary>A typed list of a model as it is; a view is made only where a <see cref="TemplateArray"/> is asked for.</summary>
    public static Value OfList(object? list) => list is null ? default : new(ValueKind.Array, list, 0, 0);

    /// <summary>A typed record or dictionary of a model as it is; a view is made only where a <see cref="TemplateObject"/> is asked for.</summary>
    public static Value OfRecord(object? record) => record is null ? default : new(ValueKind.Object, record, 0, 0);

    // The As… members take the kind for granted: callers have looked at Kind, or the parameter's type promised it.
    public bool AsBool() => _bits != 0;

    public int AsInt() => (int)_bits;

    public long AsLong() => _bits;

    public double AsDouble() => BitConverter.Int64BitsToDouble(_bits);

    public decimal AsDecimal() => (decimal)_reference!;

    public BigInteger AsBigInteger() => (BigInteger)_reference!;

    /// <summary>The text of a String or Html value, null for Null.</summary>
    public string? AsText() => _reference switch
    {
        string text => text,
        HtmlText html => html.ToString(),
        _ => null,
    };

    public DateTimeOffset AsDate()
    {
        var offset = new TimeSpan(_offsetMinutes * TimeSpan.TicksPerMinute);
        return new DateTimeOffset(_bits + offset.Ticks, offset);
    }

    public TimeSpan AsTimeSpan() => new(_bits);

    /// <summary>The array, or a view of the typed list; null for Null.</summary>
    public TemplateArray? AsArray() => _reference as TemplateArray ?? ModelViews.ArrayOf(_reference);

    /// <summary>The object, or a view of the typed record; null for Null.</summary>
    public TemplateObject? AsObject() => _reference as TemplateObject ?? ModelViews.ObjectOf(_reference);

    public ITemplateFunction AsFunction() => Unsafe.As<ITemplateFunction>(_reference!);

    /// <summary>The value as a string prints (never null); see <see cref="ValuePrinter"/>.</summary>
    public override string ToString() => ValuePrinter.ToText(this);
}
