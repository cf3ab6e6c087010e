using System.Reflection;
using System.Runtime.CompilerServices;

namespace StaticNews.Templates;

/// <summary>
/// The value types that models read without boxing in a natively compiled program as well. Such a program has code only for the instantiations that its
/// compiler saw: one serves all reference types, but each value type needs its own, so each is named here.
/// </summary>
internal static class ScalarAccess
{
    private static readonly Dictionary<Type, (Func<MethodInfo, MemberAccess> Member, Func<ListAccess> List)> Known = new()
    {
        [typeof(bool)] = Access<bool>(),
        [typeof(int)] = Access<int>(),
        [typeof(long)] = Access<long>(),
        [typeof(double)] = Access<double>(),
        [typeof(DateTimeOffset)] = Access<DateTimeOffset>(),
        [typeof(bool?)] = Access<bool?>(),
        [typeof(int?)] = Access<int?>(),
        [typeof(long?)] = Access<long?>(),
        [typeof(double?)] = Access<double?>(),
        [typeof(DateTimeOffset?)] = Access<DateTimeOffset?>(),
    };

    /// <summary>Whether <see cref="MemberAccess{TOwner,TMember}"/> and <see cref="ListAccess{TItem}"/> can be made for members of a type.</summary>
    public static bool CanBeTyped(Type member) => !member.IsValueType || RuntimeFeature.IsDynamicCodeSupported || Known.ContainsKey(member);

    private static (Func<MethodInfo, MemberAccess> Member, Func<ListAccess> List) Access<T>() =>
        (static getter => new MemberAccess<object, T>(getter), static () => new ListAccess<T>());
}
