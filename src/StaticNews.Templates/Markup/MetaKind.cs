namespace StaticNews.Templates;

/// <summary>What a <c>meta</c> element's other attributes say of its <c>content</c>; of two branches the later one in this list counts.</summary>
internal enum MetaKind
{
    Text,
    Url,
    Refresh,
}
