using System.Diagnostics.CodeAnalysis;

namespace StaticNews.Templates;

/// <summary>Reads a typed list of a model by index.</summary>
internal abstract class ListAccess
{
    public abstract int Count(object list);

    public abstract Value At(object list, int index);

    /// <summary>The access for a type that implements <c>IReadOnlyList</c> of something; null for any other.</summary>
    [UnconditionalSuppressMessage("AOT", "IL2070", Justification = "Model types are kept whole by whoever hands them to the compiler.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Items are reference types, or are known to ScalarAccess.")]
    public static ListAccess? For(Type type)
    {
        foreach (var contract in type.GetInterfaces().Prepend(type))
        {
            if (!contract.IsGenericType || contract.GetGenericTypeDefinition() != typeof(IReadOnlyList<>)) continue;
            var item = contract.GetGenericArguments()[0];
            return ScalarAccess.CanBeTyped(item) ? (ListAccess)Activator.CreateInstance(typeof(ListAccess<>).MakeGenericType(item))! : null;
        }
        return null;
    }
}
