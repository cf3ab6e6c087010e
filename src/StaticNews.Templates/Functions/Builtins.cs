using System.Collections.Frozen;

namespace StaticNews.Templates;

/// <summary>All built-in objects of the language by name.</summary>
internal static class Builtins
{
    public static FrozenDictionary<string, BuiltinNamespace> Namespaces { get; } =
        Array.Empty<BuiltinNamespace>().ToFrozenDictionary(space => space.Name, StringComparer.Ordinal);
}
