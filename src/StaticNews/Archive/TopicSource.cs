using StaticNews.Articles;

namespace StaticNews.Archive;

/// <summary>Where articles name topics of one kind.</summary>
/// <param name="CountOf">How many an article names.</param>
/// <param name="NameOf">The n-th of them, as written.</param>
internal sealed record TopicSource(TopicKind Kind, Func<ArticleSummary, int> CountOf, Func<ArticleSummary, int, string> NameOf)
{
    public static readonly TopicSource Tags = new(TopicKind.Tag, static article => article.Tags.Count, static (article, n) => article.Tags[n]);

    public static readonly TopicSource Authors =
        new(TopicKind.Author, static article => article.Authors.Count, static (article, n) => article.Authors[n].Name);

    public static readonly TopicSource Series =
        new(TopicKind.Series, static article => article.Series is null ? 0 : 1, static (article, _) => article.Series!);

    public static readonly TopicSource Events =
        new(TopicKind.Event, static article => article.Event is null ? 0 : 1, static (article, _) => article.Event!);
}
