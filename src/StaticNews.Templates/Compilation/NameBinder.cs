using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace StaticNews.Templates;

/// <summary>Finds out what names and members stand for.</summary>
internal sealed class NameBinder(Binding binding, ExpressionBinder expressions)
{
    private static readonly string[] TextMembers = ["size", "empty?"];
    private static readonly string[] DateParts =
    [
        "year",
        "month",
        "day",
        "day_of_year",
        "hour",
        "minute",
        "second",
        "millisecond",
    ];
    private static readonly string[] LoopMembers =
    [
        "changed",
        "even",
        "first",
        "index",
        "last",
        "length",
        "odd",
        "rindex",
        "col",
    ];

    private static readonly string[] TimeSpanParts =
    [
        "days",
        "hours",
        "minutes",
        "seconds",
        "milliseconds",
        "total_days",
        "total_hours",
        "total_minutes",
        "total_seconds",
        "total_milliseconds",
    ];

    public Type? TypeOfThis => binding.Scope is null && !binding.IsInFunction ? binding.Unit.ModelType : null;

    public Bound BindVariable(ScriptVariable variable)
    {
        if (variable is not ScriptVariableGlobal || variable.Name is "empty" or "blank" or "include" or "include_join")
        {
            return BindSpecial(variable);
        }
        if (!binding.IsTyped)
            return new Bound(variable, null);
        var name = variable.Name;
        for (var level = binding.Scope; level is not null; level = level.Outer)
        {
            if (string.Equals(level.Name, name, StringComparison.Ordinal))
                return new Bound(variable, level.Type);
            if (level.Name is not null)
                continue;
            if (level.Type is null)
                return new Bound(variable, null);
            if (RecordShape.Of(level.Type).TryFind(name, out var member))
                return new Bound(variable, ModelTypes.Known(member.Type));
        }
        return BindGlobal(variable);
    }

    private Bound BindSpecial(ScriptVariable variable)
    {
        if (variable.Name is "include" or "include_join" && !IsKnown(variable.Name))
        {
            var end = TemplateSpan.Of(variable.Span).End;
            binding.Report(new TemplateSpan(end, end), TemplateErrors.TooFewArguments(variable.Name, 1, 0));
        }
        return new Bound(variable, null);
    }

    /// <summary><c>$1</c> of an include: Scriban reads it as an item of <c>$</c>. Null for any other index.</summary>
    public Bound? TryBindArgument(ScriptIndexerExpression index)
    {
        if (index is not { Target: ScriptVariableLocal { Name: "$" }, Index: ScriptLiteral { Value: int number } })
            return null;
        if (binding.IsInFunction || binding.IsInWrap || !binding.IsTyped)
            return null;
        return new Bound(
            new ArgumentNode(number) { Span = index.Span, Text = binding.TextOf(index) },
            binding.ArgumentType(number)
        );
    }

    public Bound BindMember(ScriptMemberExpression member)
    {
        if (member is not { Target: { } written, Member: { } name })
            return new Bound(member, null);
        // '@string.upcas': a function that is handed over and not called.
        if (binding.IsTyped && FindUnknownFunction(member))
            return new Bound(member, null);
        if (FindBuiltin(member) is IScriptCustomFunction)
            new BuiltinCheck(binding).Use(NameOfBuiltin(member), member);
        if (written is ScriptVariableGlobal { Name: "for" or "while" or "tablerow" } loop)
            return BindLoopMember(member, loop, name);
        if (IsDatePattern(member))
            return new Bound(member, typeof(string));
        var target = expressions.Bind(written);
        member.Target = target.Node;
        if (member is ScriptIsEmptyExpression)
            return new Bound(member, typeof(bool));
        // 'this' has what the template assigned as well.
        var isOfTemplate =
            written is ScriptThisExpression
            && (binding.Unit.IsAssigned(name.Name) || binding.Unit.IsBoundSomewhere(name.Name));
        if (!binding.IsTyped || isOfTemplate || target.Type is not { } type)
            return new Bound(member, null);
        if (ModelTypes.IsRecord(type))
            return BindRecordMember(member, written, target, type, name);
        if (MembersOf(type) is not { } known)
            return new Bound(member, null);
        if (known.Contains(name.Name, StringComparer.Ordinal))
            return new Bound(member, TypeOfPart(type, name.Name));
        var meant = Spelling.Nearest(name.Name, known);
        binding.Report(
            name,
            TemplateErrors.UnknownMember(binding.TextOf(written), ModelTypes.Describe(type), name.Name, meant)
        );
        return new Bound(member, null);
    }

    /// <summary>Reports <c>string.upcas</c>, or a call of a name that nothing has.</summary>
    /// <returns>Whether it did.</returns>
    public bool FindUnknownFunction(ScriptExpression target)
    {
        if (target is ScriptVariableGlobal plain)
        {
            if (IsNamed(plain.Name))
                return false;
            binding.Report(
                plain,
                TemplateErrors.UnknownFunction(plain.Name, NearestKeyword(plain) ?? NearestFunction(plain.Name))
            );
            return true;
        }
        if (target is not ScriptMemberExpression { Target: ScriptVariableGlobal space, Member: { } name } member)
            return false;
        if (IsKnown(space.Name) || IsDatePattern(member))
            return false;
        if (BuiltinsOf(space.Name) is not { } builtins || builtins.ContainsKey(name.Name))
            return false;
        binding.Report(
            member,
            TemplateErrors.UnknownFunction(binding.TextOf(member), Spelling.Nearest(name.Name, builtins.Keys))
        );
        return true;
    }

    /// <summary>
    /// A built-in function or constant by its full name, unless the template or the model gives the first word another
    /// meaning; else null.
    /// </summary>
    public object? FindBuiltin(ScriptExpression target)
    {
        // 'date' alone, as a function, is 'date.parse'.
        if (target is ScriptVariableGlobal { Name: "date" } && !IsKnown("date"))
            return BuiltinsOf("date")!["parse"];
        if (target is not ScriptMemberExpression { Target: ScriptVariableGlobal space, Member: { } name } member)
            return null;
        if (IsDatePattern(member) || IsKnown(space.Name))
            return null;
        return BuiltinsOf(space.Name) is { } builtins && builtins.TryGetValue(name.Name, out var value) ? value : null;
    }

    /// <summary>The full name of what <see cref="FindBuiltin"/> found.</summary>
    public static string NameOfBuiltin(ScriptExpression target) =>
        target is ScriptMemberExpression { Target: ScriptVariableGlobal space, Member: { } name }
            ? $"{space.Name}.{name.Name}"
            : "date.parse";

    /// <summary>Whether this is <c>date.format</c>, the one built-in member that can be assigned.</summary>
    public bool IsDatePattern(ScriptMemberExpression member) =>
        member is { Member.Name: "format", Target: ScriptVariableGlobal { Name: "date" } } && !IsKnown("date");

    /// <summary>
    /// Whether the template or the typed model gives this plain name a meaning here. With a dynamic model anything may
    /// have one.
    /// </summary>
    public bool IsKnown(string name)
    {
        if (binding.Unit.IsAssigned(name) || binding.Unit.IsBoundSomewhere(name))
            return true;
        if (binding.Unit.ModelShape is { } shape && shape.TryFind(name, out _))
            return true;
        for (var level = binding.Scope; level is not null; level = level.Outer)
        {
            if (level.Name is null && level.Type is { } type && RecordShape.Of(type).TryFind(name, out _))
                return true;
        }
        return false;
    }

    /// <summary>Whether anything here has this plain name.</summary>
    private bool IsNamed(string name)
    {
        if (IsKnown(name) || binding.Unit.HasImports || binding.Unit.Builtins.ContainsKey(name))
            return true;
        for (var level = binding.Scope; level is not null; level = level.Outer)
        {
            if (level is { Name: null, Type: null } || string.Equals(level.Name, name, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private ScriptObject? BuiltinsOf(string space) =>
        binding.Unit.Builtins.TryGetValue(space, out var value) ? value as ScriptObject : null;

    /// <summary>The objects that hold the built-in functions, by name.</summary>
    private IEnumerable<string> Namespaces() =>
        binding.Unit.Builtins.Keys.Where(name => BuiltinsOf(name) is not null).Order(StringComparer.Ordinal);

    /// <summary><c>upcase</c> is short for <c>string.upcase</c> in other languages.</summary>
    private string? NearestFunction(string name)
    {
        var space = Namespaces()
            .FirstOrDefault(space =>
                BuiltinsOf(space)!.TryGetValue(name, out var value) && value is IScriptCustomFunction
            );
        return space is null ? Spelling.Nearest(name, binding.Unit.DefinedNames) : $"{space}.{name}";
    }

    private Bound BindGlobal(ScriptVariable variable)
    {
        var name = variable.Name;
        var inModel = binding.Unit.ModelShape!.TryFind(name, out var member);
        if (binding.Unit.IsAssigned(name) || binding.Unit.IsBoundSomewhere(name))
        {
            // Functions and wrapped blocks may be called within the loop.
            if (!inModel && !binding.IsInFunction && !binding.IsInWrap && binding.Unit.IsOnlyOfLoops(name))
            {
                binding.Warn(TemplateSpan.Of(variable.Span), TemplateWarnings.OutsideItsLoop(name));
            }
            var isKnownType = !inModel && !binding.Unit.IsBoundSomewhere(name);
            return new Bound(variable, isKnownType ? binding.Unit.AssignedTypes.GetValueOrDefault(name) : null);
        }
        if (inModel)
        {
            var bound = new BoundMember(member!, NullConditional: false, "this", variable.Span);
            var path = new PathNode(null, [bound]) { Span = variable.Span, Text = name };
            return new Bound(path, ModelTypes.Known(member!.Type));
        }
        if (!binding.Unit.Builtins.ContainsKey(name) && !binding.Unit.HasImports)
        {
            binding.Report(variable, TemplateErrors.UnknownVariable(name, HintFor(variable)));
        }
        return new Bound(variable, null);
    }

    /// <summary>A name that other pages have is no slip, however near another one is.</summary>
    private string HintFor(ScriptVariable variable)
    {
        var (name, models) = (variable.Name, binding.Unit.Options.Models);
        var isElsewhere = models.Any(model => RecordShape.Of(model.Type).TryFind(name, out _));
        var meant = NearestKeyword(variable) ?? (isElsewhere ? null : Spelling.Nearest(name, NamesHere()));
        return TemplateErrors.DidYouMean(meant) ?? NameHints.ForName(name, binding.Unit.ModelType!, models);
    }

    /// <summary><c>{{ esle }}</c>: only the first word of a statement can be one of the language.</summary>
    private string? NearestKeyword(ScriptVariable variable) =>
        TemplateSpan.Of(variable.Span).Start == binding.PrintStart ? SyntaxCheck.NearestKeyword(variable.Name) : null;

    private IEnumerable<string> NamesHere()
    {
        foreach (var member in binding.Unit.ModelShape!.Members)
            yield return member.Name;
        foreach (var name in binding.Unit.AssignedNames)
            yield return name;
        foreach (var space in Namespaces())
            yield return space;
        for (var level = binding.Scope; level is not null; level = level.Outer)
        {
            if (level.Name is { } name)
                yield return name;
            else if (level.Type is { } type)
            {
                foreach (var member in RecordShape.Of(type).Members)
                    yield return member.Name;
            }
        }
    }

    private Bound BindRecordMember(
        ScriptMemberExpression member,
        ScriptExpression written,
        Bound target,
        Type type,
        ScriptVariable name
    )
    {
        var shape = RecordShape.Of(type);
        var text = binding.TextOf(written);
        if (!shape.TryFind(name.Name, out var found))
        {
            var meant = Spelling.Nearest(name.Name, shape.Members.Select(candidate => candidate.Name));
            var hint = meant is null ? NameHints.ForMember(name.Name, type, binding.Unit.Options.Models) : null;
            binding.Report(name, TemplateErrors.UnknownMember(text, ModelTypes.Describe(type), name.Name, meant, hint));
            return new Bound(member, null);
        }
        var step = new BoundMember(found, member.DotToken.TokenType == TokenType.QuestionDot, text, name.Span);
        member.Target = null;
        var path = target.Node switch
        {
            PathNode inner => new PathNode(inner.Root, [.. inner.Members, step]),
            ScriptThisExpression => new PathNode(null, [step]),
            _ => new PathNode(target.Node, [step]),
        };
        path.Span = member.Span;
        path.Text = binding.TextOf(member);
        return new Bound(path, ModelTypes.Known(found.Type));
    }

    private Bound BindLoopMember(ScriptMemberExpression member, ScriptVariableGlobal loop, ScriptVariable name)
    {
        if (!LoopMembers.Contains(name.Name, StringComparer.Ordinal))
        {
            binding.ReportAlways(
                TemplateSpan.Of(name.Span),
                TemplateErrors.UnknownMember(loop.Name, "a loop", name.Name, Spelling.Nearest(name.Name, LoopMembers))
            );
            return new Bound(member, null);
        }
        // An include, a function or a wrapped block may be within the loop of another.
        if (binding is { LoopDepth: 0, IsInFunction: false, IsInWrap: false } && !binding.Unit.IsInInclude)
        {
            binding.Warn(TemplateSpan.Of(member.Span), TemplateWarnings.OutsideAnyLoop(binding.TextOf(member)));
        }
        return new Bound(member, name.Name is "index" or "rindex" or "length" or "col" ? typeof(int) : typeof(bool));
    }

    /// <summary>Null for what may have any member.</summary>
    private static string[]? MembersOf(Type type) =>
        ModelTypes.KindOf(type) switch
        {
            StaticKind.Text => TextMembers,
            // Members can be given to a list that a template makes.
            StaticKind.List => typeof(ScriptArray).IsAssignableFrom(type) ? null : TextMembers,
            StaticKind.Date => DateParts,
            StaticKind.TimeSpan => TimeSpanParts,
            StaticKind.Number or StaticKind.Bool => [],
            _ => null,
        };

    private static Type? TypeOfPart(Type type, string name) =>
        type == typeof(TimeSpan) && name.StartsWith("total_", StringComparison.Ordinal) ? typeof(double) : typeof(int);
}
