namespace StaticNews.Templates;

/// <summary><c>-a</c> and <c>+a</c>.</summary>
internal sealed class SignExpression(FaultPlace place, bool isNegative, Expression operand) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var value = operand.Evaluate(state);
        if (!value.IsNumber && !value.IsNull && value.Kind is not (ValueKind.Bool or ValueKind.TimeSpan))
        {
            throw TemplateErrors.CannotConvert(ArgumentBinder.KindName(value), "a number").At(Place);
        }
        return isNegative ? Arithmetic.Negate(value) : value;
    }
}
