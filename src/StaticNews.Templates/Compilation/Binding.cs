namespace StaticNews.Templates;

/// <summary>Where the compiler is in a template, and what it knows there.</summary>
internal sealed class Binding(CompileUnit unit, TemplateSource source, StaticScope? scope, Type?[] argumentTypes)
{
    private const int MaxTextChars = 60;

    public CompileUnit Unit => unit;

    public TemplateOptions Options => unit.Options;

    public TemplateSource Source => source;

    /// <summary>Where in the HTML this place is; text in templates that do not escape.</summary>
    public MarkupPlace Markup { get; set; } = MarkupPlace.Text;

    /// <summary>Where the loop at hand began.</summary>
    public MarkupPlace LoopMarkup { get; set; } = MarkupPlace.Text;

    /// <summary>Where the page or function at hand began; null for a page that may end anywhere.</summary>
    public MarkupPlace? PageMarkup { get; set; }

    /// <summary>Whether the page at hand is included elsewhere than in text.</summary>
    public bool BeginsWithinMarkup { get; set; }

    /// <summary>The include that is written where it stands; others are values and begin in text.</summary>
    public TextSpan? WrittenInclude { get; set; }

    public bool IsTyped => unit.ModelType is not null;

    public StaticScope? Scope { get; set; } = scope;

    /// <summary>Whether the page or function at hand reads <c>$</c>.</summary>
    public bool UsesArguments { get; set; }

    /// <summary>Loops around this place, within its function.</summary>
    public int LoopDepth { get; set; }

    /// <summary>Whether this is the body of a function: who calls it, and within what, nobody knows.</summary>
    public bool IsInFunction { get; set; }

    /// <summary>Whether this is a block handed over with <c>wrap</c>: it runs where the function says.</summary>
    public bool IsInWrap { get; set; }

    /// <summary>Where the statement at hand that prints something begins.</summary>
    public int PrintStart { get; set; } = -1;

    public FaultPlace Place(TextSpan span) => new(source, span);

    /// <summary>A mistake that the types show; with a dynamic model there are none.</summary>
    public void Report(TextSpan span, RenderFault fault)
    {
        if (IsTyped) ReportAlways(span, fault);
    }

    /// <summary>A mistake that keeps the template from being used, whatever the model.</summary>
    public void ReportAlways(TextSpan span, RenderFault fault) => unit.Errors.Add(TemplateErrors.Placed(fault, Place(span)));

    /// <summary>Something doubtful; with a dynamic model nobody can know.</summary>
    public void Warn(TextSpan span, RenderFault fault)
    {
        if (IsTyped) unit.Errors.Add(TemplateErrors.PlacedWarning(fault, Place(span)));
    }

    /// <summary>The text of a part of the template, for messages.</summary>
    public string TextOf(SyntaxNode node) => TextOf(node.Span);

    public string TextOf(TextSpan span)
    {
        var text = source.Text.AsSpan(span.Start, span.Length);
        return text.Length <= MaxTextChars ? text.ToString() : string.Concat(text[..MaxTextChars], "…");
    }

    /// <summary><c>-15</c> behind a blank at the end of a call, where it is no argument but taken from the result; null for anything else.</summary>
    public string? NegativeAfter(int end)
    {
        var text = source.Text.AsSpan(end);
        var start = text.IndexOfAnyExcept(' ', '\t');
        if (start <= 0 || text[start] != '-') return null;
        var length = start + 1;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '_' or '.')) length++;
        return length == start + 1 || length - start > MaxTextChars ? null : text[start..length].ToString();
    }

    public ReadOnlySpan<char> TextAt(TextSpan span) => source.Text.AsSpan(span.Start, span.Length);

    /// <summary>A mistake: an error now with a typed model, an error where it is reached with a dynamic one.</summary>
    public Expression Fail(TextSpan span, RenderFault fault)
    {
        if (!IsTyped) return new FaultExpression(Place(span), fault);
        ReportAlways(span, fault);
        return Null(span);
    }

    /// <summary>A mistake in what surrounds a value, which shows with any model.</summary>
    public void Report(TemplateError error) => unit.Errors.Add(error);

    public ConstantExpression Null(TextSpan span) => new(Place(span), Value.Null, Options);

    /// <summary>What is known of <c>$0</c>, <c>$1</c> and so on.</summary>
    public Type? ArgumentType(int index) => !IsInFunction && index < argumentTypes.Length ? argumentTypes[index] : null;
}
