using System.Globalization;
using StaticNews.Templates;

namespace StaticNews.Tests.Templates.Functions;

/// <summary>Calls a built-in function as a template would, without a template around it.</summary>
internal static class FunctionCall
{
    /// <param name="name">Such as <c>string.upcase</c>.</param>
    /// <param name="arguments">Null (xunit's way to pass a single null) is one argument, null.</param>
    public static Value Invoke(string name, params object?[]? arguments) =>
        ArgumentBinder.Call(new RenderState(), Find(name), [.. (arguments ?? [null]).Select(ToValue)]);

    /// <summary>What the call prints.</summary>
    public static string Print(string name, params object?[]? arguments) => ValuePrinter.ToText(Invoke(name, arguments));

    /// <summary>The code of the fault that the call ends with.</summary>
    public static string FaultCode(string name, params object?[]? arguments) =>
        Assert.Throws<RenderFault>(() => Invoke(name, arguments)).Code;

    public static BuiltinFunction Find(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return Assert.IsType<BuiltinFunction>(Builtins.Namespaces[name[..dot]].Get(name[(dot + 1)..]).AsFunction());
    }

    public static DateTimeOffset Date(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static Value ToValue(object? value) => value switch
    {
        null => Value.Null,
        Value already => already,
        bool flag => Value.Of(flag),
        int number => Value.Of(number),
        long number => Value.Of(number),
        double number => Value.Of(number),
        decimal number => Value.Of(number),
        string text => Value.Of(text),
        DateTimeOffset date => Value.Of(date),
        TimeSpan span => Value.Of(span),
        BuiltinFunction function => Value.Of(function),
        object?[] items => Value.Of(new TemplateList(items.Select(ToValue))),
        (string Name, object? Value)[] members => Value.Of(Map(members)),
        _ => throw new ArgumentException($"No value of {value.GetType()}.", nameof(value)),
    };

    private static TemplateMap Map((string Name, object? Value)[] members)
    {
        var map = new TemplateMap();
        foreach (var (name, value) in members)
            map.Set(name, ToValue(value));
        return map;
    }
}
