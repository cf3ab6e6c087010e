using System.Globalization;
using System.Reflection;
using System.Text;
using StaticNews.Templates;

namespace StaticNews.Tests.Templates.Fuzz;

/// <summary>Models of any shape, drawn by chance: JSON for templates without types, records for those with.</summary>
internal static class RandomModel
{
    private const int MaxDepth = 4;

    private static readonly string[] Names =
    [
        "x",
        "y",
        "name",
        "title",
        "items",
        "xs",
        "page",
        "size",
        "key",
        "string",
        "date",
        "first",
        "a b",
        "é",
        "for",
        "this",
    ];

    private static readonly string[] Texts =
    [
        "",
        " ",
        "a",
        "Rain & <b>Dams</b>",
        "two words",
        "2024-03-09",
        "2024-03-09T10:20:30+05:30",
        "12",
        "-1.5",
        "1e400",
        "line\nline\r\n",
        "\t",
        "é ü ß",
        "\ud83d\ude00",
        "\ud83d",
        "'\"`",
        "javascript:alert(1)",
        "{{ x }}",
        "1 + 2",
        "(a+)+$",
        "\\d+",
        "%Y-%m-%d",
        "null",
        "\0",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
    ];

    /// <summary>A JSON object.</summary>
    public static string Json(Random random)
    {
        var text = new StringBuilder();
        AppendObject(text, random, 0);
        return text.ToString();
    }

    /// <summary>
    /// An instance of a model type; lists are short and stop at some depth, nullable members are null now and then.
    /// </summary>
    public static object Of(Type type, Random random) => Create(type, random, 0)!;

    private static void AppendObject(StringBuilder text, Random random, int depth)
    {
        text.Append('{');
        for (var i = random.Next(depth == 0 ? 8 : 4); i > 0; i--)
        {
            AppendText(text, Names[random.Next(Names.Length)]);
            text.Append(':');
            AppendValue(text, random, depth + 1);
            if (i > 1)
                text.Append(',');
        }
        text.Append('}');
    }

    private static void AppendValue(StringBuilder text, Random random, int depth)
    {
        switch (random.Next(depth < MaxDepth ? 10 : 7))
        {
            case 0:
                text.Append("null");
                break;
            case 1:
                text.Append(random.Next(2) == 0 ? "true" : "false");
                break;
            case 2:
                text.Append(random.Next(-5, 12).ToString(CultureInfo.InvariantCulture));
                break;
            case 3:
                text.Append(random.NextInt64().ToString(CultureInfo.InvariantCulture));
                break;
            case 4:
                text.Append((random.NextDouble() * 1e9).ToString("R", CultureInfo.InvariantCulture));
                break;
            case 5 or 6:
                AppendText(text, Texts[random.Next(Texts.Length)]);
                break;
            case 7:
                AppendObject(text, random, depth);
                break;
            default:
                AppendArray(text, random, depth);
                break;
        }
    }

    private static void AppendArray(StringBuilder text, Random random, int depth)
    {
        text.Append('[');
        for (var i = random.Next(5); i > 0; i--)
        {
            AppendValue(text, random, depth + 1);
            if (i > 1)
                text.Append(',');
        }
        text.Append(']');
    }

    // Half a surrogate pair is no JSON text that the reader takes.
    private static void AppendText(StringBuilder text, string value) =>
        text.Append(
            System.Text.Json.JsonSerializer.Serialize(value.Any(char.IsSurrogate) && value.Length == 1 ? "?" : value)
        );

    private static object? Create(Type type, Random random, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return random.Next(3) == 0 ? null : Create(inner, random, depth);
        if (type == typeof(string))
            return Texts[random.Next(Texts.Length)];
        if (type == typeof(HtmlString))
            return new HtmlString(Encoding.UTF8.GetBytes("<p>" + Texts[random.Next(Texts.Length)] + "</p>"));
        if (type == typeof(bool))
            return random.Next(2) == 0;
        if (type == typeof(int))
            return random.Next(-2, 40);
        if (type == typeof(long))
            return random.NextInt64();
        if (type == typeof(double))
            return random.NextDouble() * 100;
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(random.NextInt64(DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return CreateList(type.GetGenericArguments()[0], random, depth);
        if (typeof(IReadOnlyDictionary<string, object?>).IsAssignableFrom(type))
            return CreateParams(random);
        return CreateRecord(type, random, depth);
    }

    private static Array CreateList(Type item, Random random, int depth)
    {
        var list = Array.CreateInstance(item, depth < MaxDepth ? random.Next(3) : 0);
        for (var i = 0; i < list.Length; i++)
            list.SetValue(Create(item, random, depth + 1), i);
        return list;
    }

    private static Dictionary<string, object?> CreateParams(Random random)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = random.Next(4); i > 0; i--)
            members[Names[random.Next(Names.Length)]] = random.Next(3) switch
            {
                0 => Texts[random.Next(Texts.Length)],
                1 => random.Next(),
                _ => null,
            };
        return members;
    }

    private static object CreateRecord(Type type, Random random, int depth)
    {
        // A record's other constructor copies it.
        var constructor =
            type.GetConstructors()
                .FirstOrDefault(found => found.GetParameters() is not [var only] || only.ParameterType != type)
            ?? throw new InvalidOperationException($"No way to make a {type.Name}.");
        var nullability = new NullabilityInfoContext();
        var arguments = constructor
            .GetParameters()
            .Select(parameter =>
                IsLeftOut(nullability.Create(parameter), random, depth)
                    ? null
                    : Create(parameter.ParameterType, random, depth + 1)
            );
        var record = constructor.Invoke([.. arguments]);
        if (constructor.GetParameters().Length > 0)
            return record;
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            if (!IsLeftOut(nullability.Create(property), random, depth))
                property.SetValue(record, Create(property.PropertyType, random, depth + 1));
        }
        return record;
    }

    private static bool IsLeftOut(NullabilityInfo info, Random random, int depth) =>
        info.WriteState == NullabilityState.Nullable && (depth >= MaxDepth || random.Next(3) == 0);
}
