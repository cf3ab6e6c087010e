using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StaticNews.Templates;

/// <summary>A template with everything that it includes, while it is compiled and (for dynamic models) while it renders.</summary>
internal sealed class CompileUnit(string name, ITemplateLoader loader, Type? modelType, TemplateOptions options)
{
    /// <summary>Includes within one another; those that meet themselves with the same types are compiled once.</summary>
    private const int MaxIncludeDepth = 64;

    /// <summary>Two includes that include each other with ever other types double at each level; no site has this many partials in one page.</summary>
    private const int MaxPages = 2000;

    private readonly Dictionary<string, ParsedTemplate?> _parsed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Page> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _assignments = new(StringComparer.Ordinal);
    private readonly HashSet<string> _loopNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parameterNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FunctionSyntax> _definitions = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _includeDepth;
    private bool _hasFunctions;

    public string Name => name;

    public Type? ModelType => modelType;

    public TemplateOptions Options => options;

    public NameTable Names { get; } = new();

    public ErrorList Errors { get; private set; } = new();

    public RecordShape? ModelShape { get; } = modelType is null ? null : RecordShape.Of(modelType);

    /// <summary>Types of names that are assigned once.</summary>
    public Dictionary<string, Type> AssignedTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether <c>import</c> makes names that nobody can know.</summary>
    public bool HasImports { get; private set; }

    /// <summary>Whether there are functions of templates, so that an expression may write.</summary>
    public bool MayCallFunctions => _hasFunctions || modelType is null;

    /// <summary>Whether templates include one another without end; that was reported.</summary>
    public bool HasIncludeCycle { get; private set; }

    /// <summary>Whether what is compiled now is included by another template.</summary>
    public bool IsInInclude => _includeDepth > 0;

    public IEnumerable<string> AssignedNames => _assignments.Keys;

    public bool IsAssigned(string variable) => _assignments.ContainsKey(variable);

    public bool IsAssignedOnce(string variable) => _assignments.GetValueOrDefault(variable) == 1;

    /// <summary>Whether some loop or parameter has this name: a function or an include may be called within it.</summary>
    public bool IsBoundSomewhere(string variable) => _loopNames.Contains(variable) || _parameterNames.Contains(variable);

    /// <summary>Whether nothing but loops gives this name a value.</summary>
    public bool IsOnlyOfLoops(string variable) => _loopNames.Contains(variable) && !_parameterNames.Contains(variable) && !IsAssigned(variable) && !HasImports;

    public IEnumerable<string> DefinedNames => _definitions.Keys;

    /// <summary>The names of all templates that were looked for, found or not.</summary>
    public IReadOnlyCollection<string> TemplateNames => _parsed.Keys;

    /// <summary>The function that the templates define by this name; null when there is none, or the name is assigned more than once.</summary>
    public FunctionSyntax? DefinitionOf(string variable) => IsAssignedOnce(variable) ? _definitions.GetValueOrDefault(variable) : null;

    /// <summary>A template of this unit that someone may have meant; null for none.</summary>
    public string? NearestTemplate(string includeName) => Spelling.Nearest(includeName, _parsed.Where(entry => entry.Value is not null).Select(entry => entry.Key));

    public Page CompileRoot()
    {
        if (Parse(name, Errors) is not { } root)
        {
            Errors.Add(TemplateErrors.TemplateMissing(name));
            return new Page(new TemplateSource(name, ""));
        }
        ReadIncludes(root);
        if (ModelShape is { } shape)
        {
            HasIncludeCycle = new IncludeCycleCheck(_parsed, Errors).Report();
            new VariableCheck(_parsed, shape, Errors).Report();
        }
        return Bind(root, null, []);
    }

    /// <summary>Compiles an include of a constant name at one place of a typed template; null when there is none.</summary>
    /// <param name="includeName">Its name.</param>
    /// <param name="scope">What is known of names at that place.</param>
    /// <param name="argumentTypes">What is known of its arguments.</param>
    /// <param name="markup">Where in the HTML that place is.</param>
    /// <param name="isTooDeep">Whether it is nested too deeply to be compiled.</param>
    public Page? CompileInclude(string includeName, StaticScope? scope, Type?[] argumentTypes, MarkupPlace markup, out bool isTooDeep)
    {
        isTooDeep = false;
        if (Parse(includeName, Errors) is not { } parsed) return null;
        var key = KeyOf(includeName, ref scope, argumentTypes);
        if (markup != MarkupPlace.Text) key = $"{key}\n@{markup}";
        if (_pages.TryGetValue(key, out var known)) return known;
        isTooDeep = _includeDepth == MaxIncludeDepth || _pages.Count == MaxPages;
        if (isTooDeep) return null;
        _includeDepth++;
        var page = new Page(parsed.Source) { UsesArguments = true };
        _pages.Add(key, page);
        new TemplateBinder(this, parsed.Source, scope, argumentTypes).BindPage(parsed.Root, page, markup);
        _includeDepth--;
        return page;
    }

    /// <summary>Compiles an include whose name showed while rendering, for a place in the HTML.</summary>
    public LatePage CompileLate(string includeName, MarkupPlace markup)
    {
        lock (_gate)
        {
            var errors = new ErrorList();
            Errors = errors;
            if (Parse(includeName, errors) is not { } parsed) return new LatePage(null, null);
            return Late(parsed, errors, markup);
        }
    }

    /// <summary>Compiles a template or an expression given as text.</summary>
    public LatePage CompileText(string text, bool isCode)
    {
        lock (_gate)
        {
            var errors = new ErrorList();
            Errors = errors;
            var source = new TemplateSource("eval", text);
            var root = isCode ? TemplateParser.ParseCode(source, errors) : TemplateParser.Parse(source, errors);
            // The value of a text that is one expression is that of the expression.
            if (isCode && root.Statements is [PrintSyntax print]) root = root with { Statements = [new ReturnSyntax(print.Span, print.Height, print.Expression)] };
            return Late(new ParsedTemplate(source, root, !errors.HasErrors), errors, isCode ? null : MarkupPlace.Text);
        }
    }

    /// <summary>Equal for equal texts, model and options.</summary>
    public UInt128 Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, FormattableString.Invariant($"{options.EscapeHtml} {options.AutoIndent} {options.Limits} {modelType?.FullName}"));
        if (MayTellTime()) Append(hash, options.BuildInstant.UtcTicks.ToString(CultureInfo.InvariantCulture));
        foreach (var (templateName, parsed) in _parsed.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            Append(hash, templateName);
            Append(hash, parsed?.Source.Text ?? "");
        }
        return BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset());
    }

    /// <summary>
    /// Whether <c>date.now</c> could be reached; said too often rather than too seldom. Templates that never ask for the time
    /// must not look different with every build.
    /// </summary>
    private bool MayTellTime() => _parsed.Values.Any(static parsed =>
        parsed is not null
        && (parsed.Source.Text.Contains("now", StringComparison.Ordinal) || parsed.Source.Text.Contains("eval", StringComparison.Ordinal)));

    private static void Append(IncrementalHash hash, string text)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        hash.AppendData(length);
        hash.AppendData(Encoding.Unicode.GetBytes(text));
    }

    private LatePage Late(ParsedTemplate parsed, ErrorList errors, MarkupPlace? markup)
    {
        if (errors.HasErrors) return Broken(errors);
        CollectNames(parsed.Root);
        var page = Bind(parsed, null, [], markup);
        return errors.HasErrors ? Broken(errors) : new LatePage(page, null);
    }

    private static LatePage Broken(ErrorList errors) => new(null, errors.InOrder([]).First(error => error.Severity == TemplateSeverity.Error));

    private Page Bind(ParsedTemplate parsed, StaticScope? scope, Type?[] argumentTypes, MarkupPlace? markup = null)
    {
        var page = new Page(parsed.Source);
        new TemplateBinder(this, parsed.Source, scope, argumentTypes).BindPage(parsed.Root, page, markup);
        return page;
    }

    private ParsedTemplate? Parse(string templateName, ErrorList errors)
    {
        if (_parsed.TryGetValue(templateName, out var known) && (modelType is not null || known is null or { IsSound: true })) return known;
        if (loader.Load(templateName) is not { } text) return _parsed[templateName] = null;
        var source = new TemplateSource(templateName, text);
        var before = errors.Count;
        var root = TemplateParser.Parse(source, errors);
        return _parsed[templateName] = new ParsedTemplate(source, root, errors.Count == before);
    }

    /// <summary>Reads all that is included by constant names, and gathers the names that are assigned anywhere.</summary>
    private void ReadIncludes(ParsedTemplate root)
    {
        // With a dynamic model a mistake in an include shows where it is included, while rendering.
        var errors = modelType is null ? new ErrorList() : Errors;
        var open = new Queue<ParsedTemplate>([root]);
        while (open.TryDequeue(out var template))
        {
            CollectNames(template.Root);
            foreach (var node in SyntaxParts.All(template.Root).Where(node => SyntaxParts.IncludedName(node) is { Length: > 0 }).OrderBy(node => node.Span.Start))
            {
                if (SyntaxParts.IncludedName(node) is { } included && !_parsed.ContainsKey(included) && Parse(included, errors) is { } parsed) open.Enqueue(parsed);
            }
        }
    }

    private void CollectNames(BlockSyntax root)
    {
        foreach (var node in SyntaxParts.All(root))
        {
            if (SyntaxParts.AssignedName(node) is { } assigned) _assignments[assigned] = _assignments.GetValueOrDefault(assigned) + 1;
            if (node is ForSyntax { Variable: VariableSyntax variable }) _loopNames.Add(variable.Name);
            if (node is ParameterSyntax parameter) _parameterNames.Add(parameter.Name);
            if (node is DefineSyntax { Function: { Name: { } defined } function }) _definitions.TryAdd(defined, function);
            _hasFunctions |= node is FunctionSyntax;
            HasImports |= node is ImportSyntax;
        }
    }

    /// <summary>What makes one compilation of an include differ from another; drops from the scope what inner names hide.</summary>
    private static string KeyOf(string includeName, ref StaticScope? scope, Type?[] argumentTypes)
    {
        var visible = new List<StaticScope>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var level = scope; level is not null; level = level.Outer)
        {
            if (level.Name is null || seen.Add(level.Name)) visible.Add(level);
        }
        scope = null;
        for (var i = visible.Count - 1; i >= 0; i--) scope = new StaticScope(scope, visible[i].Name, visible[i].Type);
        var key = new StringBuilder(includeName);
        foreach (var level in visible) key.Append('\n').Append(level.Name).Append(':').Append(level.Type?.FullName);
        foreach (var type in argumentTypes) key.Append("\n$").Append(type?.FullName);
        return key.ToString();
    }
}
