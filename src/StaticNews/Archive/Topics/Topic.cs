using StaticNews.Content;

namespace StaticNews.Archive.Topics;

/// <summary>A name that gathers articles: a tag, an author, a series, an event.</summary>
/// <param name="Index">Its place in its list of the <see cref="Catalog"/>; lists are ordered by key, ordinal.</param>
/// <param name="Kind">Which list that is.</param>
/// <param name="Name">
/// As the profile or the configuration spells it, else as most articles do; of spellings that are equally frequent, the
/// older one.
/// </param>
/// <param name="Key">One topic a key (<see cref="Text.NameKey"/>).</param>
/// <param name="Slug">Last part of its URL.</param>
/// <param name="Url">Of its page (<c>/tags/cold-war/</c>); null where it has none (a tag below the minimum).</param>
/// <param name="Articles">Indexes of its listed articles, newest first.</param>
/// <param name="Profile">Its text, or null.</param>
internal sealed record Topic(
    int Index,
    TopicKind Kind,
    string Name,
    string Key,
    string Slug,
    string? Url,
    int[] Articles,
    Profile? Profile
)
{
    /// <summary>
    /// Spellings other than <see cref="Name"/> that articles show as they have them; null for nearly all topics. What
    /// an article shows therefore depends on no other article, and the name may change without a page but the topic's
    /// own and the lists of topics.
    /// </summary>
    public IReadOnlySet<string>? OwnSpellings { get; init; }

    /// <summary>Whether a profile or site.yml gives the name, so that no article changes it.</summary>
    public bool IsNamed { get; init; }

    /// <summary>
    /// The name as an article shows it that writes <paramref name="written"/>; a synonym or a profile's handle is shown
    /// as the topic's name.
    /// </summary>
    public string DisplayName(string written) => OwnSpellings is { } own && own.Contains(written) ? written : Name;
}

internal enum TopicKind
{
    Tag,
    Author,
    Series,
    Event,
}

/// <summary>Where articles name topics of one kind.</summary>
/// <param name="CountOf">How many an article names.</param>
/// <param name="NameOf">The n-th of them, as written.</param>
internal sealed record TopicSource(
    TopicKind Kind,
    Func<ArticleSummary, int> CountOf,
    Func<ArticleSummary, int, string> NameOf
)
{
    public static readonly TopicSource Tags = new(
        TopicKind.Tag,
        static article => article.Tags.Count,
        static (article, n) => article.Tags[n]
    );

    public static readonly TopicSource Authors = new(
        TopicKind.Author,
        static article => article.Authors.Count,
        static (article, n) => article.Authors[n].Name
    );

    public static readonly TopicSource Series = new(
        TopicKind.Series,
        static article => article.Series is null ? 0 : 1,
        static (article, _) => article.Series!
    );

    public static readonly TopicSource Events = new(
        TopicKind.Event,
        static article => article.Event is null ? 0 : 1,
        static (article, _) => article.Event!
    );
}
