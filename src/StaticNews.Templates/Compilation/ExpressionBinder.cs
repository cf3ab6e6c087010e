namespace StaticNews.Templates;

/// <summary>Compiles expressions.</summary>
internal sealed class ExpressionBinder
{
    private readonly Binding _binding;
    private readonly CallBinder _calls;
    private readonly NameBinder _names;
    private readonly TemplateBinder _statements;
    private readonly OperandCheck _operands;

    public ExpressionBinder(Binding binding, TemplateBinder statements)
    {
        _binding = binding;
        _statements = statements;
        _operands = new OperandCheck(binding);
        _names = new NameBinder(binding, this);
        _calls = new CallBinder(binding, this, _names);
    }

    public Expression Bind(ExpressionSyntax syntax)
    {
        var place = _binding.Place(syntax.Span);
        switch (syntax)
        {
            case LiteralSyntax literal: return new ConstantExpression(place, literal.Value, _binding.Options);
            case VariableSyntax variable:
                _calls.CheckBare(variable);
                return _names.BindVariable(variable);
            case MemberSyntax member: return _calls.TryBindBare(member) ?? _names.BindMember(member);
            case IndexSyntax index: return BindIndex(index, place);
            case CallSyntax call: return _calls.BindCall(call);
            case PipeSyntax pipe: return _calls.BindPipe(pipe);
            case BinarySyntax binary: return BindBinary(binary, Bind(binary.Left), place);
            case UnarySyntax unary: return BindUnary(unary, place);
            case NestedSyntax nested: return Bind(nested.Inner);
            case ConditionalSyntax condition: return BindConditional(condition, place);
            case IncrementSyntax increment: return BindIncrement(increment, place);
            case InterpolatedSyntax text: return new InterpolatedExpression(place, [.. text.Parts.Select(Bind)]) { StaticType = typeof(string) };
            case ArraySyntax array: return new ArrayExpression(place, [.. array.Items.Select(Bind)]) { StaticType = typeof(TemplateArray) };
            case ObjectSyntax value: return new ObjectExpression(place, [.. value.Members.Select(member => KeyValuePair.Create(member.Key, Bind(member.Value)))]) { StaticType = typeof(TemplateObject) };
            case FunctionSyntax function: return new FunctionExpression(place, _statements.BindFunction(function)) { StaticType = typeof(ITemplateFunction) };
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
                _operands.Compare(binary.Operator, binary.OperatorSpan, left, right);
                return new EqualityExpression(place, binary.Operator == BinaryOperator.NotEqual, left, right) { StaticType = typeof(bool) };
            case BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual:
                _operands.Compare(binary.Operator, binary.OperatorSpan, left, right);
                return new OrderExpression(place, binary.Operator, left, right) { StaticType = typeof(bool) };
            default:
                var result = _operands.Compute(binary.Operator, binary.OperatorSpan, left.StaticType, right.StaticType);
                return new ArithmeticExpression(place, binary.Operator, _binding.Place(binary.OperatorSpan), left, right) { StaticType = result };
        }
    }

    /// <summary><c>target += value</c> and its siblings.</summary>
    public ArithmeticExpression BindCompound(AssignSyntax assign, BinaryOperator operation, Expression value)
    {
        var target = Bind(assign.Target);
        _operands.Compute(operation, assign.OperatorSpan, target.StaticType, value.StaticType);
        return new ArithmeticExpression(_binding.Place(assign.Span), operation, _binding.Place(assign.OperatorSpan), target, value);
    }

    private IncrementExpression BindIncrement(IncrementSyntax increment, FaultPlace place)
    {
        var read = Bind(increment.Target);
        _operands.Increment(increment.Target, read.StaticType);
        return new IncrementExpression(place, read, BindTarget(increment.Target), increment.Step, increment.IsPrefix);
    }

    /// <summary>The owner of something that is assigned to; a typed model cannot be changed.</summary>
    private Expression BindOwner(ExpressionSyntax syntax, TextSpan at)
    {
        var owner = Bind(syntax);
        // A list in a variable may be one that the template made.
        var isOfModel = owner.StaticType is { } known && (ModelTypes.IsRecord(known) || owner is RecordMemberExpression or ModelMemberExpression);
        if (isOfModel && owner.StaticType is { } type) _binding.Report(at, TemplateErrors.CannotAssignMember(ModelTypes.Describe(type), _binding.TextOf(syntax)));
        return owner;
    }

    private IndexExpression BindIndex(IndexSyntax index, FaultPlace place)
    {
        var target = Bind(index.Target);
        var at = Bind(index.Index);
        _operands.Index(index.Target, target.StaticType, at);
        return new IndexExpression(place, target, at, _binding.TextOf(index.Target)) { StaticType = ModelTypes.ItemOf(target.StaticType) };
    }

    private Expression BindUnary(UnarySyntax unary, FaultPlace place)
    {
        if (unary.Operator == UnaryOperator.Alias) return new AliasExpression(place, BindUncalled(unary.Operand));
        var operand = Bind(unary.Operand);
        return unary.Operator switch
        {
            UnaryOperator.Not => new NotExpression(place, operand) { StaticType = typeof(bool) },
            UnaryOperator.Negate when operand is ConstantExpression { Value.IsNumber: true } number => new ConstantExpression(place, Arithmetic.Negate(number.Value), _binding.Options),
            UnaryOperator.Negate => new SignExpression(place, isNegative: true, operand) { StaticType = _operands.Sign(unary.Operand, operand.StaticType) },
            UnaryOperator.Plus => new SignExpression(place, isNegative: false, operand) { StaticType = _operands.Sign(unary.Operand, operand.StaticType) },
            _ => operand,
        };
    }

    /// <summary>A function by its name, not called.</summary>
    public Expression BindUncalled(ExpressionSyntax syntax) => syntax switch
    {
        MemberSyntax member => _names.BindMember(member),
        VariableSyntax variable => _names.BindVariable(variable),
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
