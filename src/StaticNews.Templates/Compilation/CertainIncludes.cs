namespace StaticNews.Templates;

/// <summary>The includes that run whenever their template does: under no condition, in no loop, function or wrapped block, behind no <c>ret</c>.</summary>
internal static class CertainIncludes
{
    public static List<(string Name, TextSpan At)> Of(BlockSyntax root)
    {
        var found = new List<(string Name, TextSpan At)>();
        var open = new Stack<SyntaxNode>([root]);
        while (open.TryPop(out var node))
        {
            if (SyntaxParts.IncludedName(node) is { Length: > 0 } name) found.Add((name, node.Span));
            foreach (var part in CertainParts(node)) open.Push(part);
        }
        var firstReturn = FirstReturn(root);
        found.RemoveAll(include => include.At.Start > firstReturn);
        found.Sort((left, right) => left.At.Start.CompareTo(right.At.Start));
        return found;
    }

    private static IEnumerable<SyntaxNode> CertainParts(SyntaxNode node) => node switch
    {
        IfSyntax choice => [choice.Branches[0].Condition],
        CaseSyntax choice => [choice.Subject],
        ForSyntax loop => [loop.Items],
        WhileSyntax loop => [loop.Condition],
        WrapSyntax wrap => [wrap.Target],
        ConditionalSyntax condition => [condition.Condition],
        BinarySyntax { Operator: BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Coalesce or BinaryOperator.NotNull } binary => [binary.Left],
        FunctionSyntax or DefineSyntax => [],
        _ => SyntaxParts.Of(node),
    };

    private static int FirstReturn(BlockSyntax root)
    {
        var first = int.MaxValue;
        var open = new Stack<SyntaxNode>([root]);
        while (open.TryPop(out var node))
        {
            if (node is ReturnSyntax) first = Math.Min(first, node.Span.Start);
            if (node is FunctionSyntax) continue;
            foreach (var part in SyntaxParts.Of(node)) open.Push(part);
        }
        return first;
    }
}
