using System.Text;

namespace StaticNews.Templates;

/// <summary>Compiles the statements of one template.</summary>
internal sealed class TemplateBinder
{
    private readonly Binding _binding;
    private readonly ExpressionBinder _expressions;
    private readonly CallBinder _calls;

    public TemplateBinder(CompileUnit unit, TemplateSource source, StaticScope? scope, Type?[] argumentTypes)
    {
        _binding = new Binding(unit, source, scope, argumentTypes);
        _expressions = new ExpressionBinder(_binding, this);
        _calls = new CallBinder(_binding, _expressions, new NameBinder(_binding, _expressions));
    }

    public void BindPage(BlockSyntax root, Page page)
    {
        page.Body = BindBlock(root);
        page.UsesArguments = _binding.UsesArguments;
    }

    /// <summary>A function; its body knows nothing of the place where it stands, for it runs elsewhere.</summary>
    public TemplateFunction BindFunction(FunctionSyntax syntax)
    {
        var (scope, usesArguments, loopDepth, isInFunction) = (_binding.Scope, _binding.UsesArguments, _binding.LoopDepth, _binding.IsInFunction);
        (_binding.Scope, _binding.UsesArguments, _binding.LoopDepth, _binding.IsInFunction) = (null, false, 0, true);
        var parameters = syntax.Parameters?.Select(BindParameter).ToArray();
        foreach (var parameter in parameters ?? []) _binding.Scope = new StaticScope(_binding.Scope, parameter.Signature.Name, null);
        var body = BindBlock(syntax.Body);
        var function = new TemplateFunction
        {
            DisplayName = syntax.Name ?? "do",
            Declared = parameters,
            OwnNames = OwnNames(syntax),
            UsesArguments = _binding.UsesArguments,
            Body = body,
        };
        (_binding.Scope, _binding.UsesArguments, _binding.LoopDepth, _binding.IsInFunction) = (scope, usesArguments, loopDepth, isInFunction);
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
        foreach (var syntax in block.Statements)
        {
            var statement = Bind(syntax);
            statements.Add(_binding.Options.AutoIndent && Writes(syntax) ? new IndentedStatement(statement, Utf8(syntax.Indent)) : statement);
        }
        return statements.Count == 1 ? statements[0] : new BlockStatement([.. statements]);
    }

    private static bool Writes(StatementSyntax syntax) => syntax is not (TextSyntax or AssignSyntax or DefineSyntax or ImportSyntax or ReadOnlySyntax or ReturnSyntax or JumpSyntax);

    private static byte[]? Utf8(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);

    private Statement Bind(StatementSyntax syntax) => syntax switch
    {
        TextSyntax text => new TextStatement(Encoding.UTF8.GetBytes(_binding.TextAt(text.Span).ToArray())),
        PrintSyntax print => new PrintStatement(_expressions.Bind(print.Expression)),
        AssignSyntax assign => BindAssign(assign),
        DefineSyntax define => BindDefine(define),
        IfSyntax choice => BindIf(choice),
        CaseSyntax choice => BindCase(choice),
        ForSyntax loop => BindFor(loop),
        WhileSyntax loop => BindWhile(loop),
        CaptureSyntax capture => new CaptureStatement(_expressions.BindTarget(capture.Target), BindBlock(capture.Body)),
        WithSyntax with => BindWith(with),
        WrapSyntax wrap => BindWrap(wrap),
        ImportSyntax import => new ImportStatement(_expressions.Bind(import.Value)),
        ReadOnlySyntax fixing => new ReadOnlyStatement(_binding.Unit.Names.SlotOf(fixing.Variable.Name), fixing.Variable.Name),
        ReturnSyntax ret => new ReturnStatement(ret.Value is null ? null : _expressions.Bind(ret.Value)),
        JumpSyntax jump => BindJump(jump),
        BlockSyntax block => BindBlock(block),
        _ => BlockStatement.Empty,
    };

    private AssignStatement BindAssign(AssignSyntax assign)
    {
        var value = _expressions.Bind(assign.Value);
        if (assign.Operator is { } operation)
        {
            value = new ArithmeticExpression(_binding.Place(assign.Span), operation, _binding.Place(assign.OperatorSpan), _expressions.Bind(assign.Target), value);
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
        for (var i = 0; i < conditions.Length; i++)
        {
            conditions[i] = _expressions.Bind(choice.Branches[i].Condition);
            blocks[i] = BindBlock(choice.Branches[i].Block);
        }
        return new IfStatement(conditions, blocks, choice.Otherwise is null ? null : BindBlock(choice.Otherwise));
    }

    private CaseStatement BindCase(CaseSyntax choice)
    {
        var subject = _expressions.Bind(choice.Subject);
        Expression[][] values = [.. choice.Branches.Select(branch => branch.Values.Select(_expressions.Bind).ToArray())];
        Statement[] blocks = [.. choice.Branches.Select(branch => BindBlock(branch.Block))];
        return new CaseStatement(subject, values, blocks, choice.Otherwise is null ? null : BindBlock(choice.Otherwise));
    }

    private Statement BindFor(ForSyntax loop)
    {
        var items = _expressions.Bind(loop.Items);
        var isReversed = false;
        var options = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var option in loop.Options)
        {
            if (option.Name is null) isReversed = true;
            else if (option.Name is "limit" or "offset" || (option.Name is "cols" && loop.IsTable)) options[option.Name] = _expressions.Bind(option.Value);
            else return new PrintStatement(_binding.Fail(option.Span, TemplateErrors.UnknownLoopOption(option.Name)));
        }
        var otherwise = loop.Otherwise is null ? null : BindBlock(loop.Otherwise);
        var variable = _expressions.BindTarget(loop.Variable);
        var scope = _binding.Scope;
        if (loop.Variable is VariableSyntax { IsLocal: false } name) _binding.Scope = new StaticScope(scope, name.Name, ModelTypes.ItemOf(items.StaticType));
        var body = BindLoopBody(loop.Body);
        _binding.Scope = scope;
        var range = new LoopRange(options.GetValueOrDefault("limit"), options.GetValueOrDefault("offset"), isReversed);
        var place = _binding.Place(loop.Span);
        return loop.IsTable
            ? new TableRowStatement(place, variable, items, range, options.GetValueOrDefault("cols"), body)
            : new ForStatement(place, variable, items, range, body, otherwise);
    }

    private Statement BindLoopBody(BlockSyntax body)
    {
        _binding.LoopDepth++;
        var statement = BindBlock(body);
        _binding.LoopDepth--;
        return statement;
    }

    private WhileStatement BindWhile(WhileSyntax loop) => new(_binding.Place(loop.Span), _expressions.Bind(loop.Condition), BindLoopBody(loop.Body));

    private WithStatement BindWith(WithSyntax with)
    {
        var target = _expressions.Bind(with.Target);
        var scope = _binding.Scope;
        _binding.Scope = new StaticScope(scope, null, target.StaticType is { } type && ModelTypes.IsRecord(type) ? type : null);
        var body = BindBlock(with.Body);
        _binding.Scope = scope;
        return new WithStatement(target, _binding.TextOf(with.Target), body);
    }

    private WrapStatement BindWrap(WrapSyntax wrap)
    {
        var usesArguments = _binding.UsesArguments;
        var body = BindBlock(wrap.Body);
        _binding.UsesArguments = usesArguments;
        return new WrapStatement(_calls.BindWrapped(wrap.Target, body));
    }

    private Statement BindJump(JumpSyntax jump)
    {
        if (_binding.LoopDepth > 0) return new JumpStatement(jump.IsBreak ? Flow.Break : Flow.Continue);
        return new PrintStatement(_binding.Fail(jump.Span, TemplateErrors.JumpOutsideLoop(jump.IsBreak ? "break" : "continue")));
    }
}
