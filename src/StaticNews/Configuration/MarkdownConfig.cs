namespace StaticNews.Configuration;

/// <param name="Html">Raw HTML inside Markdown.</param>
/// <param name="Elsewhere">
/// Origin that links from the root (<c>/2014/x</c>) lead to when this archive has no such page: the site where the articles were
/// first published, without a final slash. Null: such a link loses its anchor and is a warning.
/// </param>
/// <param name="Shortcodes">Whether <c>{{&lt; name … &gt;}}</c> of other generators is understood (ref, figure-like) and otherwise dropped, or left as text.</param>
internal sealed record MarkdownConfig(RawHtml Html = RawHtml.Sanitize, string? Elsewhere = null, bool Shortcodes = false);
