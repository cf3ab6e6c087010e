namespace StaticNews.Configuration;

/// <param name="Minimum">A tag on fewer listed articles gets no page of its own and is not linked.</param>
/// <param name="Synonyms">From the slug of a tag to the name of the tag that stands for it, chains followed to their end.</param>
internal sealed record TagsConfig(int Minimum, IReadOnlyDictionary<string, string> Synonyms);
