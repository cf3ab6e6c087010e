namespace StaticNews.Configuration;

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
