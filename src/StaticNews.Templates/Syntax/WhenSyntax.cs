namespace StaticNews.Templates;

/// <summary>The values of one <c>when</c> with its block.</summary>
internal sealed record WhenSyntax(IReadOnlyList<ExpressionSyntax> Values, BlockSyntax Block);
