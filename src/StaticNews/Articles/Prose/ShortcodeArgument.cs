namespace StaticNews.Articles.Prose;

/// <param name="Name">Null for an argument that only its place tells apart.</param>
internal readonly record struct ShortcodeArgument(string? Name, string Value);
