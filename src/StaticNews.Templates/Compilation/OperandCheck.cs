using Scriban.Runtime;
using Scriban.Syntax;

namespace StaticNews.Templates;

/// <summary>
/// Looks, with a typed model, whether operators, loops and conditions can mean anything with the types at hand.
/// </summary>
internal sealed class OperandCheck(Binding binding)
{
    /// <summary>An operator that computes.</summary>
    /// <returns>The type of the result; null when it is unknown.</returns>
    public Type? Compute(ScriptBinaryOperator operation, TemplateSpan at, Type? left, Type? right)
    {
        if (!OperatorTypes.HasMeaning(operation, left, right, out var result))
        {
            binding.Report(at, CheckErrors.NoMeaning(operation, left!, right!));
        }
        return result;
    }

    /// <summary><c>x += 1</c> and its siblings.</summary>
    public void Compound(ScriptAssignExpression assign, Type? left, Type? right)
    {
        ScriptBinaryOperator? operation = assign.EqualToken.TokenType switch
        {
            Scriban.Parsing.TokenType.PlusEqual => ScriptBinaryOperator.Add,
            Scriban.Parsing.TokenType.MinusEqual => ScriptBinaryOperator.Subtract,
            Scriban.Parsing.TokenType.AsteriskEqual => ScriptBinaryOperator.Multiply,
            Scriban.Parsing.TokenType.DivideEqual => ScriptBinaryOperator.Divide,
            Scriban.Parsing.TokenType.DoubleDivideEqual => ScriptBinaryOperator.DivideRound,
            Scriban.Parsing.TokenType.PercentEqual => ScriptBinaryOperator.Modulus,
            _ => null,
        };
        if (operation is { } known)
            Compute(known, TemplateSpan.Of(assign.EqualToken.Span), left, right);
    }

    /// <summary><c>-x</c> and <c>+x</c>.</summary>
    /// <returns>The type of the result; null when it is unknown.</returns>
    public Type? Sign(ScriptNode operand, Type? type)
    {
        if (type == typeof(TimeSpan))
            return type;
        Increment(operand, type);
        return ModelTypes.KindOf(type) is StaticKind.Number or StaticKind.Bool ? typeof(SomeNumber) : null;
    }

    /// <summary><c>x++</c> and its siblings.</summary>
    public void Increment(ScriptNode operand, Type? type)
    {
        if (ModelTypes.KindOf(type) is StaticKind.Unknown or StaticKind.Number or StaticKind.Bool)
            return;
        binding.Report(operand, CheckErrors.NotANumber(binding.TextOf(operand), type!));
    }

    public void Loop(ScriptNode items, Type? type)
    {
        var isRecord = type is not null && ModelTypes.IsRecord(type);
        if (
            !isRecord
            && ModelTypes.KindOf(type) is StaticKind.Unknown or StaticKind.List or StaticKind.Object or StaticKind.Text
        )
            return;
        binding.Report(items, CheckErrors.NothingToLoop(binding.TextOf(items), type!));
    }

    /// <summary><c>limit:</c>, <c>offset:</c> and <c>cols:</c>.</summary>
    public void LoopOption(string name, ScriptNode written, Bound value)
    {
        if (ModelTypes.KindOf(value.Type) is StaticKind.Unknown or StaticKind.Number or StaticKind.Bool)
            return;
        if (value.ConstantText is null && ModelTypes.KindOf(value.Type) == StaticKind.Text)
            return;
        if (BuiltinCheck.IsWholeNumber(value.ConstantText))
            return;
        binding.Report(written, CheckErrors.LoopOptionNotANumber(name, value.Type!));
    }

    /// <summary>
    /// <c>target[index]</c>: the items of a list of the model have no names. Those of a list that a template makes may.
    /// </summary>
    public void Index(ScriptNode target, Type? type, Bound index, ScriptNode written)
    {
        if (ModelTypes.KindOf(type) != StaticKind.List || typeof(ScriptArray).IsAssignableFrom(type))
            return;
        if (index.ConstantText is not { } name || name is "size" or "empty?" || BuiltinCheck.IsWholeNumber(name))
            return;
        binding.Report(written, CheckErrors.ListByName(binding.TextOf(target), name));
    }

    /// <summary>
    /// What is written to the page. A warning: pages are made as the template says, though readers see marks that they
    /// cannot read.
    /// </summary>
    public void Print(ScriptNode printed, Type? type)
    {
        // What is read of a template with a mistake in its text may be read wrongly.
        if (binding.Unit.Errors.HasErrors)
            return;
        var kind = ModelTypes.KindOf(type);
        if (kind == StaticKind.List)
            binding.Warn(TemplateSpan.Of(printed.Span), CheckErrors.ListPrinted(binding.TextOf(printed)));
        else if (kind == StaticKind.Object)
        {
            binding.Warn(TemplateSpan.Of(printed.Span), CheckErrors.RecordPrinted(binding.TextOf(printed), type));
        }
    }

    public void With(ScriptNode target, Type? type)
    {
        if (ModelTypes.KindOf(type) is StaticKind.Unknown or StaticKind.Object)
            return;
        binding.Report(target, CheckErrors.WithoutMembers(binding.TextOf(target), type!));
    }

    /// <summary>A comparison: a warning where its outcome is known, or the text of a date is looked at.</summary>
    /// <param name="writtenRight">The right side as the template has it.</param>
    public void Compare(
        ScriptBinaryExpression binary,
        TemplateSpan at,
        Bound left,
        Bound right,
        ScriptExpression writtenRight
    )
    {
        if (left.Type is not { } a || right.Type is not { } b)
            return;
        var isEquality = binary.Operator is ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual;
        if (isEquality)
        {
            Choice(left.Node, left, right);
            Choice(writtenRight, right, left);
        }
        var (kind, other) = (ModelTypes.KindOf(a), ModelTypes.KindOf(b));
        if (kind == StaticKind.Unknown || other == StaticKind.Unknown || OfKind(kind) == OfKind(other))
            return;
        if (kind == StaticKind.Text || other == StaticKind.Text)
        {
            if (kind == StaticKind.Date || other == StaticKind.Date)
                binding.Warn(at, TemplateWarnings.DateAsText(binary.Operator));
            return;
        }
        // Two values that are both null are equal, so one must be known to be there.
        if (isEquality && !left.IsConstant && !right.IsConstant)
            return;
        binding.Warn(
            at,
            TemplateWarnings.AlwaysSame(binary.Operator, a, b, binary.Operator == ScriptBinaryOperator.CompareNotEqual)
        );
    }

    /// <summary>A choice of a few words compared with a constant that is none of them.</summary>
    /// <param name="written">The choice as the template has it.</param>
    public void Choice(ScriptNode written, Bound subject, Bound candidate)
    {
        if (subject.Type is not { IsEnum: true } type || candidate.ConstantText is not { } value)
            return;
        var choices = Enum.GetNames(type).Select(SnakeCase.Of).ToArray();
        if (choices.Contains(value, StringComparer.Ordinal))
            return;
        binding.Warn(
            TemplateSpan.Of(candidate.Node.Span),
            TemplateWarnings.NoSuchChoice(binding.TextOf(written), value, choices, Spelling.Nearest(value, choices))
        );
    }

    // True and false are equal to 1 and 0.
    private static StaticKind OfKind(StaticKind kind) => kind == StaticKind.Bool ? StaticKind.Number : kind;
}

/// <summary>
/// What comes of an operator between values of known types; it follows what Scriban and <see cref="TemplateDate"/> do.
/// </summary>
internal static class OperatorTypes
{
    /// <summary>Whether the operator has a meaning between the two; said whenever a type is unknown.</summary>
    /// <param name="operation">An operator that computes: no comparison, no logic.</param>
    /// <param name="left">Null when it is unknown.</param>
    /// <param name="right">Null when it is unknown.</param>
    /// <param name="result">The type of the result; null when it is unknown.</param>
    public static bool HasMeaning(ScriptBinaryOperator operation, Type? left, Type? right, out Type? result)
    {
        var (a, b) = (ModelTypes.KindOf(left), ModelTypes.KindOf(right));
        result = ResultOf(operation, a, b, left, right);
        return result is not null || a == StaticKind.Unknown || b == StaticKind.Unknown;
    }

    private static Type? ResultOf(ScriptBinaryOperator operation, StaticKind a, StaticKind b, Type? left, Type? right)
    {
        if (a == StaticKind.Text || b == StaticKind.Text)
            return WithText(operation, a == StaticKind.Text ? right : left);
        if (a == StaticKind.Unknown || b == StaticKind.Unknown)
            return null;
        if (operation is ScriptBinaryOperator.RangeInclude or ScriptBinaryOperator.RangeExclude)
        {
            return IsWhole(left!) && IsWhole(right!) ? typeof(IReadOnlyList<long>) : null;
        }
        return a switch
        {
            StaticKind.List => WithList(operation, b, left!, right!),
            StaticKind.Date or StaticKind.TimeSpan => WithDate(operation, a, b),
            StaticKind.Number or StaticKind.Bool => b is StaticKind.Number or StaticKind.Bool
                ? OfNumbers(operation, left!, right!)
                : null,
            _ => null,
        };
    }

    private static Type? WithText(ScriptBinaryOperator operation, Type? other) =>
        operation switch
        {
            ScriptBinaryOperator.Add => typeof(string),
            ScriptBinaryOperator.Multiply when other is not null && IsWhole(other) => typeof(string),
            _ => null,
        };

    private static Type? WithList(ScriptBinaryOperator operation, StaticKind b, Type left, Type right) =>
        operation switch
        {
            ScriptBinaryOperator.Add when b == StaticKind.List => left == right ? left : typeof(ScriptArray),
            ScriptBinaryOperator.Multiply when IsWhole(right) => left,
            _ => null,
        };

    private static Type? WithDate(ScriptBinaryOperator operation, StaticKind a, StaticKind b) =>
        (operation, a, b) switch
        {
            (ScriptBinaryOperator.Subtract, StaticKind.Date, StaticKind.Date) => typeof(TimeSpan),
            (ScriptBinaryOperator.Add or ScriptBinaryOperator.Subtract, StaticKind.Date, StaticKind.TimeSpan) =>
                typeof(DateTimeOffset),
            _ => null,
        };

    private static Type? OfNumbers(ScriptBinaryOperator operation, Type left, Type right)
    {
        if (operation is ScriptBinaryOperator.ShiftLeft or ScriptBinaryOperator.ShiftRight)
        {
            return IsWhole(left) && IsWhole(right) ? typeof(SomeNumber) : null;
        }
        return typeof(SomeNumber);
    }

    private static bool IsWhole(Type type) => ModelTypes.IsNumber(type) && !ModelTypes.IsFraction(type);
}
