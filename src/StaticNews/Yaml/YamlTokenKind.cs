namespace StaticNews.Yaml;

internal enum YamlTokenKind : byte
{
    /// <summary>After the last token; reading on gives this again.</summary>
    End,
    Text,
    ListStart,
    ListEnd,
    MapStart,
    MapEnd,
}
