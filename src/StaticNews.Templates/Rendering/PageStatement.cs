using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>A statement of this layer in Scriban's tree.</summary>
internal abstract class PageStatement : ScriptStatement
{
    /// <summary>Whether it calls nothing of the template, and gives its own place to errors.</summary>
    public virtual bool OnlyWrites => false;

    public override object? Evaluate(TemplateContext context)
    {
        Run((PageContext)context);
        return null;
    }

    protected virtual void Run(PageContext context) { }

    public override void Accept(ScriptVisitor visitor) { }

    public override void PrintTo(ScriptPrinter printer) => printer.Write("…");

    protected ScriptRuntimeException Located(Exception failure) => new(Span, failure.Message, failure);
}

/// <summary>A text of the template, as UTF-8.</summary>
/// <param name="events">What it does to the tag around it; none where nothing of that is observed.</param>
internal sealed class TextNode(byte[] utf8, HtmlEvent[] events) : PageStatement
{
    public override bool OnlyWrites => true;

    protected override void Run(PageContext context)
    {
        try
        {
            var page = context.Page;
            var start = page.Length;
            page.WriteUtf8(utf8);
            if (events.Length > 0)
                context.Trace?.Tell(events, start, page);
        }
        catch (RenderFault fault)
        {
            throw Located(fault);
        }
    }
}

/// <summary>The beginning or the end of an address of several parts, which is looked at as a whole.</summary>
internal sealed class AddressNode(bool isEnd) : PageStatement
{
    protected override void Run(PageContext context)
    {
        if (isEnd)
            EscapingWriter.CheckUrl(context.Page);
        else
            context.Page.UrlMark = context.Page.Length;
    }
}

/// <summary>Writes the value of an expression as its place in the HTML asks for.</summary>
/// <param name="place">The expression as the template has it, for messages.</param>
/// <param name="isTyped">
/// Whether a printed list, record or infinite number is reported: for a dynamic model this is not known.
/// </param>
internal sealed class PrintNode(ScriptExpression expression, EscapeMode mode, NodePlace place, bool isTyped)
    : PageStatement
{
    public override bool OnlyWrites { get; } = expression is PageExpression { OnlyReads: true };

    protected override void Run(PageContext context)
    {
        try
        {
            Print(context);
        }
        catch (Exception failure) when (failure is not ScriptRuntimeException)
        {
            throw Located(failure);
        }
    }

    private void Print(PageContext context)
    {
        object? value;
        if (mode == EscapeMode.Text)
            value = context.ValueOf(expression);
        else
        {
            var outer = context.EscapeMode;
            context.EscapeMode = mode;
            value = context.ValueOf(expression);
            context.EscapeMode = outer;
        }
        // '$$' is a block that 'wrap' hands over.
        if (value is ScriptNode block and not IScriptCustomFunction)
        {
            value = mode == EscapeMode.Text ? context.Evaluate(block) : context.Capture(() => context.Evaluate(block));
        }
        if (isTyped && value is not (null or string or HtmlString or int))
            Look(context, value);
        EscapingWriter.Write(context, value, mode);
    }

    private void Look(PageContext context, object value)
    {
        if (
            value is double or float
            && !double.IsFinite(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture))
        )
        {
            context.Doubt(place.Warning(RenderErrors.NoFiniteNumber(place.Text)));
        }
        else if (
            value is not ScriptArray
            && (value is IScriptObject or IReadOnlyDictionary<string, object?> || ModelValues.IsRecord(value))
        )
        {
            context.Doubt(place.Warning(CheckErrors.RecordPrinted(place.Text, null)));
        }
        else if (value is System.Collections.IEnumerable)
            context.Doubt(place.Warning(CheckErrors.ListPrinted(place.Text)));
    }
}

/// <summary>Where a node stands in its template.</summary>
internal sealed record NodePlace(TemplateSource Source, TemplateSpan Span)
{
    /// <summary>The text of the node, shortened.</summary>
    public string Text => Source.Shortened(Span);

    public TemplateError Error(TemplateMessage message) => Source.Error(Span, message, TemplateSeverity.Error);

    public TemplateError Warning(TemplateMessage message) => Source.Error(Span, message, TemplateSeverity.Warning);
}

/// <summary>
/// A statement within a tag, an address or a script, or after one: what functions write that are called in it is fitted
/// into its place.
/// </summary>
internal sealed class EscapeModeNode(ScriptStatement statement, EscapeMode mode) : PageStatement
{
    public override object? Evaluate(TemplateContext context)
    {
        var page = (PageContext)context;
        var outer = page.EscapeMode;
        page.EscapeMode = mode;
        var value = context.Evaluate(statement);
        page.EscapeMode = outer;
        return statement.CanOutput ? value : null;
    }
}

/// <summary>
/// The body of a function: what it writes within a tag, an address or a script is HTML of its own, and is fitted in.
/// </summary>
internal sealed class FunctionBodyNode(ScriptStatement body) : PageStatement
{
    public override object? Evaluate(TemplateContext context)
    {
        var page = (PageContext)context;
        if (page.EscapeMode == EscapeMode.Text)
            return context.Evaluate(body);
        object? value = null;
        var (outer, written) = (page.EscapeMode, page.Capture(() => value = context.Evaluate(body)));
        EscapingWriter.Write(page, written, outer);
        return value;
    }
}

/// <summary><c>capture</c>: what its block writes becomes HTML.</summary>
internal sealed class CaptureNode(ScriptExpression target, ScriptStatement body) : PageStatement
{
    protected override void Run(PageContext context)
    {
        var written = context.Capture(() => context.Evaluate(body));
        context.SetValue(target, written);
    }
}

/// <summary>An include that stands alone.</summary>
internal sealed class IncludeStatementNode(IncludeNode include) : PageStatement
{
    protected override void Run(PageContext context) => include.WriteTo(context);
}
