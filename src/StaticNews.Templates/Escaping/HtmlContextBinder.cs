using System.Text;
using Scriban.Parsing;
using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// Finds out, while a template is compiled, where in the HTML each value is written, and chooses how it is escaped
/// there.
/// </summary>
internal sealed class HtmlContextBinder(Binding binding)
{
    /// <summary>Statements around this one that are not simply in text.</summary>
    private int _depth;

    /// <summary>
    /// Binds a text: addresses within it that must be looked at as a whole get their beginning and end marked.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="next">The statement after it, and</param>
    /// <param name="afterNext">the one after that; null for none.</param>
    public IEnumerable<ScriptStatement> BindText(
        ScriptRawStatement text,
        ScriptStatement? next,
        ScriptStatement? afterNext
    )
    {
        var written = text.Text.ToString();
        if (binding.Html.State == HtmlState.Nowhere)
            return new TextPieces(written, text.Span, []).Cut([]);
        var recorder = binding.Unit.Options.Observed is { } observed ? new HtmlEventRecorder(observed) : null;
        var reader = new HtmlContextReader(binding.Html, recorder);
        reader.Read(written);
        if (reader.Place.IsUndecidedUrl && !IsWholeUrl(reader.Place, next, afterNext))
            reader.MarkUrl();
        if (reader.AmbiguousAt >= 0)
        {
            var at = text.Text.Index + reader.AmbiguousAt;
            binding.ReportAlways(new TemplateSpan(at, at + 1), EscapingErrors.NameGoesOn());
        }
        binding.Html = reader.Place;
        return new TextPieces(written, text.Span, recorder?.Events ?? []).Cut(reader.Cuts);
    }

    /// <summary>Whether one value is all of an address, or all of it that could hold a scheme.</summary>
    private static bool IsWholeUrl(HtmlContext at, ScriptStatement? next, ScriptStatement? afterNext)
    {
        if (at.Url != UrlPart.Start)
            return false;
        if (next is not ScriptExpressionStatement { Expression: { } value and not ScriptAssignExpression })
            return false;
        if (IncludeOf(value) is not null)
            return false;
        if (afterNext is not ScriptRawStatement text || text.Text.ToString() is not [var first, ..])
            return false;
        return first == at.Quote
            || first is '/' or '?' or '#'
            || (at.Kind == AttributeKind.UrlList && first is ' ' or ',');
    }

    /// <summary>Where an include that stands alone is compiled: at its place. Null for any other expression.</summary>
    public static TemplateSpan? IncludeOf(ScriptExpression? expression) =>
        expression switch
        {
            ScriptNestedExpression nested => IncludeOf(nested.Expression),
            ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "include" } } call => TemplateSpan.Of(call.Span),
            ScriptPipeCall
            {
                To: ScriptVariableGlobal { Name: "include" }
                    or ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "include" } },
            } pipe => TemplateSpan.Of(pipe.Span),
            _ => null,
        };

    /// <summary>Binds the writing of a value.</summary>
    /// <param name="written">The expression as the template has it.</param>
    public ScriptStatement BindPrint(ScriptExpression written, Bound value)
    {
        var at = binding.Html;
        if (Unnested(value.Node) is IncludeNode include && IncludeOf(written) is not null)
        {
            binding.Html = at.Loosened();
            return new IncludeStatementNode(include) { Span = written.Span };
        }
        if (at.State is HtmlState.Text or HtmlState.Nowhere)
            return Print(written, value, EscapeMode.Text);
        var statement = BindValue(at, written, value);
        binding.Html = After(at);
        return statement;
    }

    private static ScriptExpression? Unnested(ScriptExpression? expression) =>
        expression is ScriptNestedExpression nested ? Unnested(nested.Expression) : expression;

    /// <summary>Binds the writing of what a function makes of a block.</summary>
    public ScriptStatement BindWrap(ScriptWrapStatement wrap)
    {
        var at = binding.Html;
        if (at.State is HtmlState.Text or HtmlState.Nowhere)
            return wrap;
        binding.Html = After(at);
        var mode = ModeAt(at);
        if (mode is EscapeMode.None or EscapeMode.Script)
            binding.ReportAlways(TemplateSpan.Of(wrap.Target!.Span), Mistake(at, mode, default)!);
        return new EscapeModeNode(wrap, mode) { Span = wrap.Span };
    }

    private PrintNode BindValue(HtmlContext at, ScriptExpression written, Bound value)
    {
        var mode = ModeAt(at);
        if (Mistake(at, mode, value) is { } mistake)
            binding.ReportAlways(TemplateSpan.Of(written.Span), mistake);
        return Print(written, value, mode);
    }

    private PrintNode Print(ScriptExpression written, Bound value, EscapeMode mode)
    {
        // What is known to be a list or a record was said when the template was compiled.
        var isUnknown = binding.IsTyped && ModelTypes.KindOf(value.Type) is StaticKind.Unknown or StaticKind.Number;
        return new PrintNode(value.Node, mode, binding.Place(written), isUnknown) { Span = written.Span };
    }

    /// <summary>Binds <c>ret</c>: a page's value is written where it stands, a function's is handed back.</summary>
    public ScriptStatement BindReturn(ScriptReturnStatement ret, Bound? value)
    {
        var at = binding.Html;
        binding.Html = HtmlContext.Nowhere;
        if (value is not { } returned || binding.IsInFunction || at.State is HtmlState.Text or HtmlState.Nowhere)
            return ret;
        var written = ret.Expression!;
        ret.Expression = null;
        var block = new ScriptBlockStatement { Span = ret.Span };
        block.Statements.Add(BindValue(at, written, returned));
        block.Statements.Add(ret);
        return block;
    }

    /// <summary>
    /// Binds a statement of any kind; what functions write within it is written as its place asks for.
    /// </summary>
    public ScriptStatement Within(ScriptStatement statement, Func<ScriptStatement, ScriptStatement> bind)
    {
        var at = binding.Html;
        var isText = at.State is HtmlState.Text or HtmlState.Nowhere;
        if (!binding.Unit.MayCallFunctions || (isText && _depth == 0 && !binding.BeginsWithinTag))
            return bind(statement);
        _depth += isText ? 0 : 1;
        var bound = bind(statement);
        _depth -= isText ? 0 : 1;
        return new EscapeModeNode(bound, isText ? EscapeMode.Text : ModeAt(at)) { Span = bound.Span };
    }

    /// <summary>Binds a block that begins in text and must end there: what it writes is HTML of its own.</summary>
    public void Apart(Action bind, string word, int end)
    {
        var (at, depth) = (binding.Html, _depth);
        (binding.Html, _depth) = (HtmlContext.Text, 0);
        bind();
        RequireEnd(HtmlContext.Text, word, end);
        (binding.Html, _depth) = (at, depth);
    }

    /// <summary>Reports a block or template that ends elsewhere than it began.</summary>
    public void RequireEnd(HtmlContext begin, string word, int end)
    {
        if (begin.Loosened().Joined(binding.Html) is not null)
            return;
        binding.ReportAlways(
            new TemplateSpan(end, end),
            EscapingErrors.EndsElsewhere(word, binding.Html.Describe(), begin.Describe())
        );
    }

    /// <summary><c>tablerow</c> writes tags of its own.</summary>
    public void RequireText(ScriptStatement statement)
    {
        if (binding.Html.State is not (HtmlState.Text or HtmlState.Nowhere))
        {
            binding.ReportAlways(TemplateSpan.Of(statement.Span), EscapingErrors.RowsOutsideText());
        }
    }

    private static HtmlContext After(HtmlContext at) =>
        at switch
        {
            { State: HtmlState.Value, Url: UrlPart.Start, IsMarked: false, Kind: not AttributeKind.Text } => at with
            {
                Url = UrlPart.Safe,
            },
            { IsUndecidedUrl: true } => at with { Url = UrlPart.Unsure, Collected = "" },
            { State: HtmlState.RawText, Script: ScriptPart.Code or ScriptPart.AfterValue or ScriptPart.Either } =>
                at.Loosened(),
            _ => at,
        };

    private static EscapeMode ModeAt(HtmlContext at) =>
        at.State switch
        {
            HtmlState.Text or HtmlState.Nowhere => EscapeMode.Text,
            HtmlState.Comment or HtmlState.Declaration => EscapeMode.Comment,
            HtmlState.RawText when at.Element is "style" => EscapeMode.Css,
            HtmlState.RawText when at.Element is "script" => ModeInScript(at.Script),
            HtmlState.RawText => EscapeMode.RawText,
            HtmlState.Value => at.Kind switch
            {
                AttributeKind.Text => EscapeMode.Attribute,
                AttributeKind.Css => EscapeMode.Css,
                AttributeKind.Code => EscapeMode.None,
                _ when at.Url is UrlPart.Blocked or UrlPart.Seconds => EscapeMode.None,
                _ => at is { Url: UrlPart.Start, IsMarked: false } ? EscapeMode.Url : EscapeMode.UrlPart,
            },
            _ => EscapeMode.None,
        };

    private static EscapeMode ModeInScript(ScriptPart part) =>
        part switch
        {
            ScriptPart.Code or ScriptPart.AfterValue or ScriptPart.Either => EscapeMode.Script,
            ScriptPart.DoubleQuoted or ScriptPart.SingleQuoted or ScriptPart.Backquoted => EscapeMode.ScriptText,
            _ => EscapeMode.None,
        };

    /// <summary>The fault of writing this value here; null for nothing.</summary>
    private static TemplateMessage? Mistake(HtmlContext at, EscapeMode mode, Bound value)
    {
        if (mode == EscapeMode.Script)
            return IsJson(value) ? null : EscapingErrors.TextInScript();
        if (mode != EscapeMode.None)
            return null;
        return at.State switch
        {
            HtmlState.TagOpen or HtmlState.EndTagOpen or HtmlState.TagName => EscapingErrors.ValueInTagName(),
            HtmlState.BeforeValue or HtmlState.UnquotedValue => EscapingErrors.ValueWithoutQuotes(at.Name),
            HtmlState.RawText => EscapingErrors.ValueInUnclearScript(),
            HtmlState.Value when at.Kind == AttributeKind.Code => EscapingErrors.ValueInCode(at.Name),
            HtmlState.Value when at.Url == UrlPart.Seconds => EscapingErrors.ValueInRefresh(),
            HtmlState.Value => EscapingErrors.ValueAfterScheme(at.Name),
            _ => EscapingErrors.ValueInTag(),
        };
    }

    /// <summary>
    /// Whether the value is JSON whatever it is: made by <c>object.to_json</c>, a number, true or false.
    /// </summary>
    private static bool IsJson(Bound value) =>
        value.Node switch
        {
            BuiltinCallNode { Name: "object.to_json" } => true,
            ScriptNestedExpression { Expression: { } inner } => IsJson(new Bound(inner, value.Type)),
            ScriptLiteral literal => literal.Value
                is null
                    or bool
                    or int
                    or long
                    or double
                    or float
                    or decimal
                    or System.Numerics.BigInteger,
            ScriptConditionalExpression { ThenValue: { } then, ElseValue: { } otherwise } => IsJson(
                new Bound(then, value.Type)
            ) && IsJson(new Bound(otherwise, value.Type)),
            _ => value.Type is { } type && (ModelTypes.IsNumber(type) || type == typeof(bool)),
        };
}

/// <summary>A text of a template as the statements that write it.</summary>
/// <param name="events">In the order of the text.</param>
internal sealed class TextPieces(string text, SourceSpan span, IReadOnlyList<HtmlEvent> events)
{
    private int _eventsGiven;

    /// <param name="marks">Where the text is cut, in order.</param>
    public IReadOnlyList<ScriptStatement> Cut(IReadOnlyList<AddressMark> marks)
    {
        var statements = new List<ScriptStatement>(1 + (2 * marks.Count));
        var written = 0;
        foreach (var mark in marks)
        {
            if (mark.Offset > written)
                statements.Add(Piece(written, mark.Offset));
            statements.Add(new AddressNode(mark.IsEnd));
            written = mark.Offset;
        }
        if (written < text.Length || marks.Count == 0)
            statements.Add(Piece(written, text.Length));
        return statements;
    }

    private TextNode Piece(int start, int end)
    {
        var own = new List<HtmlEvent>();
        // At a cut something begins that is in the next piece; at the end of the text there is none.
        for (; _eventsGiven < events.Count && IsIn(events[_eventsGiven].Offset, end); _eventsGiven++)
        {
            var happened = events[_eventsGiven];
            own.Add(happened with { Offset = Encoding.UTF8.GetByteCount(text.AsSpan(start, happened.Offset - start)) });
        }
        return new TextNode(Encoding.UTF8.GetBytes(text[start..end]), [.. own]) { Span = span };
    }

    private bool IsIn(int offset, int end) => offset < end || end == text.Length;
}

/// <summary>Branches that begin at one place: they must end at places that have something in common.</summary>
internal sealed class BranchContexts(Binding binding, string word)
{
    private HtmlContext? _end;
    private int _endOffset;
    private bool _isBroken;

    public HtmlContext Begin { get; } = binding.Html;

    /// <summary>Where the branches end together.</summary>
    public HtmlContext End => _end ?? Begin;

    /// <summary>Takes the current position as the end of a branch.</summary>
    public void Add(HtmlContext end, int offset)
    {
        var joined = _end is null ? end : _end.Joined(end);
        if (joined is null && !_isBroken)
        {
            _isBroken = true;
            var (line, _) = binding.Source.Locate(Math.Clamp(_endOffset, 0, binding.Source.Text.Length));
            binding.ReportAlways(
                new TemplateSpan(offset, offset),
                EscapingErrors.BranchesEndApart(word, end.Describe(), _end!.Describe(), line)
            );
        }
        _end = joined ?? _end;
        if (end.State != HtmlState.Nowhere)
            _endOffset = offset;
    }
}
