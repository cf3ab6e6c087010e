using StaticNews.Text;

namespace StaticNews.Configuration;

/// <summary>
/// What site.yml says of reading articles, as a hash: names of keys, zones, defaults of folders. Two articles with equal bytes are equal only where these are, so pages that
/// show more of an article than lists do have it in their keys.
/// </summary>
internal static class ReadingRules
{
    public static ContentHash Hash(SiteConfig config)
    {
        var hash = new FingerprintBuilder().Add(config.Language).Add(config.TimeZone.Id).Add(config.FrontMatter.DayFirst switch { null => 0, false => 1, true => 2 });
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
