using StaticNews.Diagnostics;

namespace StaticNews.Articles;

/// <summary>What reading one source gave.</summary>
/// <param name="Article">Null where an error keeps it out, and for drafts.</param>
internal sealed record LoadedArticle(Article? Article, IReadOnlyList<Diagnostic> Diagnostics);
