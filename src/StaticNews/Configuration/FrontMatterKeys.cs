using System.Collections.Frozen;
using StaticNews.Text;

namespace StaticNews.Configuration;

/// <summary>How articles spell the keys of the content model.</summary>
internal static class FrontMatterKeys
{
    /// <summary>By <see cref="FrontMatterKey"/>.</summary>
    public static readonly IReadOnlyList<string> Names = [.. Enum.GetNames<FrontMatterKey>().Select(NameOf)];

    /// <summary>All names, and <c>author</c> for the many archives with one author an article.</summary>
    public static readonly FrozenDictionary<string, FrontMatterKey> ByName = Names
        .Select((name, index) => KeyValuePair.Create(name, (FrontMatterKey)index))
        .Append(KeyValuePair.Create("author", FrontMatterKey.Authors))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static string NameOf(string member) =>
        string.Concat(member.Select((c, index) => char.IsAsciiLetterUpper(c) && index > 0 ? $"_{c}" : $"{c}"))
            .ToLowerInvariant();
}

/// <summary>
/// The keys of the content model. A member's name is the key's in front matter, but for case: <c>TranslationKey</c> is
/// <c>translation_key</c>.
/// </summary>
internal enum FrontMatterKey : byte
{
    Title,
    Date,
    Updated,
    Corrections,
    Slug,
    Url,
    Aliases,
    Section,
    Tags,
    Authors,
    Dateline,
    Location,
    Desk,
    Agencies,
    Kicker,
    Summary,
    Type,
    Image,
    Related,
    Lang,
    Dir,
    TranslationKey,
    SourceUrl,
    Captured,
    License,
    Status,
    StatusReason,
    Draft,
    Expires,
    Priority,
    Series,
    Event,
    Id,
    Params,
}

/// <summary>
/// A hash of the settings in site.yml about reading articles: names of keys, zones, defaults of folders. Two articles
/// with equal bytes are equal only where these are, so pages that show more of an article than lists do have it in
/// their keys.
/// </summary>
internal static class ReadingRules
{
    public static ContentHash Hash(SiteConfig config)
    {
        var hash = new FingerprintBuilder()
            .Add(config.Language)
            .Add(config.TimeZone.Id)
            .Add(
                config.FrontMatter.DayFirst switch
                {
                    null => 0,
                    false => 1,
                    true => 2,
                }
            );
        foreach (var (name, key) in config.FrontMatter.Keys.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            hash.Add(name).Add((long)key);
        }

        foreach (var (abbreviation, zone) in config.FrontMatter.Zones.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            hash.Add(abbreviation).Add(zone.Id);
        }

        foreach (var rule in config.Defaults)
        {
            hash.Add(rule.Match.Pattern);
            foreach (var token in rule.FrontMatter)
            {
                hash.Add((long)token.Kind).Add(token.Value).Add(token.IsQuoted);
            }
        }

        return hash.Finish();
    }
}
