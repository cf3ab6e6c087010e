namespace StaticNews.Templates;

/// <summary>A call of a built-in function whose arguments found their parameters when the template was compiled.</summary>
/// <param name="place">The call.</param>
/// <param name="function">The function.</param>
/// <param name="arguments">One a parameter, null where it is left out; variadic ones follow.</param>
/// <param name="writesSafely">Whether what the function's writer writes needs no escaping here.</param>
/// <param name="hiddenBy">The bit of the namespace in <see cref="RenderState.HiddenNamespaces"/>.</param>
/// <param name="whenHidden">The call by names, for a model that has a member named like the namespace.</param>
internal sealed class BuiltinCallExpression(
    FaultPlace place, BuiltinFunction function, Expression?[] arguments, bool writesSafely, int hiddenBy, Expression? whenHidden) : Expression(place)
{
    public BuiltinFunction Function => function;

    /// <summary>Whether it writes straight to the page, and neither HTML nor anything that would need escaping.</summary>
    public bool WritesPlainText => writesSafely && !function.IsHtml && hiddenBy == 0;

    public override Value Evaluate(RenderState state)
    {
        if ((state.HiddenNamespaces & hiddenBy) != 0) return whenHidden!.Evaluate(state);
        var values = state.TakeArguments(arguments.Length);
        try
        {
            Fill(state, values);
            var result = function.Body(state, values);
            state.ReturnArguments(values.Length);
            return result;
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(PlaceOf(fault.Argument));
        }
    }

    public override void Write(RenderState state)
    {
        if (!writesSafely || (state.HiddenNamespaces & hiddenBy) != 0)
        {
            state.Write(Evaluate(state));
            return;
        }
        var values = state.TakeArguments(arguments.Length);
        try
        {
            Fill(state, values);
            function.Writer!(state, values, state.Output);
            state.ReturnArguments(values.Length);
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(PlaceOf(fault.Argument));
        }
    }

    /// <summary>As <see cref="Write(RenderState)"/>, for a function of one argument that was evaluated already.</summary>
    public void Write(RenderState state, in Value argument)
    {
        try
        {
            function.Writer!(state, [ArgumentBinder.Convert(argument, function.Parameters[0].Kind, 0, state.DatePattern)], state.Output);
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(PlaceOf(fault.Argument));
        }
    }

    private void Fill(RenderState state, Span<Value> values)
    {
        var parameters = function.Parameters;
        for (var i = 0; i < arguments.Length; i++)
        {
            var parameter = parameters[Math.Min(i, parameters.Count - 1)];
            values[i] = arguments[i] is { } argument ? ArgumentBinder.Convert(argument.Evaluate(state), parameter.Kind, i, state.DatePattern) : parameter.Default;
        }
    }

    private FaultPlace PlaceOf(int argument) => argument >= 0 && argument < arguments.Length && arguments[argument] is { } found ? found.Place : Place;
}
