namespace StaticNews.Templates;

/// <summary>Compiles expressions.</summary>
internal sealed class ExpressionBinder
{
    private readonly Binding _binding;
    private readonly CallBinder _calls;
    private readonly NameBinder _names;
    private readonly TemplateBinder _statements;

    public ExpressionBinder(Binding binding, TemplateBinder statements)
    {
        _binding = binding;
        _statements = statements;
        _names = new NameBinder(binding, this);
        _calls = new CallBinder(binding, this, _names);
    }

    public Expression Bind(ExpressionSyntax syntax)
    {
        var place = _binding.Place(syntax.Span);
        switch (syntax)
        {
            case LiteralSyntax literal: return new ConstantExpression(place, literal.Value, _binding.Options);
            case VariableSyntax variable: return _names.BindVariable(variable);
            case MemberSyntax member: return _calls.TryBindBare(member) ?? _names.BindMember(member);
            case IndexSyntax index: return BindIndex(index, place);
            case CallSyntax call: return _calls.BindCall(call);
            case PipeSyntax pipe: return _calls.BindPipe(pipe);
            case BinarySyntax binary: return BindBinary(binary, Bind(binary.Left), place);
            case UnarySyntax unary: return BindUnary(unary, place);
            case NestedSyntax nested: return Bind(nested.Inner);
            case ConditionalSyntax condition: return BindConditional(condition, place);
            case IncrementSyntax increment: return new IncrementExpression(place, Bind(increment.Target), BindTarget(increment.Target), increment.Step, increment.IsPrefix);
            case InterpolatedSyntax text: return new InterpolatedExpression(place, [.. text.Parts.Select(Bind)]) { StaticType = typeof(string) };
            case ArraySyntax array: return new ArrayExpression(place, [.. array.Items.Select(Bind)]);
            case ObjectSyntax value: return new ObjectExpression(place, [.. value.Members.Select(member => KeyValuePair.Create(member.Key, Bind(member.Value)))]);
            case FunctionSyntax function: return new FunctionExpression(place, _statements.BindFunction(function));
            default: return _binding.Null(syntax.Span);
        }
    }

    /// <summary>What is left of an assignment.</summary>
    public Assignee BindTarget(ExpressionSyntax syntax)
    {
        switch (syntax)
        {
            case VariableSyntax { IsLocal: true } local: return new LocalAssignee(_binding.Unit.Names.LocalIndexOf(local.Name));
            case VariableSyntax plain: return new VariableAssignee(_binding.Place(plain.Span), _binding.Unit.Names.SlotOf(plain.Name), plain.Name);
            case MemberSyntax member when _names.IsDatePattern(member): return new DatePatternAssignee();
            case MemberSyntax member:
                return new MemberAssignee(BindOwner(member.Target, member.NameSpan), member.Name, _binding.Place(member.NameSpan), _binding.TextOf(member.Target));
            case IndexSyntax index:
                return new IndexAssignee(_binding.Place(index.Span), BindOwner(index.Target, index.Span), Bind(index.Index), _binding.TextOf(index.Target));
            // The parser has reported anything else.
            default: return new LocalAssignee(_binding.Unit.Names.LocalIndexOf("$"));
        }
    }

    public Expression BindBinary(BinarySyntax binary, Expression left, FaultPlace place)
    {
        var right = Bind(binary.Right);
        switch (binary.Operator)
        {
            case BinaryOperator.And or BinaryOperator.Or:
                return new LogicExpression(place, binary.Operator == BinaryOperator.And, left, right) { StaticType = typeof(bool) };
            case BinaryOperator.Coalesce or BinaryOperator.NotNull:
                var type = left.StaticType == right.StaticType ? left.StaticType : null;
                return new CoalesceExpression(place, binary.Operator == BinaryOperator.Coalesce, left, right) { StaticType = type };
            case BinaryOperator.Equal or BinaryOperator.NotEqual:
                return new EqualityExpression(place, binary.Operator == BinaryOperator.NotEqual, left, right) { StaticType = typeof(bool) };
            case BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual:
                return new OrderExpression(place, binary.Operator, left, right) { StaticType = typeof(bool) };
            default:
                return new ArithmeticExpression(place, binary.Operator, _binding.Place(binary.OperatorSpan), left, right);
        }
    }

    /// <summary>The owner of something that is assigned to; a typed model cannot be changed.</summary>
    private Expression BindOwner(ExpressionSyntax syntax, TextSpan at)
    {
        var owner = Bind(syntax);
        if (_binding.IsTyped && owner.StaticType is { } type) _binding.Fail(at, TemplateErrors.CannotAssignMember(ModelTypes.Describe(type), _binding.TextOf(syntax)));
        return owner;
    }

    private IndexExpression BindIndex(IndexSyntax index, FaultPlace place)
    {
        var target = Bind(index.Target);
        return new IndexExpression(place, target, Bind(index.Index), _binding.TextOf(index.Target)) { StaticType = ModelTypes.ItemOf(target.StaticType) };
    }

    private Expression BindUnary(UnarySyntax unary, FaultPlace place)
    {
        var operand = Bind(unary.Operand);
        return unary.Operator switch
        {
            UnaryOperator.Not => new NotExpression(place, operand) { StaticType = typeof(bool) },
            UnaryOperator.Negate when operand is ConstantExpression { Value.IsNumber: true } number => new ConstantExpression(place, Arithmetic.Negate(number.Value), _binding.Options),
            UnaryOperator.Negate => new SignExpression(place, isNegative: true, operand),
            UnaryOperator.Plus => new SignExpression(place, isNegative: false, operand),
            UnaryOperator.Alias => new AliasExpression(place, BindUncalled(unary.Operand)),
            _ => operand,
        };
    }

    /// <summary>A function by its name, not called.</summary>
    public Expression BindUncalled(ExpressionSyntax syntax) => syntax switch
    {
        MemberSyntax member => _names.BindMember(member),
        NestedSyntax nested => BindUncalled(nested.Inner),
        UnarySyntax { Operator: UnaryOperator.Alias } alias => BindUncalled(alias.Operand),
        _ => Bind(syntax),
    };

    private ConditionalExpression BindConditional(ConditionalSyntax condition, FaultPlace place)
    {
        var then = Bind(condition.Then);
        var otherwise = Bind(condition.Otherwise);
        return new ConditionalExpression(place, Bind(condition.Condition), then, otherwise)
        {
            StaticType = then.StaticType == otherwise.StaticType ? then.StaticType : null,
        };
    }
}
