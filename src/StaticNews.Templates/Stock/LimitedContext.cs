using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// A rendering that ends: beside Scriban's own limits on loops, calls and strings it counts what is evaluated and how
/// much memory its results take. The counters are the same on every machine, so a template fails everywhere or nowhere.
/// </summary>
internal class LimitedContext : TemplateContext
{
    private const int TextUnitsPerStep = 8;
    private const int BytesPerItem = 8;
    private const int MostBits = 65536;
    private const long MostMadeBytes = 3L << 27;

    private readonly long _madeBytesLimit;
    private long _steps;
    private long _madeBytes;

    /// <param name="builtins">Made for this context alone, or reset before: templates write into it.</param>
    /// <param name="options">
    /// Their limits hold for all that this context renders together, until <see cref="BeginLimits"/>.
    /// </param>
    public LimitedContext(ScriptObject builtins, TemplateOptions options)
        : base(builtins)
    {
        var limits = options.Limits;
        // With this any page stays below 600 MB.
        _madeBytesLimit = Math.Min(MostMadeBytes, (long)limits.LoopIterations * limits.StringChars / 4);
        (LoopLimit, RecursiveLimit) = (limits.LoopIterations, limits.RecursionDepth);
        (LimitToString, RegexTimeOut) = (limits.StringChars, limits.RegexTime);
        OutputLimit = (int)Math.Min(int.MaxValue, limits.OutputBytes);
        OnStringLimit = ScriptLimitBehavior.Throw;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        AutoIndent = options.AutoIndent;
        NewLine = "\n";
    }

    /// <summary>Nodes that may be evaluated. Large texts and lists count as several.</summary>
    public long StepLimit { get; init; } = 20_000_000;

    /// <summary>Begins to count anew, for a context that renders several pages.</summary>
    public void BeginLimits() => (_steps, _madeBytes) = (0, 0);

    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (scriptNode is null)
            return null;
        // Scriban looks at the stack when a function is called; brackets and blocks within one another take as much.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Located(scriptNode.Span, LimitErrors.TooDeep());
        if (++_steps > StepLimit)
            throw Located(scriptNode.Span, LimitErrors.TooManySteps(StepLimit));
        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        // The items of a ScriptRange are made as they are asked for; to count them would call a template's functions.
        if (value is string or HtmlString or (ICollection and not ScriptRange))
            CountResult(scriptNode, value);
        if (value is BigInteger big && big.GetBitLength() > MostBits)
            throw Located(scriptNode.Span, LimitErrors.NumberTooLong(MostBits));
        return value;
    }

    /// <summary>A date that is an argument: null stays null, a date without an offset is UTC.</summary>
    public override object? ToObject(SourceSpan span, object? value, Type destinationType)
    {
        if (destinationType != typeof(TemplateDate))
            return base.ToObject(span, value, destinationType);
        if (value is null)
            return null;
        if (TemplateDate.TryFrom(value) is { } date)
            return date;
        var hint = value is string or HtmlString ? "Convert the text to a date with 'date.parse'" : null;
        throw Located(
            span,
            new RenderFault("SN3201", $"a date is needed here; this is a value of kind '{GetTypeName(value)}'", hint)
        );
    }

    /// <summary>
    /// A value within values is a step of its own: a list that holds another one twice, and so on, prints without end.
    /// </summary>
    public override string? ObjectToString(object? value, bool nested = false)
    {
        CountItems(1);
        return base.ObjectToString(value, nested);
    }

    /// <summary>
    /// What a function makes beside the text or list that <see cref="Evaluate"/> sees: the items of the list.
    /// </summary>
    internal void CountBytes(long bytes)
    {
        if ((_madeBytes += bytes) > _madeBytesLimit)
            throw Located(CurrentSpan, LimitErrors.TooMuchMemory());
    }

    /// <summary>Stops a function whose own loops or results are beyond what <see cref="Evaluate"/> sees.</summary>
    /// <param name="items">How many were looked at or made.</param>
    internal void CountItems(long items)
    {
        // Located here: operators of Scriban drop what is behind any other exception.
        if ((_steps += items) > StepLimit)
            throw Located(CurrentSpan, LimitErrors.TooManySteps(StepLimit));
    }

    /// <summary>Counts what a function is about to read.</summary>
    internal void CountArgument(object? value)
    {
        if (value is string or HtmlString)
            CountItems(UnitsOf(value) / TextUnitsPerStep);
        else if (value is ICollection items)
            CountItems(items.Count);
    }

    private static int UnitsOf(object value) =>
        value switch
        {
            string text => text.Length,
            HtmlString html => html.Length,
            _ => 0,
        };

    private static ScriptRuntimeException Located(SourceSpan span, RenderFault fault) =>
        new(span, fault.Message, fault);

    private void CountResult(ScriptNode node, object value)
    {
        _steps += UnitsOf(value) / TextUnitsPerStep;
        // A value that is only read was counted when it was made.
        if (
            node
            is ScriptVariable
                or ScriptMemberExpression
                or ScriptLiteral
                or ScriptNestedExpression
                or ScriptIndexerExpression
        )
            return;
        if (value is ICollection items)
            _steps += items.Count;
        _madeBytes += value is ICollection made ? made.Count * (long)BytesPerItem : UnitsOf(value) * (long)sizeof(char);
        if (_madeBytes > _madeBytesLimit)
            throw Located(node.Span, LimitErrors.TooMuchMemory());
    }
}

/// <summary>The message about a rendering that does not end.</summary>
internal static class LimitErrors
{
    /// <summary>Brackets, blocks or calls within one another that would exhaust the stack.</summary>
    public static RenderFault TooDeep() =>
        new("SN3006", "the template is nested too deeply here", "Split it with 'include', 'func' or 'capture'");

    /// <summary>A number that grows without end; to print it takes minutes.</summary>
    public static RenderFault NumberTooLong(int bits) => new("SN3306", $"the result is longer than {bits} bits", null);

    /// <summary>A program that would run for minutes.</summary>
    public static RenderFault TooManySteps(long limit) =>
        new(
            "SN3330",
            $"rendering this page takes more than the limit of {limit} steps",
            "Is there a function or an include that calls itself more than once?"
        );

    /// <summary>A program that would fill the memory.</summary>
    public static RenderFault TooMuchMemory() =>
        new(
            "SN3331",
            "the texts and lists of this page are larger than the limit",
            "Does a loop double a text or a list?"
        );

    /// <summary>A text that a function is about to make, or has made.</summary>
    public static void CheckLength(TemplateContext context, long chars)
    {
        if (context.LimitToString > 0 && chars > context.LimitToString)
            throw new RenderFault(
                "SN3302",
                $"a string would be longer than the limit of {context.LimitToString} characters",
                null
            );
    }
}
