namespace StaticNews.Templates;

/// <summary>Looks, with a typed model, whether a call fits the function that the template defines.</summary>
internal sealed class OwnCallCheck(Binding binding)
{
    /// <param name="target">What is called.</param>
    /// <param name="arguments">Its arguments, the piped one first.</param>
    /// <param name="at">The call.</param>
    public void Call(ExpressionSyntax target, CallArgument[] arguments, TextSpan at)
    {
        if (target is not VariableSyntax { IsLocal: false } name || Definition(name.Name) is not { Parameters: { } parameters } function) return;
        if (Array.Exists(arguments, argument => argument.IsSpread)) return;
        foreach (var argument in arguments)
        {
            if (argument.Name is { } given && !parameters.Any(parameter => string.Equals(parameter.Name, given, StringComparison.Ordinal)) && !ReadsArguments(function))
            {
                var names = parameters.Select(parameter => parameter.Name).ToArray();
                binding.Report(argument.At ?? at, CheckErrors.UnknownOwnParameter(name.Name, given, names, Spelling.Nearest(given, names)));
                return;
            }
        }
        Count(name, parameters, arguments, at);
    }

    private void Count(VariableSyntax function, IReadOnlyList<ParameterSyntax> parameters, CallArgument[] arguments, TextSpan at)
    {
        var name = function.Name;
        var plain = parameters.Count(parameter => !parameter.IsVariadic);
        var positional = arguments.Count(argument => argument.Name is null);
        if (positional > plain && plain == parameters.Count)
        {
            var surplus = arguments.Where(argument => argument.Name is null).ElementAt(plain);
            binding.Report(surplus.At ?? at, TemplateErrors.TooManyArguments(name, plain, positional));
            return;
        }
        for (var i = positional; i < plain; i++)
        {
            var parameter = parameters[i];
            if (parameter.Default is not null || Array.Exists(arguments, argument => string.Equals(argument.Name, parameter.Name, StringComparison.Ordinal))) continue;
            var least = parameters.Count(each => each is { Default: null, IsVariadic: false });
            var negative = binding.NegativeAfter(CallBinder.EndOf(function.Span.End, arguments));
            binding.Report(new TextSpan(at.End, at.End), TemplateErrors.TooFewArguments(name, least, arguments.Length, negative));
            return;
        }
    }

    /// <summary>The one function that the name can stand for here; null when that is not certain.</summary>
    private FunctionSyntax? Definition(string name)
    {
        var unit = binding.Unit;
        if (unit.DefinitionOf(name) is not { } function || unit.IsBoundSomewhere(name) || unit.ModelShape!.TryFind(name, out _)) return null;
        for (var level = binding.Scope; level is not null; level = level.Outer)
        {
            if (level.Name is null && (level.Type is null || RecordShape.Of(level.Type).TryFind(name, out _))) return null;
        }
        return function;
    }

    private static bool ReadsArguments(FunctionSyntax function) => SyntaxParts.All(function.Body).Any(node => node is VariableSyntax { Name: "$" });
}
