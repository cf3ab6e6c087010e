using StaticNews.Articles;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Pages;
using StaticNews.Storage;

namespace StaticNews;

/// <summary>Joins the disk to the readers that know nothing of it. One a worker: the readers reuse their buffers.</summary>
internal sealed class SourceReader(SiteConfig config, SourceTree tree, Drafts drafts) : IArticleSource
{
    private readonly ArticleReader _articles = new(config, drafts);
    private readonly ProfileReader _profiles = new(config);

    public IReadOnlyList<Diagnostic> CheckDefaults() => _articles.CheckDefaults();

    public LoadedArticle ReadArticle(SourceFile file)
    {
        using var bytes = tree.Read(file);
        return bytes.Problem is { } problem ? new LoadedArticle(null, [problem]) : _articles.Read(file.Path, bytes.Span);
    }

    public LoadedProfile ReadProfile(SourceFile file)
    {
        using var bytes = tree.Read(file);
        return bytes.Problem is { } problem ? new LoadedProfile(null, [problem]) : _profiles.Read(file.Path, bytes.Span);
    }

    /// <summary>Reads an article again for its page. One that was saved since the build began would not fit what its neighbours show.</summary>
    public Article? Load(ArticleSummary summary, List<Diagnostic> problems)
    {
        var file = tree.Find(summary.Path);
        using var bytes = tree.Read(file);
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

        problems.Add(StorageDiagnostics.ChangedDuringBuild(ArticleReader.ContentFolder + summary.Path));
        return null;
    }
}
