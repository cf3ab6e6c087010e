namespace StaticNews.Templates;

/// <summary>What came of compiling an include while rendering: a page, its first error, or neither when there is no such template.</summary>
internal sealed record LatePage(Page? Page, TemplateError? Error);
