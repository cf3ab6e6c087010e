namespace StaticNews.Templates;

/// <summary>Finds templates by name, for the compiler and for <c>include</c>.</summary>
public interface ITemplateLoader
{
    /// <summary>The text of a template, or null when there is none of this name. Called by several threads at once.</summary>
    string? Load(string name);
}
