using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StaticNews.Templates;

/// <summary>Reads one property of a record through a delegate made once.</summary>
internal abstract class MemberAccess
{
    /// <param name="owner">An instance of the type that declares the property.</param>
    public abstract Value Get(object owner);

    /// <summary>As <see cref="Get"/>; false where the owner is of another type, or null.</summary>
    public abstract bool TryGet(object? owner, out Value value);

    [UnconditionalSuppressMessage("AOT", "IL2070", Justification = "Model types are kept whole by whoever hands them to the compiler.")]
    [UnconditionalSuppressMessage("AOT", "IL2055", Justification = "Model types are kept whole by whoever hands them to the compiler.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Owners are reference types; members are too, or are known to ScalarAccess.")]
    public static MemberAccess For(PropertyInfo property)
    {
        if (property.DeclaringType!.IsValueType || !ScalarAccess.CanBeTyped(property.PropertyType)) return new BoxedAccess(property);
        var type = typeof(MemberAccess<,>).MakeGenericType(property.DeclaringType, property.PropertyType);
        return (MemberAccess)Activator.CreateInstance(type, property.GetMethod)!;
    }
}
