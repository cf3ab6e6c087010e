namespace StaticNews.Templates;

/// <summary><c>target.name</c> or <c>target?.name</c>.</summary>
internal sealed record MemberSyntax(TextSpan Span, int Height, ExpressionSyntax Target, string Name, TextSpan NameSpan, bool NullConditional)
    : ExpressionSyntax(Span, Height);
