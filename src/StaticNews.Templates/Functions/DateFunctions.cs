using static StaticNews.Templates.Parameter;
using Kind = StaticNews.Templates.ParameterKind;

namespace StaticNews.Templates;

/// <summary>The <c>date</c> object. There is no clock: <c>date.now</c> is the instant of the build. A null date stays null.</summary>
internal static class DateFunctions
{
    public static BuiltinNamespace Namespace { get; } = Builtins.Namespace("date",
        [
            new("date.add_days", [Required("date", Kind.Date), Required("days", Kind.Double)], (_, a) => Shift(a, static (date, days) => date.AddDays(days))),
            new("date.add_hours", [Required("date", Kind.Date), Required("hours", Kind.Double)], (_, a) => Shift(a, static (date, hours) => date.AddHours(hours))),
            new("date.add_milliseconds", [Required("date", Kind.Date), Required("millis", Kind.Double)], (_, a) => Shift(a, static (date, millis) => date.AddMilliseconds(millis))),
            new("date.add_minutes", [Required("date", Kind.Date), Required("minutes", Kind.Double)], (_, a) => Shift(a, static (date, minutes) => date.AddMinutes(minutes))),
            new("date.add_months", [Required("date", Kind.Date), Required("months", Kind.Int)], (_, a) => Shift(a, static (date, months) => date.AddMonths((int)months))),
            new("date.add_seconds", [Required("date", Kind.Date), Required("seconds", Kind.Double)], (_, a) => Shift(a, static (date, seconds) => date.AddSeconds(seconds))),
            new("date.add_years", [Required("date", Kind.Date), Required("years", Kind.Int)], (_, a) => Shift(a, static (date, years) => date.AddYears((int)years))),
            new("date.now", [], (call, _) => Value.Of(call.Options.BuildInstant)),
            new("date.parse", [Required("text", Kind.Any), Optional("pattern", Kind.Text), Optional("culture", Kind.Text)], (_, a) => Parse(a[0], a[1], EnglishCulture.Required(a[2].AsText(), 2))),
            new("date.parse_to_string",
                [Required("text", Kind.Any), Optional("output_pattern", Kind.Text), Optional("output_culture", Kind.Text), Optional("input_pattern", Kind.Text), Optional("input_culture", Kind.Text)],
                (call, a) => Format(call, Parse(a[0], a[3], EnglishCulture.Required(a[4].AsText(), 4)), a[1], EnglishCulture.Required(a[2].AsText(), 2))),
            new("date.to_string", [Required("datetime", Kind.Date), Optional("pattern", Kind.Text), Optional("culture", Kind.Text)],
                (call, a) => Format(call, a[0], a[1], EnglishCulture.Required(a[2].AsText(), 2)),
                Write),
        ],
        KeyValuePair.Create("format", Value.Of(Strftime.DefaultPattern)),
        KeyValuePair.Create("default_format", Value.Of(Strftime.DefaultPattern)));

    private static Value Shift(ReadOnlySpan<Value> a, Func<DateTimeOffset, double, DateTimeOffset> shift)
    {
        if (a[0].IsNull)
            return Value.Null;
        var amount = a[1].Kind == ValueKind.Int ? a[1].AsInt() : a[1].AsDouble();
        if (!double.IsFinite(amount))
            throw FunctionErrors.DateOutOfRange();
        try
        {
            return Value.Of(shift(a[0].AsDate(), amount));
        }
        catch (ArgumentException)
        {
            throw FunctionErrors.DateOutOfRange();
        }
    }

    /// <summary>A date stays what it is, so that a template works with typed models and with JSON alike.</summary>
    private static Value Parse(in Value value, in Value pattern, EnglishCulture culture)
    {
        if (value.IsNull || value.Kind == ValueKind.Date)
            return value;
        var text = ValuePrinter.ToText(value);
        if (string.IsNullOrWhiteSpace(text))
            return Value.Null;
        if (pattern.AsText() is { Length: > 0 } form)
            return Value.Of(Strptime.Read(text, form, culture) ?? throw FunctionErrors.NotADateOf(text, form));
        return Value.Of(DateReader.Read(text, culture) ?? throw FunctionErrors.NotADate(text));
    }

    private static Value Format(RenderState call, in Value date, in Value pattern, EnglishCulture culture) =>
        date.IsNull ? Value.Null : Value.Of(Strftime.Format(date.AsDate(), Pattern(call, pattern), culture));

    private static void Write(RenderState call, ReadOnlySpan<Value> a, Utf8Output output)
    {
        if (a[0].IsNull)
            return;
        Strftime.Write(output, a[0].AsDate(), Pattern(call, a[1]), EnglishCulture.Required(a[2].AsText(), 2));
    }

    /// <summary>A left-out pattern is <c>date.format</c>; so is <c>%g</c> alone, which asks for the invariant culture and leaves a blank, as in Scriban.</summary>
    private static string Pattern(RenderState call, in Value pattern)
    {
        var current = call.DatePattern ?? Strftime.DefaultPattern;
        return pattern.AsText() switch
        {
            null or "" => current,
            "%g" => "%g " + current,
            var text => text,
        };
    }
}
