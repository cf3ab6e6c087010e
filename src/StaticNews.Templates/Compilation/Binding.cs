using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>Where the binder is in a template, and what it knows there.</summary>
internal sealed class Binding(CompileUnit unit, ParsedTemplate template, StaticScope? scope, Type?[] argumentTypes)
{
    private const int MaxNegativeChars = 60;

    public TemplateSource Source => template.Source;

    public CompileUnit Unit => unit;

    /// <summary>Where in the HTML this place is.</summary>
    public HtmlContext Html { get; set; } = HtmlContext.Text;

    /// <summary>Where the loop at hand began.</summary>
    public HtmlContext LoopHtml { get; set; } = HtmlContext.Text;

    /// <summary>Where the page or function at hand began; null for a page that may end anywhere.</summary>
    public HtmlContext? PageHtml { get; set; }

    /// <summary>Whether the page at hand is included elsewhere than in text.</summary>
    public bool BeginsWithinTag { get; set; }

    /// <summary>The include that is written where it stands; others are values and begin in text.</summary>
    public TemplateSpan? WrittenInclude { get; set; }

    public bool IsTyped => unit.ModelType is not null;

    public StaticScope? Scope { get; set; } = scope;

    /// <summary>Loops around this place, within its function.</summary>
    public int LoopDepth { get; set; }

    /// <summary>Whether this is the body of a function: its callers and their context are unknown.</summary>
    public bool IsInFunction { get; set; }

    /// <summary>Whether this is a block handed over with <c>wrap</c>: it runs where the function says.</summary>
    public bool IsInWrap { get; set; }

    /// <summary>Where the statement at hand that prints something begins.</summary>
    public int PrintStart { get; set; } = -1;

    public NodePlace Place(ScriptNode node) => new(Source, TemplateSpan.Of(node.Span));

    /// <summary>A mistake that the types show; with a dynamic model there are none.</summary>
    public void Report(ScriptNode node, TemplateMessage message) => Report(TemplateSpan.Of(node.Span), message);

    public void Report(TemplateSpan span, TemplateMessage message)
    {
        if (IsTyped)
            ReportAlways(span, message);
    }

    /// <summary>A mistake that keeps the template from being used, whatever the model.</summary>
    public void ReportAlways(TemplateSpan span, TemplateMessage message)
    {
        if (!template.IsBroken(span))
            unit.Errors.Add(Source.Error(span, message));
    }

    /// <summary>A doubtful place, which cannot be decided for a dynamic model.</summary>
    public void Warn(TemplateSpan span, TemplateMessage message)
    {
        if (IsTyped && !template.IsBroken(span))
            unit.Errors.Add(Source.Error(span, message, TemplateSeverity.Warning));
    }

    /// <summary>The text of a part of the template, for messages.</summary>
    public string TextOf(ScriptNode node) => Source.Shortened(TemplateSpan.Of(node.Span));

    public ReadOnlySpan<char> TextAt(TemplateSpan span) => Source.Text.AsSpan(span.Start, span.Length);

    /// <summary>
    /// <c>-15</c> behind a blank at the end of a call, where it is no argument but taken from the result; null for
    /// anything else.
    /// </summary>
    public string? NegativeAfter(int end)
    {
        var text = Source.Text.AsSpan(end);
        var start = text.IndexOfAnyExcept(' ', '\t');
        if (start <= 0 || text[start] != '-')
            return null;
        var length = start + 1;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '_' or '.'))
            length++;
        return length == start + 1 || length - start > MaxNegativeChars ? null : text[start..length].ToString();
    }

    /// <summary>The facts about <c>$0</c>, <c>$1</c> and so on.</summary>
    public Type? ArgumentType(int index) => !IsInFunction && index < argumentTypes.Length ? argumentTypes[index] : null;
}

/// <summary>An expression as it will be evaluated.</summary>
/// <param name="Node">What takes its place in the tree; itself where nothing had to be bound.</param>
/// <param name="Type">The type of its value; null when it shows only while rendering.</param>
internal readonly record struct Bound(ScriptExpression Node, Type? Type)
{
    /// <summary>The value of a literal text; null for anything else.</summary>
    public string? ConstantText => Node is ScriptLiteral { Value: string text } ? text : null;

    public bool IsConstant => Node is ScriptLiteral;
}
