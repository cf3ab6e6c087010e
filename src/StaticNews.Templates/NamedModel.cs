namespace StaticNews.Templates;

/// <summary>A typed model as messages name it.</summary>
/// <param name="Pages">The pages that have it: "section, tag and author".</param>
/// <param name="Type">A record class.</param>
public sealed record NamedModel(string Pages, Type Type);
