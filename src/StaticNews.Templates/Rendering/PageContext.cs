using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// What one page needs while it renders: Scriban's context over a typed model, writing UTF-8. Used by one rendering
/// after another, never by two at once.
/// </summary>
internal sealed class PageContext : LimitedContext
{
    /// <summary>A page with more doubtful values has one mistake in a loop or a function.</summary>
    private const int MostDoubts = 8;

    private readonly List<Utf8Output> _outputs = [new Utf8Output()];
    private readonly List<TemplateError> _doubts = [];
    private IScriptCustomFunction?[] _functions = new IScriptCustomFunction?[16];
    private int _depth;
    private long _finishedBytes;
    private readonly HtmlTrace? _trace;

    public PageContext(PageTemplate template)
        : base(PageBuiltins.Create(template.Options), template.Options)
    {
        Template = template;
        AutoIndent = false;
        // The page's own buffer counts its bytes.
        OutputLimit = 0;
        _trace = template.Options.Observed is { } observed ? new HtmlTrace(observed) : null;
    }

    public PageTemplate Template { get; }

    /// <summary>The model's members, and what the template assigns to plain names.</summary>
    public PageNames Names { get; } = new();

    /// <summary>
    /// How what functions write is written at the place at hand: as HTML of its own, or fitting into a tag, an address,
    /// a script.
    /// </summary>
    public EscapeMode EscapeMode { get; set; }

    /// <summary>The arguments of the include that is being written; null in the page itself.</summary>
    public ScriptArray? Arguments { get; set; }

    public Utf8Output Page => _outputs[_depth];

    /// <summary>
    /// Reports the page to its observer. Null where there is none, and while something is captured: that is no part of
    /// the page until it is printed.
    /// </summary>
    public HtmlTrace? Trace => _depth == 0 && _trace is { IsOn: true } ? _trace : null;

    /// <summary>
    /// This context's own function of <see cref="CompileUnit.CalledBuiltins"/>: some of them remember what they were
    /// called with.
    /// </summary>
    public IScriptCustomFunction FunctionAt(int index)
    {
        if (index >= _functions.Length)
            Array.Resize(ref _functions, index + 8);
        return _functions[index] ??= FindFunction(Template.NameOfBuiltin(index));
    }

    private IScriptCustomFunction FindFunction(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return (IScriptCustomFunction)((ScriptObject)BuiltinObject[name[..dot]]!)[name[(dot + 1)..]]!;
    }

    /// <summary>What was written and means nothing to readers; each place once, a few of them.</summary>
    public IReadOnlyList<TemplateError> Doubts => _doubts;

    /// <summary>Makes everything as new for one rendering.</summary>
    public void Begin(object? model, IHtmlObserver? observer = null)
    {
        while (OutputCount > 1)
            PopOutput();
        while (GlobalCount > 1)
            PopGlobal();
        PageBuiltins.Reset(BuiltinObject);
        Names.Begin(model, Template.IsTyped);
        PushGlobal(Names);
        BeginLimits();
        EscapeMode = EscapeMode.Text;
        Arguments = null;
        _doubts.Clear();
        _trace?.Begin(observer);
        (_depth, _finishedBytes) = (0, 0);
        Page.Reset(Template.Options.Limits.OutputBytes);
        PushOutput(Page);
    }

    /// <summary>
    /// As <see cref="TemplateContext.Evaluate(ScriptNode)"/>, without its bookkeeping where an expression only reads
    /// something.
    /// </summary>
    public object? ValueOf(ScriptExpression expression)
    {
        switch (expression)
        {
            case PageExpression { OnlyReads: true } read:
                return read.Evaluate(this);
            case ScriptLiteral literal:
                return literal.Value;
            // A function that is named is called.
            case ScriptVariableGlobal variable when GetValue(variable) is var value and not IScriptCustomFunction:
                return value;
            default:
                return Evaluate(expression);
        }
    }

    /// <summary>What a piece of the template writes, as HTML of its own.</summary>
    public HtmlString Capture(Action write)
    {
        var outer = EscapeMode;
        EscapeMode = EscapeMode.Text;
        if (++_depth == _outputs.Count)
            _outputs.Add(new Utf8Output());
        Page.Reset(Template.Options.Limits.OutputBytes - _finishedBytes, Template.Options.Limits.OutputBytes);
        PushOutput(Page);
        // After an error this context is not used again, so nothing has to be put back.
        write();
        var written = new HtmlString(Page.Written.ToArray());
        // What is captured again and again grows by doubling: all of it counts.
        _finishedBytes += Page.Length;
        _depth--;
        PopOutput();
        EscapeMode = outer;
        return _finishedBytes > Template.Options.Limits.OutputBytes
            ? throw RenderErrors.OutputTooLong(Template.Options.Limits.OutputBytes)
            : written;
    }

    /// <summary>
    /// Says that something was written that means nothing to readers; only of pages with a typed model.
    /// </summary>
    public void Doubt(TemplateError doubt)
    {
        if (_doubts.Count < MostDoubts && !_doubts.Contains(doubt))
            _doubts.Add(doubt);
    }

    // What a block, a function or a page hands back is written as text.
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        EscapingWriter.Write(this, textAsObject, EscapeMode);
        return this;
    }

    public override string? ObjectToString(object? value, bool nested = false) =>
        value switch
        {
            string text when !nested && (LimitToString == 0 || text.Length < LimitToString) => text,
            HtmlString html => base.ObjectToString(html.ToString(), nested),
            DateTimeOffset date => base.ObjectToString(new TemplateDate(date), nested),
            TemplateDate date => DateBuiltins.ToText(this, date),
            Enum => base.ObjectToString(ModelValues.Of(value), nested),
            IReadOnlyDictionary<string, object?> or null or string or IScriptObject => base.ObjectToString(
                value,
                nested
            ),
            _ when ModelValues.IsRecord(value) => base.ObjectToString(Snapshot(value), nested),
            _ => base.ObjectToString(value, nested),
        };

    /// <summary>A record as an object of Scriban's, for printing.</summary>
    private static ScriptObject Snapshot(object record)
    {
        var copy = new ScriptObject(StringComparer.Ordinal);
        foreach (var member in RecordShape.Of(record.GetType()).Members)
            copy.SetValue(member.Name, member.Get(record), readOnly: false);
        return copy;
    }

    public override object? ToObject(SourceSpan span, object? value, Type destinationType) =>
        value switch
        {
            HtmlString html when destinationType == typeof(string) => html.ToString(),
            not null when destinationType == typeof(IDictionary<string, object>) && ModelValues.IsRecord(value) =>
                Snapshot(value),
            _ => base.ToObject(span, value, destinationType),
        };

    protected override IObjectAccessor? GetMemberAccessorImpl(object target)
    {
        if (
            target is IReadOnlyDictionary<string, object?> and not IScriptObject
            || (target is not IScriptObject && ModelValues.IsRecord(target))
        )
        {
            return ModelAccessor.Instance;
        }
        if (target is IReadOnlyList<object?> and not IScriptObject)
            return ModelListAccessor.Instance;
        return target is HtmlString
            ? HtmlTextAccessor.Instance
            : DateAccessors.For(target) ?? base.GetMemberAccessorImpl(target);
    }

    protected override IListAccessor? GetListAccessorImpl(object target, Type type) =>
        target is IReadOnlyList<object?> and not IScriptObject
            ? ModelListAccessor.Instance
            : base.GetListAccessorImpl(target, type);
}
