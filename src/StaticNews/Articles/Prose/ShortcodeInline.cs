using Markdig.Syntax.Inlines;

namespace StaticNews.Articles.Prose;

/// <summary>A shortcode's place in the text; what it becomes is decided when it is written.</summary>
internal sealed class ShortcodeInline : LeafInline
{
    /// <summary>The token that stands in the text.</summary>
    public required string Token { get; init; }
}
