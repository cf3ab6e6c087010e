namespace StaticNews.Templates;

/// <summary>Defines a named function.</summary>
internal sealed record DefineSyntax(TextSpan Span, int Height, FunctionSyntax Function) : StatementSyntax(Span, Height);
