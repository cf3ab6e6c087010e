using StaticNews.Diagnostics;

namespace StaticNews.Articles;

/// <summary>What reading one source gave.</summary>
/// <param name="Article">Null unless the state is <see cref="SourceState.Article"/>.</param>
/// <param name="Diagnostics">In the order in which they are shown.</param>
internal sealed record LoadedArticle(SourceState State, Article? Article, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Files and articles that a source names which is not shown: what nobody else names is not published either.</summary>
    public IReadOnlyList<LinkReference> References { get; init; } = [];

    public static LoadedArticle Failed(params IReadOnlyList<Diagnostic> diagnostics) => new(SourceState.Failed, null, diagnostics);
}

/// <summary>What became of a source when it was read.</summary>
internal enum SourceState : byte
{
    /// <summary>An article. Whether it is public today is decided with the date of the build.</summary>
    Article,

    /// <summary>A draft, which this build does not show.</summary>
    Draft,

    /// <summary>It may not be public, and says so in a way that cannot be obeyed. What earlier builds published of it is taken down.</summary>
    HeldBack,

    /// <summary>An error keeps it out. What earlier builds published of it stays.</summary>
    Failed,
}
