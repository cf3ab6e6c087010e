using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace StaticNews.Templates;

/// <summary>
/// The members of a record type as templates see them: its public properties in snake_case, bound to typed getters
/// once.
/// </summary>
internal sealed class RecordShape
{
    // What a type looks like never changes, so this cache can neither grow stale nor change a byte.
    private static readonly ConcurrentDictionary<Type, RecordShape> Shapes = new();

    private readonly FrozenDictionary<string, RecordMember> _byName;

    [UnconditionalSuppressMessage(
        "AOT",
        "IL2070",
        Justification = "Model types are kept whole by whoever hands them to the compiler."
    )]
    private RecordShape(Type type)
    {
        Members =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property =>
                    property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0
                )
                .OrderBy(property => property.Name, StringComparer.Ordinal)
                .Select(RecordMember.For),
        ];
        _byName = Members.ToFrozenDictionary(member => member.Name, StringComparer.Ordinal);
    }

    /// <summary>
    /// In the order of their names: natively compiled code does not know the order in which they were declared.
    /// </summary>
    public IReadOnlyList<RecordMember> Members { get; }

    public static RecordShape Of(Type type) => Shapes.GetOrAdd(type, static type => new RecordShape(type));

    public bool TryFind(string name, [NotNullWhen(true)] out RecordMember? member) =>
        _byName.TryGetValue(name, out member);
}

/// <summary>A member of a record.</summary>
/// <param name="name">In snake_case, as templates write it.</param>
/// <param name="type">The property's type.</param>
internal abstract class RecordMember(string name, Type type)
{
    /// <summary>
    /// The value types that are read through typed getters. A natively compiled program has code only for the
    /// instantiations that its compiler saw: one serves all reference types, but each value type needs its own, so each
    /// is named here.
    /// </summary>
    private static readonly FrozenSet<Type> TypedScalars = new[]
    {
        Keep<bool>(),
        Keep<int>(),
        Keep<long>(),
        Keep<double>(),
        Keep<DateTimeOffset>(),
        Keep<bool?>(),
        Keep<int?>(),
        Keep<long?>(),
        Keep<double?>(),
        Keep<DateTimeOffset?>(),
    }.ToFrozenSet();

    public string Name => name;

    public Type Type => type;

    /// <summary>The member as a template gets it (<see cref="ModelValues.Of"/>).</summary>
    /// <param name="owner">An instance of the type that declares the property.</param>
    public object? Get(object owner) =>
        TryGet(owner, out var value)
            ? value
            : throw new ArgumentException($"'{Name}' is no member of a {owner.GetType().Name}.", nameof(owner));

    /// <summary>As <see cref="Get"/>; false where the owner is of another type.</summary>
    public abstract bool TryGet(object owner, out object? value);

    [UnconditionalSuppressMessage(
        "AOT",
        "IL2055",
        Justification = "Model types are kept whole by whoever hands them to the compiler."
    )]
    [UnconditionalSuppressMessage(
        "AOT",
        "IL2070",
        Justification = "Model types are kept whole by whoever hands them to the compiler."
    )]
    [UnconditionalSuppressMessage(
        "AOT",
        "IL3050",
        Justification = "Owners are reference types; members are too, or are among TypedScalars."
    )]
    public static RecordMember For(PropertyInfo property)
    {
        var (snake, owner, member) = (SnakeCase.Of(property.Name), property.DeclaringType!, property.PropertyType);
        var isTyped =
            !owner.IsValueType
            && (!member.IsValueType || RuntimeFeature.IsDynamicCodeSupported || TypedScalars.Contains(member));
        if (!isTyped)
            return new ReflectedMember(snake, property);
        return (RecordMember)
            Activator.CreateInstance(typeof(TypedMember<,>).MakeGenericType(owner, member), snake, property.GetMethod)!;
    }

    private static Type Keep<T>()
    {
        _ = (Func<MethodInfo, RecordMember>)(static getter => new TypedMember<object, T>("", getter));
        return typeof(T);
    }

    /// <summary>Reads through a delegate made once: no reflection.</summary>
    private sealed class TypedMember<TOwner, TMember>(string name, MethodInfo getter)
        : RecordMember(name, typeof(TMember))
        where TOwner : class
    {
        /// <summary>
        /// What a list holds is known by its type; only of members of any type each value is looked at.
        /// </summary>
        private static readonly bool StaysAsItIs = typeof(TMember) != typeof(object) && !typeof(TMember).IsValueType;

        private readonly Func<TOwner, TMember> _get = getter.CreateDelegate<Func<TOwner, TMember>>();

        public override bool TryGet(object owner, out object? value)
        {
            value = null;
            if (owner is not TOwner typed)
                return false;
            value = StaysAsItIs ? _get(typed) : ModelValues.Of(_get(typed));
            return true;
        }
    }

    /// <summary>
    /// Reads a property of a value type by reflection: correct but slow, for models that are rarely read.
    /// </summary>
    private sealed class ReflectedMember(string name, PropertyInfo property) : RecordMember(name, property.PropertyType)
    {
        public override bool TryGet(object owner, out object? value)
        {
            var isOwner = property.DeclaringType!.IsInstanceOfType(owner);
            value = isOwner ? ModelValues.Of(property.GetValue(owner)) : null;
            return isOwner;
        }
    }
}

/// <summary>Names of C# as templates write them: <c>BaseUrl</c> is <c>base_url</c>.</summary>
internal static class SnakeCase
{
    public static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var beginsWord =
                i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            var starts = beginsWord && char.IsUpper(name[i]);
            if (starts && snake[^1] != '_')
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }
}
