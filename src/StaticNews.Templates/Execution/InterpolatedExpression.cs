using System.Text;

namespace StaticNews.Templates;

/// <summary><c>$"text {hole}"</c>: a text; on pages it is HTML when a hole is, and its other parts are escaped then.</summary>
internal sealed class InterpolatedExpression(FaultPlace place, Expression[] parts) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var values = new Value[parts.Length];
        var isHtml = false;
        for (var i = 0; i < parts.Length; i++)
        {
            values[i] = parts[i].Evaluate(state);
            isHtml |= SafeText.IsHtml(state, values[i]);
        }
        var text = new StringBuilder();
        foreach (var value in values)
        {
            text.Append(SafeText.Part(state, value, isHtml));
            if (text.Length > state.Limits.StringChars) throw TemplateErrors.StringTooLong(state.Limits.StringChars).At(Place);
        }
        return SafeText.Of(text.ToString(), isHtml);
    }
}
