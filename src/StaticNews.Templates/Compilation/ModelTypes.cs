namespace StaticNews.Templates;

/// <summary>What templates may know of the types of a model.</summary>
internal static class ModelTypes
{
    public static Type? Unwrap(Type? type) => type is null ? null : Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>Whether it has members of its own: a class that is no text, list, dictionary or object.</summary>
    public static bool IsRecord(Type type) =>
        type.IsClass && type != typeof(string) && type != typeof(HtmlText) && type != typeof(object) && !type.IsArray
        && !typeof(System.Collections.IEnumerable).IsAssignableFrom(type) && !typeof(TemplateObject).IsAssignableFrom(type);

    /// <summary>The type of a list's items; null for anything that is no typed list.</summary>
    public static Type? ItemOf(Type? type)
    {
        if (type is null || type == typeof(string)) return null;
        foreach (var contract in type.GetInterfaces().Prepend(type))
        {
            if (contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return Known(contract.GetGenericArguments()[0]);
        }
        return null;
    }

    /// <summary>The type as far as anything follows from it; null for an object of any kind.</summary>
    public static Type? Known(Type type) => type == typeof(object) || typeof(IReadOnlyDictionary<string, object?>).IsAssignableFrom(type) ? null : Unwrap(type);

    public static bool IsText(Type type) => type == typeof(string) || type == typeof(HtmlText) || type.IsEnum;

    public static bool IsNumber(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(double);

    /// <summary>How messages name it.</summary>
    public static string Describe(Type type)
    {
        if (IsText(type)) return "a text";
        if (IsNumber(type)) return "a number";
        if (type == typeof(bool)) return "true or false";
        if (type == typeof(DateTimeOffset)) return "a date";
        return ItemOf(type) is not null ? "a list" : $"'{SnakeCase.Of(type.Name)}'";
    }
}
