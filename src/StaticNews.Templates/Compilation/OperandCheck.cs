namespace StaticNews.Templates;

/// <summary>Looks, with a typed model, whether operators, loops and conditions can mean anything with the types at hand.</summary>
internal sealed class OperandCheck(Binding binding)
{
    /// <summary>An operator that computes.</summary>
    /// <returns>The type of the result; null when it is unknown.</returns>
    public Type? Compute(BinaryOperator operation, TextSpan at, Type? left, Type? right)
    {
        if (!OperatorTypes.HasMeaning(operation, left, right, out var result)) binding.Report(at, CheckErrors.NoMeaning(operation, left!, right!));
        return result;
    }

    /// <summary><c>-x</c> and <c>+x</c>.</summary>
    /// <returns>The type of the result; null when it is unknown.</returns>
    public Type? Sign(SyntaxNode operand, Type? type)
    {
        if (type == typeof(TimeSpan)) return type;
        Increment(operand, type);
        return ModelTypes.KindOf(type) is StaticKind.Number or StaticKind.Bool ? typeof(SomeNumber) : null;
    }

    /// <summary><c>x++</c> and its siblings.</summary>
    public void Increment(SyntaxNode operand, Type? type)
    {
        if (ModelTypes.KindOf(type) is StaticKind.Unknown or StaticKind.Number or StaticKind.Bool) return;
        binding.Report(operand.Span, CheckErrors.NotANumber(binding.TextOf(operand), type!));
    }

    public void Loop(SyntaxNode items, Type? type)
    {
        if (ModelTypes.KindOf(type) is StaticKind.Unknown or StaticKind.List or StaticKind.Object or StaticKind.Text) return;
        binding.Report(items.Span, CheckErrors.NothingToLoop(binding.TextOf(items), type!));
    }

    /// <summary><c>limit:</c>, <c>offset:</c> and <c>cols:</c>.</summary>
    public void LoopOption(string name, Expression value)
    {
        if (ModelTypes.KindOf(value.StaticType) is StaticKind.Unknown or StaticKind.Number or StaticKind.Bool) return;
        if (value is not ConstantExpression { Value.IsText: true } && ModelTypes.KindOf(value.StaticType) == StaticKind.Text) return;
        if (value is ConstantExpression { Value: { IsText: true } text } && BuiltinCheck.IsWholeNumber(text.AsText())) return;
        binding.Report(value.Place.Span, CheckErrors.LoopOptionNotANumber(name, value.StaticType!));
    }

    /// <summary><c>target[index]</c>: the items of a list of the model have no names. Those of a list that a template makes may.</summary>
    public void Index(SyntaxNode target, Type? type, Expression index)
    {
        if (ModelTypes.KindOf(type) != StaticKind.List || typeof(TemplateArray).IsAssignableFrom(type)) return;
        if (index is not ConstantExpression { Value: { IsText: true } constant } || constant.AsText() is not { } name) return;
        if (name is "size" or "empty?" || BuiltinCheck.IsWholeNumber(name)) return;
        binding.Report(index.Place.Span, CheckErrors.ListByName(binding.TextOf(target), name));
    }

    /// <summary>What is written to the page. A warning: pages are made as the template says, though readers see marks that they cannot read.</summary>
    public void Print(TextSpan printed, Type? type)
    {
        // What is read of a template with a mistake in its text may be read wrongly.
        if (binding.Unit.Errors.HasErrors) return;
        var kind = ModelTypes.KindOf(type);
        if (kind == StaticKind.List) binding.Warn(printed, CheckErrors.ListPrinted(binding.TextOf(printed)));
        else if (kind == StaticKind.Object) binding.Warn(printed, CheckErrors.RecordPrinted(binding.TextOf(printed), type));
    }

    public void With(SyntaxNode target, Type? type)
    {
        if (ModelTypes.KindOf(type) is StaticKind.Unknown or StaticKind.Object) return;
        binding.Report(target.Span, CheckErrors.WithoutMembers(binding.TextOf(target), type!));
    }

    /// <summary>A comparison: a warning where its outcome is known, or the text of a date is looked at.</summary>
    public void Compare(BinaryOperator operation, TextSpan at, Expression left, Expression right)
    {
        if (left.StaticType is not { } a || right.StaticType is not { } b) return;
        if (operation is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            Choice(left, right);
            Choice(right, left);
        }
        var (kind, other) = (ModelTypes.KindOf(a), ModelTypes.KindOf(b));
        if (kind == StaticKind.Unknown || other == StaticKind.Unknown || OfKind(kind) == OfKind(other)) return;
        if (kind == StaticKind.Text || other == StaticKind.Text)
        {
            if (kind == StaticKind.Date || other == StaticKind.Date) binding.Warn(at, TemplateWarnings.DateAsText(operation));
            return;
        }
        // Two values that are both null are equal, so one must be known to be there.
        if (operation is (BinaryOperator.Equal or BinaryOperator.NotEqual) && left is not ConstantExpression && right is not ConstantExpression) return;
        binding.Warn(at, TemplateWarnings.AlwaysSame(operation, a, b, operation == BinaryOperator.NotEqual));
    }

    /// <summary>A choice of a few words compared with a constant that is none of them.</summary>
    public void Choice(Expression subject, Expression candidate)
    {
        if (subject.StaticType is not { IsEnum: true } type || candidate is not ConstantExpression { Value.Kind: ValueKind.String } constant) return;
        var choices = Enum.GetNames(type).Select(SnakeCase.Of).ToArray();
        var value = constant.Value.AsText()!;
        if (choices.Contains(value, StringComparer.Ordinal)) return;
        var text = binding.TextAt(subject.Place.Span).ToString();
        binding.Warn(candidate.Place.Span, TemplateWarnings.NoSuchChoice(text, value, choices, Spelling.Nearest(value, choices)));
    }

    // True and false are equal to 1 and 0.
    private static StaticKind OfKind(StaticKind kind) => kind == StaticKind.Bool ? StaticKind.Number : kind;
}
