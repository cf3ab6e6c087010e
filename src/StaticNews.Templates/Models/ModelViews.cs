using System.Collections;
using System.Collections.Concurrent;

namespace StaticNews.Templates;

/// <summary>How values of models look to code that knows only <see cref="TemplateArray"/> and <see cref="TemplateObject"/>.</summary>
internal static class ModelViews
{
    // What a type looks like never changes, so this cache can neither grow stale nor change a byte.
    private static readonly ConcurrentDictionary<Type, ListAccess?> ListAccesses = new();

    public static TemplateArray? ArrayOf(object? list) => list is not null && AccessOf(list) is { } access ? new ListView(list, access) : null;

    public static TemplateObject? ObjectOf(object? value) => value switch
    {
        null => null,
        IReadOnlyDictionary<string, object?> members => new DictionaryView(members),
        _ => new RecordView(value, RecordShape.Of(value.GetType())),
    };

    /// <summary>How to read a list by index; null when the object is no <c>IReadOnlyList</c>.</summary>
    public static ListAccess? AccessOf(object list) => ListAccesses.GetOrAdd(list.GetType(), ListAccess.For);

    /// <summary>A value of the open part of a model, by its runtime type.</summary>
    public static Value ValueOf(object? value) => value switch
    {
        null => Value.Null,
        string text => Value.Of(text),
        Dictionary<string, object?> => Value.OfRecord(value),
        bool flag => Value.Of(flag),
        int number => Value.Of(number),
        long number => Value.Of(number),
        double number => Value.Of(number),
        float number => Value.Of(number),
        decimal number => Value.Of(number),
        DateTimeOffset date => Value.Of(date),
        TimeSpan span => Value.Of(span),
        HtmlText html => Value.Of(html),
        TemplateArray array => Value.Of(array),
        TemplateObject map => Value.Of(map),
        Enum name => Value.Of(SnakeCase.Of(name.ToString())),
        IReadOnlyDictionary<string, object?> => Value.OfRecord(value),
        IEnumerable => Value.OfList(value),
        _ => Value.OfRecord(value),
    };
}
