namespace StaticNews.Templates;

/// <summary><c>break</c> or <c>continue</c>.</summary>
internal sealed record JumpSyntax(TextSpan Span, bool IsBreak) : StatementSyntax(Span, 1);
