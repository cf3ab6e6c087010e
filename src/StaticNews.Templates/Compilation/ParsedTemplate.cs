namespace StaticNews.Templates;

/// <summary>A template's text and tree.</summary>
internal sealed record ParsedTemplate(TemplateSource Source, BlockSyntax Root, bool IsSound);
