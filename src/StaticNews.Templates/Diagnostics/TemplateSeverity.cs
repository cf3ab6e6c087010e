namespace StaticNews.Templates;

/// <summary>Whether a template with this finding can be used.</summary>
public enum TemplateSeverity
{
    Warning,
    Error,
}
