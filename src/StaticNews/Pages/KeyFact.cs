namespace StaticNews.Pages;

/// <summary>One value that decides a page.</summary>
internal sealed record KeyFact(KeyPart Part, string Name, string Value);
