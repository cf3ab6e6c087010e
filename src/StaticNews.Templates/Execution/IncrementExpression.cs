namespace StaticNews.Templates;

/// <summary><c>x++</c>, <c>--x</c> and their siblings.</summary>
internal sealed class IncrementExpression(FaultPlace place, Expression read, Assignee target, int step, bool isPrefix) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var before = read.Evaluate(state);
        try
        {
            var after = Arithmetic.Add(before, Value.Of(step));
            target.Assign(state, after);
            return isPrefix ? after : before;
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(Place);
        }
    }
}
