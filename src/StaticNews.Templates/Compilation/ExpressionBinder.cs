using Scriban.Runtime;
using Scriban.Syntax;

namespace StaticNews.Templates;

/// <summary>
/// Checks expressions and binds them: paths into the model to getters, calls to the functions that they name.
/// </summary>
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

    public Bound Bind(ScriptExpression expression)
    {
        switch (expression)
        {
            case ScriptLiteral literal:
                return new Bound(literal, literal.Value?.GetType());
            case ScriptVariable variable:
                _calls.CheckBare(variable);
                return _names.BindVariable(variable);
            case ScriptThisExpression:
                return new Bound(expression, _names.TypeOfThis);
            case ScriptMemberExpression member:
                return _calls.TryBindBare(member) ?? _names.BindMember(member);
            case ScriptIndexerExpression index:
                return BindIndex(index);
            case ScriptFunctionCall call:
                return _calls.BindCall(call);
            case ScriptPipeCall pipe:
                return _calls.BindPipe(pipe);
            case ScriptBinaryExpression { Left: { } left } binary:
                return BindBinary(binary, Bind(left));
            case ScriptIncrementDecrementExpression increment:
                return BindIncrement(increment);
            case ScriptUnaryExpression { Right: { } operand } unary:
                return BindUnary(unary, operand);
            case ScriptNestedExpression { Expression: { } inner } nested:
                return BindNested(nested, inner);
            case ScriptConditionalExpression { Condition: { } condition } choice:
                return BindConditional(choice, Bind(condition));
            case ScriptInterpolatedStringExpression text:
                return BindInterpolated(text);
            case ScriptArrayInitializerExpression array:
                return BindArray(array);
            case ScriptObjectInitializerExpression value:
                return BindObject(value);
            case ScriptAnonymousFunction { Function: { } function }:
                _statements.BindFunction(function);
                return new Bound(expression, typeof(IScriptCustomFunction));
            case ScriptAssignExpression assign:
                _binding.ReportAlways(TemplateSpan.Of(assign.EqualToken.Span), TemplateErrors.AssignmentInExpression());
                return new Bound(expression, null);
            default:
                return new Bound(expression, null);
        }
    }

    /// <summary>The facts about an expression that is assigned to as well; the expression stays as it is.</summary>
    public Type? TypeOf(ScriptExpression target) =>
        target is ScriptVariable variable ? _names.BindVariable(variable).Type : null;

    /// <summary>Checks what is left of an assignment; a typed model cannot be changed.</summary>
    public void BindTarget(ScriptExpression target)
    {
        switch (target)
        {
            case ScriptMemberExpression { Target: { } owner, Member: { } name } member
                when !_names.IsDatePattern(member):
                RequireOwn(owner, name);
                break;
            case ScriptIndexerExpression { Target: { } owner, Index: { } index } indexer:
                RequireOwn(owner, indexer);
                indexer.Index = Bind(index).Node;
                break;
        }
    }

    private void RequireOwn(ScriptExpression owner, ScriptNode at)
    {
        // A list in a variable may be one that the template made.
        if (Bind((ScriptExpression)owner.Clone()) is not { Type: { } type } bound)
            return;
        if (ModelTypes.IsRecord(type) || bound.Node is PathNode)
        {
            _binding.Report(at, TemplateErrors.CannotAssignMember(ModelTypes.Describe(type), _binding.TextOf(owner)));
        }
    }

    public Bound BindBinary(ScriptBinaryExpression binary, Bound left)
    {
        binary.Left = left.Node;
        if (binary.Right is not { } written)
            return new Bound(binary, null);
        var right = Bind(written);
        binary.Right = right.Node;
        var at = TemplateSpan.Of((binary.OperatorToken ?? (ScriptNode)binary).Span);
        switch (binary.Operator)
        {
            case ScriptBinaryOperator.And or ScriptBinaryOperator.Or:
                return new Bound(binary, typeof(bool));
            case ScriptBinaryOperator.EmptyCoalescing or ScriptBinaryOperator.NotEmptyCoalescing:
                return new Bound(binary, left.Type == right.Type ? left.Type : null);
            case ScriptBinaryOperator.CompareEqual
            or ScriptBinaryOperator.CompareNotEqual
            or ScriptBinaryOperator.CompareLess
            or ScriptBinaryOperator.CompareLessOrEqual
            or ScriptBinaryOperator.CompareGreater
            or ScriptBinaryOperator.CompareGreaterOrEqual:
                _operands.Compare(binary, at, left, right, written);
                return new Bound(binary, typeof(bool));
            case ScriptBinaryOperator.Add when MayBeHtml(left.Type) || MayBeHtml(right.Type):
                var sum = new JoinNode([binary.Left, binary.Right], binary)
                {
                    Span = binary.Span,
                    Text = _binding.TextOf(binary),
                };
                return new Bound(sum, _operands.Compute(binary.Operator, at, left.Type, right.Type));
            default:
                (binary.Left, binary.Right) = (AsArray(left), AsArray(right));
                return new Bound(binary, _operands.Compute(binary.Operator, at, left.Type, right.Type));
        }
    }

    /// <summary>Scriban computes with arrays of its own.</summary>
    private static ScriptExpression AsArray(Bound list) =>
        ModelTypes.KindOf(list.Type) == StaticKind.List && !typeof(ScriptArray).IsAssignableFrom(list.Type)
            ? new ArrayNode(list.Node) { Span = list.Node.Span }
            : list.Node;

    private static bool MayBeHtml(Type? type) => type is null || type == typeof(HtmlString);

    private Bound BindIncrement(ScriptIncrementDecrementExpression increment)
    {
        if (increment.Right is not { } operand)
            return new Bound(increment, null);
        _operands.Increment(operand, TypeOf(operand));
        BindTarget(operand);
        return new Bound(increment, null);
    }

    private Bound BindIndex(ScriptIndexerExpression index)
    {
        if (index is not { Target: { } owner, Index: { } written })
            return new Bound(index, null);
        if (_names.TryBindArgument(index) is { } argument)
            return argument;
        var target = Bind(owner);
        var at = Bind(written);
        _operands.Index(owner, target.Type, at, written);
        (index.Target, index.Index) = (target.Node, at.Node);
        return new Bound(index, ModelTypes.ItemOf(target.Type));
    }

    private Bound BindUnary(ScriptUnaryExpression unary, ScriptExpression operand)
    {
        if (unary.Operator == ScriptUnaryOperator.FunctionAlias)
        {
            unary.Right = BindUncalled(operand).Node;
            return new Bound(unary, null);
        }
        var bound = Bind(operand);
        unary.Right = bound.Node;
        return new Bound(
            unary,
            unary.Operator switch
            {
                ScriptUnaryOperator.Not => typeof(bool),
                ScriptUnaryOperator.Negate or ScriptUnaryOperator.Plus => _operands.Sign(operand, bound.Type),
                _ => bound.Type,
            }
        );
    }

    private Bound BindNested(ScriptNestedExpression nested, ScriptExpression inner)
    {
        var bound = Bind(inner);
        nested.Expression = bound.Node;
        // A bound value needs no brackets around it.
        return bound.Node is PageExpression ? bound with { Node = Detached(nested) } : new Bound(nested, bound.Type);
    }

    private static ScriptExpression Detached(ScriptNestedExpression nested)
    {
        var inner = nested.Expression!;
        nested.Expression = null;
        return inner;
    }

    public Bound BindConditional(ScriptConditionalExpression choice, Bound condition)
    {
        choice.Condition = condition.Node;
        if (choice is not { ThenValue: { } then, ElseValue: { } otherwise })
            return new Bound(choice, null);
        var (first, second) = (Bind(then), Bind(otherwise));
        (choice.ThenValue, choice.ElseValue) = (first.Node, second.Node);
        return new Bound(choice, first.Type == second.Type ? first.Type : null);
    }

    private Bound BindInterpolated(ScriptInterpolatedStringExpression text)
    {
        var hasHtml = false;
        for (var i = 0; i < text.Parts.Count; i++)
        {
            if (text.Parts[i] is not ScriptInterpolatedExpression { Expression: { } value } part)
                continue;
            var bound = Bind(value);
            part.Expression = bound.Node;
            hasHtml |= MayBeHtml(bound.Type);
        }
        return new Bound(
            hasHtml ? new JoinNode([.. text.Parts], text) { Span = text.Span, Text = _binding.TextOf(text) } : text,
            typeof(string)
        );
    }

    private Bound BindArray(ScriptArrayInitializerExpression array)
    {
        for (var i = 0; i < array.Values.Count; i++)
            array.Values[i] = Bind(array.Values[i]).Node;
        return new Bound(array, typeof(ScriptArray));
    }

    private Bound BindObject(ScriptObjectInitializerExpression value)
    {
        foreach (var member in value.Members)
        {
            if (member.Value is { } written)
                member.Value = Bind(written).Node;
        }
        return new Bound(value, typeof(ScriptObject));
    }

    /// <summary>A function by its name, not called.</summary>
    public Bound BindUncalled(ScriptExpression target)
    {
        switch (target)
        {
            case ScriptMemberExpression member:
                return _names.BindMember(member);
            case ScriptVariable variable:
                return _names.BindVariable(variable);
            case ScriptNestedExpression { Expression: { } inner } nested:
                var bound = BindUncalled(inner);
                nested.Expression = bound.Node;
                return bound with { Node = nested };
            case ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionAlias, Right: { } operand } alias:
                var function = BindUncalled(operand);
                alias.Right = function.Node;
                return function with { Node = alias };
            default:
                return Bind(target);
        }
    }

    public void BindWrapped(ScriptExpression target) => _calls.BindWrapped(target);
}
