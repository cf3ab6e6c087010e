using StaticNews.Templates;

namespace StaticNews.Benchmarks.Pages;

/// <summary>The article of the sample page.</summary>
public sealed record ArticleLine(
    string Title,
    string Summary,
    string Url,
    LinkLine Section,
    IReadOnlyList<LinkLine> Breadcrumb,
    IReadOnlyList<AuthorLine> Authors,
    DateTimeOffset Date,
    DateTimeOffset? Updated,
    PictureLine? Image,
    HtmlString Body,
    IReadOnlyList<RelatedLine> Related,
    IReadOnlyList<TagLine> Tags
);
