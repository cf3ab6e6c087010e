namespace StaticNews.Templates;

/// <summary>An argument of a call that is bound while rendering.</summary>
internal sealed record CallArgument(Expression Value, string? Name, bool IsSpread);
