using System.Text;

namespace StaticNews.Templates;

/// <summary>Compiles the statements of one template.</summary>
internal sealed class TemplateBinder
{
    private readonly Binding _binding;
    private readonly ExpressionBinder _expressions;
    private readonly CallBinder _calls;
    private readonly MarkupBinder _markup;
    private readonly OperandCheck _operands;
    private bool _hasForeignTag;

    public TemplateBinder(CompileUnit unit, TemplateSource source, StaticScope? scope, Type?[] argumentTypes)
    {
        _binding = new Binding(unit, source, scope, argumentTypes);
        _expressions = new ExpressionBinder(_binding, this);
        _markup = new MarkupBinder(_binding);
        _operands = new OperandCheck(_binding);
        _calls = new CallBinder(_binding, _expressions, new NameBinder(_binding, _expressions));
    }

    /// <summary>Compiles a page.</summary>
    /// <param name="root">Its statements.</param>
    /// <param name="page">Where they go.</param>
    /// <param name="markup">Where in the HTML it is included, and must end; null for a page of its own.</param>
    public void BindPage(BlockSyntax root, Page page, MarkupPlace? markup = null)
    {
        _binding.PageMarkup = markup;
        _binding.Markup = markup ?? MarkupPlace.Text;
        _binding.BeginsWithinMarkup = _binding.Markup.State != MarkupState.Text;
        page.Body = BindBlock(root);
        if (markup is not null) _markup.RequireEnd(markup, "template", root.Span.End);
        page.UsesArguments = _binding.UsesArguments;
    }

    /// <summary>A function; its body knows nothing of the place where it stands, for it runs elsewhere.</summary>
    public TemplateFunction BindFunction(FunctionSyntax syntax)
    {
        var (scope, usesArguments, loopDepth, isInFunction) = (_binding.Scope, _binding.UsesArguments, _binding.LoopDepth, _binding.IsInFunction);
        var (pageMarkup, isWithin) = (_binding.PageMarkup, _binding.BeginsWithinMarkup);
        (_binding.PageMarkup, _binding.BeginsWithinMarkup) = (MarkupPlace.Text, false);
        (_binding.Scope, _binding.UsesArguments, _binding.LoopDepth, _binding.IsInFunction) = (null, false, 0, true);
        var parameters = syntax.Parameters?.Select(BindParameter).ToArray();
        foreach (var parameter in parameters ?? []) _binding.Scope = new StaticScope(_binding.Scope, parameter.Signature.Name, null);
        var body = _markup.Apart(() => BindBlock(syntax.Body), "function", syntax.Body.Span.End);
        var function = new TemplateFunction
        {
            DisplayName = syntax.Name ?? "do",
            Declared = parameters,
            OwnNames = OwnNames(syntax),
            UsesArguments = _binding.UsesArguments,
            Body = body,
        };
        (_binding.Scope, _binding.UsesArguments, _binding.LoopDepth, _binding.IsInFunction) = (scope, usesArguments, loopDepth, isInFunction);
        (_binding.PageMarkup, _binding.BeginsWithinMarkup) = (pageMarkup, isWithin);
        return function;
    }

    private FunctionParameter BindParameter(ParameterSyntax syntax)
    {
        var byDefault = syntax.Default is null ? null : _expressions.Bind(syntax.Default);
        var signature = new Parameter(syntax.Name, ParameterKind.Any, byDefault is not null || syntax.IsVariadic, default, syntax.IsVariadic);
        return new FunctionParameter(signature, _binding.Unit.Names.SlotOf(syntax.Name), byDefault);
    }

    private KeyValuePair<int, string>[] OwnNames(FunctionSyntax syntax)
    {
        if (syntax.Parameters is null) return [];
        var names = SyntaxParts.All(syntax.Body).Select(SyntaxParts.AssignedName).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(name => !syntax.Parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)));
        return [.. names.Order(StringComparer.Ordinal).Select(name => KeyValuePair.Create(_binding.Unit.Names.SlotOf(name), name))];
    }

    private Statement BindBlock(BlockSyntax block)
    {
        var statements = new List<Statement>(block.Statements.Count);
        WarnOfUnreached(block);
        for (var i = 0; i < block.Statements.Count; i++)
        {
            var syntax = block.Statements[i];
            if (syntax is TextSyntax written) WarnOfForeignTag(written.Span);
            var statement = syntax is TextSyntax text
                ? _markup.BindText(text.Span, block.Statements.ElementAtOrDefault(i + 1), block.Statements.ElementAtOrDefault(i + 2))
                : _markup.Within(() => Bind(syntax));
            statements.Add(_binding.Options.AutoIndent && Writes(syntax) ? new IndentedStatement(statement, Utf8(syntax.Indent)) : statement);
        }
        return statements.Count == 1 ? statements[0] : new BlockStatement([.. statements]);
    }

    /// <summary>Of the first in each template: where there is one, there are many.</summary>
    private void WarnOfForeignTag(TextSpan span)
    {
        // What an escape block holds is meant as text.
        var before = _binding.Source.Text.AsSpan(0, span.Start).TrimEnd("-~");
        if (_hasForeignTag || before.EndsWith("%{") || ForeignTags.First(_binding.TextAt(span)) is not { } tag) return;
        _hasForeignTag = true;
        var at = new TextSpan(span.Start + tag.Start, span.Start + tag.End);
        _binding.Warn(at, CheckErrors.ForeignTag(_binding.TextOf(at)));
    }

    private void WarnOfUnreached(BlockSyntax block)
    {
        string? word = null;
        foreach (var syntax in block.Statements)
        {
            var isBlank = syntax is TextSyntax && _binding.TextAt(syntax.Span).IsWhiteSpace();
            if (word is not null && !isBlank)
            {
                _binding.Warn(syntax.Span, TemplateWarnings.NeverReached(word));
                return;
            }
            word ??= syntax switch
            {
                ReturnSyntax => "ret",
                JumpSyntax jump => jump.IsBreak ? "break" : "continue",
                _ => null,
            };
        }
    }

    private static bool Writes(StatementSyntax syntax) => syntax is not (TextSyntax or AssignSyntax or DefineSyntax or ImportSyntax or ReadOnlySyntax or ReturnSyntax or JumpSyntax);

    private static byte[]? Utf8(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);

    private Statement Bind(StatementSyntax syntax) => syntax switch
    {
        PrintSyntax print => BindPrint(print),
        AssignSyntax assign => BindAssign(assign),
        DefineSyntax define => BindDefine(define),
        IfSyntax choice => BindIf(choice),
        CaseSyntax choice => BindCase(choice),
        ForSyntax loop => BindFor(loop),
        WhileSyntax loop => BindWhile(loop),
        CaptureSyntax capture => BindCapture(capture),
        WithSyntax with => BindWith(with),
        WrapSyntax wrap => BindWrap(wrap),
        ImportSyntax import => new ImportStatement(_expressions.Bind(import.Value)),
        ReadOnlySyntax fixing => new ReadOnlyStatement(_binding.Unit.Names.SlotOf(fixing.Variable.Name), fixing.Variable.Name),
        ReturnSyntax ret => BindReturn(ret),
        JumpSyntax jump => BindJump(jump),
        BlockSyntax block => BindBlock(block),
        _ => BlockStatement.Empty,
    };

    private Statement BindPrint(PrintSyntax print)
    {
        var outer = _binding.WrittenInclude;
        _binding.WrittenInclude = MarkupBinder.IncludeOf(print.Expression);
        _binding.PrintStart = print.Span.Start;
        var expression = _expressions.Bind(print.Expression);
        _binding.WrittenInclude = outer;
        _operands.Print(print.Expression.Span, expression.StaticType);
        return _markup.BindPrint(print, expression);
    }

    private CaptureStatement BindCapture(CaptureSyntax capture)
    {
        var target = _expressions.BindTarget(capture.Target);
        return new CaptureStatement(target, _markup.Apart(() => BindBlock(capture.Body), "capture", capture.Body.Span.End));
    }

    private Statement BindReturn(ReturnSyntax ret)
    {
        if (_binding.PageMarkup is { } begin) _markup.RequireEnd(begin, "ret", ret.Span.Start);
        return _markup.BindReturn(ret.Value is null ? null : _expressions.Bind(ret.Value));
    }

    private Statement BindBranch(BlockSyntax block, MarkupFork fork)
    {
        _binding.Markup = fork.Begin;
        var statement = BindBlock(block);
        fork.Add(_binding.Markup, block.Span.End);
        return statement;
    }

    /// <summary>The last branch; without one the place stays what it was.</summary>
    private Statement? BindLastBranch(BlockSyntax? block, MarkupFork fork, TextSpan span)
    {
        var statement = block is null ? null : BindBranch(block, fork);
        if (block is null) fork.Add(fork.Begin, span.Start);
        _binding.Markup = fork.End;
        return statement;
    }

    private AssignStatement BindAssign(AssignSyntax assign)
    {
        var value = _expressions.Bind(assign.Value);
        if (assign.Operator is { } operation)
        {
            value = _expressions.BindCompound(assign, operation, value);
        }
        else if (assign.Target is VariableSyntax { IsLocal: false } name && value.StaticType is { } type && _binding.Unit.IsAssignedOnce(name.Name))
        {
            _binding.Unit.AssignedTypes[name.Name] = type;
        }
        return new AssignStatement(_expressions.BindTarget(assign.Target), value);
    }

    private DefineStatement BindDefine(DefineSyntax define)
    {
        var name = define.Function.Name ?? "";
        var target = new VariableAssignee(_binding.Place(define.Span), _binding.Unit.Names.SlotOf(name), name);
        return new DefineStatement(target, BindFunction(define.Function));
    }

    private IfStatement BindIf(IfSyntax choice)
    {
        var conditions = new Expression[choice.Branches.Count];
        var blocks = new Statement[choice.Branches.Count];
        var fork = new MarkupFork(_binding, "if");
        for (var i = 0; i < conditions.Length; i++)
        {
            conditions[i] = _expressions.Bind(choice.Branches[i].Condition);
            blocks[i] = BindBranch(choice.Branches[i].Block, fork);
        }
        return new IfStatement(conditions, blocks, BindLastBranch(choice.Otherwise, fork, choice.Span));
    }

    private CaseStatement BindCase(CaseSyntax choice)
    {
        var subject = _expressions.Bind(choice.Subject);
        Expression[][] values = [.. choice.Branches.Select(branch => branch.Values.Select(_expressions.Bind).ToArray())];
        foreach (var value in values.SelectMany(branch => branch)) _operands.Choice(subject, value);
        var fork = new MarkupFork(_binding, "case");
        Statement[] blocks = [.. choice.Branches.Select(branch => BindBranch(branch.Block, fork))];
        return new CaseStatement(subject, values, blocks, BindLastBranch(choice.Otherwise, fork, choice.Span));
    }

    private Statement BindFor(ForSyntax loop)
    {
        var items = _expressions.Bind(loop.Items);
        _operands.Loop(loop.Items, items.StaticType);
        var isReversed = false;
        var options = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var option in loop.Options)
        {
            if (option.Name is null) isReversed = true;
            else if (option.Name is "limit" or "offset" || (option.Name is "cols" && loop.IsTable))
            {
                options[option.Name] = _expressions.Bind(option.Value);
                _operands.LoopOption(option.Name, options[option.Name]);
            }
            else return new PrintStatement(_binding.Fail(option.Span, TemplateErrors.UnknownLoopOption(option.Name)));
        }
        if (loop.IsTable) _markup.RequireText(loop.Span);
        _binding.Markup = _binding.Markup.Loosened();
        var fork = new MarkupFork(_binding, loop.IsTable ? "tablerow" : "for");
        var otherwise = loop.Otherwise is null ? null : BindBranch(loop.Otherwise, fork);
        var variable = _expressions.BindTarget(loop.Variable);
        var scope = _binding.Scope;
        if (loop.Variable is VariableSyntax { IsLocal: false } name) _binding.Scope = new StaticScope(scope, name.Name, ModelTypes.ItemOf(items.StaticType));
        var body = BindLoopBody(loop.Body, fork);
        _binding.Scope = scope;
        var range = new LoopRange(options.GetValueOrDefault("limit"), options.GetValueOrDefault("offset"), isReversed);
        var place = _binding.Place(loop.Span);
        return loop.IsTable
            ? new TableRowStatement(place, variable, items, range, options.GetValueOrDefault("cols"), body, otherwise)
            : new ForStatement(place, variable, items, range, body, otherwise);
    }

    /// <summary>The body of a loop: it may run again or not at all, so it must end in a place like the one where it begins.</summary>
    private Statement BindLoopBody(BlockSyntax body, MarkupFork fork)
    {
        var outer = _binding.LoopMarkup;
        _binding.LoopMarkup = fork.Begin;
        _binding.LoopDepth++;
        fork.Add(fork.Begin, body.Span.Start);
        var statement = BindBranch(body, fork);
        _binding.LoopDepth--;
        _binding.LoopMarkup = outer;
        _binding.Markup = fork.End;
        return statement;
    }

    private WhileStatement BindWhile(WhileSyntax loop)
    {
        _binding.Markup = _binding.Markup.Loosened();
        // 'while.index' has a value in the condition already.
        _binding.LoopDepth++;
        var condition = _expressions.Bind(loop.Condition);
        _binding.LoopDepth--;
        return new WhileStatement(_binding.Place(loop.Span), condition, BindLoopBody(loop.Body, new MarkupFork(_binding, "while")));
    }

    private WithStatement BindWith(WithSyntax with)
    {
        var target = _expressions.Bind(with.Target);
        _operands.With(with.Target, target.StaticType);
        var scope = _binding.Scope;
        _binding.Scope = new StaticScope(scope, null, target.StaticType is { } type && ModelTypes.IsRecord(type) ? type : null);
        var body = BindBlock(with.Body);
        _binding.Scope = scope;
        return new WithStatement(target, _binding.TextOf(with.Target), body);
    }

    private Statement BindWrap(WrapSyntax wrap)
    {
        var (usesArguments, isInWrap) = (_binding.UsesArguments, _binding.IsInWrap);
        _binding.IsInWrap = true;
        var body = _markup.Apart(() => BindBlock(wrap.Body), "wrap", wrap.Body.Span.End);
        (_binding.UsesArguments, _binding.IsInWrap) = (usesArguments, isInWrap);
        return _markup.BindWrap(_calls.BindWrapped(wrap.Target, body));
    }

    private Statement BindJump(JumpSyntax jump)
    {
        if (_binding.LoopDepth > 0)
        {
            _markup.RequireEnd(_binding.LoopMarkup, jump.IsBreak ? "break" : "continue", jump.Span.Start);
            _binding.Markup = MarkupPlace.Nowhere;
            return new JumpStatement(jump.IsBreak ? Flow.Break : Flow.Continue);
        }
        return new PrintStatement(_binding.Fail(jump.Span, TemplateErrors.JumpOutsideLoop(jump.IsBreak ? "break" : "continue")));
    }
}
