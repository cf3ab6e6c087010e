using System.Text;

namespace StaticNews.Templates;

/// <summary><c>$"text {hole}"</c>: a text; on pages it is HTML when a hole is, and its other parts are escaped then.</summary>
internal sealed class InterpolatedExpression(FaultPlace place, Expression[] parts) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(ValuePrinter.ToText(part.Evaluate(state)));
            if (text.Length > state.Limits.StringChars) throw TemplateErrors.StringTooLong(state.Limits.StringChars).At(Place);
        }
        return Value.Of(text.ToString());
    }
}
