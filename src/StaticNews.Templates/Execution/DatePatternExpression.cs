namespace StaticNews.Templates;

/// <summary><c>date.format</c>: how dates print.</summary>
internal sealed class DatePatternExpression(FaultPlace place) : Expression(place)
{
    public override Value Evaluate(RenderState state) => Value.Of(state.DatePattern ?? Strftime.DefaultPattern);
}
