namespace StaticNews.Templates;

/// <summary>A compiled template or include.</summary>
internal sealed class Page(TemplateSource source)
{
    public TemplateSource Source => source;

    /// <summary>Set once, right after it was compiled: an include may include itself.</summary>
    public Statement Body { get; set; } = BlockStatement.Empty;

    /// <summary>Whether it reads <c>$</c>.</summary>
    public bool UsesArguments { get; set; }
}
