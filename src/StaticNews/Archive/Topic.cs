using StaticNews.Articles;

namespace StaticNews.Archive;

/// <summary>A name that gathers articles: a tag, an author, a series, an event.</summary>
/// <param name="Index">Its place in its list of the <see cref="Catalog"/>; lists are ordered by slug, ordinal.</param>
/// <param name="Kind">Which list that is.</param>
/// <param name="Name">As the profile or the configuration spells it, else as the oldest article does.</param>
/// <param name="Slug">Last part of its URL; one topic a slug.</param>
/// <param name="Url">Of its page (<c>/tags/cold-war/</c>); null where it has none (a tag below the minimum).</param>
/// <param name="Articles">Indexes of its listed articles, newest first.</param>
/// <param name="Profile">Its text, or null.</param>
internal sealed record Topic(
    int Index,
    TopicKind Kind,
    string Name,
    string Slug,
    string? Url,
    int[] Articles,
    Profile? Profile);
