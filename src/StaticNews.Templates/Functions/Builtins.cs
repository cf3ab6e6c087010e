using System.Collections.Frozen;

namespace StaticNews.Templates;

/// <summary>All built-in objects of the language by name.</summary>
internal static class Builtins
{
    public static FrozenDictionary<string, BuiltinNamespace> Namespaces { get; } = new[]
    {
        ArrayFunctions.Namespace,
        DateFunctions.Namespace,
        HtmlFunctions.Namespace,
        MathFunctions.Namespace,
        ObjectFunctions.Namespace,
        RegexFunctions.Namespace,
        StringFunctions.Namespace,
        TimeSpanFunctions.Namespace,
    }.ToFrozenDictionary(space => space.Name, StringComparer.Ordinal);

    /// <summary>A built-in object: its functions under the last part of their names, and its constants.</summary>
    public static BuiltinNamespace Namespace(string name, BuiltinFunction[] functions, params KeyValuePair<string, Value>[] constants) =>
        new(name, functions.Select(function => KeyValuePair.Create(function.DisplayName[(name.Length + 1)..], Value.Of(function))).Concat(constants));
}
