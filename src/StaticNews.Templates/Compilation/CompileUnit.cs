using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// A template for pages with everything that it includes, while it is compiled and (for dynamic models) while it
/// renders.
/// </summary>
internal sealed class CompileUnit(string name, ITemplateLoader loader, Type? modelType, TemplateOptions options)
{
    /// <summary>
    /// Includes within one another; those that meet themselves with the same types are compiled once.
    /// </summary>
    private const int MaxIncludeDepth = 64;

    /// <summary>
    /// Two includes that include each other with ever other types double at each level; no site has this many partials
    /// in one page.
    /// </summary>
    private const int MaxPages = 2000;

    private readonly Dictionary<string, ParsedTemplate?> _parsed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IncludedPage> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _assignments = new(StringComparer.Ordinal);
    private readonly HashSet<string> _loopNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parameterNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScriptFunction> _definitions = new(StringComparer.Ordinal);
    private string[] _calledBuiltins = [];
    private readonly Lock _gate = new();
    private int _includeDepth;
    private bool _hasFunctions;

    public string Name => name;

    public Type? ModelType => modelType;

    public TemplateOptions Options => options;

    /// <summary>The built-in functions by name; they keep nothing of a rendering.</summary>
    public ScriptObject Builtins { get; } = PageBuiltins.Create(options);

    /// <summary>
    /// The full names of the built-in functions that the templates call, by the index that <see cref="IndexOfBuiltin"/>
    /// gave each.
    /// </summary>
    public IReadOnlyList<string> CalledBuiltins => _calledBuiltins;

    public ErrorList Errors { get; private set; } = new();

    public RecordShape? ModelShape { get; } = modelType is null ? null : RecordShape.Of(modelType);

    /// <summary>Types of names that are assigned once.</summary>
    public Dictionary<string, Type> AssignedTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether <c>import</c> makes names that cannot be known before rendering.</summary>
    public bool HasImports { get; private set; }

    /// <summary>Whether there are functions of templates, so that an expression may write.</summary>
    public bool MayCallFunctions => _hasFunctions || modelType is null;

    /// <summary>Whether templates include one another without end; that was reported.</summary>
    public bool HasIncludeCycle { get; private set; }

    /// <summary>Whether what is compiled now is included by another template.</summary>
    public bool IsInInclude => _includeDepth > 0;

    public IEnumerable<string> AssignedNames => _assignments.Keys;

    public IEnumerable<string> DefinedNames => _definitions.Keys;

    /// <summary>The names of all templates that were looked for, found or not.</summary>
    public IReadOnlyCollection<string> TemplateNames => _parsed.Keys;

    public bool IsAssigned(string variable) => _assignments.ContainsKey(variable);

    public bool IsAssignedOnce(string variable) => _assignments.GetValueOrDefault(variable) == 1;

    /// <summary>
    /// Whether some loop or parameter has this name: a function or an include may be called within it.
    /// </summary>
    public bool IsBoundSomewhere(string variable) =>
        _loopNames.Contains(variable) || _parameterNames.Contains(variable);

    /// <summary>Whether nothing but loops gives this name a value.</summary>
    public bool IsOnlyOfLoops(string variable) =>
        _loopNames.Contains(variable) && !_parameterNames.Contains(variable) && !IsAssigned(variable) && !HasImports;

    /// <summary>
    /// The function that the templates define by this name; null when there is none, or the name is assigned more than
    /// once.
    /// </summary>
    public ScriptFunction? DefinitionOf(string variable) =>
        IsAssignedOnce(variable) ? _definitions.GetValueOrDefault(variable) : null;

    public int IndexOfBuiltin(string functionName)
    {
        if (Array.IndexOf(_calledBuiltins, functionName) is var known and >= 0)
            return known;
        // Replaced, never changed: pages that render read it.
        _calledBuiltins = [.. _calledBuiltins, functionName];
        return _calledBuiltins.Length - 1;
    }

    /// <summary>A template of this unit that someone may have meant; null for none.</summary>
    public string? NearestTemplate(string includeName) =>
        Spelling.Nearest(includeName, _parsed.Where(entry => entry.Value is not null).Select(entry => entry.Key));

    /// <summary>The text of a template that was read; null for any other name.</summary>
    public TemplateSource? SourceOf(string templateName) => _parsed.GetValueOrDefault(templateName)?.Source;

    public ScriptPage? CompileRoot()
    {
        if (Parse(name, Errors) is not { } root)
        {
            Errors.Add(new TemplateSource(name, "").Error(default, TemplateErrors.TemplateMissing(name)));
            return null;
        }
        ReadIncludes(root);
        if (ModelShape is { } shape)
        {
            HasIncludeCycle = new IncludeCycleCheck(_parsed, Errors).Report();
            new VariableCheck(_parsed, shape, Errors).Report();
        }
        return Bind(root, null, [], null);
    }

    /// <summary>
    /// Compiles an include of a constant name at one place of a typed template; null when there is none.
    /// </summary>
    /// <param name="includeName">Its name.</param>
    /// <param name="scope">The facts about names at that place.</param>
    /// <param name="argumentTypes">The facts about its arguments.</param>
    /// <param name="html">Where in the HTML that place is.</param>
    /// <param name="isTooDeep">Whether it is nested too deeply to be compiled.</param>
    public IncludedPage? CompileInclude(
        string includeName,
        StaticScope? scope,
        Type?[] argumentTypes,
        HtmlContext html,
        out bool isTooDeep
    )
    {
        isTooDeep = false;
        if (Parse(includeName, Errors) is not { } parsed)
            return null;
        var key = KeyOf(includeName, ref scope, argumentTypes);
        if (html != HtmlContext.Text)
            key = $"{key}\n@{html}";
        if (_pages.TryGetValue(key, out var known))
            return known;
        isTooDeep = _includeDepth == MaxIncludeDepth || _pages.Count == MaxPages;
        if (isTooDeep)
            return null;
        var page = _pages[key] = new IncludedPage(parsed.IsSimple);
        _includeDepth++;
        page.Root = Bind(parsed, scope, argumentTypes, html);
        _includeDepth--;
        return page;
    }

    /// <summary>Compiles an include whose name showed while rendering, for a place in the HTML.</summary>
    public LatePage CompileLate(string includeName, HtmlContext html)
    {
        lock (_gate)
        {
            var errors = new ErrorList();
            Errors = errors;
            if (Parse(includeName, errors) is not { } parsed)
                return new LatePage(null, null);
            if (!errors.HasErrors)
            {
                CollectNames(parsed.Root);
                var page = new IncludedPage(isSimple: false) { Root = Bind(parsed, null, [], html) };
                if (!errors.HasErrors)
                    return new LatePage(page, null);
            }
            return new LatePage(null, errors.InOrder([]).First(error => error.Severity == TemplateSeverity.Error));
        }
    }

    /// <summary>Equal for equal texts, model and options.</summary>
    public UInt128 Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(
            hash,
            FormattableString.Invariant(
                $"{options.EscapeHtml} {options.AutoIndent} {options.Limits} {modelType?.FullName}"
            )
        );
        if (MayTellTime())
            Append(hash, options.BuildInstant.UtcTicks.ToString(CultureInfo.InvariantCulture));
        foreach (var (templateName, parsed) in _parsed.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            Append(hash, templateName);
            Append(hash, parsed?.Source.Text ?? "");
        }
        return BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset());
    }

    /// <summary>
    /// Whether <c>date.now</c> could be reached; said too often rather than too seldom. Templates that never ask for
    /// the time must not look different with every build.
    /// </summary>
    private bool MayTellTime() =>
        _parsed.Values.Any(static parsed =>
            parsed is not null && parsed.Source.Text.Contains("now", StringComparison.Ordinal)
        );

    private static void Append(IncrementalHash hash, string text)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        hash.AppendData(length);
        hash.AppendData(Encoding.Unicode.GetBytes(text));
    }

    /// <summary>Binds a template for one place: a tree is bound once.</summary>
    private ScriptPage Bind(ParsedTemplate parsed, StaticScope? scope, Type?[] argumentTypes, HtmlContext? html)
    {
        var copy = parsed.TakeTree();
        new TemplateBinder(this, parsed, scope, argumentTypes).BindPage(copy, html);
        return copy;
    }

    private ParsedTemplate? Parse(string templateName, ErrorList errors)
    {
        if (
            _parsed.TryGetValue(templateName, out var known)
            && (modelType is not null || known is null or { IsSound: true })
        )
            return known;
        if (loader.Load(templateName) is not { } text)
            return _parsed[templateName] = null;
        return _parsed[templateName] = ParsedTemplate.Of(new TemplateSource(templateName, text), errors);
    }

    /// <summary>
    /// Reads all that is included by constant names, and gathers the names that are assigned anywhere.
    /// </summary>
    private void ReadIncludes(ParsedTemplate root)
    {
        // With a dynamic model a mistake in an include shows where it is included, while rendering.
        var errors = modelType is null ? new ErrorList() : Errors;
        var open = new Queue<ParsedTemplate>([root]);
        while (open.TryDequeue(out var template))
        {
            CollectNames(template.Root);
            var includes = SyntaxTree
                .All(template.Root)
                .Where(node => SyntaxTree.IncludedName(node) is { Length: > 0 });
            foreach (var node in includes.OrderBy(node => node.Span.Start.Offset))
            {
                if (SyntaxTree.IncludedName(node) is not { } included || _parsed.ContainsKey(included))
                    continue;
                if (Parse(included, errors) is { } parsed)
                    open.Enqueue(parsed);
            }
        }
    }

    private void CollectNames(ScriptPage root)
    {
        foreach (var node in SyntaxTree.All(root))
        {
            if (SyntaxTree.AssignedName(node) is { } assigned)
                _assignments[assigned] = _assignments.GetValueOrDefault(assigned) + 1;
            if (node is ScriptForStatement { Variable: ScriptVariable variable })
                _loopNames.Add(variable.Name);
            if (node is ScriptParameter { Name: { } parameter })
                _parameterNames.Add(parameter.Name);
            if (node is ScriptFunction { NameOrDoToken: ScriptVariableGlobal defined } function)
            {
                _definitions.TryAdd(defined.Name, function);
            }
            _hasFunctions |= node is ScriptFunction;
            HasImports |= node is ScriptImportStatement;
        }
    }

    /// <summary>
    /// What makes one compilation of an include differ from another; drops from the scope what inner names hide.
    /// </summary>
    private static string KeyOf(string includeName, ref StaticScope? scope, Type?[] argumentTypes)
    {
        var visible = new List<StaticScope>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var level = scope; level is not null; level = level.Outer)
        {
            if (level.Name is null || seen.Add(level.Name))
                visible.Add(level);
        }
        scope = null;
        for (var i = visible.Count - 1; i >= 0; i--)
            scope = new StaticScope(scope, visible[i].Name, visible[i].Type);
        var key = new StringBuilder(includeName);
        foreach (var level in visible)
            key.Append('\n').Append(level.Name).Append(':').Append(level.Type?.FullName);
        foreach (var type in argumentTypes)
            key.Append("\n$").Append(type?.FullName);
        return key.ToString();
    }
}

/// <summary>A template's text and Scriban's tree of it.</summary>
internal sealed class ParsedTemplate
{
    /// <summary>Brackets, operators and blocks within one another.</summary>
    private const int MostLevels = 120;

    private static readonly ParserOptions Options = new() { ExpressionDepthLimit = MostLevels };

    private readonly List<TemplateSpan> _broken;
    private bool? _isSimple;
    private bool _isTaken;

    private ParsedTemplate(TemplateSource source, ScriptPage root, bool isSound, List<TemplateSpan> broken)
    {
        (Source, Root, IsSound) = (source, root, isSound);
        _broken = broken;
    }

    public TemplateSource Source { get; }

    /// <summary>
    /// The tree, until <see cref="TakeTree"/> gives it to be bound. Of a text with mistakes what could be read.
    /// </summary>
    public ScriptPage Root { get; }

    /// <summary>Whether its text has no mistakes.</summary>
    public bool IsSound { get; }

    public static ParsedTemplate Of(TemplateSource source, ErrorList errors)
    {
        var before = errors.Count;
        var template = Template.Parse(source.Text, source.Name, Options);
        var check = new SyntaxCheck(source, errors);
        check.Report(template);
        return new ParsedTemplate(source, template.Page ?? new ScriptPage(), errors.Count == before, check.Broken);
    }

    /// <summary>Whether it has no local variables but <c>$1</c> and its siblings, and no <c>ret</c>.</summary>
    public bool IsSimple =>
        _isSimple ??= !SyntaxTree.All(Root).Any(static node => node is ScriptReturnStatement || IsLocalVariable(node));

    private static bool IsLocalVariable(ScriptNode node) =>
        node is ScriptVariableLocal
        && node.Parent is not ScriptIndexerExpression { Index: ScriptLiteral { Value: > 0 } };

    /// <summary>Whether a place lies in code with a mistake, of which nothing else can be said.</summary>
    public bool IsBroken(TemplateSpan at) => _broken.Exists(code => code.Start <= at.Start && at.Start < code.End);

    /// <summary>
    /// A tree to be bound, which changes it: the first time the one that was parsed, which the checks have read by
    /// then.
    /// </summary>
    public ScriptPage TakeTree()
    {
        // Asked for now, of the tree as it was written.
        _ = IsSimple;
        if (_isTaken)
            return Template.Parse(Source.Text, Source.Name, Options).Page ?? new ScriptPage();
        _isTaken = true;
        return Root;
    }
}
