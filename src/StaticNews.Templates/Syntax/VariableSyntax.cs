namespace StaticNews.Templates;

/// <summary>A name. It begins with <c>$</c> when it is local; <c>for</c>, <c>while</c>, <c>this</c> and <c>empty</c> are names, too.</summary>
internal sealed record VariableSyntax(TextSpan Span, string Name) : ExpressionSyntax(Span, 1)
{
    public bool IsLocal => Name[0] == '$';
}
