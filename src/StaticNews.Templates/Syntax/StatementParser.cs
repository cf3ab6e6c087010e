namespace StaticNews.Templates;

/// <summary>Parses statements.</summary>
internal sealed class StatementParser
{
    private readonly TokenCursor _cursor;
    private readonly ExpressionParser _expressions;
    private bool _isAtEnd;

    public StatementParser(TokenCursor cursor)
    {
        _cursor = cursor;
        _expressions = new ExpressionParser(cursor, this);
    }

    /// <summary>Whether blocks lack their <c>end</c>, and nothing was wrong before.</summary>
    public bool LacksEnds { get; private set; }

    /// <summary>All of the template.</summary>
    public BlockSyntax ParsePage()
    {
        var statements = new List<StatementSyntax>();
        var height = 0;
        while (true)
        {
            var block = ParseBlock();
            statements.AddRange(block.Statements);
            height = Math.Max(height, block.Height);
            if (_cursor.Kind == TokenKind.EndOfText) break;
            ReportStrayWord();
        }
        return new BlockSyntax(new TextSpan(0, _cursor.Source.Text.Length), height, statements);
    }

    // 'end', 'else' or 'when' where no block is open.
    private void ReportStrayWord()
    {
        var word = _cursor.Take();
        var text = _cursor.TextOf(word).ToString();
        if (!string.Equals(text, "end", StringComparison.Ordinal)) _cursor.Report(TemplateErrors.StrayWord(_cursor.Source, word.Span, text));
        // Stock Scriban points at the end of the word.
        else if (AtTerminator()) _cursor.Report(TemplateErrors.StrayWord(_cursor.Source, new TextSpan(word.Span.End - 1, word.Span.End), text));
        else _cursor.ReportExpected("the end of the statement");
        _cursor.Recover();
    }

    /// <summary>Statements up to <c>end</c>, <c>else</c>, <c>when</c> or the end of the text.</summary>
    private BlockSyntax ParseBlock()
    {
        var start = _cursor.Current.Span;
        var statements = new List<StatementSyntax>();
        var height = 0;
        if (!_cursor.TryEnter()) return new BlockSyntax(start, 1, statements);
        while (!AtBlockEnd())
        {
            if (_cursor.Kind is TokenKind.CodeEnter or TokenKind.CodeExit or TokenKind.NewLine or TokenKind.Semicolon)
            {
                _cursor.Take();
                continue;
            }
            var statement = ParseStatement();
            statements.Add(statement);
            height = Math.Max(height, statement.Height);
        }
        _cursor.Leave();
        return new BlockSyntax(new TextSpan(start.Start, _cursor.Current.Span.Start), _cursor.Above(height), statements);
    }

    private bool AtBlockEnd() => _cursor.Kind == TokenKind.EndOfText || _cursor.IsWord("end") || _cursor.IsWord("else") || _cursor.IsWord("when");

    private StatementSyntax ParseStatement()
    {
        var token = _cursor.Current;
        if (token.Kind == TokenKind.Text)
        {
            _cursor.Take();
            return new TextSyntax(token.Span);
        }
        var indent = _cursor.Indent;
        var statement = ParseCodeStatement(token) with { Indent = indent };
        FinishStatement(token);
        return statement;
    }

    private bool AtTerminator() => _cursor.Kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit or TokenKind.EndOfText;

    /// <param name="first">Where the statement began, unless that is known to be a word of the language.</param>
    private void FinishStatement(Token? first = null)
    {
        if (!_cursor.IsBroken && AtTerminator()) return;
        if (!_cursor.IsBroken)
        {
            var meant = first is { Kind: TokenKind.Identifier } token ? Keywords.Nearest(_cursor.TextOf(token).ToString()) : null;
            _cursor.ReportExpected("the end of the statement", TemplateErrors.DidYouMean(meant));
        }
        _cursor.Recover();
    }

    private StatementSyntax ParseCodeStatement(Token token)
    {
        if (token.Kind != TokenKind.Identifier) return ParseExpressionStatement();
        switch (_cursor.CurrentText)
        {
            case "if": return ParseIf();
            case "case": return ParseCase();
            case "for" or "tablerow" when _cursor.Peek(1).Kind is not (TokenKind.Dot or TokenKind.QuestionDot): return ParseFor();
            case "while" when _cursor.Peek(1).Kind is not (TokenKind.Dot or TokenKind.QuestionDot): return ParseWhile();
            case "capture": return ParseCapture();
            case "with": return ParseWith();
            case "wrap": return ParseWrap();
            case "func": return ParseFunc();
            case "import": return ParseImport();
            case "readonly": return ParseReadOnly();
            case "ret": return ParseReturn();
            case "break" or "continue":
                _cursor.Take();
                return new JumpSyntax(token.Span, _cursor.TextOf(token).SequenceEqual("break"));
            default: return ParseExpressionStatement();
        }
    }

    private StatementSyntax ParseExpressionStatement()
    {
        var expression = _expressions.Parse();
        if (_cursor.IsBroken) return new PrintSyntax(expression.Span, expression.Height, expression);
        var token = _cursor.Current;
        if (!TryAssignment(token.Kind, out var operation)) return new PrintSyntax(expression.Span, _cursor.Above(expression.Height), expression);
        if (operation is null && AsInlineFunction(expression) is { } parameters) return ParseInlineFunction((CallSyntax)expression, parameters);
        if (!IsAssignable(expression)) _expressions.ReportNestedAssignment(expression);
        _cursor.Take();
        var value = _expressions.Parse("a value after '='");
        if (!_cursor.IsBroken && _cursor.Kind == TokenKind.Equal) _expressions.ReportNestedAssignment(value);
        return new AssignSyntax(
            expression.Span.To(value.Span), _cursor.Above(Math.Max(expression.Height, value.Height)), expression, operation, token.Span, value);
    }

    private static bool IsAssignable(ExpressionSyntax target) => target switch
    {
        VariableSyntax variable => !Keywords.AreValues(variable.Name),
        MemberSyntax or IndexSyntax => true,
        _ => false,
    };

    private static bool TryAssignment(TokenKind kind, out BinaryOperator? operation)
    {
        operation = kind switch
        {
            TokenKind.PlusEqual => BinaryOperator.Add,
            TokenKind.MinusEqual => BinaryOperator.Subtract,
            TokenKind.StarEqual => BinaryOperator.Multiply,
            TokenKind.SlashEqual => BinaryOperator.Divide,
            TokenKind.SlashSlashEqual => BinaryOperator.FloorDivide,
            TokenKind.PercentEqual => BinaryOperator.Modulo,
            _ => null,
        };
        return operation is not null || kind == TokenKind.Equal;
    }

    /// <summary>The parameters when this is the left side of <c>f(x, y) = …</c>.</summary>
    private static List<ParameterSyntax>? AsInlineFunction(ExpressionSyntax expression)
    {
        if (expression is not CallSyntax { InParentheses: true, Target: VariableSyntax } call) return null;
        var parameters = new List<ParameterSyntax>();
        foreach (var argument in call.Arguments)
        {
            if (argument is not { Name: null, Value: VariableSyntax variable }) return null;
            parameters.Add(new ParameterSyntax(argument.Span, 1, variable.Name, null, IsVariadic: false));
        }
        return parameters;
    }

    private DefineSyntax ParseInlineFunction(CallSyntax head, List<ParameterSyntax> parameters)
    {
        _cursor.Take();
        var value = _expressions.Parse("the function's value after '='");
        var height = _cursor.Above(value.Height);
        var body = new BlockSyntax(value.Span, height, [new ReturnSyntax(value.Span, height, value)]);
        var span = head.Span.To(value.Span);
        return new DefineSyntax(span, height, new FunctionSyntax(span, height, ((VariableSyntax)head.Target).Name, parameters, body));
    }

    private IfSyntax ParseIf()
    {
        var start = _cursor.Take();
        var branches = new List<IfBranchSyntax> { ParseBranch() };
        BlockSyntax? otherwise = null;
        while (_cursor.IsWord("else") && otherwise is null)
        {
            _cursor.Take();
            if (_cursor.IsWord("if"))
            {
                _cursor.Take();
                branches.Add(ParseBranch());
                continue;
            }
            FinishStatement();
            otherwise = ParseBlock();
        }
        ParseEnd("if", start);
        var height = otherwise?.Height ?? 0;
        foreach (var branch in branches) height = Math.Max(height, Math.Max(branch.Condition.Height, branch.Block.Height));
        return new IfSyntax(start.Span.To(_cursor.Previous.Span), _cursor.Above(height), branches, otherwise);
    }

    private IfBranchSyntax ParseBranch()
    {
        var condition = ParseHeadExpression("a condition");
        FinishStatement();
        return new IfBranchSyntax(condition, ParseBlock());
    }

    /// <summary>The expression after the word of a block; an assignment there is a common slip.</summary>
    private ExpressionSyntax ParseHeadExpression(string what)
    {
        var expression = _expressions.Parse(what);
        if (!_cursor.IsBroken && _cursor.Kind == TokenKind.Equal) _expressions.ReportNestedAssignment(expression);
        return expression;
    }

    private CaseSyntax ParseCase()
    {
        var start = _cursor.Take();
        var subject = ParseHeadExpression("a value");
        FinishStatement();
        // What stands before the first 'when' is never written.
        ParseBlock();
        var branches = new List<WhenSyntax>();
        var height = subject.Height;
        BlockSyntax? otherwise = null;
        while (_cursor.IsWord("when") && otherwise is null || _cursor.IsWord("else") && otherwise is null)
        {
            if (_cursor.IsWord("else"))
            {
                _cursor.Take();
                FinishStatement();
                otherwise = ParseBlock();
                height = Math.Max(height, otherwise.Height);
                continue;
            }
            branches.Add(ParseWhen(ref height));
        }
        ParseEnd("case", start);
        return new CaseSyntax(start.Span.To(_cursor.Previous.Span), _cursor.Above(height), subject, branches, otherwise);
    }

    private WhenSyntax ParseWhen(ref int height)
    {
        _cursor.Take();
        var values = new List<ExpressionSyntax>();
        do
        {
            var value = _expressions.ParseOperand("a value after 'when'");
            values.Add(value);
            height = Math.Max(height, value.Height);
        }
        while (!_cursor.IsBroken && (_cursor.TryTake(TokenKind.Comma) || _cursor.TryTake(TokenKind.PipePipe)));
        FinishStatement();
        var block = ParseBlock();
        height = Math.Max(height, block.Height);
        return new WhenSyntax(values, block);
    }

    private ForSyntax ParseFor()
    {
        var start = _cursor.Take();
        var isTable = _cursor.TextOf(start).SequenceEqual("tablerow");
        var variable = _expressions.ParseTarget("the loop's variable");
        if (_cursor.IsWord("in")) _cursor.Take();
        else if (!_cursor.IsBroken) _cursor.Report(TemplateErrors.ForWithoutIn(_cursor.Source, start.Span, _cursor.Describe(_cursor.Current)));
        ExpressionSyntax items = new BrokenSyntax(_cursor.Current.Span);
        IReadOnlyList<ArgumentSyntax> options = [];
        if (!_cursor.IsBroken) (items, options) = LoopOptions.Split(ParseHeadExpression("a list"));
        FinishStatement();
        var body = ParseBlock();
        BlockSyntax? otherwise = null;
        if (_cursor.IsWord("else"))
        {
            _cursor.Take();
            FinishStatement();
            otherwise = ParseBlock();
        }
        ParseEnd(isTable ? "tablerow" : "for", start);
        var height = Math.Max(Math.Max(items.Height, body.Height), otherwise?.Height ?? 0);
        return new ForSyntax(start.Span.To(_cursor.Previous.Span), _cursor.Above(height), isTable, variable, items, options, body, otherwise);
    }

    private WhileSyntax ParseWhile()
    {
        var start = _cursor.Take();
        var condition = ParseHeadExpression("a condition");
        var body = ParseBody("while", start);
        return new WhileSyntax(start.Span.To(_cursor.Previous.Span), _cursor.Above(Math.Max(condition.Height, body.Height)), condition, body);
    }

    private CaptureSyntax ParseCapture()
    {
        var start = _cursor.Take();
        var target = _expressions.ParseTarget("the variable to capture to");
        var body = ParseBody("capture", start);
        return new CaptureSyntax(start.Span.To(_cursor.Previous.Span), _cursor.Above(Math.Max(target.Height, body.Height)), target, body);
    }

    private WithSyntax ParseWith()
    {
        var start = _cursor.Take();
        var target = ParseHeadExpression("an object");
        var body = ParseBody("with", start);
        return new WithSyntax(start.Span.To(_cursor.Previous.Span), _cursor.Above(Math.Max(target.Height, body.Height)), target, body);
    }

    private WrapSyntax ParseWrap()
    {
        var start = _cursor.Take();
        var target = ParseHeadExpression("a function");
        var body = ParseBody("wrap", start);
        return new WrapSyntax(start.Span.To(_cursor.Previous.Span), _cursor.Above(Math.Max(target.Height, body.Height)), target, body);
    }

    private DefineSyntax ParseFunc()
    {
        var start = _cursor.Take();
        string? name = null;
        if (_cursor.Kind == TokenKind.Identifier && !Keywords.AreStatements(_cursor.CurrentText)) name = _cursor.TextOf(_cursor.Take()).ToString();
        else _cursor.Report(TemplateErrors.FunctionWithoutName(_cursor.Source, start.Span, _cursor.Describe(_cursor.Current)));
        var function = ParseFunctionRest(start, name);
        return new DefineSyntax(function.Span, _cursor.Above(function.Height), function);
    }

    /// <summary><c>do … end</c>: a function without a name.</summary>
    public FunctionSyntax ParseAnonymousFunction() => ParseFunctionRest(_cursor.Take(), null);

    private FunctionSyntax ParseFunctionRest(Token start, string? name)
    {
        var parameters = _cursor.Kind == TokenKind.OpenParen && !_cursor.IsBroken ? ParseParameters(start) : null;
        var body = ParseBody("func", start);
        var height = body.Height;
        foreach (var parameter in parameters ?? []) height = Math.Max(height, parameter.Height);
        return new FunctionSyntax(start.Span.To(_cursor.Previous.Span), _cursor.Above(height), name, parameters, body);
    }

    private List<ParameterSyntax> ParseParameters(Token function)
    {
        _cursor.Take();
        var parameters = new List<ParameterSyntax>();
        _cursor.SkipNewLines();
        while (_cursor.Kind != TokenKind.CloseParen && !_cursor.IsBroken)
        {
            var parameter = ParseParameter(function);
            var afterOptional = parameters.Count > 0 && (parameters[^1].IsVariadic || (parameters[^1].Default is not null && parameter.Default is null && !parameter.IsVariadic));
            if (afterOptional) _cursor.Report(TemplateErrors.ParameterAfterOptional(_cursor.Source, parameter.Span, parameter.Name));
            parameters.Add(parameter);
            _cursor.SkipNewLines();
            if (!_cursor.TryTake(TokenKind.Comma)) break;
            _cursor.SkipNewLines();
        }
        if (!_cursor.TryTake(TokenKind.CloseParen)) _cursor.ReportExpected("',' or ')'");
        return parameters;
    }

    private ParameterSyntax ParseParameter(Token function)
    {
        var token = _cursor.Current;
        if (token.Kind != TokenKind.Identifier)
        {
            _cursor.Report(TemplateErrors.ParameterWithoutName(_cursor.Source, function.Span, _cursor.Describe(token)));
            return new ParameterSyntax(token.Span, 1, "", null, IsVariadic: false);
        }
        _cursor.Take();
        var name = _cursor.TextOf(token).ToString();
        if (_cursor.TryTake(TokenKind.Ellipsis)) return new ParameterSyntax(token.Span.To(_cursor.Previous.Span), 1, name, null, IsVariadic: true);
        if (!_cursor.TryTake(TokenKind.Equal)) return new ParameterSyntax(token.Span, 1, name, null, IsVariadic: false);
        var byDefault = _expressions.ParseOperand("a value after '='");
        return new ParameterSyntax(token.Span.To(byDefault.Span), byDefault.Height, name, byDefault, IsVariadic: false);
    }

    private ImportSyntax ParseImport()
    {
        var start = _cursor.Take();
        var value = ParseHeadExpression("an object");
        return new ImportSyntax(start.Span.To(value.Span), _cursor.Above(value.Height), value);
    }

    private StatementSyntax ParseReadOnly()
    {
        var start = _cursor.Take();
        var target = _expressions.ParseTarget("a variable");
        if (target is VariableSyntax variable) return new ReadOnlySyntax(start.Span.To(target.Span), _cursor.Above(1), variable);
        _cursor.ReportExpected("a variable");
        return new PrintSyntax(start.Span, 1, new BrokenSyntax(start.Span));
    }

    private ReturnSyntax ParseReturn()
    {
        var start = _cursor.Take();
        if (AtTerminator()) return new ReturnSyntax(start.Span, 1, null);
        var value = ParseHeadExpression("a value");
        return new ReturnSyntax(start.Span.To(value.Span), _cursor.Above(value.Height), value);
    }

    private BlockSyntax ParseBody(string word, Token start)
    {
        FinishStatement();
        var body = ParseBlock();
        ParseEnd(word, start);
        return body;
    }

    private void ParseEnd(string word, Token start)
    {
        if (_cursor.IsWord("end"))
        {
            _cursor.Take();
            return;
        }
        if (_cursor.Kind == TokenKind.EndOfText)
        {
            ReportEndMissing(word, start);
            return;
        }
        var stray = _cursor.Take();
        _cursor.Report(TemplateErrors.StrayWord(_cursor.Source, stray.Span, _cursor.TextOf(stray).ToString()));
        _cursor.Recover();
        ParseBlock();
        ParseEnd(word, start);
    }

    /// <summary>The innermost block is missed where the text ends, as stock Scriban does it, and those around it where they begin.</summary>
    private void ReportEndMissing(string word, Token start)
    {
        if (_isAtEnd)
        {
            if (LacksEnds) _cursor.Report(TemplateErrors.EndMissingAround(_cursor.Source, word, start.Span));
            return;
        }
        _isAtEnd = true;
        // Another mistake may have taken an 'end' with it.
        LacksEnds = !_cursor.HasErrors;
        if (LacksEnds) _cursor.Report(TemplateErrors.EndMissing(_cursor.Source, _cursor.Previous.Span, word, start.Span));
    }
}
