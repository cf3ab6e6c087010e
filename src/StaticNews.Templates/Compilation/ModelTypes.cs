using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Scriban.Runtime;

namespace StaticNews.Templates;

/// <summary>
/// What templates may know of types: those of a model, and <see cref="ScriptArray"/>, <see cref="ScriptObject"/>,
/// <see cref="IScriptCustomFunction"/> and <see cref="SomeNumber"/> for values that a template makes.
/// </summary>
internal static class ModelTypes
{
    // What a type is never changes, so this cache can neither grow stale nor change a byte.
    private static readonly ConcurrentDictionary<Type, Type?> ItemTypes = new();

    public static Type? Unwrap(Type? type) => type is null ? null : Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>Whether it has members of its own: a class that is no text, list, dictionary or object.</summary>
    public static bool IsRecord(Type type) =>
        type.IsClass
        && !type.IsArray
        && type != typeof(string)
        && type != typeof(HtmlString)
        && type != typeof(object)
        && type != typeof(SomeNumber)
        && type != typeof(TemplateDate)
        && !typeof(System.Collections.IEnumerable).IsAssignableFrom(type)
        && !typeof(IScriptObject).IsAssignableFrom(type)
        && !typeof(IScriptCustomFunction).IsAssignableFrom(type)
        && !typeof(Delegate).IsAssignableFrom(type);

    /// <summary>
    /// The type of a list's items; null for anything that is no typed list, and for a list of anything.
    /// </summary>
    public static Type? ItemOf(Type? type) => ItemTypeOf(type) is { } item ? Known(item) : null;

    /// <summary>The type as far as anything follows from it; null for an object of any kind.</summary>
    public static Type? Known(Type type) =>
        type == typeof(object) || typeof(IReadOnlyDictionary<string, object?>).IsAssignableFrom(type)
            ? null
            : Unwrap(type);

    public static bool IsText(Type type) => type == typeof(string) || type == typeof(HtmlString) || type.IsEnum;

    public static bool IsNumber(Type type) =>
        type == typeof(int)
        || type == typeof(long)
        || type == typeof(double)
        || type == typeof(float)
        || type == typeof(decimal)
        || type == typeof(SomeNumber);

    /// <summary>A number that is never whole to the operators that want whole ones.</summary>
    public static bool IsFraction(Type type) =>
        type == typeof(double) || type == typeof(float) || type == typeof(decimal);

    public static bool IsList(Type type) => typeof(ScriptArray).IsAssignableFrom(type) || ItemTypeOf(type) is not null;

    public static StaticKind KindOf(Type? type)
    {
        if (type is null)
            return StaticKind.Unknown;
        if (IsText(type))
            return StaticKind.Text;
        if (IsNumber(type))
            return StaticKind.Number;
        if (type == typeof(bool))
            return StaticKind.Bool;
        if (type == typeof(DateTimeOffset))
            return StaticKind.Date;
        if (type == typeof(TimeSpan))
            return StaticKind.TimeSpan;
        if (IsList(type))
            return StaticKind.List;
        if (typeof(IScriptCustomFunction).IsAssignableFrom(type))
            return StaticKind.Function;
        return IsRecord(type) || typeof(IScriptObject).IsAssignableFrom(type) ? StaticKind.Object : StaticKind.Unknown;
    }

    /// <summary>How messages name it.</summary>
    public static string Describe(Type type) =>
        KindOf(type) switch
        {
            StaticKind.Text => "a text",
            StaticKind.Number => "a number",
            StaticKind.Bool => "true or false",
            StaticKind.Date => "a date",
            StaticKind.TimeSpan => "a timespan",
            StaticKind.List => "a list",
            StaticKind.Function => "a function",
            StaticKind.Object when !IsRecord(type) => "an object",
            _ => $"'{SnakeCase.Of(type.Name)}'",
        };

    private static Type? ItemTypeOf(Type? type) =>
        type is null || type == typeof(string) ? null : ItemTypes.GetOrAdd(type, FindItemType);

    [UnconditionalSuppressMessage(
        "AOT",
        "IL2070",
        Justification = "Model types are kept whole by whoever hands them to the compiler."
    )]
    private static Type? FindItemType(Type type)
    {
        foreach (var contract in type.GetInterfaces().Prepend(type))
        {
            if (contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            {
                return contract.GetGenericArguments()[0];
            }
        }
        return null;
    }
}

/// <summary>
/// Stands, where the compiler speaks of types, for a number whose kind shows only while rendering. There are no
/// instances.
/// </summary>
internal abstract class SomeNumber;

/// <summary>The kind of a value as far as the compiler can tell; null stays possible with each.</summary>
internal enum StaticKind
{
    /// <summary>It shows only while rendering.</summary>
    Unknown,
    Text,
    Number,
    Bool,
    Date,
    TimeSpan,
    List,
    Object,
    Function,
}

/// <summary>
/// The facts about names at a place of a template, innermost first. Without a name it is the object of a <c>with</c>.
/// </summary>
internal sealed record StaticScope(StaticScope? Outer, string? Name, Type? Type);
