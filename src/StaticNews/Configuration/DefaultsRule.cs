using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Configuration;

/// <summary>Front matter that articles under a path have unless they say otherwise.</summary>
/// <param name="Match">Which articles, by their path below content/.</param>
/// <param name="FrontMatter">The rule's own mapping without <c>match</c>, for the reader that reads articles.</param>
/// <param name="Source">The file that the tokens' spans lie in.</param>
internal sealed record DefaultsRule(PathGlob Match, IReadOnlyList<YamlToken> FrontMatter, SourceText Source)
{
    /// <summary>The value of a key where that is a text, with its place; null where the rule does not have it so.</summary>
    public (string Value, SourceLocation At)? TextOf(string key)
    {
        for (var i = 1; FrontMatter[i].Kind != YamlTokenKind.MapEnd; i = Behind(i + 1))
        {
            if (string.Equals(FrontMatter[i].Value, key, StringComparison.Ordinal))
            {
                return FrontMatter[i + 1] is { Kind: YamlTokenKind.Text } text ? (text.Value, Source.LocationOf(text.Span)) : null;
            }
        }

        return null;
    }

    /// <summary>The value that an article gets for a key, with its place, of the last rule that has one for it; null where none has.</summary>
    /// <param name="path">Below content/.</param>
    public static (string Value, SourceLocation At)? TextFor(IReadOnlyList<DefaultsRule> rules, string path, string key)
    {
        for (var i = rules.Count - 1; i >= 0; i--)
        {
            if (rules[i].Match.IsMatch(path) && rules[i].TextOf(key) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Behind the value that begins with a token: a list or a mapping goes up to its end.</summary>
    private int Behind(int value)
    {
        var depth = 0;
        do
        {
            depth += FrontMatter[value].Kind is YamlTokenKind.MapStart or YamlTokenKind.ListStart ? 1 : 0;
            depth -= FrontMatter[value].Kind is YamlTokenKind.MapEnd or YamlTokenKind.ListEnd ? 1 : 0;
            value++;
        }
        while (depth > 0);
        return value;
    }
}
