using Markdig;

namespace StaticNews.Articles.Prose;

/// <summary>Brings the budget of one parse to Markdig's parsers, which all parses share.</summary>
internal sealed class ProseContext(ParseBudget budget) : MarkdownParserContext
{
    public ParseBudget Budget { get; } = budget;

    public LeafCounts Leaf { get; } = new(budget);
}
