using System.Text;

namespace StaticNews.Templates;

/// <summary>
/// Finds out, while a template is compiled, where in the HTML each value is written, and chooses how. Only templates that escape ask for it:
/// in all others every place is text.
/// </summary>
internal sealed class MarkupBinder(Binding binding)
{
    /// <summary>Statements around this one that are not simply in text.</summary>
    private int _depth;

    private bool IsActive => binding.Options.EscapeHtml;

    /// <summary>Compiles a text: addresses within it that must be looked at as a whole get their beginning and end marked.</summary>
    /// <param name="span">The text.</param>
    /// <param name="next">The statement after it, and</param>
    /// <param name="afterNext">the one after that; null for none.</param>
    public Statement BindText(TextSpan span, StatementSyntax? next, StatementSyntax? afterNext)
    {
        var text = binding.TextAt(span);
        if (!IsActive || binding.Markup.State == MarkupState.Nowhere) return Text(text);
        var reader = new MarkupReader(binding.Markup);
        reader.Read(text);
        if (reader.Place.IsUndecidedUrl && !IsWholeUrl(reader.Place, next, afterNext)) reader.MarkUrl();
        if (reader.AmbiguousAt >= 0) binding.Report(TemplateErrors.NameGoesOn(binding.Source, new TextSpan(span.Start + reader.AmbiguousAt, span.Start + reader.AmbiguousAt + 1)));
        binding.Markup = reader.Place;
        return reader.Cuts.Count == 0 ? Text(text) : Cut(text, reader.Cuts);
    }

    private static TextStatement Text(ReadOnlySpan<char> text) => new(Encoding.UTF8.GetBytes(text.ToArray()));

    private static BlockStatement Cut(ReadOnlySpan<char> text, IReadOnlyList<MarkupCut> cuts)
    {
        var statements = new List<Statement>();
        var written = 0;
        foreach (var cut in cuts)
        {
            if (cut.Offset > written) statements.Add(Text(text[written..cut.Offset]));
            statements.Add(cut.IsEnd ? UrlEndStatement.Instance : UrlBeginStatement.Instance);
            written = cut.Offset;
        }
        if (written < text.Length) statements.Add(Text(text[written..]));
        return new BlockStatement([.. statements]);
    }

    /// <summary>Whether one value is all of an address, or all of it that could hold a scheme.</summary>
    private bool IsWholeUrl(MarkupPlace at, StatementSyntax? next, StatementSyntax? afterNext)
    {
        if (at.Url != UrlPart.Start || next is not PrintSyntax print || IncludeOf(print.Expression) is not null) return false;
        if (afterNext is not TextSyntax text || binding.TextAt(text.Span) is not [var first, ..]) return false;
        return first == at.Quote || first is '/' or '?' or '#' || (at.Kind == AttributeKind.UrlList && first is ' ' or ',');
    }

    /// <summary>Where an include that stands alone is compiled: at its place. Null for any other expression.</summary>
    public static TextSpan? IncludeOf(ExpressionSyntax expression) => expression switch
    {
        NestedSyntax nested => IncludeOf(nested.Inner),
        CallSyntax { Target: VariableSyntax { Name: "include" } } call => call.Span,
        PipeSyntax { To: VariableSyntax { Name: "include" } or CallSyntax { Target: VariableSyntax { Name: "include" } } } pipe => pipe.Span,
        _ => null,
    };

    /// <summary>Compiles the writing of a value.</summary>
    public Statement BindPrint(PrintSyntax print, Expression expression)
    {
        var at = binding.Markup;
        if (!IsActive || at.State is MarkupState.Text or MarkupState.Nowhere) return new PrintStatement(expression);
        if (expression is IncludeExpression && IncludeOf(print.Expression) is not null)
        {
            binding.Markup = at.Loosened();
            return new PrintStatement(expression);
        }
        var written = BindValue(at, expression);
        binding.Markup = After(at);
        return written;
    }

    /// <summary>Compiles the writing of what a function makes of a block.</summary>
    public Statement BindWrap(CallExpression call)
    {
        var at = binding.Markup;
        if (!IsActive || at.State is MarkupState.Text or MarkupState.Nowhere) return new WrapStatement(call);
        binding.Markup = After(at);
        return BindValue(at, call);
    }

    private Statement BindValue(MarkupPlace at, Expression expression)
    {
        var spot = SpotAt(at);
        if (Mistake(at, spot, expression) is { } fault) binding.Report(TemplateErrors.Placed(fault, expression.Place));
        return spot == MarkupSpot.Attribute && expression is ConstantExpression or BuiltinCallExpression { WritesPlainText: true }
            ? new PrintStatement(expression)
            : new SpotPrintStatement(expression, spot);
    }

    /// <summary>Compiles <c>ret</c>: a page's value is written where it stands, a function's is handed back.</summary>
    public Statement BindReturn(Expression? value)
    {
        var at = binding.Markup;
        binding.Markup = MarkupPlace.Nowhere;
        var isWritten = IsActive && value is not null && !binding.IsInFunction && at.State is not (MarkupState.Text or MarkupState.Nowhere);
        if (!isWritten) return new ReturnStatement(value);
        return new BlockStatement([BindValue(at, value!), new ReturnStatement(null)]);
    }

    /// <summary>Compiles a statement of any kind; what functions write within it is written as its place asks for.</summary>
    public Statement Within(Func<Statement> bind)
    {
        var at = binding.Markup;
        if (!IsActive || !binding.Unit.MayCallFunctions) return bind();
        var isText = at.State is MarkupState.Text or MarkupState.Nowhere;
        if (isText && _depth == 0 && !binding.BeginsWithinMarkup) return bind();
        _depth += isText ? 0 : 1;
        var statement = bind();
        _depth -= isText ? 0 : 1;
        return new SpotStatement(statement, isText ? MarkupSpot.Text : SpotAt(at));
    }

    /// <summary>Compiles a block that begins in text and must end there: what it writes is HTML of its own.</summary>
    public T Apart<T>(Func<T> bind, string word, int end)
    {
        var (at, depth) = (binding.Markup, _depth);
        (binding.Markup, _depth) = (MarkupPlace.Text, 0);
        var result = bind();
        RequireEnd(MarkupPlace.Text, word, end);
        (binding.Markup, _depth) = (at, depth);
        return result;
    }

    /// <summary>Reports a block or template that ends elsewhere than it began.</summary>
    public void RequireEnd(MarkupPlace begin, string word, int end)
    {
        if (IsActive && begin.Loosened().Joined(binding.Markup) is null)
        {
            binding.Report(TemplateErrors.EndsElsewhere(binding.Source, new TextSpan(end, end), word, binding.Markup.Describe(), begin.Describe()));
        }
    }

    /// <summary><c>tablerow</c> writes tags of its own.</summary>
    public void RequireText(TextSpan span)
    {
        if (IsActive && binding.Markup.State is not (MarkupState.Text or MarkupState.Nowhere)) binding.Report(TemplateErrors.Placed(TemplateErrors.RowsOutsideText(), binding.Place(span)));
    }

    private static MarkupPlace After(MarkupPlace at) => at switch
    {
        { State: MarkupState.Value, Url: UrlPart.Start, IsMarked: false, Kind: not AttributeKind.Text } => at with { Url = UrlPart.Safe },
        { IsUndecidedUrl: true } => at with { Url = UrlPart.Unsure, Collected = "" },
        { State: MarkupState.RawText, Script: ScriptPart.Code or ScriptPart.AfterValue or ScriptPart.Either } => at.Loosened(),
        _ => at,
    };

    private static MarkupSpot SpotAt(MarkupPlace at) => at.State switch
    {
        MarkupState.Text or MarkupState.Nowhere => MarkupSpot.Text,
        MarkupState.Comment or MarkupState.Declaration => MarkupSpot.Comment,
        MarkupState.RawText when at.Element is "style" => MarkupSpot.Css,
        MarkupState.RawText when at.Element is "script" => ScriptSpotAt(at.Script),
        MarkupState.RawText => MarkupSpot.RawText,
        MarkupState.Value => at.Kind switch
        {
            AttributeKind.Text => MarkupSpot.Attribute,
            AttributeKind.Css => MarkupSpot.Css,
            AttributeKind.Code => MarkupSpot.None,
            _ when at.Url is UrlPart.Blocked or UrlPart.Seconds => MarkupSpot.None,
            _ => at is { Url: UrlPart.Start, IsMarked: false } ? MarkupSpot.Url : MarkupSpot.UrlPart,
        },
        _ => MarkupSpot.None,
    };

    private static MarkupSpot ScriptSpotAt(ScriptPart part) => part switch
    {
        ScriptPart.Code or ScriptPart.AfterValue or ScriptPart.Either => MarkupSpot.Script,
        ScriptPart.DoubleQuoted or ScriptPart.SingleQuoted or ScriptPart.Backquoted => MarkupSpot.ScriptText,
        _ => MarkupSpot.None,
    };

    /// <summary>What is wrong with writing this value here; null for nothing.</summary>
    private static RenderFault? Mistake(MarkupPlace at, MarkupSpot spot, Expression expression)
    {
        if (spot == MarkupSpot.Script) return IsJson(expression) ? null : TemplateErrors.TextInScript();
        if (spot != MarkupSpot.None) return null;
        return at.State switch
        {
            MarkupState.TagOpen or MarkupState.EndTagOpen or MarkupState.TagName => TemplateErrors.ValueInTagName(),
            MarkupState.BeforeValue or MarkupState.UnquotedValue => TemplateErrors.ValueWithoutQuotes(at.Name),
            MarkupState.RawText => TemplateErrors.ValueInUnclearScript(),
            MarkupState.Value when at.Kind == AttributeKind.Code => TemplateErrors.ValueInCode(at.Name),
            MarkupState.Value when at.Url == UrlPart.Seconds => TemplateErrors.ValueInRefresh(),
            MarkupState.Value => TemplateErrors.ValueAfterScheme(at.Name),
            _ => TemplateErrors.ValueInTag(),
        };
    }

    /// <summary>Whether the value is JSON whatever it is: made by <c>object.to_json</c>, a number, true or false.</summary>
    private static bool IsJson(Expression expression) => expression switch
    {
        BuiltinCallExpression { Function.DisplayName: "object.to_json" } => true,
        ConstantExpression constant => constant.Value.IsNumber || constant.Value.Kind is ValueKind.Bool or ValueKind.Null,
        ConditionalExpression choice => IsJson(choice.Then) && IsJson(choice.Otherwise),
        FaultExpression => true,
        _ => expression.StaticType is { } type && (ModelTypes.IsNumber(type) || type == typeof(bool)),
    };
}
