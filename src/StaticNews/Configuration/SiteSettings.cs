using System.Collections.Frozen;

namespace StaticNews.Configuration;

/// <summary>
/// Every key of site.yml by its path; items of a list stand behind <c>[]</c>. The JSON schema beside this file
/// describes the same keys, and a test holds the two together.
/// </summary>
internal static class SiteSettings
{
    public static readonly FrozenDictionary<string, SettingShape> Shapes = new Dictionary<string, SettingShape>(
        StringComparer.Ordinal
    )
    {
        ["title"] = SettingShape.Single,
        ["description"] = SettingShape.Single,
        ["base_url"] = SettingShape.Single,
        ["language"] = SettingShape.Single,
        ["direction"] = SettingShape.Single,
        ["time_zone"] = SettingShape.Single,
        ["permalink"] = SettingShape.Single,
        ["sections"] = SettingShape.Collection,
        ["sections[].id"] = SettingShape.Single,
        ["sections[].title"] = SettingShape.Single,
        ["sections[].description"] = SettingShape.Single,
        ["sections[].language"] = SettingShape.Single,
        ["sections[].direction"] = SettingShape.Single,
        ["sections[].nav"] = SettingShape.Single,
        ["sections[].sections"] = SettingShape.Collection,
        ["front_matter"] = SettingShape.Group,
        ["front_matter.keys"] = SettingShape.Collection,
        ["front_matter.zones"] = SettingShape.Collection,
        ["front_matter.ignore"] = SettingShape.Collection,
        ["front_matter.day_first"] = SettingShape.Single,
        ["defaults"] = SettingShape.Collection,
        ["defaults[].match"] = SettingShape.Single,
        ["related"] = SettingShape.Group,
        ["related.count"] = SettingShape.Single,
        ["related.inline"] = SettingShape.Single,
        ["related.after_paragraph"] = SettingShape.Single,
        ["related.window"] = SettingShape.Single,
        ["related.ahead"] = SettingShape.Single,
        ["pager"] = SettingShape.Group,
        ["pager.size"] = SettingShape.Single,
        ["tags"] = SettingShape.Group,
        ["tags.minimum"] = SettingShape.Single,
        ["tags.synonyms"] = SettingShape.Collection,
        ["feeds"] = SettingShape.Group,
        ["feeds.items"] = SettingShape.Single,
        ["feeds.content"] = SettingShape.Single,
        ["markdown"] = SettingShape.Group,
        ["markdown.html"] = SettingShape.Single,
        ["markdown.elsewhere"] = SettingShape.Single,
        ["markdown.shortcodes"] = SettingShape.Single,
        ["offline"] = SettingShape.Group,
        ["offline.books"] = SettingShape.Single,
        ["offline.worker"] = SettingShape.Single,
        ["pictures"] = SettingShape.Group,
        ["pictures.variants"] = SettingShape.Single,
        ["pictures.widths"] = SettingShape.Collection,
        ["pictures.formats"] = SettingShape.Collection,
        ["pictures.quality"] = SettingShape.Group,
        ["pictures.quality.avif"] = SettingShape.Single,
        ["pictures.quality.webp"] = SettingShape.Single,
        ["pictures.quality.jpeg"] = SettingShape.Single,
        ["pictures.sizes"] = SettingShape.Single,
        ["svg"] = SettingShape.Single,
        ["footer"] = SettingShape.Collection,
        ["footer[].title"] = SettingShape.Single,
        ["footer[].url"] = SettingShape.Single,
        ["publisher"] = SettingShape.Group,
        ["publisher.name"] = SettingShape.Single,
        ["publisher.logo"] = SettingShape.Single,
        ["publisher.icon"] = SettingShape.Single,
        ["lite"] = SettingShape.Single,
        ["retracted"] = SettingShape.Group,
        ["retracted.noindex"] = SettingShape.Single,
        ["theme"] = SettingShape.Group,
        ["theme.accent"] = SettingShape.Single,
        ["theme.accent_dark"] = SettingShape.Single,
        ["theme.paper"] = SettingShape.Single,
        ["theme.paper_dark"] = SettingShape.Single,
        ["theme.ink"] = SettingShape.Single,
        ["theme.ink_dark"] = SettingShape.Single,
        ["gone"] = SettingShape.Collection,
        ["budgets"] = SettingShape.Collection,
        ["precompress"] = SettingShape.Group,
        ["precompress.gzip"] = SettingShape.Single,
        ["precompress.brotli"] = SettingShape.Single,
        ["precompress.zstd"] = SettingShape.Single,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Paths of the single values that are not items of a list: what the environment and options can replace. Ordinal.
    /// </summary>
    public static readonly IReadOnlyList<string> SinglePaths = Shapes
        .Where(setting => setting.Value == SettingShape.Single && !setting.Key.Contains("[]", StringComparison.Ordinal))
        .Select(setting => setting.Key)
        .Order(StringComparer.Ordinal)
        .ToArray();

    /// <summary>
    /// Names of the keys directly below a group or an item (<c>""</c>, <c>related</c>, <c>footer[]</c>), ordinal.
    /// </summary>
    public static IReadOnlyList<string> KeysOf(string group)
    {
        var prefix = group.Length == 0 ? "" : group + ".";
        return Shapes
            .Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal))
            .Select(path => path[prefix.Length..])
            .Where(name => !name.AsSpan().ContainsAny('.', '['))
            .Order(StringComparer.Ordinal)
            .ToArray();
    }
}

/// <summary>What stands behind a key of site.yml.</summary>
internal enum SettingShape
{
    /// <summary>One text, number or choice: the environment and options can replace it.</summary>
    Single,

    /// <summary>A group of keys that are all named here.</summary>
    Group,

    /// <summary>A list, or a mapping whose keys the site chooses.</summary>
    Collection,
}

/// <summary>One key of site.yml that the environment or an option replaces. Later ones win.</summary>
/// <param name="Key">As the path in site.yml: <c>base_url</c>, <c>pager.size</c>.</param>
/// <param name="Value">As YAML would have it without quotes.</param>
/// <param name="Origin">What an error names: <c>STATICNEWS_BASE_URL</c>, <c>--base-url</c>.</param>
internal sealed record SettingOverride(string Key, string Value, string Origin)
{
    /// <summary>Variables that begin so are settings.</summary>
    public const string VariablePrefix = "STATICNEWS_";

    /// <summary>
    /// The override that an environment variable means: <c>STATICNEWS_PAGER_SIZE</c> is <c>pager.size</c>. Null where
    /// its name has not the prefix; a name that is no setting keeps its own words as key, and the reader reports it.
    /// </summary>
    public static SettingOverride? FromVariable(string name, string value)
    {
        if (!name.StartsWith(VariablePrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var key = name[VariablePrefix.Length..].ToLowerInvariant();
        foreach (var path in SiteSettings.SinglePaths)
        {
            if (string.Equals(path.Replace('.', '_'), key, StringComparison.Ordinal))
            {
                return new SettingOverride(path, value, name);
            }
        }

        return new SettingOverride(key, value, name);
    }
}

/// <summary>
/// The JSON schema of site.yml, with which editors complete and check it. <c>new site</c> writes it beside the file.
/// </summary>
internal static class SiteSchema
{
    public const string FileName = "site.schema.json";

    /// <summary>UTF-8, as it is shipped.</summary>
    public static byte[] Utf8()
    {
        using var resource = typeof(SiteSchema).Assembly.GetManifestResourceStream(FileName)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
