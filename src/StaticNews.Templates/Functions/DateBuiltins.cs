using System.Globalization;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using static StaticNews.Templates.Builtin;

namespace StaticNews.Templates;

/// <summary>
/// <c>date.*</c> and <c>timespan.*</c> of pages. There is no clock: <c>date.now</c> is the instant of the build. A null
/// date stays null.
/// </summary>
internal static class DateBuiltins
{
    public static void Add(ScriptObject builtins, TemplateOptions options)
    {
        builtins.SetValue("date", new PageDates(options.BuildInstant), readOnly: true);
        ScribanBuiltins.Replace(
            builtins,
            "timespan",
            Span("from_days", "days", TimeSpan.FromDays),
            Span("from_hours", "hours", TimeSpan.FromHours),
            Span("from_minutes", "minutes", TimeSpan.FromMinutes),
            Span("from_seconds", "seconds", TimeSpan.FromSeconds),
            Span("from_milliseconds", "millis", TimeSpan.FromMilliseconds),
            new Builtin("parse", typeof(TimeSpan), [Need<string>("text")], (_, _, a) => ParseSpan(a[0] as string))
        );
    }

    /// <summary>A date as it prints by itself.</summary>
    public static string ToText(TemplateContext context, TemplateDate date)
    {
        var pattern = ((DateFormatter)context.BuiltinObject["date"]!).Format;
        Strftime.CheckLength(context, pattern);
        return Strftime.Format(date.Value, pattern);
    }

    private static Builtin Span(string name, string parameter, Func<double, TimeSpan> from) =>
        new(
            name,
            typeof(TimeSpan),
            [Need<double>(parameter)],
            (_, _, a) =>
            {
                try
                {
                    return from((double)a[0]!);
                }
                catch (Exception failure) when (failure is OverflowException or ArgumentException)
                {
                    throw FunctionErrors.TimeSpanOutOfRange();
                }
            }
        );

    private static TimeSpan? ParseSpan(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
            ? span
            : throw FunctionErrors.NotATimeSpan(text);
    }
}

/// <summary>The <c>date</c> object, which is a function as well: <c>date '2024-03-09'</c>.</summary>
internal abstract class DateFormatter : DateTimeFunctions, IScriptCustomFunction
{
    /// <param name="now">What <c>date.now</c> gives.</param>
    /// <param name="type">What <see cref="Made"/> makes.</param>
    protected DateFormatter(DateTimeOffset now, Type type) =>
        Add(
            new("now", type, [], (_, _, _) => Made(now)),
            new("utc_now", type, [], (_, _, _) => Made(now.ToUniversalTime())),
            new(
                "parse",
                type,
                [Need<object>("text"), .. Texts("pattern", "culture")],
                (context, _, a) => Parsed(context, a[0], a[1] as string, a[2] as string) is { } date ? Made(date) : null
            ),
            new(
                "parse_to_string",
                typeof(string),
                [Need<object>("text"), .. Texts("output_pattern", "output_culture", "input_pattern", "input_culture")],
                (context, _, a) =>
                    Print(
                        context,
                        Parsed(context, a[0], a[3] as string, a[4] as string),
                        a[1] as string,
                        a[2] as string
                    )
            )
        );

    /// <summary>The compiler counts the arguments of a call.</summary>
    public new int ParameterCount => 1;

    public override object? Invoke(
        TemplateContext context,
        ScriptNode? caller,
        ScriptArray arguments,
        ScriptBlockStatement? block
    )
    {
        if (arguments.Count != 1)
            return base.Invoke(context, caller, arguments, block);
        return Parsed(context, arguments[0], null, null) is { } date ? Made(date) : null;
    }

    protected void Add(params ReadOnlySpan<Builtin> functions)
    {
        foreach (var function in functions)
            SetValue(function.Name, function, readOnly: true);
    }

    /// <summary>A date as templates get it.</summary>
    protected abstract object Made(DateTimeOffset date);

    /// <summary>The date that a value is, or that its text says; null when it is empty.</summary>
    protected abstract DateTimeOffset? Read(
        TemplateContext context,
        object? value,
        string? pattern,
        EnglishCulture culture
    );

    /// <summary>The pattern to print by.</summary>
    /// <param name="pattern">Null for one that was left out.</param>
    protected abstract string Complete(string? pattern);

    /// <summary><c>date.to_string</c> of dates of a type.</summary>
    protected Builtin Printer<T>(ScriptParameterInfo pattern) =>
        new(
            "to_string",
            typeof(string),
            [Need<T>("date"), pattern, May<string>("culture")],
            (context, _, a) => Print(context, TemplateDate.TryFrom(a[0])?.Value, a[1] as string, a[2] as string)
        );

    private static ScriptParameterInfo[] Texts(params string[] names) =>
        Array.ConvertAll(names, static name => May<string>(name));

    /// <summary><c>%g</c> alone asks for the invariant culture and leaves a blank, as in Scriban.</summary>
    private string? Print(TemplateContext context, DateTimeOffset? date, string? pattern, string? culture)
    {
        EnglishCulture.Required(culture);
        if (date is not { } known)
            return null;
        var complete = pattern is "%g" ? $"%g {Format}" : Complete(pattern);
        Strftime.CheckLength(context, complete);
        return Strftime.Format(known, complete);
    }

    private DateTimeOffset? Parsed(TemplateContext context, object? value, string? pattern, string? culture) =>
        Read(context, value, pattern, EnglishCulture.Required(culture));
}

/// <summary>The dates of pages. Of its members a template can assign <c>format</c>.</summary>
internal sealed class PageDates : DateFormatter
{
    public PageDates(DateTimeOffset now)
        : base(now, typeof(TemplateDate)) =>
        Add(
            Printer<TemplateDate>(May<string>("pattern")),
            Shift<double>("add_days", "days", static (date, days) => date.AddDays(days)),
            Shift<double>("add_hours", "hours", static (date, hours) => date.AddHours(hours)),
            Shift<double>("add_minutes", "minutes", static (date, minutes) => date.AddMinutes(minutes)),
            Shift<double>("add_seconds", "seconds", static (date, seconds) => date.AddSeconds(seconds)),
            Shift<double>("add_milliseconds", "millis", static (date, millis) => date.AddMilliseconds(millis)),
            Shift<int>("add_months", "months", static (date, months) => date.AddMonths(months)),
            Shift<int>("add_years", "years", static (date, years) => date.AddYears(years))
        );

    public override bool CanWrite(string member) => string.Equals(member, "format", StringComparison.Ordinal);

    public override bool TrySetValue(
        TemplateContext? context,
        SourceSpan span,
        string member,
        object? value,
        bool readOnly
    )
    {
        if (!CanWrite(member))
            return false;
        Format = context?.ObjectToString(value) is { Length: > 0 } pattern ? pattern : DefaultFormat;
        return true;
    }

    public override bool Remove(string member) => false;

    public override void SetReadOnly(string member, bool readOnly)
    {
        // A later page assigns it again.
    }

    protected override object Made(DateTimeOffset date) => new TemplateDate(date);

    /// <summary>A date stays what it is, so that a template works with typed models and with JSON alike.</summary>
    protected override DateTimeOffset? Read(
        TemplateContext context,
        object? value,
        string? pattern,
        EnglishCulture culture
    )
    {
        if (TemplateDate.TryFrom(value) is { } date)
            return date.Value;
        var text = context.ObjectToString(value);
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (string.IsNullOrEmpty(pattern))
            return DateReader.Read(text, culture) ?? throw FunctionErrors.NotADate(text);
        return DateReader.Read(text, pattern, culture) ?? throw FunctionErrors.NotADateOf(text, pattern);
    }

    protected override string Complete(string? pattern) => string.IsNullOrEmpty(pattern) ? Format : pattern;

    private static Builtin Shift<T>(string name, string parameter, Func<DateTimeOffset, T, DateTimeOffset> shift) =>
        new(
            name,
            typeof(TemplateDate),
            [Need<TemplateDate>("date"), Need<T>(parameter)],
            (_, _, a) =>
            {
                if (a[1] is double.NaN)
                    throw FunctionErrors.DateOutOfRange();
                try
                {
                    return a[0] is TemplateDate date ? new TemplateDate(shift(date.Value, (T)a[1]!)) : null;
                }
                catch (ArgumentException)
                {
                    throw FunctionErrors.DateOutOfRange();
                }
            }
        );
}
