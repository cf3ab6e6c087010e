namespace StaticNews.Configuration;

/// <summary>One key of site.yml that the environment or an option replaces. Later ones win.</summary>
/// <param name="Key">As the path in site.yml: <c>base_url</c>, <c>pager.size</c>.</param>
/// <param name="Value">As YAML would have it without quotes.</param>
/// <param name="Origin">What an error names: <c>STATICNEWS_BASE_URL</c>, <c>--base-url</c>.</param>
internal sealed record SettingOverride(string Key, string Value, string Origin)
{
    /// <summary>Variables that begin so are settings.</summary>
    public const string VariablePrefix = "STATICNEWS_";

    /// <summary>
    /// The override that an environment variable means: <c>STATICNEWS_PAGER_SIZE</c> is <c>pager.size</c>. Null where its name has not the
    /// prefix; a name that is no setting keeps its own words as key, and the reader reports it.
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
