namespace StaticNews.Templates;

/// <summary>One condition of an <c>if</c> with its block.</summary>
internal sealed record IfBranchSyntax(ExpressionSyntax Condition, BlockSyntax Block);
