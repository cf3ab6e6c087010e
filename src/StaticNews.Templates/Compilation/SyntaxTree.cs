using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>Looks through Scriban's trees.</summary>
internal static class SyntaxTree
{
    /// <summary>The node and everything below it, but for words and punctuation.</summary>
    public static IEnumerable<ScriptNode> All(ScriptNode root)
    {
        var open = new Stack<ScriptNode>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var part in Parts(node))
                open.Push(part);
        }
    }

    public static IEnumerable<ScriptNode> Parts(ScriptNode node) =>
        node.Children.Where(static part => part is not (ScriptToken or ScriptKeyword));

    /// <summary>The statements of a block that do something: no delimiters of code.</summary>
    public static IEnumerable<ScriptStatement> Statements(ScriptBlockStatement? block) =>
        block is null
            ? []
            : block.Statements.Where(static statement =>
                statement is not (ScriptEscapeStatement or ScriptEndStatement or ScriptNopStatement)
            );

    /// <summary>The plain name that a node assigns to, other than as the variable of a loop; null for none.</summary>
    public static string? AssignedName(ScriptNode node) =>
        node switch
        {
            ScriptAssignExpression { Target: ScriptVariableGlobal target } => target.Name,
            ScriptCaptureStatement { Target: ScriptVariableGlobal target } => target.Name,
            ScriptIncrementDecrementExpression { Right: ScriptVariableGlobal target } => target.Name,
            ScriptFunction { NameOrDoToken: ScriptVariableGlobal name } => name.Name,
            _ => null,
        };

    /// <summary>The constant name of an include; null for anything else.</summary>
    public static string? IncludedName(ScriptNode node) =>
        node switch
        {
            ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "include" } } call
                when call.Arguments is { Count: > 0 } && call.Arguments[0] is ScriptLiteral { Value: string name } =>
                name,
            ScriptPipeCall
            {
                From: ScriptLiteral { Value: string name },
                To: ScriptVariableGlobal { Name: "include" }
                    or ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "include" } },
            } => name,
            _ => null,
        };

    /// <summary>
    /// The includes that run whenever their template does: under no condition, in no loop, function or wrapped block,
    /// behind no <c>ret</c>.
    /// </summary>
    public static List<(string Name, TemplateSpan At)> CertainIncludes(ScriptNode root)
    {
        var found = new List<(string Name, TemplateSpan At)>();
        var open = new Stack<ScriptNode>([root]);
        while (open.TryPop(out var node))
        {
            if (IncludedName(node) is { Length: > 0 } name)
                found.Add((name, TemplateSpan.Of(node.Span)));
            foreach (var part in CertainParts(node))
                open.Push(part);
        }
        var firstReturn = FirstReturn(root);
        found.RemoveAll(include => include.At.Start > firstReturn);
        found.Sort(static (left, right) => left.At.Start.CompareTo(right.At.Start));
        return found;
    }

    private static IEnumerable<ScriptNode> CertainParts(ScriptNode node) =>
        node switch
        {
            ScriptIfStatement choice => Some(choice.Condition),
            ScriptCaseStatement choice => Some(choice.Value),
            ScriptForStatement loop => Some(loop.Iterator),
            ScriptWhileStatement loop => Some(loop.Condition),
            ScriptWrapStatement wrap => Some(wrap.Target),
            ScriptConditionalExpression condition => Some(condition.Condition),
            ScriptBinaryExpression { Operator: ScriptBinaryOperator.And or ScriptBinaryOperator.Or } binary => Some(
                binary.Left
            ),
            ScriptFunction => [],
            _ => Parts(node),
        };

    private static int FirstReturn(ScriptNode root)
    {
        var first = int.MaxValue;
        var open = new Stack<ScriptNode>([root]);
        while (open.TryPop(out var node))
        {
            if (node is ScriptReturnStatement)
                first = Math.Min(first, node.Span.Start.Offset);
            if (node is ScriptFunction)
                continue;
            foreach (var part in Parts(node))
                open.Push(part);
        }
        return first;
    }

    private static IEnumerable<ScriptNode> Some(ScriptNode? node) => node is null ? [] : [node];
}

/// <summary>
/// Finds templates that include one another without any condition between: no rendering of them could end. A template
/// that includes itself under an <c>if</c> or in a loop is no mistake, for that is how a tree of any depth is written.
/// </summary>
internal sealed class IncludeCycleCheck(IReadOnlyDictionary<string, ParsedTemplate?> templates, ErrorList errors)
{
    private readonly Dictionary<string, List<(string Name, TemplateSpan At)>> _certain = new(StringComparer.Ordinal);
    private readonly HashSet<string> _finished = new(StringComparer.Ordinal);
    private readonly List<string> _path = [];
    private bool _isFound;

    /// <returns>Whether there is such a cycle.</returns>
    public bool Report()
    {
        foreach (var (name, template) in templates)
        {
            if (template?.Root is { } root)
                _certain[name] = SyntaxTree.CertainIncludes(root);
        }
        foreach (var name in _certain.Keys.Order(StringComparer.Ordinal))
            Follow(name);
        return _isFound;
    }

    private void Follow(string name)
    {
        if (_path.IndexOf(name) is var start and >= 0)
        {
            ReportCycle(_path[start..]);
            return;
        }
        if (_finished.Contains(name) || !_certain.TryGetValue(name, out var includes))
            return;
        _path.Add(name);
        foreach (var (included, _) in includes)
            Follow(included);
        _path.RemoveAt(_path.Count - 1);
        _finished.Add(name);
    }

    /// <summary>
    /// A cycle begins at its first name in ordinal order, so that each page that meets it says the same.
    /// </summary>
    private void ReportCycle(List<string> cycle)
    {
        _isFound = true;
        var first = cycle.IndexOf(cycle.Min(StringComparer.Ordinal)!);
        string[] chain = [.. cycle[first..], .. cycle[..first], cycle[first]];
        var (_, at) = _certain[chain[^2]]
            .Find(include => string.Equals(include.Name, chain[^1], StringComparison.Ordinal));
        errors.Add(templates[chain[^2]]!.Source.Error(at, CheckErrors.IncludeCycle(chain)));
    }
}

/// <summary>
/// The variables of one template: where each is first given a value, and where each is first asked for.
/// </summary>
internal sealed class VariableNames
{
    private readonly Dictionary<string, ScriptNode> _assigned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScriptNode> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bound = new(StringComparer.Ordinal);
    private readonly Stack<ScriptNode> _open = new();

    private VariableNames() { }

    public IReadOnlyDictionary<string, ScriptNode> Assigned => _assigned;

    public IReadOnlyDictionary<string, ScriptNode> Read => _read;

    /// <summary>The variables of loops and the parameters of functions.</summary>
    public IReadOnlySet<string> Bound => _bound;

    /// <summary>Whether <c>this</c> may ask for any name.</summary>
    public bool IsEverythingRead { get; private set; }

    public static VariableNames Of(ScriptNode root)
    {
        var names = new VariableNames();
        names._open.Push(root);
        while (names._open.TryPop(out var node))
            names.Visit(node);
        return names;
    }

    private void Visit(ScriptNode node)
    {
        switch (node)
        {
            case ScriptAssignExpression { Target: ScriptVariable target, Value: { } value } assign:
                First(_assigned, target.Name, target);
                _open.Push(value);
                break;
            case ScriptCaptureStatement { Target: ScriptVariable target, Body: { } body }:
                First(_assigned, target.Name, target);
                _open.Push(body);
                break;
            case ScriptFunction function:
                if (function.NameOrDoToken is ScriptVariable name)
                    First(_assigned, name.Name, function);
                foreach (var parameter in function.Parameters ?? Enumerable.Empty<ScriptParameter>())
                    _bound.Add(parameter.Name!.Name);
                foreach (
                    var value in function.Parameters?.Select(parameter => parameter.DefaultValue).OfType<ScriptNode>()
                        ?? []
                )
                {
                    _open.Push(value);
                }
                if (function.Body is { } code)
                    _open.Push(code);
                break;
            case ScriptIncrementDecrementExpression { Right: ScriptVariable target }:
                First(_assigned, target.Name, target);
                First(_read, target.Name, target);
                break;
            case ScriptForStatement { Variable: ScriptVariable variable } loop:
                _bound.Add(variable.Name);
                foreach (var part in SyntaxTree.Parts(loop).Where(part => !ReferenceEquals(part, variable)))
                    _open.Push(part);
                break;
            case ScriptReadOnlyStatement:
                break;
            default:
                Ask(node);
                foreach (var part in PartsThatAreRead(node))
                    _open.Push(part);
                break;
        }
    }

    // Names of members and of arguments are variables in Scriban's tree.
    private static IEnumerable<ScriptNode> PartsThatAreRead(ScriptNode node) =>
        node switch
        {
            ScriptMemberExpression { Target: { } target } => [target],
            ScriptNamedArgument argument => argument.Value is { } value ? [value] : [],
            ScriptObjectMember member => member.Value is { } value ? [value] : [],
            _ => SyntaxTree.Parts(node),
        };

    private void Ask(ScriptNode node)
    {
        if (node is ScriptThisExpression)
            IsEverythingRead = true;
        else if (node is ScriptVariable variable)
            First(_read, variable.Name, variable);
    }

    // The tree is walked in no order that a reader would know.
    private static void First(Dictionary<string, ScriptNode> places, string name, ScriptNode at)
    {
        if (!places.TryGetValue(name, out var known) || at.Span.Start.Offset < known.Span.Start.Offset)
            places[name] = at;
    }
}

/// <summary>
/// Warns of names that are given a value and never asked for, of <c>$names</c> that are asked for and never given one,
/// and of names that hide the model's. Plain names are shared with includes, so they are looked at in all templates of
/// a page together.
/// </summary>
internal sealed class VariableCheck(
    IReadOnlyDictionary<string, ParsedTemplate?> templates,
    RecordShape model,
    ErrorList errors
)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private bool _isEverythingRead;

    public void Report()
    {
        var found = templates
            .Values.Where(template => template?.Root is not null)
            .Select(template => (Template: template!, Names: VariableNames.Of(template!.Root!)))
            .ToArray();
        foreach (var (_, names) in found)
        {
            _read.UnionWith(names.Read.Keys);
            _isEverythingRead |= names.IsEverythingRead;
        }
        // The needs of a template that is missing or broken are unknown.
        _isEverythingRead |= templates.Values.Any(template => template is null or { IsSound: false });
        foreach (var (template, names) in found)
        {
            foreach (var (name, assigned) in names.Assigned)
                Look(template, names, name, assigned);
            if (template.IsSound)
                LookForLocals(template, names);
        }
    }

    private void Look(ParsedTemplate template, VariableNames names, string name, ScriptNode assigned)
    {
        if (name[0] == '_')
            return;
        if (name[0] == '$')
        {
            if (
                template.IsSound
                && name.Length > 1
                && name[1] != '_'
                && !names.IsEverythingRead
                && !names.Read.ContainsKey(name)
            )
            {
                WarnUnused(template, name, assigned);
            }
            return;
        }
        if (model.TryFind(name, out _))
            Warn(template, assigned, TemplateWarnings.HidesMember(name));
        else if (!_isEverythingRead && !_read.Contains(name))
            WarnUnused(template, name, assigned);
    }

    private void LookForLocals(ParsedTemplate template, VariableNames names)
    {
        foreach (var (name, read) in names.Read)
        {
            if (name[0] != '$' || name is "$" or "$$" || names.Assigned.ContainsKey(name) || names.Bound.Contains(name))
                continue;
            var meant = Spelling.Nearest(name, names.Assigned.Keys.Concat(names.Bound).Where(other => other[0] == '$'));
            Warn(template, read, TemplateWarnings.NeverAssigned(name, meant));
        }
    }

    private void WarnUnused(ParsedTemplate template, string name, ScriptNode assigned) =>
        Warn(
            template,
            assigned,
            assigned is ScriptFunction ? TemplateWarnings.UnusedFunction(name) : TemplateWarnings.UnusedVariable(name)
        );

    private void Warn(ParsedTemplate template, ScriptNode at, TemplateMessage warning) =>
        errors.Add(template.Source.Error(TemplateSpan.Of(at.Span), warning, TemplateSeverity.Warning));
}
