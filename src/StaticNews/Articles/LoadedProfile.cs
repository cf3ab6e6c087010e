using StaticNews.Diagnostics;

namespace StaticNews.Articles;

/// <summary>What reading one profile gave.</summary>
/// <param name="Profile">Null unless the state is <see cref="SourceState.Article"/>.</param>
internal sealed record LoadedProfile(SourceState State, Profile? Profile, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary><see cref="LoadedArticle.References"/>.</summary>
    public IReadOnlyList<LinkReference> References { get; init; } = [];

    public static LoadedProfile Failed(Diagnostic problem) => new(SourceState.Failed, null, [problem]);
}
