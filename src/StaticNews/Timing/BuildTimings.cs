namespace StaticNews.Timing;

/// <summary>Where a build's time went. For people who tune a site or this program; nothing of it reaches a page.</summary>
/// <param name="Stages">In the order in which they ran; together they are the whole build.</param>
/// <param name="SlowestArticles">Slowest first, at most <see cref="SlowestPages.KeptAtMost"/>.</param>
/// <param name="Templates">The one that took most first.</param>
internal sealed record BuildTimings(
    IReadOnlyList<StageTime> Stages,
    IReadOnlyList<ArticleTime> SlowestArticles,
    IReadOnlyList<TemplateTime> Templates,
    GarbageCost Garbage);
