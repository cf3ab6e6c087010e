using StaticNews.Articles;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Pages;
using StaticNews.Storage;

namespace StaticNews;

/// <summary>Joins the disk to the readers that know nothing of it.</summary>
internal sealed class SourceReader(SiteConfig config, SourceTree tree) : IArticleSource
{
    private readonly ArticleReader _articles = new(config);
    private readonly ProfileReader _profiles = new(config);

    public SourceTree Tree { get; } = tree;

    public LoadedArticle ReadArticle(SourceFile file)
    {
        using var bytes = Tree.Read(file);
        return bytes.Problem is { } problem ? new LoadedArticle(null, [problem]) : _articles.Read(file.Path, bytes.Span);
    }

    public (Profile? Profile, IReadOnlyList<Diagnostic> Diagnostics) ReadProfile(SourceFile file)
    {
        using var bytes = Tree.Read(file);
        return bytes.Problem is { } problem ? (null, [problem]) : _profiles.Read(file.Path, bytes.Span);
    }

    /// <summary>Reads an article again for its page. One that was saved since the build began would not fit what its neighbours show.</summary>
    public Article? Load(ArticleSummary summary, List<Diagnostic> problems)
    {
        var file = Tree.Find(summary.Path);
        using var bytes = Tree.Read(file);
        if (bytes.Problem is { } problem)
        {
            problems.Add(problem);
            return null;
        }

        var loaded = _articles.Read(file.Path, bytes.Span);
        if (loaded.Article is { } article && article.Summary.Content == summary.Content)
        {
            return article;
        }

        problems.Add(StorageDiagnostics.ChangedDuringBuild("content/" + summary.Path));
        return null;
    }
}
