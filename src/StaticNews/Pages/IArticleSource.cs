using StaticNews.Articles;
using StaticNews.Diagnostics;

namespace StaticNews.Pages;

/// <summary>Gives a whole article back from its file: pages are pure, so the disk is behind this.</summary>
internal interface IArticleSource
{
    /// <summary>The article, or null where its file is gone or has changed since the build began; then the problem is added.</summary>
    Article? Load(ArticleSummary summary, List<Diagnostic> problems);

    /// <summary>The work is done for which articles were loaded.</summary>
    void EndWork();
}
