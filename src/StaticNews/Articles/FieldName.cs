using StaticNews.Configuration;

namespace StaticNews.Articles;

/// <summary>What a key in front matter stands for.</summary>
/// <param name="Key">Null: site.yml says that nobody needs it.</param>
/// <param name="Visibility">What the key says of visibility in other generators, or null; it is looked at only where the key is not the content model's own.</param>
/// <param name="IsOwn">Spelt as the content model spells it: it goes before a name that is mapped to the same key.</param>
internal readonly record struct FieldName(FrontMatterKey? Key, bool IsOwn, VisibilityRule? Visibility = null);
