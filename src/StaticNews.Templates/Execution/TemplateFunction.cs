namespace StaticNews.Templates;

/// <summary>A function that a template defines.</summary>
internal sealed class TemplateFunction : ITemplateFunction
{
    public required string DisplayName { get; init; }

    /// <summary>Null for a function without a list of them: it takes any arguments as <c>$0</c>, <c>$1</c> and so on.</summary>
    public required FunctionParameter[]? Declared { get; init; }

    public IReadOnlyList<Parameter> Parameters => Declared is null ? [] : [.. Declared.Select(parameter => parameter.Signature)];

    /// <summary>Names assigned in its body: in a function with parameters, one that is new stays in it.</summary>
    public required KeyValuePair<int, string>[] OwnNames { get; init; }

    public required bool UsesArguments { get; init; }

    /// <summary>Set once, right after the body was compiled: it may call the function itself.</summary>
    public Statement Body { get; set; } = BlockStatement.Empty;
}
