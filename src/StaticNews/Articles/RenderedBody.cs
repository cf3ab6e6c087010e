namespace StaticNews.Articles;

/// <summary>An article's Markdown as HTML, cut where the list "More from …" may stand.</summary>
/// <param name="Lead">Up to and with the paragraph after which the inline list stands; the whole body where there is no such place.</param>
/// <param name="Rest">What follows it; empty where there is no such place.</param>
/// <param name="Words">Words of the visible text.</param>
/// <param name="Fault">Why it is plain text; null where it is not, and where a scan tells that its Markdown is nested too deeply.</param>
internal sealed record RenderedBody(string Lead, string Rest, int Words, Prose.BodyFault? Fault = null);
