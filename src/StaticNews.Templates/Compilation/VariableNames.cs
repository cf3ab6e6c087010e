namespace StaticNews.Templates;

/// <summary>The variables of one template: where each is first given a value, and where each is first asked for.</summary>
internal sealed class VariableNames
{
    private readonly Dictionary<string, SyntaxNode> _assigned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SyntaxNode> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bound = new(StringComparer.Ordinal);
    private readonly Stack<SyntaxNode> _open = new();

    private VariableNames()
    {
    }

    public IReadOnlyDictionary<string, SyntaxNode> Assigned => _assigned;

    public IReadOnlyDictionary<string, SyntaxNode> Read => _read;

    /// <summary>The variables of loops and the parameters of functions.</summary>
    public IReadOnlySet<string> Bound => _bound;

    /// <summary>Whether <c>this</c> or <c>object.eval</c> may ask for any name.</summary>
    public bool IsEverythingRead { get; private set; }

    public static VariableNames Of(BlockSyntax root)
    {
        var names = new VariableNames();
        names._open.Push(root);
        while (names._open.TryPop(out var node)) names.Visit(node);
        return names;
    }

    private void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case AssignSyntax { Target: VariableSyntax target } assign:
                First(_assigned, target.Name, target);
                _open.Push(assign.Value);
                break;
            case CaptureSyntax { Target: VariableSyntax target } capture:
                First(_assigned, target.Name, target);
                _open.Push(capture.Body);
                break;
            case DefineSyntax { Function: { Name: { } name } function } define:
                First(_assigned, name, define);
                _open.Push(function);
                break;
            case IncrementSyntax { Target: VariableSyntax target }:
                First(_assigned, target.Name, target);
                First(_read, target.Name, target);
                break;
            case ForSyntax { Variable: VariableSyntax variable } loop:
                _bound.Add(variable.Name);
                foreach (var part in SyntaxParts.Of(loop).Where(part => !ReferenceEquals(part, variable))) _open.Push(part);
                break;
            case ReadOnlySyntax: break;
            default:
                Ask(node);
                foreach (var part in SyntaxParts.Of(node)) _open.Push(part);
                break;
        }
    }

    private void Ask(SyntaxNode node)
    {
        switch (node)
        {
            case ParameterSyntax parameter:
                _bound.Add(parameter.Name);
                break;
            case VariableSyntax { Name: "this" }:
            case MemberSyntax { Name: "eval" or "eval_template", Target: VariableSyntax { Name: "object" } }:
                IsEverythingRead = true;
                break;
            case VariableSyntax variable:
                First(_read, variable.Name, variable);
                break;
        }
    }

    // The tree is walked in no order that a reader would know.
    private static void First(Dictionary<string, SyntaxNode> places, string name, SyntaxNode at)
    {
        if (!places.TryGetValue(name, out var known) || at.Span.Start < known.Span.Start) places[name] = at;
    }
}
