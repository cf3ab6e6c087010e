namespace StaticNews.Templates;

/// <summary><c>include name arguments</c>: the text that the template writes, HTML on pages.</summary>
internal sealed class IncludeExpression(FaultPlace place, Expression name, Page? page, CallArgument[] arguments, MarkupPlace markup) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        state.PushOutput(indent: null);
        Run(state);
        return state.PopOutput();
    }

    public override void Write(RenderState state)
    {
        // An indented include is indented as a whole, so its text must be there first.
        if (state.Output.Indent is null) Run(state);
        else state.Write(Evaluate(state), isFinal: true);
    }

    private void Run(RenderState state)
    {
        var nameValue = name.Evaluate(state);
        var found = page ?? state.FindPage(nameValue, Place, markup);
        var values = new TemplateList(arguments.Length + 1);
        if (found.UsesArguments) Collect(state, nameValue, values);
        try
        {
            state.Include(found, values);
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(Place);
        }
    }

    private void Collect(RenderState state, Value nameValue, TemplateList values)
    {
        values.Add(nameValue);
        foreach (var argument in arguments)
        {
            var value = argument.Value.Evaluate(state);
            if (argument.Name is { } member) values.Attach(member, value);
            else if (!argument.IsSpread || value.Kind != ValueKind.Array) values.Add(value);
            else
            {
                var items = value.AsArray()!;
                for (var i = 0; i < items.Count; i++) values.Add(items[i]);
            }
        }
    }
}
