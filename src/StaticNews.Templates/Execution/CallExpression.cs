namespace StaticNews.Templates;

/// <summary>A call whose function shows while rendering.</summary>
internal sealed class CallExpression(FaultPlace place, Expression target, string text, CallArgument[] arguments, Statement? wrapped = null) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var callee = target.EvaluateUncalled(state);
        if (callee.Kind != ValueKind.Function) throw (callee.IsNull ? TemplateErrors.UnknownFunction(text) : TemplateErrors.NotCallable(text, ArgumentBinder.KindName(callee))).At(target.Place);
        var values = new List<Value>(arguments.Length);
        TemplateMap? named = null;
        var function = callee.AsFunction();
        try
        {
            Collect(state, function, values, ref named);
            return state.Call(function, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values), named, wrapped);
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(PlaceOf(fault.Argument));
        }
    }

    private void Collect(RenderState state, ITemplateFunction function, List<Value> values, ref TemplateMap? named)
    {
        foreach (var argument in arguments)
        {
            var value = argument.Value.Evaluate(state);
            if (argument.Name is { } name) Place(function, name, value, values, ref named);
            else if (!argument.IsSpread || value.Kind != ValueKind.Array) values.Add(value);
            else Spread(value.AsArray()!, values);
        }
    }

    private static new void Place(ITemplateFunction function, string name, in Value value, List<Value> values, ref TemplateMap? named)
    {
        if (function is not BuiltinFunction)
        {
            (named ??= new TemplateMap()).Set(name, value);
            return;
        }
        var index = ArgumentBinder.IndexOf(function.Parameters, name);
        if (index < 0) index = values.Count;
        while (values.Count <= index) values.Add(values.Count < function.Parameters.Count ? function.Parameters[values.Count].Default : Value.Null);
        values[index] = value;
    }

    private static void Spread(TemplateArray items, List<Value> values)
    {
        for (var i = 0; i < items.Count; i++) values.Add(items[i]);
    }

    private FaultPlace PlaceOf(int argument)
    {
        if (argument == RenderFault.AtEndOfCall) return base.Place with { Span = new TextSpan(base.Place.Span.End, base.Place.Span.End) };
        return argument >= 0 && argument < arguments.Length ? arguments[argument].Value.Place : base.Place;
    }
}
