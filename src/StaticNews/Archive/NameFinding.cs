namespace StaticNews.Archive;

/// <summary>Something about a name that its writer should know; reported by who can read the line where it is written.</summary>
/// <param name="Name">As written.</param>
/// <param name="Path">The oldest article that writes it so.</param>
internal abstract record NameFinding(TopicKind Kind, string Name, string Path);

/// <summary>Two tags that an editor may well mean as two, and that are one because their keys are: <c>C#</c> and <c>C++</c>.</summary>
/// <param name="FirstName">What the tag is called.</param>
/// <param name="FirstPath">The oldest article with that spelling.</param>
internal sealed record TagClash(string Slug, string FirstName, string FirstPath, string Name, string Path) : NameFinding(TopicKind.Tag, Name, Path);

/// <summary>A spelling that is not the one of the topic's page: <c>NEWS</c> where most articles have <c>News</c>.</summary>
/// <param name="Articles">How many articles have it.</param>
/// <param name="Title">What the topic is called.</param>
/// <param name="TitleArticles">How many articles call it so.</param>
/// <param name="IsNamed">Whether a profile or site.yml calls it so.</param>
internal sealed record OddSpelling(TopicKind Kind, string Name, string Path, int Articles, string Title, int TitleArticles, bool IsNamed)
    : NameFinding(Kind, Name, Path);

/// <summary>A rare name that is one letter away from a frequent one, or from one with a profile.</summary>
/// <param name="Articles">How many articles have it.</param>
/// <param name="Slug">Of its profile, if it is a name of its own.</param>
/// <param name="Nearest">The other name.</param>
/// <param name="NearestArticles">How many articles have that one.</param>
internal sealed record NearName(TopicKind Kind, string Name, string Path, int Articles, string Slug, string Nearest, int NearestArticles)
    : NameFinding(Kind, Name, Path);
