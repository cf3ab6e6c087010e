namespace StaticNews.Templates;

/// <summary>The parts of a syntax node, for code that looks through a whole tree.</summary>
internal static class SyntaxParts
{
    public static IEnumerable<SyntaxNode> Of(SyntaxNode node) => node switch
    {
        BlockSyntax block => block.Statements,
        PrintSyntax print => [print.Expression],
        AssignSyntax assign => [assign.Target, assign.Value],
        DefineSyntax define => [define.Function],
        FunctionSyntax function => [.. function.Parameters ?? [], function.Body],
        ParameterSyntax { Default: { } byDefault } => [byDefault],
        IfSyntax choice => [.. choice.Branches.SelectMany(branch => new SyntaxNode[] { branch.Condition, branch.Block }), .. Some(choice.Otherwise)],
        CaseSyntax choice => [choice.Subject, .. choice.Branches.SelectMany(branch => branch.Values.Append<SyntaxNode>(branch.Block)), .. Some(choice.Otherwise)],
        ForSyntax loop => [loop.Variable, loop.Items, .. loop.Options, loop.Body, .. Some(loop.Otherwise)],
        WhileSyntax loop => [loop.Condition, loop.Body],
        CaptureSyntax capture => [capture.Target, capture.Body],
        WithSyntax with => [with.Target, with.Body],
        WrapSyntax wrap => [wrap.Target, wrap.Body],
        ImportSyntax import => [import.Value],
        ReadOnlySyntax fixing => [fixing.Variable],
        ReturnSyntax { Value: { } value } => [value],
        InterpolatedSyntax text => text.Parts,
        MemberSyntax member => [member.Target],
        IndexSyntax index => [index.Target, index.Index],
        ArgumentSyntax argument => [argument.Value],
        CallSyntax call => [call.Target, .. call.Arguments],
        PipeSyntax pipe => [pipe.From, pipe.To],
        BinarySyntax binary => [binary.Left, binary.Right],
        UnarySyntax unary => [unary.Operand],
        IncrementSyntax increment => [increment.Target],
        ConditionalSyntax condition => [condition.Condition, condition.Then, condition.Otherwise],
        NestedSyntax nested => [nested.Inner],
        ArraySyntax array => array.Items,
        ObjectSyntax value => value.Members.Select(member => member.Value),
        _ => [],
    };

    /// <summary>The node and everything below it.</summary>
    public static IEnumerable<SyntaxNode> All(SyntaxNode root)
    {
        var open = new Stack<SyntaxNode>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var part in Of(node)) open.Push(part);
        }
    }

    /// <summary>The plain name that a node assigns to, other than as the variable of a loop; null for none.</summary>
    public static string? AssignedName(SyntaxNode node) => node switch
    {
        AssignSyntax { Target: VariableSyntax { IsLocal: false } target } => target.Name,
        CaptureSyntax { Target: VariableSyntax { IsLocal: false } target } => target.Name,
        IncrementSyntax { Target: VariableSyntax { IsLocal: false } target } => target.Name,
        DefineSyntax { Function.Name: { } name } => name,
        _ => null,
    };

    /// <summary>The constant name of an include; null for anything else.</summary>
    public static string? IncludedName(SyntaxNode node) => node switch
    {
        CallSyntax { Target: VariableSyntax { Name: "include" }, Arguments: [{ Name: null, Value: LiteralSyntax literal }, ..] } => literal.Value.AsText(),
        PipeSyntax { From: LiteralSyntax literal, To: VariableSyntax { Name: "include" } or CallSyntax { Target: VariableSyntax { Name: "include" } } } => literal.Value.AsText(),
        _ => null,
    };

    private static IEnumerable<SyntaxNode> Some(SyntaxNode? node) => node is null ? [] : [node];
}
