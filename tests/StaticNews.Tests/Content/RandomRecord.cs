using System.Collections;
using System.Globalization;
using System.Reflection;
using StaticNews.Compact;
using StaticNews.Content;
using StaticNews.Text;

namespace StaticNews.Tests.Content;

/// <summary>
/// Fills any record with seeded values, property by property, and prints it whole: a property that is added tomorrow is
/// in both.
/// </summary>
internal sealed class RandomRecord(int seed)
{
    private static readonly string[] Texts =
    [
        "",
        "a",
        "World",
        "Überschwemmung",
        "наводнение 🌊",
        "a\0b\nc",
        new string('x', 300),
        new string('ß', 79),
    ];

    private readonly Random _random = new(seed);
    private readonly NullabilityInfoContext _nullability = new();

    public T Of<T>() => (T)Value(typeof(T))!;

    /// <summary>Everything that can be read from a record, in one line.</summary>
    public static string Print(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            Utf8Text text => text.IsNull ? "null" : $"\"{text}\"",
            DateTimeOffset date => date.ToString("o", CultureInfo.InvariantCulture),
            ContentHash hash => hash.ToString(),
            Enum or ValueType and IConvertible => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Print))}]",
            _ =>
                $"{{{string.Join(", ", Properties(value.GetType()).Select(property => $"{property.Name}: {Print(property.GetValue(value))}"))}}}",
        };

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0);

    private object? Value(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return _random.Next(2) == 0 ? null : Value(underlying);
        }

        return type switch
        {
            _ when type == typeof(string) => Texts[_random.Next(Texts.Length)],
            _ when type == typeof(Utf8Text) => new Utf8Text(Texts[_random.Next(Texts.Length)]),
            _ when type == typeof(Phrase) => new Phrase(
                Texts[_random.Next(Texts.Length)],
                Texts[_random.Next(Texts.Length)],
                "'"
            ),
            _ when type == typeof(int) => _random.Next(3) == 0 ? int.MaxValue : _random.Next(1000),
            _ when type == typeof(bool) => _random.Next(2) == 0,
            _ when type == typeof(ContentHash) => new ContentHash(
                new UInt128((ulong)_random.NextInt64(), (ulong)_random.NextInt64())
            ),
            _ when type == typeof(ArticleDate) => Date(),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(_random.Next(Enum.GetValues(type).Length)),
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => List(
                type.GetGenericArguments()[0]
            ),
            _ => Record(type),
        };
    }

    private ArticleDate Date()
    {
        var offset = TimeSpan.FromMinutes(_random.Next(-840, 841));
        var local = new DateTime(
            _random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay),
            DateTimeKind.Unspecified
        );
        return new ArticleDate(
            new DateTimeOffset(local, offset),
            (DatePrecision)_random.Next(5),
            _random.Next(2) == 0 ? null : "IST"
        );
    }

    private Array List(Type item)
    {
        var list = Array.CreateInstance(item, _random.Next(4));
        for (var i = 0; i < list.Length; i++)
        {
            list.SetValue(Value(item), i);
        }

        return list;
    }

    private object Record(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        var record = constructor.Invoke([
            .. constructor
                .GetParameters()
                .Select(parameter => MayBeNull(parameter) ? null : Value(parameter.ParameterType)),
        ]);
        foreach (var property in Properties(type).Where(property => property.CanWrite))
        {
            property.SetValue(record, MayBeNull(_nullability.Create(property)) ? null : Value(property.PropertyType));
        }

        return record;
    }

    private bool MayBeNull(ParameterInfo parameter) =>
        string.Equals(parameter.Name, nameof(ArticleImage.AltText), StringComparison.Ordinal)
            ? _random.Next(2) == 0
            : MayBeNull(_nullability.Create(parameter));

    private bool MayBeNull(NullabilityInfo info) => info.ReadState == NullabilityState.Nullable && _random.Next(2) == 0;
}
