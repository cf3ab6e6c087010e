namespace StaticNews.Archive;

/// <summary>One entry of "More from …".</summary>
/// <param name="Article">Index in <see cref="Catalog.Articles"/>.</param>
/// <param name="Score">Higher is nearer; pinned entries have the highest of all.</param>
/// <param name="Reasons">What made the score, for <c>staticnews related</c>; empty on the path that builds pages.</param>
internal readonly record struct RelatedArticle(int Article, double Score, IReadOnlyList<RelatedReason> Reasons);
