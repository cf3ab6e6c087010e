namespace StaticNews.Templates;

/// <summary>
/// Parses expressions. From loose to tight: <c>? :</c>, <c>|</c>, <c>??</c>, <c>||</c>, <c>&amp;&amp;</c>, equality, order, shifts, sums, products, ranges, prefixes.
/// A call without parentheses takes the expressions that follow on its line as arguments, each up to the next blank that no operator bridges.
/// </summary>
internal sealed class ExpressionParser(TokenCursor cursor, StatementParser statements)
{
    /// <summary>A whole expression, pipes and conditions included.</summary>
    /// <param name="what">What is expected here, for the message when there is nothing.</param>
    public ExpressionSyntax Parse(string what = "an expression")
    {
        if (!cursor.TryEnter()) return new BrokenSyntax(cursor.Current.Span);
        var expression = ParseConditional(what);
        cursor.Leave();
        return expression;
    }

    /// <summary>Whether a whole expression can begin here.</summary>
    public bool CanStart() => StartsExpression(cursor.Current);

    /// <summary>What can be assigned to: a name, a member or an item.</summary>
    public ExpressionSyntax ParseTarget(string what) =>
        cursor.Kind == TokenKind.Identifier ? ParsePostfix(ParseVariable(), takesArguments: false) : Missing(what);

    /// <summary>An operand with its operators, as the values of <c>when</c> and of loop options are; <c>||</c> and looser ones end it.</summary>
    public ExpressionSyntax ParseOperand(string what) => ParseBinary(BinaryTable.AboveOr, takesArguments: false, what);

    private ExpressionSyntax ParseConditional(string what)
    {
        var condition = ParsePipes(what);
        if (cursor.Kind != TokenKind.Question) return condition;
        cursor.Take();
        var then = Parse("the value if true");
        if (cursor.IsBroken) return condition;
        if (!cursor.TryTake(TokenKind.Colon))
        {
            cursor.ReportExpected("':' and the other value");
            return condition;
        }
        var otherwise = Parse("the value if false");
        var height = Math.Max(condition.Height, Math.Max(then.Height, otherwise.Height));
        return new ConditionalSyntax(condition.Span.To(otherwise.Span), cursor.Above(height), condition, then, otherwise);
    }

    private ExpressionSyntax ParsePipes(string what)
    {
        var from = ParseBinary(0, takesArguments: true, what);
        while (cursor.Kind == TokenKind.Pipe && !cursor.IsBroken)
        {
            cursor.Take();
            cursor.SkipNewLines();
            var to = ParseBinary(0, takesArguments: true, "a function after '|'");
            from = new PipeSyntax(from.Span.To(to.Span), cursor.Above(Math.Max(from.Height, to.Height)), from, to);
        }
        return from;
    }

    private ExpressionSyntax ParseBinary(int precedence, bool takesArguments, string what)
    {
        var left = ParseUnary(takesArguments, what);
        while (!cursor.IsBroken && BinaryTable.TryFind(cursor.Kind, out var operation, out var binds) && binds >= precedence)
        {
            var token = cursor.Take();
            var right = ParseBinary(binds + 1, takesArguments, "an expression after the operator");
            left = new BinarySyntax(left.Span.To(right.Span), cursor.Above(Math.Max(left.Height, right.Height)), operation, token.Span, left, right);
        }
        return left;
    }

    private ExpressionSyntax ParseUnary(bool takesArguments, string what)
    {
        var token = cursor.Current;
        UnaryOperator? operation = token.Kind switch
        {
            TokenKind.Bang => UnaryOperator.Not,
            TokenKind.Minus => UnaryOperator.Negate,
            TokenKind.Plus => UnaryOperator.Plus,
            TokenKind.At => UnaryOperator.Alias,
            TokenKind.Caret => UnaryOperator.Spread,
            _ => null,
        };
        if (token.Kind is TokenKind.PlusPlus or TokenKind.MinusMinus) return ParsePrefixIncrement();
        if (operation is not { } found) return ParsePrimary(takesArguments, what);
        if (!cursor.TryEnter()) return new BrokenSyntax(token.Span);
        cursor.Take();
        var operand = ParseUnary(takesArguments && found is not (UnaryOperator.Alias or UnaryOperator.Spread), "an expression");
        cursor.Leave();
        return new UnarySyntax(token.Span.To(operand.Span), cursor.Above(operand.Height), found, operand);
    }

    private IncrementSyntax ParsePrefixIncrement()
    {
        var token = cursor.Take();
        var target = ParseTarget("a variable");
        var step = token.Kind == TokenKind.PlusPlus ? 1 : -1;
        return new IncrementSyntax(token.Span.To(target.Span), cursor.Above(target.Height), target, step, IsPrefix: true);
    }

    private ExpressionSyntax ParsePrimary(bool takesArguments, string what)
    {
        var atom = ParseAtom(what);
        if (cursor.IsBroken) return atom;
        var target = ParsePostfix(atom, takesArguments: true);
        if (cursor.IsBroken) return target;
        if (cursor.Kind is TokenKind.PlusPlus or TokenKind.MinusMinus && target is VariableSyntax or MemberSyntax or IndexSyntax && !cursor.Current.SpaceBefore)
        {
            var token = cursor.Take();
            return new IncrementSyntax(target.Span.To(token.Span), cursor.Above(target.Height), target, token.Kind == TokenKind.PlusPlus ? 1 : -1, IsPrefix: false);
        }
        return takesArguments && target is not FunctionSyntax && StartsArgument() ? ParseCall(target) : target;
    }

    private ExpressionSyntax ParseAtom(string what)
    {
        var token = cursor.Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                cursor.Take();
                return new LiteralSyntax(token.Span, NumberLiteral.Parse(cursor.TextOf(token)));
            case TokenKind.String:
                cursor.Take();
                return new LiteralSyntax(token.Span, Value.Of(token.Text));
            case TokenKind.InterpolationStart: return ParseInterpolated();
            case TokenKind.OpenParen: return ParseNested();
            case TokenKind.OpenBracket: return ParseArray();
            case TokenKind.OpenBrace: return ParseObject();
            case TokenKind.Identifier when StartsExpression(token): return ParseWord(token);
            default: return Missing(what);
        }
    }

    private BrokenSyntax Missing(string what)
    {
        cursor.ReportExpected(what);
        return new BrokenSyntax(cursor.Current.Span);
    }

    private ExpressionSyntax ParseWord(Token token)
    {
        switch (cursor.CurrentText)
        {
            case "true":
                cursor.Take();
                return new LiteralSyntax(token.Span, Value.True);
            case "false":
                cursor.Take();
                return new LiteralSyntax(token.Span, Value.False);
            case "null":
                cursor.Take();
                return new LiteralSyntax(token.Span, Value.Null);
            case "do": return statements.ParseAnonymousFunction();
            default: return ParseVariable();
        }
    }

    private VariableSyntax ParseVariable()
    {
        var token = cursor.Take();
        return new VariableSyntax(token.Span, cursor.TextOf(token).ToString());
    }

    private ExpressionSyntax ParsePostfix(ExpressionSyntax target, bool takesArguments)
    {
        while (!cursor.IsBroken)
        {
            var token = cursor.Current;
            if (token.Kind is TokenKind.Dot or TokenKind.QuestionDot) target = ParseMember(target);
            else if (token.Kind == TokenKind.OpenBracket && !token.SpaceBefore) target = ParseIndex(target);
            else if (token.Kind == TokenKind.OpenParen && !token.SpaceBefore && takesArguments && IsPath(target)) target = ParseCallInParentheses(target);
            else break;
        }
        return target;
    }

    private static bool IsPath(ExpressionSyntax target) => target is VariableSyntax or MemberSyntax or IndexSyntax;

    private ExpressionSyntax ParseMember(ExpressionSyntax target)
    {
        var isConditional = cursor.Take().Kind == TokenKind.QuestionDot;
        if (cursor.Kind != TokenKind.Identifier || cursor.CurrentText[0] == '$')
        {
            cursor.ReportExpected("a member's name after '.'");
            return target;
        }
        var token = cursor.Take();
        var name = cursor.TextOf(token).ToString();
        var span = token.Span;
        // 'xs.empty?' is a name of its own, unless a condition follows: 'xs.empty ? a : b'.
        if (string.Equals(name, "empty", StringComparison.Ordinal) && cursor.Kind == TokenKind.Question && !cursor.Current.SpaceBefore && !StartsExpression(cursor.Peek(1)))
        {
            span = span.To(cursor.Take().Span);
            name = "empty?";
        }
        return new MemberSyntax(target.Span.To(span), cursor.Above(target.Height), target, name, span, isConditional);
    }

    private IndexSyntax ParseIndex(ExpressionSyntax target)
    {
        cursor.Take();
        cursor.SkipNewLines();
        var index = Parse("an index");
        cursor.SkipNewLines();
        var end = cursor.Current.Span;
        if (!cursor.TryTake(TokenKind.CloseBracket)) cursor.ReportExpected("']'");
        return new IndexSyntax(target.Span.To(end), cursor.Above(Math.Max(target.Height, index.Height)), target, index);
    }

    private NestedSyntax ParseNested()
    {
        var open = cursor.Take();
        cursor.SkipNewLines();
        var inner = Parse();
        if (!cursor.IsBroken && cursor.Kind == TokenKind.Equal) ReportNestedAssignment(inner);
        cursor.SkipNewLines();
        var end = cursor.Current.Span;
        if (!cursor.TryTake(TokenKind.CloseParen)) cursor.ReportExpected("')'");
        return new NestedSyntax(open.Span.To(end), cursor.Above(inner.Height), inner);
    }

    /// <summary>An assignment where only a value can be: <c>if x = 1</c>.</summary>
    public void ReportNestedAssignment(ExpressionSyntax target) => cursor.Report(TemplateErrors.AssignmentInExpression(cursor.Source, target.Span));

    private ArraySyntax ParseArray()
    {
        var open = cursor.Take();
        var items = new List<ExpressionSyntax>();
        var height = 0;
        cursor.SkipNewLines();
        while (cursor.Kind != TokenKind.CloseBracket && !cursor.IsBroken)
        {
            var item = Parse("an item");
            items.Add(item);
            height = Math.Max(height, item.Height);
            cursor.SkipNewLines();
            if (!cursor.TryTake(TokenKind.Comma)) break;
            cursor.SkipNewLines();
        }
        var end = cursor.Current.Span;
        if (!cursor.TryTake(TokenKind.CloseBracket)) cursor.ReportExpected("',' or ']'");
        return new ArraySyntax(open.Span.To(end), cursor.Above(height), items);
    }

    private ObjectSyntax ParseObject()
    {
        var open = cursor.Take();
        var members = new List<KeyValuePair<string, ExpressionSyntax>>();
        var height = 0;
        cursor.SkipNewLines();
        while (cursor.Kind != TokenKind.CloseBrace && !cursor.IsBroken)
        {
            var member = ParseObjectMember();
            members.Add(member);
            height = Math.Max(height, member.Value.Height);
            cursor.SkipNewLines();
            if (!cursor.TryTake(TokenKind.Comma)) break;
            cursor.SkipNewLines();
        }
        var end = cursor.Current.Span;
        if (!cursor.TryTake(TokenKind.CloseBrace)) cursor.ReportExpected("',' or '}'");
        return new ObjectSyntax(open.Span.To(end), cursor.Above(height), members);
    }

    private KeyValuePair<string, ExpressionSyntax> ParseObjectMember()
    {
        var token = cursor.Current;
        if (token.Kind is not (TokenKind.Identifier or TokenKind.String)) return new KeyValuePair<string, ExpressionSyntax>("", Missing("a member's name"));
        cursor.Take();
        var name = token.Text ?? cursor.TextOf(token).ToString();
        cursor.SkipNewLines();
        if (!cursor.TryTake(TokenKind.Colon)) return new KeyValuePair<string, ExpressionSyntax>(name, Missing("':' and the member's value"));
        cursor.SkipNewLines();
        return new KeyValuePair<string, ExpressionSyntax>(name, Parse("the member's value"));
    }

    private InterpolatedSyntax ParseInterpolated()
    {
        var open = cursor.Take();
        var parts = new List<ExpressionSyntax>();
        var height = 0;
        while (cursor.Kind is TokenKind.String or TokenKind.HoleOpen && !cursor.IsBroken)
        {
            var token = cursor.Take();
            var part = token.Kind == TokenKind.String ? new LiteralSyntax(token.Span, Value.Of(token.Text)) : ParseHole();
            parts.Add(part);
            height = Math.Max(height, part.Height);
        }
        var end = cursor.Current.Span;
        if (!cursor.TryTake(TokenKind.InterpolationEnd)) cursor.ReportExpected("the end of the string");
        return new InterpolatedSyntax(open.Span.To(end), cursor.Above(height), parts);
    }

    private ExpressionSyntax ParseHole()
    {
        cursor.SkipNewLines();
        var hole = Parse("an expression between '{' and '}'");
        cursor.SkipNewLines();
        if (!cursor.TryTake(TokenKind.HoleClose)) cursor.ReportExpected("'}'");
        return hole;
    }

    private CallSyntax ParseCallInParentheses(ExpressionSyntax target)
    {
        cursor.Take();
        var arguments = new List<ArgumentSyntax>();
        cursor.SkipNewLines();
        while (cursor.Kind != TokenKind.CloseParen && !cursor.IsBroken)
        {
            arguments.Add(ParseArgument(() => Parse("an argument")));
            if (!cursor.IsBroken && cursor.Kind == TokenKind.Equal) ReportNestedAssignment(arguments[^1].Value);
            cursor.SkipNewLines();
            if (!cursor.TryTake(TokenKind.Comma)) break;
            cursor.SkipNewLines();
        }
        var end = cursor.Current.Span;
        if (!cursor.TryTake(TokenKind.CloseParen)) cursor.ReportExpected("',' or ')'");
        return new CallSyntax(target.Span.To(end), cursor.Above(HeightOf(target, arguments)), target, arguments, InParentheses: true);
    }

    private CallSyntax ParseCall(ExpressionSyntax target)
    {
        var arguments = new List<ArgumentSyntax>();
        while (!cursor.IsBroken && StartsArgument()) arguments.Add(ParseArgument(() => ParseBinary(0, takesArguments: false, "an argument")));
        return new CallSyntax(target.Span.To(arguments[^1].Span), cursor.Above(HeightOf(target, arguments)), target, arguments, InParentheses: false);
    }

    private static int HeightOf(ExpressionSyntax target, List<ArgumentSyntax> arguments)
    {
        var height = target.Height;
        foreach (var argument in arguments) height = Math.Max(height, argument.Height);
        return height;
    }

    private ArgumentSyntax ParseArgument(Func<ExpressionSyntax> parseValue)
    {
        var start = cursor.Current;
        string? name = null;
        // The colon of a name touches it; that of 'a ? f x : y' does not.
        if (start.Kind == TokenKind.Identifier && cursor.Peek(1) is { Kind: TokenKind.Colon, SpaceBefore: false })
        {
            name = cursor.TextOf(cursor.Take()).ToString();
            cursor.Take();
        }
        if (!cursor.TryEnter()) return new ArgumentSyntax(start.Span, 1, name, new BrokenSyntax(start.Span));
        var value = parseValue();
        cursor.Leave();
        return new ArgumentSyntax(start.Span.To(value.Span), value.Height, name, value);
    }

    private bool StartsArgument() => cursor.Kind switch
    {
        TokenKind.Number or TokenKind.String or TokenKind.InterpolationStart or TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace
            or TokenKind.At or TokenKind.Caret or TokenKind.Bang => true,
        TokenKind.Identifier => StartsExpression(cursor.Current),
        _ => false,
    };

    private bool StartsExpression(Token token) => token.Kind switch
    {
        TokenKind.Number or TokenKind.String or TokenKind.InterpolationStart or TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace
            or TokenKind.At or TokenKind.Caret or TokenKind.Bang or TokenKind.Minus or TokenKind.Plus or TokenKind.PlusPlus or TokenKind.MinusMinus => true,
        TokenKind.Identifier => !Keywords.AreStatements(cursor.TextOf(token)),
        _ => false,
    };
}
