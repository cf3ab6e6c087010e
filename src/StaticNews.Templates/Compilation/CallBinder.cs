using System.Buffers;

namespace StaticNews.Templates;

/// <summary>Compiles calls and pipes. Built-in functions are found, and their arguments checked and put in order, once.</summary>
internal sealed class CallBinder(Binding binding, ExpressionBinder expressions, NameBinder names)
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("&<>\"'");
    private readonly BuiltinCheck _builtins = new(binding);
    private readonly OwnCallCheck _own = new(binding);

    public Expression BindCall(CallSyntax call) => BindCall(call.Span, call.Target, null, call.Arguments);

    /// <summary>A built-in function or constant that stands alone; null for anything else.</summary>
    public Expression? TryBindBare(MemberSyntax member) =>
        names.FindBuiltin(member) is null ? null : BindCall(member.Span, member, null, []);

    public Expression BindPipe(PipeSyntax pipe) => BindPiped(pipe.Span, expressions.Bind(pipe.From), pipe.To);

    private Expression BindPiped(TextSpan span, Expression from, ExpressionSyntax to)
    {
        switch (to)
        {
            case CallSyntax call: return BindCall(span, call.Target, from, call.Arguments);
            case VariableSyntax or MemberSyntax or IndexSyntax or FunctionSyntax: return BindCall(span, to, from, []);
            case UnarySyntax { Operator: UnaryOperator.Alias } alias: return BindCall(span, alias.Operand, from, []);
            case NestedSyntax nested: return BindPiped(span, from, nested.Inner);
            // 'x | f + 1' is '(x | f) + 1'.
            case BinarySyntax binary: return expressions.BindBinary(binary, BindPiped(span, from, binary.Left), binding.Place(span));
            case PipeSyntax pipe: return BindPiped(span, BindPiped(pipe.Span, from, pipe.From), pipe.To);
            case BrokenSyntax: return from;
            default: return binding.Fail(to.Span, TemplateErrors.PipeToNoFunction(binding.TextOf(to)));
        }
    }

    private Expression BindCall(TextSpan span, ExpressionSyntax target, Expression? piped, IReadOnlyList<ArgumentSyntax> syntax)
    {
        var arguments = BindArguments(piped, syntax);
        if (target is VariableSyntax { Name: "include" } && !names.IsKnown("include")) return BindInclude(span, target.Span, arguments);
        if (target is VariableSyntax { Name: "include_join" } && !names.IsKnown("include_join")) return BindIncludeJoin(span, target.Span, arguments);
        if (names.FindBuiltin(target) is { } builtin)
        {
            if (builtin.Kind == ValueKind.Function) return BindBuiltin(span, target, (BuiltinFunction)builtin.AsFunction(), arguments);
            if (arguments.Length == 0) return new ConstantExpression(binding.Place(span), builtin, binding.Options);
        }
        else if (binding.IsTyped && names.FindUnknownFunction(target) is { } unknown) return unknown;
        return Dynamic(span, target, arguments);
    }

    /// <summary>A name that stands alone calls the function behind it without arguments.</summary>
    public void CheckBare(VariableSyntax variable)
    {
        if (binding.IsTyped) _own.Call(variable, [], variable.Span);
    }

    private CallArgument[] BindArguments(Expression? piped, IReadOnlyList<ArgumentSyntax> syntax)
    {
        var arguments = new List<CallArgument>(syntax.Count + 1);
        if (piped is not null) arguments.Add(new CallArgument(piped, null, IsSpread: false));
        foreach (var argument in syntax)
        {
            var isSpread = argument.Value is UnarySyntax { Operator: UnaryOperator.Spread };
            arguments.Add(new CallArgument(expressions.Bind(argument.Value), argument.Name, isSpread, argument.Name is { } name ? new TextSpan(argument.Span.Start, argument.Span.Start + name.Length) : argument.Span));
        }
        return [.. arguments];
    }

    private CallExpression Dynamic(TextSpan span, ExpressionSyntax target, CallArgument[] arguments, Statement? wrapped = null)
    {
        var function = expressions.BindUncalled(target);
        if (binding.IsTyped)
        {
            _own.Call(target, arguments, span);
            // Built-in functions are constants; whether one can be called this way shows while rendering.
            if (ModelTypes.KindOf(function.StaticType) is not (StaticKind.Unknown or StaticKind.Function))
            {
                binding.Report(target.Span, CheckErrors.NotAFunction(binding.TextOf(target), function.StaticType!));
            }
        }
        return new CallExpression(binding.Place(span), function, binding.TextOf(target), arguments, wrapped);
    }

    public CallExpression BindWrapped(ExpressionSyntax syntax, Statement body)
    {
        var (target, arguments) = syntax is CallSyntax call ? (call.Target, BindArguments(null, call.Arguments)) : (syntax, []);
        return Dynamic(syntax.Span, target, arguments, body);
    }

    private Expression BindBuiltin(TextSpan span, ExpressionSyntax target, BuiltinFunction function, CallArgument[] arguments)
    {
        // How many arguments an array brings shows while rendering.
        if (Array.Exists(arguments, argument => argument.IsSpread)) return Dynamic(span, target, arguments);
        var callSpan = target.Span.Start >= span.Start ? new TextSpan(target.Span.Start, span.End) : span;
        var placed = PlaceArguments(function, arguments, target.Span.End, out var fault, out var wrong);
        if (fault is not null)
        {
            // Stock Scriban, and so a dynamic model, points at the call.
            var at = binding.IsTyped && wrong?.At is { } ofArgument ? ofArgument : callSpan;
            return binding.Fail(fault.Argument == RenderFault.AtEndOfCall ? new TextSpan(span.End, span.End) : at, fault);
        }
        _builtins.Use(function, target.Span);
        var result = binding.IsTyped ? _builtins.Call(function, placed, callSpan) : null;
        var hidden = binding.IsTyped ? null : Dynamic(span, target, arguments);
        var bit = binding.IsTyped ? 0 : NamespaceBits.Of(target is MemberSyntax { Target: VariableSyntax space } ? space.Name : "date");
        var call = new BuiltinCallExpression(binding.Place(callSpan), function, placed, WritesSafely(function, placed), bit, hidden) { StaticType = result };
        return function == HtmlFunctions.Escape && placed is [{ } text] ? new EscapeExpression(call, text, bit) { StaticType = result } : call;
    }

    /// <summary>Named arguments go to their parameters, the others fill those that are left, in order.</summary>
    private Expression?[] PlaceArguments(BuiltinFunction function, CallArgument[] arguments, int targetEnd, out RenderFault? fault, out CallArgument? wrong)
    {
        var parameters = function.Parameters;
        var isVariadic = parameters.Count > 0 && parameters[^1].IsVariadic;
        var placed = new List<Expression?>(parameters.Count);
        (fault, wrong) = (null, null);
        CallArgument? surplus = null;
        foreach (var argument in arguments)
        {
            var index = argument.Name is null ? -1 : ArgumentBinder.IndexOf(parameters, argument.Name);
            if (argument.Name is not null && index < 0 && binding.IsTyped && fault is null)
            {
                (fault, wrong) = (TemplateErrors.UnknownParameter(function.DisplayName, argument.Name, parameters), argument);
            }
            if (index < 0) index = placed.FindIndex(value => value is null);
            if (index < 0) index = placed.Count;
            if (index >= parameters.Count) surplus ??= argument;
            while (placed.Count <= index) placed.Add(null);
            placed[index] = argument.Value;
        }
        if (placed.Count > parameters.Count && !isVariadic && fault is null)
        {
            (fault, wrong) = (TemplateErrors.TooManyArguments(function.DisplayName, parameters.Count, placed.Count), surplus);
        }
        var fixedCount = isVariadic ? parameters.Count - 1 : parameters.Count;
        while (placed.Count < fixedCount) placed.Add(null);
        for (var i = 0; i < fixedCount; i++)
        {
            if (placed[i] is null && !parameters[i].IsOptional)
            {
                var negative = binding.NegativeAfter(EndOf(targetEnd, arguments));
                fault ??= TemplateErrors.TooFewArguments(function.DisplayName, ArgumentBinder.RequiredCount(parameters), arguments.Length, negative);
            }
        }
        return [.. placed];
    }

    /// <summary>Where a call without parentheses ends.</summary>
    public static int EndOf(int targetEnd, CallArgument[] arguments) =>
        arguments is [.., { At: not null, Value.Place.Span.End: var end }] ? Math.Max(end, targetEnd) : targetEnd;

    /// <summary>Whether the function may write straight to the page: it writes HTML, or nothing that would need escaping can come out of it.</summary>
    private bool WritesSafely(BuiltinFunction function, Expression?[] arguments)
    {
        if (function.Writer is null) return false;
        if (function.IsHtml || !binding.Options.EscapeHtml) return true;
        for (var i = 0; i < arguments.Length; i++)
        {
            var kind = function.Parameters[Math.Min(i, function.Parameters.Count - 1)].Kind;
            if (kind is not (ParameterKind.Text or ParameterKind.Any or ParameterKind.Array or ParameterKind.Object) || arguments[i] is null) continue;
            if (arguments[i] is not ConstantExpression constant || constant.Value.ToString().AsSpan().ContainsAny(Markup)) return false;
        }
        return true;
    }

    private Expression BindInclude(TextSpan span, TextSpan target, CallArgument[] arguments)
    {
        if (arguments.Length == 0) return binding.Fail(new TextSpan(span.End, span.End), TemplateErrors.TooFewArguments("include", 1, 0));
        var name = arguments[0].Value;
        var place = binding.Place(new TextSpan(Math.Max(span.Start, Math.Min(target.Start, span.End)), span.End));
        var markup = binding.WrittenInclude == span ? binding.Markup : MarkupPlace.Text;
        if (!binding.IsTyped) return new IncludeExpression(place, name, null, arguments[1..], markup);
        if (name is not ConstantExpression { Value.Kind: ValueKind.String } constant) return binding.Fail(name.Place.Span, TemplateErrors.IncludeNotConstant());
        var included = constant.Value.AsText()!;
        var types = new Type?[arguments.Length];
        for (var i = 0; i < arguments.Length; i++) types[i] = arguments[i].Name is null && !arguments[i].IsSpread ? arguments[i].Value.StaticType : null;
        var page = binding.Unit.CompileInclude(included, binding.IsInFunction ? null : binding.Scope, types, markup, out var isTooDeep);
        if (isTooDeep && binding.Unit.HasIncludeCycle) return binding.Null(span);
        if (page is null) return binding.Fail(name.Place.Span, isTooDeep ? TemplateErrors.IncludeTooDeep(included) : TemplateErrors.IncludeMissing(included, binding.Unit.NearestTemplate(included)));
        return new IncludeExpression(place, name, page, arguments[1..], markup);
    }

    private Expression BindIncludeJoin(TextSpan span, TextSpan target, CallArgument[] arguments)
    {
        if (arguments.Length < 2) return binding.Fail(new TextSpan(span.End, span.End), TemplateErrors.TooFewArguments("include_join", 2, arguments.Length));
        if (arguments.Length > 4) return binding.Fail(span, TemplateErrors.TooManyArguments("include_join", 4, arguments.Length));
        if (binding.IsTyped) return binding.Fail(target, TemplateErrors.IncludeNotConstant());
        var around = new Expression?[3];
        for (var i = 1; i < arguments.Length; i++) around[i - 1] = arguments[i].Value;
        return new IncludeJoinExpression(binding.Place(span), arguments[0].Value, around);
    }
}
