namespace StaticNews.Templates;

/// <summary>The part of a list that a loop goes through: <c>offset</c> first, then <c>reversed</c>, then <c>limit</c>.</summary>
internal sealed class LoopRange(Expression? limit, Expression? offset, bool isReversed)
{
    /// <summary>The number of iterations, and how the index of one becomes that of an item.</summary>
    public int Measure(RenderState state, int count, out int skipped)
    {
        skipped = offset is null ? 0 : Math.Clamp(Number(state, offset), 0, count);
        var rest = count - skipped;
        return limit is null ? rest : Math.Clamp(Number(state, limit), 0, rest);
    }

    public int ItemIndex(int iteration, int skipped, int count) => isReversed ? count - 1 - iteration : skipped + iteration;

    private static int Number(RenderState state, Expression option)
    {
        try
        {
            return ArgumentBinder.ToInt(option.Evaluate(state), 0);
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(option.Place);
        }
    }
}
