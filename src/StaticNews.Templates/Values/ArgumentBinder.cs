using System.Globalization;

namespace StaticNews.Templates;

/// <summary>Turns arguments into what a built-in function's parameters ask for.</summary>
internal static class ArgumentBinder
{
    /// <summary>More arguments than this never fit a built-in function, variadic ones included.</summary>
    private const int MaxArguments = 64;

    /// <summary>Calls a built-in function with positional arguments.</summary>
    public static Value Call(RenderState state, BuiltinFunction function, ReadOnlySpan<Value> arguments)
    {
        var bound = state.TakeArguments(Math.Max(function.Parameters.Count, Math.Min(arguments.Length, MaxArguments)));
        try
        {
            return function.Body(state, Bind(function, arguments, bound, state.DatePattern));
        }
        finally
        {
            state.ReturnArguments(bound.Length);
        }
    }

    /// <summary>Converts and completes arguments in place of <paramref name="bound"/>.</summary>
    /// <returns>The part of <paramref name="bound"/> that the function sees.</returns>
    public static ReadOnlySpan<Value> Bind(BuiltinFunction function, ReadOnlySpan<Value> arguments, Span<Value> bound, string? datePattern)
    {
        var parameters = function.Parameters;
        var variadic = parameters.Count > 0 && parameters[^1].IsVariadic;
        if (arguments.Length > (variadic ? MaxArguments : parameters.Count)) throw TemplateErrors.TooManyArguments(function.DisplayName, parameters.Count, arguments.Length);
        for (var i = 0; i < arguments.Length; i++) bound[i] = Convert(arguments[i], parameters[Math.Min(i, parameters.Count - 1)].Kind, i, datePattern);
        var count = arguments.Length;
        for (; count < parameters.Count && !parameters[count].IsVariadic; count++)
        {
            if (!parameters[count].IsOptional) throw TemplateErrors.TooFewArguments(function.DisplayName, RequiredCount(parameters), arguments.Length);
            bound[count] = parameters[count].Default;
        }
        return bound[..count];
    }

    public static int RequiredCount(IReadOnlyList<Parameter> parameters)
    {
        var count = 0;
        while (count < parameters.Count && !parameters[count].IsOptional) count++;
        return count;
    }

    /// <summary>The index of a parameter; -1 when there is none of this name.</summary>
    public static int IndexOf(IReadOnlyList<Parameter> parameters, string name)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (string.Equals(parameters[i].Name, name, StringComparison.Ordinal)) return i;
        }
        return -1;
    }

    /// <summary>One argument as the kind of its parameter.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="kind">What the parameter asks for.</param>
    /// <param name="argument">Its index, for the place of an error.</param>
    /// <param name="datePattern">How the template wants dates printed; null for the usual way.</param>
    public static Value Convert(in Value value, ParameterKind kind, int argument, string? datePattern = null) => kind switch
    {
        ParameterKind.Any => value,
        ParameterKind.Text => value.IsText || value.IsNull ? value : Value.Of(ValuePrinter.ToText(value, datePattern)),
        ParameterKind.Int => Value.Of(ToInt(value, argument)),
        ParameterKind.Double => ToDouble(value, argument),
        ParameterKind.Number => value.IsNumber || value.IsNull ? value : throw TemplateErrors.CannotConvert(KindName(value), "a number", argument),
        ParameterKind.Bool => Value.Of(value.IsTrue),
        ParameterKind.Array => ToArray(value, argument),
        ParameterKind.Object => Expect(value, ValueKind.Object, "an object", argument),
        ParameterKind.Function => Expect(value, ValueKind.Function, "a function", argument),
        ParameterKind.Date => Expect(value, ValueKind.Date, "a date", argument),
        _ => Expect(value, ValueKind.TimeSpan, "a timespan", argument),
    };

    /// <summary>A value as an index or a count.</summary>
    public static int ToInt(in Value value, int argument)
    {
        switch (value.Kind)
        {
            case ValueKind.Null: return 0;
            case ValueKind.Bool or ValueKind.Int: return value.AsInt();
            case ValueKind.Long: return (int)Math.Clamp(value.AsLong(), int.MinValue, int.MaxValue);
            case ValueKind.Float or ValueKind.Double or ValueKind.Decimal or ValueKind.BigInteger:
                // A conversion from double saturates: NaN is 0. Halves go to the even neighbour, as .NET converts.
                return (int)Math.Round(Arithmetic.ToDouble(value), MidpointRounding.ToEven);
            case ValueKind.String or ValueKind.Html when int.TryParse(value.AsText(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number):
                return number;
            default: throw TemplateErrors.CannotConvert(KindName(value), "a whole number", argument);
        }
    }

    /// <summary>What messages and <c>object.kind</c> call a value.</summary>
    public static string KindName(in Value value) => value.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Array => value.AsArray()!.KindName,
        ValueKind.Object => value.AsObject()!.KindName,
        ValueKind.BigInteger => "bigint",
        ValueKind.Html => "string",
        ValueKind.Date => "date",
        _ => value.Kind.ToString().ToLowerInvariant(),
    };

    private static Value ToDouble(in Value value, int argument) => value.Kind switch
    {
        ValueKind.Double => value,
        ValueKind.Null => Value.Of(0.0),
        _ when value.IsNumber || value.Kind == ValueKind.Bool => Value.Of(Arithmetic.ToDouble(value)),
        _ => throw TemplateErrors.CannotConvert(KindName(value), "a number", argument),
    };

    private static Value ToArray(in Value value, int argument) => value.Kind switch
    {
        ValueKind.Array or ValueKind.Null => value,
        ValueKind.String or ValueKind.Html => Value.Of(Characters(value.AsText()!)),
        ValueKind.Object => Value.Of(Pairs(value.AsObject()!)),
        _ => throw TemplateErrors.CannotConvert(KindName(value), "a list", argument),
    };

    /// <summary>The UTF-16 units of a text, as stock Scriban sees one when it is a list.</summary>
    public static TemplateList Characters(string text)
    {
        var list = new TemplateList(text.Length);
        foreach (var c in text) list.Add(Value.Of(c.ToString()));
        return list;
    }

    /// <summary>An object as a list of <c>{key: …, value: …}</c>.</summary>
    public static TemplateList Pairs(TemplateObject value)
    {
        var list = new TemplateList(value.Count);
        for (var i = 0; i < value.Count; i++)
        {
            var pair = new TemplateMap();
            pair.Set("key", Value.Of(value.NameAt(i)));
            pair.Set("value", value.ValueAt(i));
            list.Add(Value.Of(pair));
        }
        return list;
    }

    private static Value Expect(in Value value, ValueKind kind, string wanted, int argument) =>
        value.Kind == kind || value.IsNull ? value : throw TemplateErrors.CannotConvert(KindName(value), wanted, argument);
}
