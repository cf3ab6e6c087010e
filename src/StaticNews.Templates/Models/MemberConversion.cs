using System.Collections;

namespace StaticNews.Templates;

/// <summary>Turns a typed member of a model into a value, decided once a type.</summary>
internal static class MemberConversion
{
    public static Func<T, Value> For<T>()
    {
        if (typeof(T) == typeof(string)) return As<T>((Func<string?, Value>)Value.Of);
        if (typeof(T) == typeof(HtmlText)) return As<T>((Func<HtmlText?, Value>)Value.Of);
        if (typeof(T) == typeof(bool)) return As<T>((Func<bool, Value>)Value.Of);
        if (typeof(T) == typeof(int)) return As<T>((Func<int, Value>)Value.Of);
        if (typeof(T) == typeof(long)) return As<T>((Func<long, Value>)Value.Of);
        if (typeof(T) == typeof(double)) return As<T>((Func<double, Value>)Value.Of);
        if (typeof(T) == typeof(DateTimeOffset)) return As<T>((Func<DateTimeOffset, Value>)Value.Of);
        if (typeof(T) == typeof(bool?)) return As<T>((Func<bool?, Value>)(value => value is { } given ? Value.Of(given) : Value.Null));
        if (typeof(T) == typeof(int?)) return As<T>((Func<int?, Value>)(value => value is { } given ? Value.Of(given) : Value.Null));
        if (typeof(T) == typeof(long?)) return As<T>((Func<long?, Value>)(value => value is { } given ? Value.Of(given) : Value.Null));
        if (typeof(T) == typeof(double?)) return As<T>((Func<double?, Value>)(value => value is { } given ? Value.Of(given) : Value.Null));
        if (typeof(T) == typeof(DateTimeOffset?)) return As<T>((Func<DateTimeOffset?, Value>)(value => value is { } given ? Value.Of(given) : Value.Null));
        if ((Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)).IsEnum) return EnumNames<T>();
        if (typeof(T) == typeof(object) || typeof(T).IsValueType) return static value => ModelViews.ValueOf(value);
        return typeof(IEnumerable).IsAssignableFrom(typeof(T)) && !typeof(IReadOnlyDictionary<string, object?>).IsAssignableFrom(typeof(T))
            ? static value => Value.OfList(value)
            : static value => Value.OfRecord(value);
    }

    private static Func<T, Value> As<T>(Delegate conversion) => (Func<T, Value>)conversion;

    private static Func<T, Value> EnumNames<T>()
    {
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        var names = new Dictionary<ValueTuple<T>, string>();
        foreach (var raw in Enum.GetValuesAsUnderlyingType(type)) names[new ValueTuple<T>((T)Enum.ToObject(type, raw))] = SnakeCase.Of(Enum.ToObject(type, raw).ToString()!);
        return value => value is null ? Value.Null : Value.Of(names.TryGetValue(new ValueTuple<T>(value), out var name) ? name : value.ToString());
    }
}
