namespace StaticNews.Templates;

/// <summary>How arguments find the parameters of a function that a template defines.</summary>
internal static class FunctionArguments
{
    public static Value[] Bind(RenderState state, TemplateFunction function, FunctionParameter[] parameters, ReadOnlySpan<Value> arguments, TemplateMap? named)
    {
        if (named is not null) arguments = WithUnknown(parameters, arguments, named);
        var values = new Value[parameters.Length];
        var isVariadic = parameters.Length > 0 && parameters[^1].Signature.IsVariadic;
        var plain = isVariadic ? parameters.Length - 1 : parameters.Length;
        if (arguments.Length > plain && !isVariadic) throw TemplateErrors.TooManyArguments(function.DisplayName, plain, arguments.Length);
        var given = arguments.Length + (named?.Count ?? 0);
        for (var i = 0; i < plain; i++)
        {
            var parameter = parameters[i];
            if (named is not null && named.TryGet(parameter.Signature.Name, out var byName)) values[i] = byName;
            else if (i < arguments.Length) values[i] = arguments[i];
            else if (parameter.Signature.IsOptional) values[i] = parameter.Default?.Evaluate(state) ?? Value.Null;
            else throw TemplateErrors.TooFewArguments(function.DisplayName, ArgumentBinder.RequiredCount(function.Parameters), given);
        }
        if (isVariadic) values[^1] = Value.Of(AsList(arguments.Length > plain ? arguments[plain..] : [], null));
        return values;
    }

    // As with built-in functions, an argument by a name that no parameter has follows those by position.
    private static ReadOnlySpan<Value> WithUnknown(FunctionParameter[] parameters, ReadOnlySpan<Value> arguments, TemplateMap named)
    {
        List<Value>? all = null;
        for (var i = 0; i < named.Count; i++)
        {
            var name = named.NameAt(i);
            if (Array.Exists(parameters, parameter => string.Equals(parameter.Signature.Name, name, StringComparison.Ordinal))) continue;
            (all ??= [.. arguments]).Add(named.ValueAt(i));
        }
        return all is null ? arguments : System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all);
    }

    /// <summary>The arguments as <c>$</c>; named ones are members of it.</summary>
    public static TemplateList AsList(ReadOnlySpan<Value> arguments, TemplateMap? named)
    {
        var list = new TemplateList(arguments.Length);
        foreach (var argument in arguments) list.Add(argument);
        for (var i = 0; i < (named?.Count ?? 0); i++) list.Attach(named!.NameAt(i), named.ValueAt(i));
        return list;
    }
}
