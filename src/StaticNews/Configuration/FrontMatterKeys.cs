using System.Collections.Frozen;

namespace StaticNews.Configuration;

/// <summary>How articles spell the keys of the content model.</summary>
internal static class FrontMatterKeys
{
    /// <summary>By <see cref="FrontMatterKey"/>.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "title", "date", "updated", "corrections", "slug", "url", "aliases", "section", "tags", "authors", "dateline", "desk", "agencies", "kicker",
        "summary", "type", "image", "related", "lang", "dir", "translation_key", "source_url", "captured", "license", "status", "status_reason", "draft", "expires",
        "priority", "series", "event", "id", "params",
    ];

    /// <summary>All names, and <c>author</c> for the many archives with one author an article.</summary>
    public static readonly FrozenDictionary<string, FrontMatterKey> ByName = Names
        .Select((name, index) => KeyValuePair.Create(name, (FrontMatterKey)index))
        .Append(KeyValuePair.Create("author", FrontMatterKey.Authors))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
