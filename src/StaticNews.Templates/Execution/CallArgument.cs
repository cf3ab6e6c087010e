namespace StaticNews.Templates;

/// <summary>An argument of a call that is bound while rendering.</summary>
/// <param name="Value">What is handed over.</param>
/// <param name="Name">The parameter it is for; null when it has none.</param>
/// <param name="IsSpread">Whether it stands for the items of its value.</param>
/// <param name="At">Where its name is, else its value; null for a piped one.</param>
internal sealed record CallArgument(Expression Value, string? Name, bool IsSpread, TextSpan? At = null);
