namespace StaticNews.Templates;

/// <summary><c>case … when … else … end</c>.</summary>
internal sealed record CaseSyntax(TextSpan Span, int Height, ExpressionSyntax Subject, IReadOnlyList<WhenSyntax> Branches, BlockSyntax? Otherwise)
    : StatementSyntax(Span, Height);
