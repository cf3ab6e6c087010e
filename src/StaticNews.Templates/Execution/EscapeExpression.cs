namespace StaticNews.Templates;

/// <summary><c>text | html.escape</c>, which templates write more often than all other calls together: a text goes straight to the page.</summary>
/// <param name="call">The call, for values that are no texts and places that are no page.</param>
/// <param name="text">Its argument.</param>
/// <param name="hiddenBy">As in <see cref="BuiltinCallExpression"/>.</param>
internal sealed class EscapeExpression(BuiltinCallExpression call, Expression text, int hiddenBy) : Expression(call.Place)
{
    public override Value Evaluate(RenderState state) => call.Evaluate(state);

    public override void Write(RenderState state)
    {
        if ((state.HiddenNamespaces & hiddenBy) != 0)
        {
            call.Write(state);
            return;
        }
        var value = text.Evaluate(state);
        if (value.Kind != ValueKind.String) call.Write(state, value);
        else if (state.Options.EscapeHtml) state.Output.WriteEscaped(value.AsText());
        else HtmlEntities.Write(value.AsText(), state.Output);
    }
}
