namespace StaticNews.Templates;

/// <summary>What is known of names at a place of a template, innermost first. Without a name it is the object of a <c>with</c>.</summary>
internal sealed record StaticScope(StaticScope? Outer, string? Name, Type? Type);
