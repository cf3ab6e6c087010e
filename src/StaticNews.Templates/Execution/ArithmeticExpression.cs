namespace StaticNews.Templates;

/// <summary>Sums, products, ranges, joined texts.</summary>
internal sealed class ArithmeticExpression(FaultPlace place, BinaryOperator operation, FaultPlace operatorPlace, Expression left, Expression right) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var a = left.Evaluate(state);
        var b = right.Evaluate(state);
        try
        {
            return Operators.Apply(state, operation, a, b);
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(fault.Argument == 1 ? right.Place : operatorPlace);
        }
    }
}
