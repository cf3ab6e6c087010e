using System.Globalization;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace StaticNews.Templates;

/// <summary>
/// What a date of the archive is within templates: an instant with the offset it was written with. Equal by instant.
/// </summary>
internal sealed record TemplateDate(DateTimeOffset Value)
    : IScriptCustomBinaryOperation,
        IScriptCustomTypeInfo,
        IFormattable
{
    public string TypeName => "date";

    /// <summary>The date that a value is; null when it is none.</summary>
    public static TemplateDate? TryFrom(object? any) =>
        any switch
        {
            TemplateDate date => date,
            DateTimeOffset date => new TemplateDate(date),
            DateTime date => new TemplateDate(new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc))),
            _ => null,
        };

    /// <summary>Scriban looks after null and texts itself: text and date together are text.</summary>
    public bool TryEvaluate(
        TemplateContext context,
        SourceSpan span,
        ScriptBinaryOperator op,
        SourceSpan leftSpan,
        object? leftValue,
        SourceSpan rightSpan,
        object? rightValue,
        out object? result
    )
    {
        try
        {
            result = (TryFrom(leftValue)?.Value, TryFrom(rightValue)?.Value, op) switch
            {
                ({ } left, { } right, _) => Between(op, left, right),
                ({ } left, null, ScriptBinaryOperator.Add) when rightValue is TimeSpan by => new TemplateDate(
                    left + by
                ),
                ({ } left, null, ScriptBinaryOperator.Subtract) when rightValue is TimeSpan by => new TemplateDate(
                    left - by
                ),
                (null, { } right, ScriptBinaryOperator.Add) when leftValue is TimeSpan by => new TemplateDate(
                    right + by
                ),
                (_, _, ScriptBinaryOperator.CompareEqual) => false,
                (_, _, ScriptBinaryOperator.CompareNotEqual) => true,
                _ => null,
            };
            return result is not null;
        }
        catch (ArgumentOutOfRangeException)
        {
            // Scriban keeps the cause of an exception only if the place is known.
            var fault = FunctionErrors.DateOutOfRange();
            throw new ScriptRuntimeException(span, fault.Message, fault);
        }
    }

    public override string ToString() => ToString(null, null);

    /// <summary>By a .NET format (<c>object.format</c>); contexts look after <c>date.format</c>.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Value.ToString(string.IsNullOrEmpty(format) ? "dd MMM yyyy" : format, CultureInfo.InvariantCulture);

    private static object? Between(ScriptBinaryOperator op, DateTimeOffset left, DateTimeOffset right) =>
        op switch
        {
            ScriptBinaryOperator.Subtract => left - right,
            ScriptBinaryOperator.CompareEqual => left == right,
            ScriptBinaryOperator.CompareNotEqual => left != right,
            ScriptBinaryOperator.CompareLess => left < right,
            ScriptBinaryOperator.CompareLessOrEqual => left <= right,
            ScriptBinaryOperator.CompareGreater => left > right,
            ScriptBinaryOperator.CompareGreaterOrEqual => left >= right,
            _ => null,
        };
}

/// <summary>The members of the archive's dates, in the order that Scriban documents. They are only read.</summary>
internal sealed class DateAccessors : IObjectAccessor
{
    private static readonly DateAccessors Instance = new();
    private static readonly string[] Names =
    [
        "year",
        "month",
        "day",
        "day_of_year",
        "hour",
        "minute",
        "second",
        "millisecond",
    ];

    /// <summary>Null for what is none of the archive's dates.</summary>
    public static IObjectAccessor? For(object target) => target is TemplateDate or DateTimeOffset ? Instance : null;

    public bool HasIndexer => false;
    public Type? IndexType => null;

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => Names.Length;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => Names;

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) =>
        Names.Contains(member);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        var date = TemplateDate.TryFrom(target)!.Value;
        value = member switch
        {
            "year" => date.Year,
            "month" => date.Month,
            "day" => date.Day,
            "day_of_year" => date.DayOfYear,
            "hour" => date.Hour,
            "minute" => date.Minute,
            "second" => date.Second,
            "millisecond" => date.Millisecond,
            _ => null,
        };
        return value is not null;
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) =>
        false;

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) =>
        false;

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return false;
    }
}
