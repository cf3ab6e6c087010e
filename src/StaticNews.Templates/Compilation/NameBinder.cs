namespace StaticNews.Templates;

/// <summary>Finds out what names and members stand for.</summary>
internal sealed class NameBinder(Binding binding, ExpressionBinder expressions)
{
    private static readonly string[] TextMembers = ["size", "empty?"];
    private static readonly string[] DateParts = ["year", "month", "day", "day_of_year", "hour", "minute", "second", "millisecond"];

    private static readonly string[] TimeSpanParts =
    [
        "days", "hours", "minutes", "seconds", "milliseconds", "total_days", "total_hours", "total_minutes", "total_seconds", "total_milliseconds",
    ];

    public Expression BindVariable(VariableSyntax variable)
    {
        var place = binding.Place(variable.Span);
        switch (variable.Name)
        {
            case "this": return new ThisExpression(place) { StaticType = binding.Scope is null && !binding.IsInFunction ? binding.Unit.ModelType : null };
            case "empty" when !IsKnown("empty"): return new EmptyExpression(place);
            case "$":
                binding.UsesArguments = true;
                return new ArgumentsExpression(place);
            case "$$": return new WrappedExpression(place);
        }
        if (!variable.IsLocal) return BindPlain(variable, place);
        if (!int.TryParse(variable.Name.AsSpan(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index))
        {
            return new LocalExpression(place, binding.Unit.Names.LocalIndexOf(variable.Name));
        }
        binding.UsesArguments = true;
        return new ArgumentExpression(place, index) { StaticType = binding.ArgumentType(index) };
    }

    public Expression BindMember(MemberSyntax member)
    {
        // '@string.upcas': a function that is handed over and not called.
        if (binding.IsTyped && FindUnknownFunction(member) is { } unknown) return unknown;
        if (FindBuiltin(member) is { Kind: ValueKind.Function } builtin) new BuiltinCheck(binding).Use((BuiltinFunction)builtin.AsFunction(), member.Span);
        if (member.Target is VariableSyntax { Name: "for" or "while" } loop) return BindLoopMember(member, loop);
        if (IsDatePattern(member)) return new DatePatternExpression(binding.Place(member.Span)) { StaticType = typeof(string) };
        var target = expressions.Bind(member.Target);
        var name = binding.Place(member.NameSpan);
        var place = binding.Place(member.Span);
        var text = binding.TextOf(member.Target);
        // 'this' has what the template assigned as well.
        var isOfTemplate = member.Target is VariableSyntax { Name: "this" } && (binding.Unit.IsAssigned(member.Name) || binding.Unit.IsBoundSomewhere(member.Name));
        if (!binding.IsTyped || isOfTemplate || target.StaticType is not { } type) return new MemberExpression(place, target, member.Name, name, member.NullConditional, text);
        if (ModelTypes.IsRecord(type)) return BindRecordMember(member, target, type);
        if (MembersOf(type) is not { } known) return new MemberExpression(place, target, member.Name, name, member.NullConditional, text);
        if (!known.Contains(member.Name, StringComparer.Ordinal))
        {
            return binding.Fail(member.NameSpan, TemplateErrors.UnknownMember(text, ModelTypes.Describe(type), member.Name, Spelling.Nearest(member.Name, known)));
        }
        return new MemberExpression(place, target, member.Name, name, member.NullConditional, text) { StaticType = TypeOfPart(type, member.Name) };
    }

    /// <summary>The mistake of <c>string.upcas</c>, or of a call of a name that nothing has; null when there is none.</summary>
    public Expression? FindUnknownFunction(ExpressionSyntax target)
    {
        if (target is VariableSyntax { IsLocal: false } plain) return IsNamed(plain.Name) ? null : binding.Fail(plain.Span, TemplateErrors.UnknownFunction(plain.Name, NearestKeyword(plain) ?? NearestFunction(plain.Name)));
        if (target is not MemberSyntax { Target: VariableSyntax space } member || IsKnown(space.Name) || IsDatePattern(member)) return null;
        if (!Builtins.Namespaces.TryGetValue(space.Name, out var builtins) || builtins.TryGet(member.Name, out _)) return null;
        var candidates = Enumerable.Range(0, builtins.Count).Select(builtins.NameAt);
        return binding.Fail(member.Span, TemplateErrors.UnknownFunction(binding.TextOf(member), Spelling.Nearest(member.Name, candidates)));
    }

    /// <summary>Whether anything here has this plain name.</summary>
    private bool IsNamed(string name)
    {
        if (IsKnown(name) || binding.Unit.HasImports || Builtins.Namespaces.ContainsKey(name) || name is "this" or "empty" or "include" or "include_join") return true;
        for (var level = binding.Scope; level is not null; level = level.Outer)
        {
            if (level is { Name: null, Type: null } || string.Equals(level.Name, name, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary><c>upcase</c> is short for <c>string.upcase</c> in other languages.</summary>
    private string? NearestFunction(string name)
    {
        foreach (var space in Builtins.Namespaces.Values.OrderBy(space => space.Name, StringComparer.Ordinal))
        {
            if (space.TryGet(name, out var value) && value.Kind == ValueKind.Function) return $"{space.Name}.{name}";
        }
        return Spelling.Nearest(name, binding.Unit.DefinedNames);
    }

    /// <summary>A built-in function or constant by its full name, unless the template or the model gives the first word another meaning.</summary>
    public Value? FindBuiltin(ExpressionSyntax syntax)
    {
        // 'date' alone, as a function, is 'date.parse'.
        if (syntax is VariableSyntax { Name: "date" } && !IsKnown("date")) return Builtins.Namespaces["date"].Get("parse");
        if (syntax is not MemberSyntax { Target: VariableSyntax { IsLocal: false } space } member || IsDatePattern(member)) return null;
        if (!Builtins.Namespaces.TryGetValue(space.Name, out var builtins) || IsKnown(space.Name)) return null;
        return builtins.TryGet(member.Name, out var value) ? value : null;
    }

    /// <summary>Whether this is <c>date.format</c>, the one built-in member that can be assigned.</summary>
    public bool IsDatePattern(MemberSyntax member) => member is { Name: "format", Target: VariableSyntax { Name: "date" } } && !IsKnown("date");

    /// <summary>Whether the template or the typed model gives this plain name a meaning here.</summary>
    public bool IsKnown(string name)
    {
        if (binding.Unit.IsAssigned(name) || binding.Unit.IsBoundSomewhere(name)) return true;
        if (binding.Unit.ModelShape is { } shape && shape.TryFind(name, out _)) return true;
        for (var level = binding.Scope; level is not null; level = level.Outer)
        {
            if (level.Name is null && level.Type is { } type && RecordShape.Of(type).TryFind(name, out _)) return true;
        }
        return false;
    }

    private Expression BindPlain(VariableSyntax variable, FaultPlace place)
    {
        var name = variable.Name;
        if (name is "include" or "include_join" && !IsKnown(name))
        {
            return binding.Fail(new TextSpan(variable.Span.End, variable.Span.End), TemplateErrors.TooFewArguments(name, 1, 0));
        }
        var slot = binding.Unit.Names.SlotOf(name);
        if (!binding.IsTyped) return new VariableExpression(place, slot, name);
        var outward = 0;
        for (var level = binding.Scope; level is not null; level = level.Outer)
        {
            if (string.Equals(level.Name, name, StringComparison.Ordinal)) return new VariableExpression(place, slot, name) { StaticType = level.Type };
            if (level.Name is not null) continue;
            if (level.Type is null) return new VariableExpression(place, slot, name);
            if (RecordShape.Of(level.Type).TryFind(name, out var member))
            {
                var target = new WithTargetExpression(place, outward) { StaticType = level.Type };
                return new RecordMemberExpression(place, target, member, place, nullConditional: false, "this") { StaticType = ModelTypes.Known(member.Type) };
            }
            outward++;
        }
        return BindGlobal(variable, place, slot);
    }

    private Expression BindGlobal(VariableSyntax variable, FaultPlace place, int slot)
    {
        var name = variable.Name;
        var inModel = binding.Unit.ModelShape!.TryFind(name, out var member);
        if (binding.Unit.IsAssigned(name) || binding.Unit.IsBoundSomewhere(name))
        {
            var type = !inModel && !binding.Unit.IsBoundSomewhere(name) ? binding.Unit.AssignedTypes.GetValueOrDefault(name) : null;
            // Functions and wrapped blocks may be called within the loop.
            if (!inModel && !binding.IsInFunction && !binding.IsInWrap && binding.Unit.IsOnlyOfLoops(name)) binding.Warn(variable.Span, TemplateWarnings.OutsideItsLoop(name));
            return new VariableExpression(place, slot, name) { StaticType = type };
        }
        if (inModel) return new ModelMemberExpression(place, member!.Access) { StaticType = ModelTypes.Known(member.Type) };
        if (Builtins.Namespaces.TryGetValue(name, out var space)) return new ConstantExpression(place, Value.Of(space), binding.Options);
        if (binding.Unit.HasImports) return new VariableExpression(place, slot, name);
        return binding.Fail(variable.Span, TemplateErrors.UnknownVariable(name, HintFor(variable)));
    }

    /// <summary>A name that other pages have is no slip, however near another one is.</summary>
    private string HintFor(VariableSyntax variable)
    {
        var (name, models) = (variable.Name, binding.Options.Models);
        var isElsewhere = models.Any(model => RecordShape.Of(model.Type).TryFind(name, out _));
        return TemplateErrors.DidYouMean(NearestKeyword(variable) ?? (isElsewhere ? null : Spelling.Nearest(name, NamesHere()))) ?? NameHints.ForName(name, binding.Unit.ModelType!, models);
    }

    /// <summary><c>{{ esle }}</c>: only the first word of a statement can be one of the language.</summary>
    private string? NearestKeyword(VariableSyntax variable) => variable.Span.Start == binding.PrintStart ? Keywords.Nearest(variable.Name) : null;

    private IEnumerable<string> NamesHere()
    {
        foreach (var member in binding.Unit.ModelShape!.Members) yield return member.Name;
        foreach (var name in binding.Unit.AssignedNames) yield return name;
        foreach (var space in Builtins.Namespaces.Keys) yield return space;
        for (var level = binding.Scope; level is not null; level = level.Outer)
        {
            if (level.Name is { } name) yield return name;
            else if (level.Type is { } type)
            {
                foreach (var member in RecordShape.Of(type).Members) yield return member.Name;
            }
        }
    }

    private Expression BindRecordMember(MemberSyntax member, Expression target, Type type)
    {
        var shape = RecordShape.Of(type);
        var text = binding.TextOf(member.Target);
        if (shape.TryFind(member.Name, out var found))
        {
            var place = binding.Place(member.Span);
            return new RecordMemberExpression(place, target, found, binding.Place(member.NameSpan), member.NullConditional, text)
            {
                StaticType = ModelTypes.Known(found.Type),
            };
        }
        var meant = Spelling.Nearest(member.Name, shape.Members.Select(candidate => candidate.Name));
        return binding.Fail(
            member.NameSpan,
            TemplateErrors.UnknownMember(text, ModelTypes.Describe(type), member.Name, meant, meant is null ? NameHints.ForMember(member.Name, type, binding.Options.Models) : null));
    }

    private Expression BindLoopMember(MemberSyntax member, VariableSyntax loop)
    {
        if (LoopExpression.TryFind(member.Name, out var known))
        {
            // An include, a function or a wrapped block may be within the loop of another.
            if (binding is { LoopDepth: 0, IsInFunction: false, IsInWrap: false } && !binding.Unit.IsInInclude) binding.Warn(member.Span, TemplateWarnings.OutsideAnyLoop(binding.TextOf(member)));
            return new LoopExpression(binding.Place(member.Span), string.Equals(loop.Name, "while", StringComparison.Ordinal), known);
        }
        return binding.IsTyped
            ? binding.Fail(member.NameSpan, TemplateErrors.UnknownMember(loop.Name, "a loop", member.Name, Spelling.Nearest(member.Name, LoopExpression.Names)))
            : binding.Null(member.Span);
    }

    /// <summary>Null for what may have any member.</summary>
    private static string[]? MembersOf(Type type) => ModelTypes.KindOf(type) switch
    {
        StaticKind.Text => TextMembers,
        // Members can be given to a list that a template makes.
        StaticKind.List => typeof(TemplateArray).IsAssignableFrom(type) ? null : TextMembers,
        StaticKind.Date => DateParts,
        StaticKind.TimeSpan => TimeSpanParts,
        StaticKind.Number or StaticKind.Bool => [],
        _ => null,
    };

    private static Type? TypeOfPart(Type type, string name)
    {
        if (string.Equals(name, "empty?", StringComparison.Ordinal)) return typeof(bool);
        return type == typeof(TimeSpan) && name.StartsWith("total_", StringComparison.Ordinal) ? typeof(double) : typeof(int);
    }
}
