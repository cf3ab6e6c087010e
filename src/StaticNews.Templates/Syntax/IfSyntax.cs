namespace StaticNews.Templates;

/// <summary><c>if … else if … else … end</c>.</summary>
internal sealed record IfSyntax(TextSpan Span, int Height, IReadOnlyList<IfBranchSyntax> Branches, BlockSyntax? Otherwise) : StatementSyntax(Span, Height);
