namespace StaticNews.Templates;

/// <summary>Text to be written as it is.</summary>
internal sealed record TextSyntax(TextSpan Span) : StatementSyntax(Span, 1);
