using System.Text;
using System.Text.Json;

namespace StaticNews.Templates;

/// <summary>JSON text as values: whole numbers in the narrowest kind that holds them, all others as doubles; the last of two equal names wins.</summary>
internal static class JsonReading
{
    public static Value Read(string json)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            reader.Read();
            var value = ReadValue(ref reader);
            return reader.Read() ? throw FunctionErrors.BadJson("there is more after its end.") : value;
        }
        catch (JsonException failure)
        {
            throw FunctionErrors.BadJson(failure.Message);
        }
    }

    // The reader itself allows 64 levels, which bounds the recursion.
    private static Value ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader),
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.String => Value.Of(ReadText(ref reader)),
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.True => Value.True,
        JsonTokenType.False => Value.False,
        _ => Value.Null,
    };

    private static Value ReadObject(ref Utf8JsonReader reader)
    {
        var members = new TemplateMap();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = ReadText(ref reader);
            reader.Read();
            members.Set(name, ReadValue(ref reader));
        }

        return Value.Of(members);
    }

    private static Value ReadArray(ref Utf8JsonReader reader)
    {
        var items = new TemplateList();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue(ref reader));
        return Value.Of(items);
    }

    /// <summary>An escape may be half of a surrogate pair, which no string can hold in UTF-8.</summary>
    private static string ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw FunctionErrors.BadJson("a string has half of a surrogate pair.");
        }
    }

    private static Value ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var whole))
            return Value.OfInteger(whole);
        return reader.TryGetDouble(out var number) ? Value.Of(number) : Value.Null;
    }
}
