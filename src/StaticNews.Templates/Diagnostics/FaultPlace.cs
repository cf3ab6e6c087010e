namespace StaticNews.Templates;

/// <summary>The place of a mistake: a span of one template.</summary>
internal sealed record FaultPlace(TemplateSource Source, TextSpan Span);
