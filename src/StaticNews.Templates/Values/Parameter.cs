namespace StaticNews.Templates;

/// <summary>A parameter of a function.</summary>
/// <param name="Name">The name for named arguments, snake_case.</param>
/// <param name="Kind">What an argument is turned into.</param>
/// <param name="IsOptional">Whether a call may leave it out; it is then <paramref name="Default"/>.</param>
/// <param name="Default">What a left-out optional argument is.</param>
/// <param name="IsVariadic">Whether it, the last one, takes all further arguments.</param>
internal sealed record Parameter(string Name, ParameterKind Kind, bool IsOptional = false, Value Default = default, bool IsVariadic = false)
{
    public static Parameter Required(string name, ParameterKind kind) => new(name, kind);

    public static Parameter Optional(string name, ParameterKind kind, Value byDefault = default) => new(name, kind, true, byDefault);

    public static Parameter Variadic(string name, ParameterKind kind) => new(name, kind, true, default, true);
}
