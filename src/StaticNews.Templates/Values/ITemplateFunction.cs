namespace StaticNews.Templates;

/// <summary>Anything that can be called: a built-in function or one a template defines.</summary>
internal interface ITemplateFunction
{
    /// <summary>How messages name it, such as <c>string.upcase</c>.</summary>
    string DisplayName { get; }

    IReadOnlyList<Parameter> Parameters { get; }
}
