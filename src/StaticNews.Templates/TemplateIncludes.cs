namespace StaticNews.Templates;

/// <summary>Which templates a template includes, read from its text without compiling it.</summary>
public static class TemplateIncludes
{
    /// <summary>The constant names that a template includes, each once, in the order of the text; of a text with mistakes those that can be read.</summary>
    /// <param name="name">The template's own name.</param>
    /// <param name="text">Its text.</param>
    public static IReadOnlyList<string> In(string name, string text)
    {
        var root = TemplateParser.Parse(new TemplateSource(name, text), new ErrorList());
        var names = new List<string>();
        foreach (var node in SyntaxParts.All(root))
        {
            if (SyntaxParts.IncludedName(node) is { Length: > 0 } included && !names.Contains(included, StringComparer.Ordinal)) names.Add(included);
        }
        return names;
    }
}
