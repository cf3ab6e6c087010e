using Scriban.Syntax;

namespace StaticNews.Templates;

/// <summary>
/// Checks the statements of one template and binds each to its place in the HTML; changes the tree that it is given.
/// </summary>
internal sealed class TemplateBinder
{
    private readonly Binding _binding;
    private readonly ExpressionBinder _expressions;
    private readonly HtmlContextBinder _html;
    private readonly OperandCheck _operands;
    private bool _hasForeignTag;

    public TemplateBinder(CompileUnit unit, ParsedTemplate template, StaticScope? scope, Type?[] argumentTypes)
    {
        _binding = new Binding(unit, template, scope, argumentTypes);
        _expressions = new ExpressionBinder(_binding, this);
        _html = new HtmlContextBinder(_binding);
        _operands = new OperandCheck(_binding);
    }

    /// <param name="page">A tree of its own.</param>
    /// <param name="html">Where in the HTML it is included, and must end; null for a page of its own.</param>
    public void BindPage(ScriptPage page, HtmlContext? html)
    {
        _binding.PageHtml = html;
        _binding.Html = html ?? HtmlContext.Text;
        _binding.BeginsWithinTag = _binding.Html.State != HtmlState.Text;
        BindBlock(page.Body);
        if (html is not null)
            _html.RequireEnd(html, "template", _binding.Source.Text.Length);
    }

    /// <summary>
    /// A function; its body is bound without the place where it is written, because it runs elsewhere.
    /// </summary>
    public void BindFunction(ScriptFunction function)
    {
        var (scope, loopDepth, isInFunction) = (_binding.Scope, _binding.LoopDepth, _binding.IsInFunction);
        var (pageHtml, isWithin) = (_binding.PageHtml, _binding.BeginsWithinTag);
        (_binding.PageHtml, _binding.BeginsWithinTag) = (HtmlContext.Text, false);
        (_binding.Scope, _binding.LoopDepth, _binding.IsInFunction) = (null, 0, true);
        foreach (var parameter in function.Parameters ?? Enumerable.Empty<ScriptParameter>())
        {
            _binding.Scope = new StaticScope(_binding.Scope, parameter.Name!.Name, null);
        }
        // 'func f(x) = x + 1' hands its value back, and writes nothing.
        if (function.Body is ScriptExpressionStatement { Expression: { } value } short_)
            short_.Expression = _expressions.Bind(value).Node;
        else if (function.Body is ScriptBlockStatement block)
        {
            _html.Apart(() => BindBlock(block), "function", EndOf(block));
            function.Body = null;
            function.Body = new FunctionBodyNode(block) { Span = block.Span };
        }
        (_binding.Scope, _binding.LoopDepth, _binding.IsInFunction) = (scope, loopDepth, isInFunction);
        (_binding.PageHtml, _binding.BeginsWithinTag) = (pageHtml, isWithin);
    }

    public void BindBlock(ScriptBlockStatement? block)
    {
        if (block is null)
            return;
        ScriptStatement[] statements = [.. SyntaxTree.Statements(block)];
        WarnOfUnreached(statements);
        block.Statements.Clear();
        for (var i = 0; i < statements.Length; i++)
        {
            var statement = statements[i];
            if (statement is ScriptRawStatement text)
            {
                if (!text.IsEscape)
                    WarnOfForeignTag(text);
                block.Statements.AddRange(
                    _html.BindText(text, statements.ElementAtOrDefault(i + 1), statements.ElementAtOrDefault(i + 2))
                );
            }
            else
                block.Statements.Add(_html.Within(statement, Bind));
        }
    }

    /// <summary>Where a block's own statements end: before its <c>end</c>, <c>else</c> or <c>when</c>.</summary>
    private static int EndOf(ScriptBlockStatement? block)
    {
        if (block is null || block.Statements.Count == 0)
            return block is null ? 0 : TemplateSpan.Of(block.Span).Start;
        var last = block.Statements[^1];
        return last is ScriptEndStatement or ScriptEscapeStatement
            ? TemplateSpan.Of(last.Span).Start
            : TemplateSpan.Of(last.Span).End;
    }

    /// <summary>Of the first in each template: where there is one, there are many.</summary>
    private void WarnOfForeignTag(ScriptRawStatement text)
    {
        var start = text.Text.Index;
        if (
            _hasForeignTag
            || ForeignTags.First(_binding.TextAt(new TemplateSpan(start, start + text.Text.Length))) is not { } tag
        )
            return;
        _hasForeignTag = true;
        var at = new TemplateSpan(start + tag.Start, start + tag.End);
        _binding.Warn(at, CheckErrors.ForeignTag(_binding.Source.Shortened(at)));
    }

    private void WarnOfUnreached(ScriptStatement[] statements)
    {
        string? word = null;
        foreach (var statement in statements)
        {
            var isBlank = statement is ScriptRawStatement text && text.Text.ToString().AsSpan().IsWhiteSpace();
            if (word is not null && !isBlank)
            {
                _binding.Warn(TemplateSpan.Of(statement.Span), TemplateWarnings.NeverReached(word));
                return;
            }
            word ??= statement switch
            {
                ScriptReturnStatement => "ret",
                ScriptBreakStatement => "break",
                ScriptContinueStatement => "continue",
                _ => null,
            };
        }
    }

    private ScriptStatement Bind(ScriptStatement statement)
    {
        switch (statement)
        {
            case ScriptExpressionStatement { Expression: ScriptAssignExpression assign }:
                BindAssign(assign);
                break;
            case ScriptExpressionStatement { Expression: { } value } print:
                return BindPrint(print, value);
            case ScriptFunction function:
                BindFunction(function);
                break;
            case ScriptIfStatement choice:
                BindIf(choice);
                break;
            case ScriptCaseStatement choice:
                BindCase(choice);
                break;
            case ScriptForStatement loop:
                BindFor(loop);
                break;
            case ScriptWhileStatement loop:
                BindWhile(loop);
                break;
            case ScriptCaptureStatement { Target: { } target, Body: { } body } capture:
                return BindCapture(capture, target, body);
            case ScriptWithStatement with:
                BindWith(with);
                break;
            case ScriptWrapStatement wrap:
                return BindWrap(wrap);
            case ScriptImportStatement { Expression: { } value } import:
                import.Expression = _expressions.Bind(value).Node;
                break;
            case ScriptReturnStatement ret:
                return BindReturn(ret);
            case ScriptBreakStatement:
                BindJump(statement, "break");
                break;
            case ScriptContinueStatement:
                BindJump(statement, "continue");
                break;
            case ScriptBlockStatement block:
                BindBlock(block);
                break;
        }
        return statement;
    }

    private ScriptStatement BindPrint(ScriptExpressionStatement print, ScriptExpression value)
    {
        var outer = _binding.WrittenInclude;
        _binding.WrittenInclude = HtmlContextBinder.IncludeOf(value);
        _binding.PrintStart = TemplateSpan.Of(print.Span).Start;
        var bound = _expressions.Bind(value);
        _binding.WrittenInclude = outer;
        _operands.Print(value, bound.Type);
        return _html.BindPrint(value, bound);
    }

    private CaptureNode BindCapture(ScriptCaptureStatement capture, ScriptExpression target, ScriptBlockStatement body)
    {
        _expressions.BindTarget(target);
        _html.Apart(() => BindBlock(body), "capture", EndOf(body));
        return new CaptureNode(target, body) { Span = capture.Span };
    }

    private ScriptStatement BindReturn(ScriptReturnStatement ret)
    {
        if (_binding.PageHtml is { } begin)
            _html.RequireEnd(begin, "ret", TemplateSpan.Of(ret.Span).Start);
        if (ret.Expression is not { } value)
            return _html.BindReturn(ret, null);
        var bound = _expressions.Bind(value);
        ret.Expression = bound.Node;
        return _html.BindReturn(ret, bound);
    }

    private void BindBranch(ScriptBlockStatement? block, BranchContexts fork)
    {
        var end = EndOf(block);
        _binding.Html = fork.Begin;
        BindBlock(block);
        fork.Add(_binding.Html, end);
    }

    private void BindAssign(ScriptAssignExpression assign)
    {
        if (assign is not { Target: { } target, Value: { } written })
            return;
        var value = _expressions.Bind(written);
        assign.Value = value.Node;
        if (assign.EqualToken.TokenType != Scriban.Parsing.TokenType.Equal)
        {
            _operands.Compound(assign, _expressions.TypeOf(target), value.Type);
            if (assign.EqualToken.TokenType == Scriban.Parsing.TokenType.PlusEqual)
                JoinCompound(assign, target, value.Node);
        }
        else if (
            target is ScriptVariableGlobal name
            && value.Type is { } type
            && _binding.Unit.IsAssignedOnce(name.Name)
        )
        {
            _binding.Unit.AssignedTypes[name.Name] = type;
        }
        _expressions.BindTarget(target);
    }

    /// <summary><c>x += y</c> is <c>x = x + y</c>, which joins HTML.</summary>
    private void JoinCompound(ScriptAssignExpression assign, ScriptExpression target, ScriptExpression value)
    {
        assign.Value = null;
        var read = (ScriptExpression)target.Clone();
        var sum = new ScriptBinaryExpression
        {
            Operator = ScriptBinaryOperator.Add,
            Left = read,
            Right = value,
            Span = assign.Span,
        };
        assign.EqualToken = new ScriptToken(Scriban.Parsing.TokenType.Equal) { Span = assign.EqualToken.Span };
        assign.Value = new JoinNode([read, value], sum) { Span = assign.Span, Text = _binding.TextOf(assign) };
    }

    private void BindIf(ScriptIfStatement choice)
    {
        var fork = new BranchContexts(_binding, "if");
        for (ScriptConditionStatement? branch = choice; branch is not null; )
        {
            if (branch is ScriptIfStatement { Condition: { } condition } conditional)
            {
                // The conditions of later branches stand behind the text of earlier ones, and are evaluated at the
                // beginning.
                _binding.Html = fork.Begin;
                conditional.Condition = _expressions.Bind(condition).Node;
                BindBranch(conditional.Then, fork);
                if (conditional.Else is null)
                    fork.Add(fork.Begin, TemplateSpan.Of(choice.Span).Start);
                branch = conditional.Else;
            }
            else
            {
                BindBranch((branch as ScriptElseStatement)?.Body, fork);
                branch = null;
            }
        }
        _binding.Html = fork.End;
    }

    private void BindCase(ScriptCaseStatement choice)
    {
        if (choice.Value is null)
            return;
        var subject = _expressions.Bind(choice.Value);
        choice.Value = subject.Node;
        BindTextOfCase(choice.Body);
        var fork = new BranchContexts(_binding, "case");
        var next = choice.Body is null
            ? null
            : SyntaxTree.Statements(choice.Body).OfType<ScriptConditionStatement>().FirstOrDefault();
        var hasElse = false;
        while (next is not null)
        {
            _binding.Html = fork.Begin;
            if (next is ScriptWhenStatement when)
            {
                for (var i = 0; i < when.Values.Count; i++)
                {
                    var value = _expressions.Bind(when.Values[i]);
                    _operands.Choice(choice.Value, subject, value);
                    when.Values[i] = value.Node;
                }
                BindBranch(when.Body, fork);
                next = when.Next;
            }
            else
            {
                hasElse = true;
                BindBranch((next as ScriptElseStatement)?.Body, fork);
                next = null;
            }
        }
        if (!hasElse)
            fork.Add(fork.Begin, TemplateSpan.Of(choice.Span).Start);
        _binding.Html = fork.End;
    }

    /// <summary>What stands between <c>case</c> and its first <c>when</c> is written.</summary>
    private void BindTextOfCase(ScriptBlockStatement? body)
    {
        for (var i = 0; i < (body?.Statements.Count ?? 0); i++)
        {
            if (body!.Statements[i] is not ScriptRawStatement text)
                continue;
            var bound = new ScriptBlockStatement { Span = text.Span };
            bound.Statements.AddRange(_html.BindText(text, null, null));
            body.Statements[i] = bound;
        }
    }

    private void BindFor(ScriptForStatement loop)
    {
        if (loop is not { Iterator: { } iterator, Variable: { } variable, Body: { } body })
            return;
        var isTable = loop is ScriptTableRowStatement;
        var items = _expressions.Bind(iterator);
        loop.Iterator = items.Node;
        _operands.Loop(iterator, items.Type);
        foreach (var option in loop.NamedArguments)
            BindLoopOption(option, isTable);
        if (isTable)
            _html.RequireText(loop);
        _binding.Html = _binding.Html.Loosened();
        var fork = new BranchContexts(_binding, isTable ? "tablerow" : "for");
        if (loop.Else?.Body is { } otherwise)
            BindBranch(otherwise, fork);
        _expressions.BindTarget(variable);
        var scope = _binding.Scope;
        if (variable is ScriptVariableGlobal name)
            _binding.Scope = new StaticScope(scope, name.Name, ModelTypes.ItemOf(items.Type));
        BindLoopBody(body, fork);
        _binding.Scope = scope;
    }

    private void BindLoopOption(ScriptNamedArgument option, bool isTable)
    {
        var name = option.Name!.Name;
        if (name is "reversed")
            return;
        if (name is not ("limit" or "offset") && !(name is "cols" && isTable))
        {
            _binding.Report(option, TemplateErrors.UnknownLoopOption(name));
            return;
        }
        if (option.Value is null)
            return;
        var value = _expressions.Bind(option.Value);
        _operands.LoopOption(name, option.Value, value);
        option.Value = value.Node;
    }

    /// <summary>
    /// The body of a loop: it may run again or not at all, so it must end in a place like the one where it begins.
    /// </summary>
    private void BindLoopBody(ScriptBlockStatement body, BranchContexts fork)
    {
        var outer = _binding.LoopHtml;
        _binding.LoopHtml = fork.Begin;
        _binding.LoopDepth++;
        fork.Add(fork.Begin, TemplateSpan.Of(body.Span).Start);
        BindBranch(body, fork);
        _binding.LoopDepth--;
        _binding.LoopHtml = outer;
        _binding.Html = fork.End;
    }

    private void BindWhile(ScriptWhileStatement loop)
    {
        if (loop is not { Condition: { } condition, Body: { } body })
            return;
        _binding.Html = _binding.Html.Loosened();
        // 'while.index' has a value in the condition already.
        _binding.LoopDepth++;
        loop.Condition = _expressions.Bind(condition).Node;
        _binding.LoopDepth--;
        BindLoopBody(body, new BranchContexts(_binding, "while"));
    }

    private void BindWith(ScriptWithStatement with)
    {
        if (with.Name is not { } target)
            return;
        var bound = _expressions.Bind(target);
        _operands.With(target, bound.Type);
        with.Name = null;
        with.Name = new WithTargetNode(bound.Node) { Span = target.Span, Text = _binding.TextOf(target) };
        var scope = _binding.Scope;
        _binding.Scope = new StaticScope(
            scope,
            null,
            bound.Type is { } type && ModelTypes.IsRecord(type) ? type : null
        );
        BindBlock(with.Body);
        _binding.Scope = scope;
    }

    private ScriptStatement BindWrap(ScriptWrapStatement wrap)
    {
        if (wrap is not { Target: { } target, Body: { } body })
            return wrap;
        var isInWrap = _binding.IsInWrap;
        _binding.IsInWrap = true;
        _html.Apart(() => BindBlock(body), "wrap", EndOf(body));
        _binding.IsInWrap = isInWrap;
        _expressions.BindWrapped(target);
        return _html.BindWrap(wrap);
    }

    private void BindJump(ScriptStatement jump, string word)
    {
        if (_binding.LoopDepth == 0)
        {
            _binding.Report(jump, TemplateErrors.JumpOutsideLoop(word));
            return;
        }
        _html.RequireEnd(_binding.LoopHtml, word, TemplateSpan.Of(jump.Span).Start);
        _binding.Html = HtmlContext.Nowhere;
    }
}
