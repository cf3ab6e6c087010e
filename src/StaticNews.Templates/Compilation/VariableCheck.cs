namespace StaticNews.Templates;

/// <summary>
/// Warns of names that are given a value and never asked for, of <c>$names</c> that are asked for and never given one, and of names that hide
/// the model's. Plain names are shared with includes, so they are looked at in all templates of a page together.
/// </summary>
internal sealed class VariableCheck(IReadOnlyDictionary<string, ParsedTemplate?> templates, RecordShape model, ErrorList errors)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private bool _isEverythingRead;

    public void Report()
    {
        var found = templates.Values.OfType<ParsedTemplate>().Select(template => (template, Names: VariableNames.Of(template.Root))).ToArray();
        foreach (var (_, names) in found)
        {
            _read.UnionWith(names.Read.Keys);
            _isEverythingRead |= names.IsEverythingRead;
        }
        // What a template that is missing or broken asks for, nobody knows.
        _isEverythingRead |= templates.Values.Any(template => template is null or { IsSound: false });
        foreach (var (template, names) in found)
        {
            foreach (var (name, assigned) in names.Assigned) Look(template, names, name, assigned);
            if (template.IsSound) LookForLocals(template, names);
        }
    }

    private void Look(ParsedTemplate template, VariableNames names, string name, SyntaxNode assigned)
    {
        if (name[0] == '_') return;
        if (name[0] == '$')
        {
            if (template.IsSound && name.Length > 1 && name[1] != '_' && !names.IsEverythingRead && !names.Read.ContainsKey(name)) WarnUnused(template, name, assigned);
            return;
        }
        if (model.TryFind(name, out _)) Warn(template, assigned, TemplateWarnings.HidesMember(name));
        else if (!_isEverythingRead && !_read.Contains(name)) WarnUnused(template, name, assigned);
    }

    private void LookForLocals(ParsedTemplate template, VariableNames names)
    {
        foreach (var (name, read) in names.Read)
        {
            if (name[0] != '$' || name is "$" or "$$" || char.IsAsciiDigit(name[1]) || names.Assigned.ContainsKey(name) || names.Bound.Contains(name)) continue;
            var meant = Spelling.Nearest(name, names.Assigned.Keys.Concat(names.Bound).Where(other => other[0] == '$'));
            Warn(template, read, TemplateWarnings.NeverAssigned(name, meant));
        }
    }

    private void WarnUnused(ParsedTemplate template, string name, SyntaxNode assigned) =>
        Warn(template, assigned, assigned is DefineSyntax ? TemplateWarnings.UnusedFunction(name) : TemplateWarnings.UnusedVariable(name));

    private void Warn(ParsedTemplate template, SyntaxNode at, RenderFault warning) =>
        errors.Add(TemplateErrors.PlacedWarning(warning, new FaultPlace(template.Source, at.Span)));
}
