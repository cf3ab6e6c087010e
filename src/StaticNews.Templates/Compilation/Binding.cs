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

    public FaultPlace Place(TextSpan span) => new(source, span);

    /// <summary>The text of a part of the template, for messages.</summary>
    public string TextOf(SyntaxNode node)
    {
        var text = source.Text.AsSpan(node.Span.Start, node.Span.Length);
        return text.Length <= MaxTextChars ? text.ToString() : string.Concat(text[..MaxTextChars], "…");
    }

    public ReadOnlySpan<char> TextAt(TextSpan span) => source.Text.AsSpan(span.Start, span.Length);

    /// <summary>A mistake: an error now with a typed model, an error where it is reached with a dynamic one.</summary>
    public Expression Fail(TextSpan span, RenderFault fault)
    {
        var place = Place(span);
        if (!IsTyped) return new FaultExpression(place, fault);
        unit.Errors.Add(TemplateErrors.Placed(fault, place));
        return Null(span);
    }

    /// <summary>A mistake in what surrounds a value, which shows with any model.</summary>
    public void Report(TemplateError error) => unit.Errors.Add(error);

    public ConstantExpression Null(TextSpan span) => new(Place(span), Value.Null, Options);

    /// <summary>What is known of <c>$0</c>, <c>$1</c> and so on.</summary>
    public Type? ArgumentType(int index) => !IsInFunction && index < argumentTypes.Length ? argumentTypes[index] : null;
}
