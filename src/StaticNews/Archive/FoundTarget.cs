namespace StaticNews.Archive;

/// <summary>What a target leads to.</summary>
/// <param name="Url">A site URL.</param>
/// <param name="Article">The index of the article that it is, or -1.</param>
/// <param name="Spelling">How the site spells it, where that is another way than the target's and someone should know; else null.</param>
internal readonly record struct FoundTarget(string Url, int Article, OtherSpelling? Spelling);
