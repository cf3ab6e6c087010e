namespace StaticNews.Configuration;

/// <param name="Minimum">A tag on fewer listed articles gets no page of its own and is not linked.</param>
/// <param name="Synonyms">From a tag as written (compared by slug) to the tag that stands for it.</param>
internal sealed record TagsConfig(int Minimum, IReadOnlyDictionary<string, string> Synonyms);
