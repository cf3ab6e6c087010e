namespace StaticNews.Articles.Prose;

/// <summary>
/// Counts what one body costs while it is parsed and written, and ends that where it costs too much or the build is stopped. Belongs to one pass over one body.
/// </summary>
internal sealed class ParseBudget(BodyLimits limits, CancellationToken stop = default)
{
    /// <summary>A tenth of a millisecond: often enough for a build that must stop, and seldom enough to cost nothing.</summary>
    private const long StepsBetweenLooks = 1 << 15;

    private long _look = Math.Min(StepsBetweenLooks, limits.Steps);

    public long Steps { get; private set; }

    public long Output { get; private set; }

    public long Cells { get; private set; }

    public long References { get; private set; }

    public long Links { get; private set; }

    public long Elements { get; private set; }

    /// <summary>Counts work and tells whether it is time for <see cref="Look"/>: a caller finds the place only then.</summary>
    public bool IsTimeToLook(long steps) => (Steps += steps) >= _look;

    /// <exception cref="OperationCanceledException">The build is stopped.</exception>
    public void Look(int at)
    {
        stop.ThrowIfCancellationRequested();
        Require(Steps, limits.Steps, BodyLimit.Steps, at);
        _look = Math.Min(Steps + StepsBetweenLooks, limits.Steps + 1);
    }

    /// <param name="at">In the body.</param>
    /// <exception cref="OperationCanceledException">The build is stopped.</exception>
    public void Spend(long steps, int at)
    {
        if (IsTimeToLook(steps))
        {
            Look(at);
        }
    }

    /// <param name="chars">Written so far, from the body's beginning.</param>
    public void Write(long chars, int at) => Require(Output = chars, limits.Output, BodyLimit.Output, at);

    public void Fill(long cells, int at) => Require(Cells += cells, limits.Cells, BodyLimit.Cells, at);

    public void Expand(long chars, int at) => Require(References += chars, limits.References, BodyLimit.References, at);

    public void Link(int at) => Require(++Links, limits.Links, BodyLimit.Links, at);

    public void Build(long elements, int at) => Require(Elements = elements, limits.Elements, BodyLimit.Elements, at);

    public static void RefuseNesting(int at) => throw new BodyLimitException(new BodyFault(BodyLimit.Nesting, at));

    private static void Require(long spent, long limit, BodyLimit kind, int at)
    {
        if (spent > limit)
        {
            throw new BodyLimitException(new BodyFault(kind, at));
        }
    }
}
