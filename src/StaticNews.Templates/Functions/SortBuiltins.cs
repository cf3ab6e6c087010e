using System.Collections;
using System.Globalization;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using static StaticNews.Templates.Builtin;

namespace StaticNews.Templates;

/// <summary>
/// <c>array.sort</c>: null first, numbers by value, texts by code unit (the same on every machine), dates in time;
/// equal items keep their order. Kinds that have no order between them are an error: any answer would depend on where
/// the items stood.
/// </summary>
internal static class SortBuiltins
{
    public static void Add(ScriptObject builtins) =>
        ScribanBuiltins.Replace(
            builtins,
            "array",
            new Builtin(
                "sort",
                typeof(ScriptArray),
                [Need<object>("list"), May<string>("member")],
                (context, span, a) => Sort(context, span, a[0], a[1] as string)
            )
        );

    /// <summary>
    /// The items of a list, or a fault when it has more than anyone should walk through (a range costs nothing until
    /// then).
    /// </summary>
    public static List<object?> ItemsOf(TemplateContext context, IEnumerable list)
    {
        var items = new List<object?>();
        foreach (var item in list)
        {
            if (items.Count == context.LoopLimit)
                throw FunctionErrors.ListTooLong(context.LoopLimit);
            items.Add(item);
        }
        (context as LimitedContext)?.CountItems(items.Count);
        return items;
    }

    private static ScriptArray Sort(TemplateContext context, SourceSpan span, object? list, string? member)
    {
        if (list is null)
            return [];
        if (list is string or HtmlString or not IEnumerable)
            return [list];
        var order = Comparer<object?>.Create((left, right) => Compare(context, span, left, right));
        return new ScriptArray(
            ItemsOf(context, (IEnumerable)list).OrderBy(item => MemberOf(context, span, item, member), order)
        );
    }

    /// <summary>The value at the end of a path such as <c>section.title</c>; null where it breaks off.</summary>
    private static object? MemberOf(TemplateContext context, SourceSpan span, object? item, string? path)
    {
        if (item is null || string.IsNullOrEmpty(path))
            return item;
        if (context.GetMemberAccessor(item).TryGetValue(context, span, item, path, out var value))
            return value;
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !context.GetMemberAccessor(item).TryGetValue(context, span, item, path[..dot], out var first))
            return null;
        return MemberOf(context, span, first, path[(dot + 1)..]);
    }

    private static int Compare(TemplateContext context, SourceSpan span, object? left, object? right)
    {
        (context as LimitedContext)?.CountItems(1);
        return Order(context, span, left, right);
    }

    private static int Order(TemplateContext context, SourceSpan span, object? left, object? right) =>
        (left, right) switch
        {
            (null, _) or (_, null) => (left is not null).CompareTo(right is not null),
            (string or HtmlString, string or HtmlString) => string.CompareOrdinal(left.ToString(), right.ToString()),
            (int first, int second) => first.CompareTo(second),
            (double first, double second) => first.CompareTo(second),
            (bool first, bool second) => first.CompareTo(second),
            (TimeSpan first, TimeSpan second) => first.CompareTo(second),
            _ when MathFunctions.IsNumber(left) && MathFunctions.IsNumber(right) => IsLess(context, span, left, right)
                ? -1
            : IsLess(context, span, right, left) ? 1
            : 0,
            _ when TemplateDate.TryFrom(left) is { } first && TemplateDate.TryFrom(right) is { } second =>
                first.Value.CompareTo(second.Value),
            _ => throw FunctionErrors.NotComparable(context.GetTypeName(left), context.GetTypeName(right)),
        };

    private static bool IsLess(TemplateContext context, SourceSpan span, object left, object right) =>
        ScriptBinaryExpression.Evaluate(context, span, ScriptBinaryOperator.CompareLess, left, right) is true;
}

/// <summary>Numbers as texts, and what no page may have: chance.</summary>
internal static class NumberBuiltins
{
    // .NET takes precisions up to 999,999,999 and writes that many zeros.
    private const int MaxFormatPrecision = 200;

    // Math.Round takes no more, nor do doubles have more.
    private const int MaxDigits = 15;

    public static void Add(ScriptObject builtins)
    {
        ScriptParameterInfo[] parameters = [Need<object>("value"), Need<string>("format"), May<string>("culture")];
        ScribanBuiltins.Replace(
            builtins,
            "math",
            new Builtin(
                "format",
                typeof(string),
                parameters,
                (context, _, a) =>
                    a[0] is null || MathFunctions.IsNumber(a[0])
                        ? Format(context, a)
                        : throw FunctionErrors.NotANumber(context.GetTypeName(a[0]))
            ),
            new Builtin(
                "random",
                typeof(int),
                [Need<int>("minValue"), Need<int>("maxValue")],
                (_, _, _) => throw FunctionErrors.NotReproducible("math.random")
            ),
            new Builtin("uuid", typeof(string), [], (_, _, _) => throw FunctionErrors.NotReproducible("math.uuid"))
        );
        var format = new Builtin("format", typeof(string), parameters, (context, _, a) => Format(context, a));
        ScribanBuiltins.Replace(builtins, "object", format);
    }

    /// <summary>For pages: says what is wrong in words of its own.</summary>
    public static void AddForPages(ScriptObject builtins) =>
        ScribanBuiltins.Replace(
            builtins,
            "math",
            new Builtin(
                "round",
                typeof(double),
                [Need<double>("value"), May<int>("precision", 0)],
                (_, _, a) =>
                    (int)a[1]! is >= 0 and <= MaxDigits and var digits
                        ? Math.Round((double)a[0]!, digits)
                        : throw FunctionErrors.PrecisionOutOfRange((int)a[1]!, MaxDigits)
            )
        );

    private static string Format(TemplateContext context, ScriptArray a)
    {
        var format = a[1] as string ?? "";
        var numbers = EnglishCulture.Required(a[2] as string).Numbers;
        if (a[0] is null)
            return "";
        try
        {
            if (a[0] is IFormattable value && !HasHugePrecision(format))
                return value.ToString(format, MathFunctions.IsNumber(value) ? numbers : CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            // As below.
        }
        throw FunctionErrors.BadFormat(format, context.GetTypeName(a[0]));
    }

    private static bool HasHugePrecision(string format) =>
        format.Length > 1
        && char.IsAsciiLetter(format[0])
        && format.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
        && !(
            int.TryParse(format.AsSpan(1), CultureInfo.InvariantCulture, out var precision)
            && precision <= MaxFormatPrecision
        );
}
