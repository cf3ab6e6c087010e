using System.Text.Json;
using StaticNews.Configuration;

namespace StaticNews.Tests.Configuration;

public sealed class SiteSchemaTests
{
    private readonly JsonDocument _schema = JsonDocument.Parse(SiteSchema.Utf8());

    [Fact]
    public void Describes_exactly_the_keys_that_the_reader_knows()
    {
        var described = new SortedSet<string>(StringComparer.Ordinal);
        Walk(_schema.RootElement, "", described);

        Assert.Equal(SiteSettings.Shapes.Keys.Order(StringComparer.Ordinal), described);
    }

    [Fact]
    public void Has_a_sentence_for_each_key_and_allows_no_other()
    {
        foreach (var group in Groups(_schema.RootElement))
        {
            foreach (var property in group.GetProperty("properties").EnumerateObject())
            {
                Assert.EndsWith(
                    ".",
                    property.Value.GetProperty("description").GetString()!.Trim(),
                    StringComparison.Ordinal
                );
            }

            var isDefaults = group.GetProperty("properties").TryGetProperty("match", out _);
            Assert.Equal(
                !isDefaults,
                group.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False
            );
        }
    }

    /// <summary>Every default that the schema states is the one that the reader fills in.</summary>
    [Theory]
    [InlineData("language", "en")]
    [InlineData("time_zone", "UTC")]
    [InlineData("permalink", PermalinkPattern.Default)]
    [InlineData("related.count", "5")]
    [InlineData("related.inline", "2")]
    [InlineData("related.after_paragraph", "4")]
    [InlineData("related.window", "400")]
    [InlineData("related.ahead", "20")]
    [InlineData("pager.size", "30")]
    [InlineData("tags.minimum", "1")]
    [InlineData("feeds.items", "20")]
    [InlineData("feeds.content", "full")]
    [InlineData("markdown.html", "sanitize")]
    [InlineData("markdown.shortcodes", "False")]
    [InlineData("precompress.gzip", "False")]
    [InlineData("precompress.brotli", "False")]
    [InlineData("precompress.zstd", "False")]
    public void States_the_defaults(string path, string expected)
    {
        Assert.Equal(expected, At(path).GetProperty("default").ToString());
        var config = SiteYml.Good();
        var (stated, diagnostics) = SiteYml.Read(
            SiteYml.Head,
            new SettingOverride(path, expected.ToLowerInvariant() is "false" ? "false" : expected, "--x")
        );
        Assert.Empty(diagnostics);
        Assert.Equal(
            (config.Language, config.TimeZone, config.Permalink, config.PagerSize),
            (stated!.Language, stated.TimeZone, stated.Permalink, stated.PagerSize)
        );
        Assert.Equal(
            (config.Related, config.Feeds, config.Markdown, config.Tags.Minimum),
            (stated.Related, stated.Feeds, stated.Markdown, stated.Tags.Minimum)
        );
        Assert.Equal(config.Precompress, stated.Precompress);
    }

    [Theory]
    [InlineData("related.count")]
    [InlineData("related.inline")]
    [InlineData("related.after_paragraph")]
    [InlineData("pager.size")]
    [InlineData("tags.minimum")]
    [InlineData("feeds.items")]
    public void Has_the_bounds_of_the_reader(string path)
    {
        var bounds = At(path);
        foreach (
            var (value, isGood) in new[]
            {
                (bounds.GetProperty("minimum").GetInt32(), true),
                (bounds.GetProperty("minimum").GetInt32() - 1, false),
                (bounds.GetProperty("maximum").GetInt32(), true),
                (bounds.GetProperty("maximum").GetInt32() + 1, false),
            }
        )
        {
            var (_, diagnostics) = SiteYml.Read(SiteYml.Head, new SettingOverride(path, $"{value}", "--x"));
            Assert.Equal(isGood, diagnostics.Count == 0);
        }
    }

    [Fact]
    public void Maps_to_the_keys_of_the_content_model()
    {
        var targets = At("front_matter.keys")
            .GetProperty("additionalProperties")
            .GetProperty("enum")
            .EnumerateArray()
            .Select(key => key.GetString());

        Assert.Equal(FrontMatterKeys.ByName.Keys.Order(StringComparer.Ordinal), targets.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_every_kind_of_page_that_can_have_a_budget()
    {
        var kinds = At("budgets")
            .GetProperty("propertyNames")
            .GetProperty("enum")
            .EnumerateArray()
            .Select(kind => kind.GetString());

        Assert.Equal(StaticNews.Pages.PageKinds.Names, kinds);
    }

    private JsonElement At(string path)
    {
        var element = _schema.RootElement;
        foreach (var part in path.Split('.'))
        {
            element = element.GetProperty("properties").GetProperty(part);
        }

        return element;
    }

    private void Walk(JsonElement element, string path, SortedSet<string> described)
    {
        if (path.Length > 0 && !path.EndsWith("[]", StringComparison.Ordinal))
        {
            described.Add(path);
        }

        if (path.EndsWith("[].sections", StringComparison.Ordinal))
        {
            // A section's own sections have the same keys again.
            Assert.Equal("#/definitions/sections", element.GetProperty("$ref").GetString());
            return;
        }

        var target = element.TryGetProperty("$ref", out _)
            ? _schema.RootElement.GetProperty("definitions").GetProperty("sections")
            : element;
        if (target.TryGetProperty("items", out var items) && items.TryGetProperty("properties", out _))
        {
            Walk(items, path + "[]", described);
        }
        else if (target.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
            {
                Walk(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", described);
            }
        }
    }

    private static IEnumerable<JsonElement> Groups(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        if (element.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            yield return element;
        }

        foreach (var inner in element.EnumerateObject().SelectMany(property => Groups(property.Value)))
        {
            yield return inner;
        }
    }
}
