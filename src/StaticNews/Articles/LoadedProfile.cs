using StaticNews.Diagnostics;

namespace StaticNews.Articles;

/// <summary>What reading one profile gave.</summary>
/// <param name="Profile">Null where an error keeps it out.</param>
internal sealed record LoadedProfile(Profile? Profile, IReadOnlyList<Diagnostic> Diagnostics);
