using System.Text.Json;
using System.Text.Json.Serialization;
using Scriban.Runtime;
using StaticNews.Templates;

namespace StaticNews.Benchmarks.Pages;

/// <summary>
/// The page that the template benchmarks render: 12 sections, a breadcrumb, a byline, a figure, a body of 5 KB, 8
/// related articles, 6 tags, a footer.
/// </summary>
/// <param name="Site">What every page of the site shows.</param>
/// <param name="Page">The article.</param>
public sealed record SamplePage(SiteLine Site, ArticleLine Page)
{
    private static readonly JsonSerializerOptions SnakeCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new HtmlReader() },
    };

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Pages");

    public static string TemplateText { get; } = File.ReadAllText(Path.Combine(Folder, "article.sbn"));

    private static readonly string ModelText = File.ReadAllText(Path.Combine(Folder, "model.json"));

    /// <summary>As records.</summary>
    public static SamplePage Read() => JsonSerializer.Deserialize<SamplePage>(ModelText, SnakeCase)!;

    /// <summary>As dictionaries and lists; dates are dates, and the body is HTML.</summary>
    public static IReadOnlyDictionary<string, object?> ReadMembers() => Members(JsonElement.Parse(ModelText));

    /// <summary>
    /// As Scriban's own objects; dates are dates, and the body is a text: Scriban writes all texts as they are.
    /// </summary>
    public static ScriptObject ReadScriptObject() => (ScriptObject)ScribanValue(ReadMembers())!;

    private static Dictionary<string, object?> Members(JsonElement element) =>
        element
            .EnumerateObject()
            .ToDictionary(member => member.Name, member => Value(member.Name, member.Value), StringComparer.Ordinal);

    private static object? Value(string name, JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => Members(element),
            JsonValueKind.Array => element.EnumerateArray().Select(item => Value(name, item)).ToList(),
            JsonValueKind.Number => element.GetInt32(),
            JsonValueKind.String when name is "date" or "updated" => element.GetDateTimeOffset(),
            JsonValueKind.String when name is "body" => new HtmlString(element.GetString()!),
            JsonValueKind.String => element.GetString(),
            _ => null,
        };

    private static object? ScribanValue(object? value)
    {
        switch (value)
        {
            case Dictionary<string, object?> members:
                var copy = new ScriptObject();
                foreach (var (name, member) in members)
                    copy[name] = ScribanValue(member);
                return copy;
            case List<object?> items:
                return new ScriptArray(items.Select(ScribanValue));
            case DateTimeOffset date:
                return date.DateTime;
            case HtmlString html:
                return html.ToString();
            default:
                return value;
        }
    }

    private sealed class HtmlReader : JsonConverter<HtmlString>
    {
        public override HtmlString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, HtmlString value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
