using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Configuration;

/// <summary>Front matter that articles under a path have unless they say otherwise.</summary>
/// <param name="Match">Which articles, by their path below content/.</param>
/// <param name="FrontMatter">The rule's own mapping without <c>match</c>, for the reader that reads articles.</param>
/// <param name="Source">The file that the tokens' spans lie in.</param>
internal sealed record DefaultsRule(PathGlob Match, IReadOnlyList<YamlToken> FrontMatter, SourceText Source);
