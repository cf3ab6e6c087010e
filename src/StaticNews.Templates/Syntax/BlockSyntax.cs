namespace StaticNews.Templates;

/// <summary>Statements one after another.</summary>
internal sealed record BlockSyntax(TextSpan Span, int Height, IReadOnlyList<StatementSyntax> Statements) : StatementSyntax(Span, Height);
