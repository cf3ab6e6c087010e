using StaticNews.Text;

namespace StaticNews.Configuration;

/// <summary>Front matter that articles under a path have unless they say otherwise.</summary>
/// <param name="Match">A glob over paths below content/: <c>*</c> within a folder, <c>**</c> across folders, <c>?</c> one character.</param>
/// <param name="Yaml">The rule's own front matter, as the text of a YAML mapping: read by the reader that reads articles.</param>
/// <param name="At">Where site.yml says it.</param>
internal sealed record DefaultsRule(string Match, string Yaml, SourceLocation At);
