namespace StaticNews.Templates;

/// <summary><c>include_join names separator begin end</c>: includes with something between, before and after them; <c>tpl:name</c> is an include there, too.</summary>
internal sealed class IncludeJoinExpression(FaultPlace place, Expression names, Expression?[] around) : Expression(place)
{
    private const string IncludePrefix = "tpl:";

    public override Value Evaluate(RenderState state)
    {
        state.PushOutput(indent: null);
        var list = names.Evaluate(state);
        var items = list.Kind == ValueKind.Array ? list.AsArray()! : throw TemplateErrors.CannotConvert(ArgumentBinder.KindName(list), "a list").At(names.Place);
        WriteAround(state, 1);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) WriteAround(state, 0);
            Include(state, items[i]);
        }
        WriteAround(state, 2);
        return state.PopOutput();
    }

    public override void Write(RenderState state) => state.Write(Evaluate(state), isFinal: true);

    private void WriteAround(RenderState state, int index)
    {
        if (around[index] is not { } expression) return;
        var value = expression.Evaluate(state);
        var text = ValuePrinter.ToText(value);
        if (text.StartsWith(IncludePrefix, StringComparison.Ordinal)) Include(state, Value.Of(text[IncludePrefix.Length..]));
        else state.Write(value);
    }

    private void Include(RenderState state, in Value name)
    {
        var arguments = new TemplateList();
        arguments.Add(name);
        try
        {
            state.Include(state.FindPage(name, Place, MarkupPlace.Text), arguments);
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(Place);
        }
    }
}
