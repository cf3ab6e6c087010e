using System.Globalization;
using static StaticNews.Templates.Parameter;
using Kind = StaticNews.Templates.ParameterKind;

namespace StaticNews.Templates;

/// <summary>The <c>timespan</c> object.</summary>
internal static class TimeSpanFunctions
{
    public static BuiltinNamespace Namespace { get; } = Builtins.Namespace("timespan",
        [
            new("timespan.from_days", [Required("days", Kind.Double)], (_, a) => From(a[0], TimeSpan.FromDays)),
            new("timespan.from_hours", [Required("hours", Kind.Double)], (_, a) => From(a[0], TimeSpan.FromHours)),
            new("timespan.from_milliseconds", [Required("millis", Kind.Double)], (_, a) => From(a[0], TimeSpan.FromMilliseconds)),
            new("timespan.from_minutes", [Required("minutes", Kind.Double)], (_, a) => From(a[0], TimeSpan.FromMinutes)),
            new("timespan.from_seconds", [Required("seconds", Kind.Double)], (_, a) => From(a[0], TimeSpan.FromSeconds)),
            new("timespan.parse", [Required("text", Kind.Text)], (_, a) => Parse(a[0].AsText())),
        ],
        KeyValuePair.Create("zero", Value.Of(TimeSpan.Zero)));

    private static Value From(in Value amount, Func<double, TimeSpan> unit)
    {
        try
        {
            return Value.Of(unit(amount.AsDouble()));
        }
        catch (Exception failure) when (failure is OverflowException or ArgumentException)
        {
            throw FunctionErrors.TimeSpanOutOfRange();
        }
    }

    private static Value Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Value.Null;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? Value.Of(span) : throw FunctionErrors.NotATimeSpan(text);
    }
}
