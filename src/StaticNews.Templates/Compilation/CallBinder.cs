using Scriban.Runtime;
using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// Checks calls and pipes, and binds them: a pipe becomes a call with one more argument, a built-in function is found
/// once.
/// </summary>
internal sealed class CallBinder(Binding binding, ExpressionBinder expressions, NameBinder names)
{
    private readonly BuiltinCheck _builtins = new(binding);

    public Bound BindCall(ScriptFunctionCall call) => BindCall(call, call.Target, null, [.. call.Arguments]);

    /// <summary>A built-in function or constant that stands alone; null for anything else.</summary>
    public Bound? TryBindBare(ScriptMemberExpression member) =>
        names.FindBuiltin(member) is null ? null : BindCall(member, member, null, []);

    public Bound BindPipe(ScriptPipeCall pipe)
    {
        if (pipe is not { From: { } from, To: { } to })
            return new Bound(pipe, null);
        return BindPiped(pipe, expressions.Bind(from), to);
    }

    private Bound BindPiped(ScriptExpression whole, Bound from, ScriptExpression to)
    {
        switch (to)
        {
            case ScriptFunctionCall call:
                return BindCall(whole, call.Target, from, [.. call.Arguments]);
            case ScriptVariable or ScriptMemberExpression or ScriptIndexerExpression:
                return BindCall(whole, to, from, []);
            case ScriptAnonymousFunction:
                return BindCall(whole, to, from, []);
            case ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionAlias, Right: { } alias }:
                return BindCall(whole, alias, from, []);
            case ScriptNestedExpression { Expression: { } inner }:
                return BindPiped(whole, from, inner);
            // 'x | f + 1' is '(x | f) + 1'.
            case ScriptBinaryExpression { Left: { } left } binary:
                Detach(binary);
                return expressions.BindBinary(binary, BindPiped(whole, from, left));
            // 'x | f ? a : b' is '(x | f) ? a : b'.
            case ScriptConditionalExpression { Condition: { } condition } choice:
                Detach(choice);
                return expressions.BindConditional(choice, BindPiped(whole, from, condition));
            case ScriptPipeCall { From: { } first, To: { } then }:
                return BindPiped(whole, BindPiped(Spanning(whole, first), from, first), then);
            default:
                binding.ReportAlways(TemplateSpan.Of(to.Span), TemplateErrors.PipeToNoFunction(binding.TextOf(to)));
                return Failed(whole);
        }
    }

    /// <summary>
    /// Takes an expression out of the pipe or the brackets around it, so that it can stand in their place.
    /// </summary>
    private static void Detach(ScriptExpression expression)
    {
        if (expression.Parent is ScriptPipeCall pipe)
            pipe.To = null;
        else if (expression.Parent is ScriptNestedExpression nested)
            nested.Expression = null;
    }

    /// <summary>The part of a pipe from its beginning to the end of one of its calls.</summary>
    private static ScriptNestedExpression Spanning(ScriptExpression whole, ScriptExpression last)
    {
        var span = whole.Span;
        span.End = last.Span.End;
        return new ScriptNestedExpression { Span = span };
    }

    /// <summary>A name that stands alone calls the function behind it without arguments.</summary>
    public void CheckBare(ScriptVariable variable)
    {
        if (binding.IsTyped)
            CheckOwnCall(variable, [], variable);
    }

    public void BindWrapped(ScriptExpression target)
    {
        CallArgument[] arguments = [];
        if (target is ScriptFunctionCall call)
        {
            arguments = BindArguments(null, [.. call.Arguments]);
            for (var i = 0; i < arguments.Length; i++)
                call.Arguments[i] = arguments[i].Node;
        }
        CheckTarget(target is ScriptFunctionCall { Target: { } called } ? called : target, arguments, target);
    }

    /// <summary>What stands for a call with a mistake, which was reported: the template is not used.</summary>
    private static Bound Failed(ScriptExpression whole) => new(new ScriptLiteral { Span = whole.Span }, null);

    /// <param name="whole">The call with what is piped into it.</param>
    private Bound BindCall(ScriptExpression whole, ScriptExpression? target, Bound? piped, ScriptExpression[] written)
    {
        if (target is null)
            return Failed(whole);
        // What stands behind a misspelt word may be anything.
        if (binding.IsTyped && names.FindUnknownFunction(target))
            return Failed(whole);
        var arguments = BindArguments(piped, written);
        if (target is ScriptVariableGlobal { Name: "include" } && !names.IsKnown("include"))
            return BindInclude(whole, arguments);
        if (target is ScriptVariableGlobal { Name: "include_join" } && !names.IsKnown("include_join"))
        {
            binding.ReportAlways(TemplateSpan.Of(target.Span), TemplateErrors.IncludeNotConstant());
            return Failed(whole);
        }
        switch (names.FindBuiltin(target))
        {
            case IScriptCustomFunction function:
                return BindBuiltin(whole, target, function, arguments);
            case { } constant when arguments.Length == 0:
                return new Bound(whole, constant.GetType());
        }
        CheckTarget(target, arguments, whole);
        return new Bound(CallOf(whole, target, arguments), null);
    }

    private CallArgument[] BindArguments(Bound? piped, ScriptExpression[] written)
    {
        var arguments = new List<CallArgument>(written.Length + 1);
        if (piped is { } first)
            arguments.Add(new CallArgument(first.Node, first, null, null));
        foreach (var argument in written)
        {
            if (argument is ScriptNamedArgument { Value: { } value } named)
            {
                var bound = expressions.Bind(value);
                named.Value = bound.Node;
                arguments.Add(new CallArgument(named, bound, named.Name!.Name, named.Name));
            }
            else
            {
                var bound = expressions.Bind(argument);
                arguments.Add(new CallArgument(bound.Node, bound, null, argument));
            }
        }
        return [.. arguments];
    }

    private CallNode CallOf(ScriptExpression whole, ScriptExpression target, CallArgument[] arguments) =>
        new(target, [.. arguments.Select(static argument => argument.Node)])
        {
            Span = whole.Span,
            Text = binding.TextOf(whole),
        };

    private void CheckTarget(ScriptExpression target, CallArgument[] arguments, ScriptExpression whole)
    {
        if (!binding.IsTyped)
        {
            expressions.BindUncalled(target);
            return;
        }
        CheckOwnCall(target, arguments, whole);
        var function = expressions.BindUncalled((ScriptExpression)target.Clone());
        if (ModelTypes.KindOf(function.Type) is not (StaticKind.Unknown or StaticKind.Function))
        {
            binding.Report(target, CheckErrors.NotAFunction(binding.TextOf(target), function.Type!));
        }
    }

    private Bound BindBuiltin(
        ScriptExpression whole,
        ScriptExpression target,
        IScriptCustomFunction function,
        CallArgument[] arguments
    )
    {
        var name = NameBinder.NameOfBuiltin(target);
        // How many arguments an array brings shows while rendering.
        if (Array.Exists(arguments, static argument => argument.IsSpread))
            return new Bound(CallOf(whole, target, arguments), null);
        var span = TemplateSpan.Of(whole.Span);
        var callSpan =
            TemplateSpan.Of(target.Span).Start >= span.Start
                ? new TemplateSpan(TemplateSpan.Of(target.Span).Start, span.End)
                : span;
        if (!TryPlace(name, function, arguments, target, span, out var placed))
            return Failed(whole);
        _builtins.Use(name, target);
        var result = binding.IsTyped ? _builtins.Call(name, function, placed, callSpan) : null;
        // A piped value stands before the call; messages point to the call itself.
        var at = whole.Span;
        if (TemplateSpan.Of(target.Span).Start >= span.Start)
            at.Start = target.Span.Start;
        var node = new BuiltinCallNode(
            name,
            function,
            binding.Unit.IndexOfBuiltin(name),
            [.. placed.Select(static argument => argument?.Value.Node)]
        )
        {
            Span = at,
            Text = binding.TextOf(whole),
            Hidden = binding.IsTyped ? null : CallOf(whole, target, [.. arguments]),
        };
        return new Bound(node, result);
    }

    /// <summary>Named arguments go to their parameters, the others fill those that are left, in order.</summary>
    /// <returns>Whether they fit; else that was reported.</returns>
    private bool TryPlace(
        string name,
        IScriptCustomFunction function,
        CallArgument[] arguments,
        ScriptExpression target,
        TemplateSpan whole,
        out CallArgument?[] placed
    )
    {
        var count = function.ParameterCount;
        var isVariadic = function.VarParamKind == ScriptVarParamKind.LastParameter;
        var filled = new List<CallArgument?>(count);
        CallArgument? surplus = null;
        placed = [];
        foreach (var argument in arguments)
        {
            var index = argument.Name is null ? -1 : BuiltinCheck.IndexOf(function, argument.Name);
            if (argument.Name is not null && index < 0)
            {
                if (binding.IsTyped)
                {
                    return Fail(
                        argument.Written!,
                        TemplateErrors.UnknownParameter(name, argument.Name, [.. BuiltinCheck.NamesOf(function)])
                    );
                }
            }
            if (index < 0)
                index = filled.FindIndex(static value => value is null);
            if (index < 0)
                index = filled.Count;
            if (index >= count)
                surplus ??= argument;
            while (filled.Count <= index)
                filled.Add(null);
            filled[index] = argument;
        }
        if (filled.Count > count && !isVariadic)
        {
            return Fail(surplus?.Written ?? target, TemplateErrors.TooManyArguments(name, count, filled.Count));
        }
        var required = function.RequiredParameterCount;
        while (filled.Count < required)
            filled.Add(null);
        for (var i = 0; i < required; i++)
        {
            if (filled[i] is not null)
                continue;
            var negative = binding.NegativeAfter(EndOf(target, arguments));
            binding.ReportAlways(
                new TemplateSpan(whole.End, whole.End),
                TemplateErrors.TooFewArguments(name, required, arguments.Length, negative)
            );
            return false;
        }
        placed = [.. filled];
        return true;
    }

    private bool Fail(ScriptNode at, TemplateMessage message)
    {
        binding.ReportAlways(TemplateSpan.Of(at.Span), message);
        return false;
    }

    /// <summary>Where a call without parentheses ends.</summary>
    private static int EndOf(ScriptExpression target, CallArgument[] arguments)
    {
        var end = TemplateSpan.Of(target.Span).End;
        return arguments is [.., { Written: not null } last] ? Math.Max(end, TemplateSpan.Of(last.Node.Span).End) : end;
    }

    private Bound BindInclude(ScriptExpression whole, CallArgument[] arguments)
    {
        var span = TemplateSpan.Of(whole.Span);
        if (arguments.Length == 0)
        {
            binding.ReportAlways(new TemplateSpan(span.End, span.End), TemplateErrors.TooFewArguments("include", 1, 0));
            return Failed(whole);
        }
        var (name, html) = (arguments[0].Value, binding.WrittenInclude == span ? binding.Html : HtmlContext.Text);
        ScriptExpression[] others = [.. arguments[1..].Select(static argument => argument.Node)];
        if (!binding.IsTyped)
        {
            return new Bound(
                new IncludeNode(name.Node, others, null, html) { Span = whole.Span, Text = binding.TextOf(whole) },
                typeof(HtmlString)
            );
        }
        if (name.ConstantText is not { } included)
        {
            binding.Report(name.Node, TemplateErrors.IncludeNotConstant());
            return Failed(whole);
        }
        var types = Array.ConvertAll(
            arguments,
            static argument => argument is { Name: null, IsSpread: false } ? argument.Value.Type : null
        );
        var page = binding.Unit.CompileInclude(
            included,
            binding.IsInFunction ? null : binding.Scope,
            types,
            html,
            out var isTooDeep
        );
        if (page is null)
        {
            var message = isTooDeep
                ? TemplateErrors.IncludeTooDeep(included)
                : TemplateErrors.IncludeMissing(included, binding.Unit.NearestTemplate(included));
            if (!isTooDeep || !binding.Unit.HasIncludeCycle)
                binding.Report(name.Node, message);
            return Failed(whole);
        }
        return new Bound(
            new IncludeNode(name.Node, others, page, html) { Span = whole.Span, Text = binding.TextOf(whole) },
            typeof(HtmlString)
        );
    }

    /// <summary>Whether a call fits the function that the template defines.</summary>
    private void CheckOwnCall(ScriptExpression target, CallArgument[] arguments, ScriptExpression whole)
    {
        if (
            target is not ScriptVariableGlobal name
            || Definition(name.Name) is not { Parameters: { } parameters } function
        )
            return;
        if (Array.Exists(arguments, static argument => argument.IsSpread))
            return;
        string[] known = [.. parameters.Select(static parameter => parameter.Name!.Name)];
        var firstUnknown = Array.Find(
            arguments,
            argument => argument.Name is { } given && !known.Contains(given, StringComparer.Ordinal)
        );
        if (firstUnknown is { } unknown && !ReadsArguments(function))
        {
            binding.Report(
                unknown.Written ?? whole,
                CheckErrors.UnknownOwnParameter(name.Name, unknown.Name!, known, Spelling.Nearest(unknown.Name!, known))
            );
            return;
        }
        CheckOwnCount(name, parameters, arguments, whole);
    }

    private void CheckOwnCount(
        ScriptVariableGlobal function,
        ScriptList<ScriptParameter> parameters,
        CallArgument[] arguments,
        ScriptExpression whole
    )
    {
        var required = parameters.Where(static parameter => parameter.EqualOrTripleDotToken is null).ToArray();
        var isVariadic = parameters.Any(static parameter =>
            parameter.EqualOrTripleDotToken?.TokenType == Scriban.Parsing.TokenType.TripleDot
        );
        CallArgument[] positional = Array.FindAll(arguments, static argument => argument.Name is null);
        if (positional.Length > parameters.Count && !isVariadic)
        {
            binding.Report(
                positional[parameters.Count].Written ?? whole,
                TemplateErrors.TooManyArguments(function.Name, parameters.Count, positional.Length)
            );
            return;
        }
        for (var i = positional.Length; i < required.Length; i++)
        {
            if (
                Array.Exists(
                    arguments,
                    argument => string.Equals(argument.Name, required[i].Name!.Name, StringComparison.Ordinal)
                )
            )
            {
                continue;
            }
            var end = TemplateSpan.Of(whole.Span).End;
            var negative = binding.NegativeAfter(EndOf(function, arguments));
            binding.Report(
                new TemplateSpan(end, end),
                TemplateErrors.TooFewArguments(function.Name, required.Length, arguments.Length, negative)
            );
            return;
        }
    }

    /// <summary>The one function that the name can stand for here; null when that is not certain.</summary>
    private ScriptFunction? Definition(string name)
    {
        var unit = binding.Unit;
        if (
            unit.DefinitionOf(name) is not { } function
            || unit.IsBoundSomewhere(name)
            || unit.ModelShape!.TryFind(name, out _)
        )
        {
            return null;
        }
        for (var level = binding.Scope; level is not null; level = level.Outer)
        {
            if (level.Name is null && (level.Type is null || RecordShape.Of(level.Type).TryFind(name, out _)))
                return null;
        }
        return function;
    }

    private static bool ReadsArguments(ScriptFunction function) =>
        SyntaxTree.All(function).Any(static node => node is ScriptVariableLocal { Name: "$" });
}

/// <summary>An argument of a call.</summary>
/// <param name="Node">What stands among the arguments: the value, or a named argument that holds it.</param>
/// <param name="Value">The value.</param>
/// <param name="Name">The parameter that it names, or null.</param>
/// <param name="Written">Where messages point to: the argument, or its name; null for a piped value.</param>
internal sealed record CallArgument(ScriptExpression Node, Bound Value, string? Name, ScriptNode? Written)
{
    public bool IsSpread => Node is ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand };
}
