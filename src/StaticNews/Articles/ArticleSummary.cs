using System.Text;
using StaticNews.Text;

namespace StaticNews.Articles;

/// <summary>
/// What the rest of the archive may know of an article: the one record that grows with the archive, so nothing belongs here
/// that only the article's own page shows (see <see cref="Article"/>).
/// </summary>
internal sealed record ArticleSummary
{
    private readonly byte[] _lede = [];

    /// <summary>Below content/, with '/': <c>world/2014/flood.md</c>. Its identity among sources.</summary>
    public required string Path { get; init; }

    /// <summary>Of the source's bytes.</summary>
    public required ContentHash Content { get; init; }

    public required string Title { get; init; }

    public required ArticleDate Date { get; init; }

    public ArticleDate? Updated { get; init; }

    /// <summary>Id path (<c>world/us-news</c>); empty for an article directly below content/ that names none.</summary>
    public required string Section { get; init; }

    /// <summary>Last part of the URL, checked: lower-case letters, digits, hyphens of any script; never a device name.</summary>
    public required string Slug { get; init; }

    /// <summary>Identity that outlives URLs, as the front matter gives it, or null.</summary>
    public string? Id { get; init; }

    /// <summary>As written, each once (compared by slug, and by signs: <c>C#</c> is not <c>C++</c>), in order.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    public required IReadOnlyList<Byline> Authors { get; init; }

    public string? Kicker { get; init; }

    /// <summary>
    /// The summary, or the first paragraph as plain text, cut at a word; empty where there is no text at all. The longest text here by far, so it is kept in
    /// UTF-8, and a string only while a list shows it.
    /// </summary>
    public required string Lede
    {
        get => Encoding.UTF8.GetString(_lede);
        init => _lede = Encoding.UTF8.GetBytes(value);
    }

    public ArticleType Type { get; init; }

    /// <summary>BCP 47; the site's where the article names none.</summary>
    public required string Language { get; init; }

    /// <summary>Without caption and credit: these stand on the article's own page only (<see cref="Article.Image"/>).</summary>
    public ArticleImage? Image { get; init; }

    public ArticleStatus Status { get; init; }

    /// <summary>No longer listed from this instant on; its page stays. Null: for ever.</summary>
    public ArticleDate? Expires { get; init; }

    /// <summary>Front-page weight; higher first, 0 for most.</summary>
    public int Priority { get; init; }

    public string? Series { get; init; }

    public string? Event { get; init; }

    /// <summary>Pinned related articles: paths or slugs, as written.</summary>
    public IReadOnlyList<LinkReference> Related { get; init; } = [];

    /// <summary>Old URLs of this article: each starts with '/'.</summary>
    public IReadOnlyList<LinkReference> Aliases { get; init; } = [];

    /// <summary>Targets inside the site that the body names: <c>.md</c> files, pictures, links from the root.</summary>
    public IReadOnlyList<LinkReference> Links { get; init; } = [];

    /// <summary>Of every field above that a list on another page shows: equal means that page need not change.</summary>
    public required ContentHash Card { get; init; }
}
