using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StaticNews.Templates;

/// <summary>The members of a record type as templates see them: its public properties in snake_case, bound to typed getters once.</summary>
internal sealed class RecordShape
{
    // What a type looks like never changes, so this cache can neither grow stale nor change a byte.
    private static readonly ConcurrentDictionary<Type, RecordShape> Shapes = new();

    private readonly FrozenDictionary<string, RecordMember> _byName;

    [UnconditionalSuppressMessage("AOT", "IL2070", Justification = "Model types are kept whole by whoever hands them to the compiler.")]
    private RecordShape(Type type)
    {
        Members =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
                .OrderBy(property => property.Name, StringComparer.Ordinal)
                .Select(property => new RecordMember(SnakeCase.Of(property.Name), property.PropertyType, MemberAccess.For(property))),
        ];
        _byName = Members.ToFrozenDictionary(member => member.Name, StringComparer.Ordinal);
    }

    /// <summary>In the order of their names: natively compiled code does not know the order in which they were declared.</summary>
    public IReadOnlyList<RecordMember> Members { get; }

    public static RecordShape Of(Type type) => Shapes.GetOrAdd(type, static type => new RecordShape(type));

    public bool TryFind(string name, [NotNullWhen(true)] out RecordMember? member) => _byName.TryGetValue(name, out member);
}
