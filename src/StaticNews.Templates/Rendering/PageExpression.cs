using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace StaticNews.Templates;

/// <summary>An expression of this layer in Scriban's tree.</summary>
internal abstract class PageExpression : ScriptExpression
{
    /// <summary>Whether it calls nothing, so that it needs neither a place for errors nor a limit.</summary>
    public virtual bool OnlyReads => false;

    /// <summary>The expression as the template has it, for messages.</summary>
    public string Text { get; set; } = "…";

    public sealed override object? Evaluate(TemplateContext context) => Get((PageContext)context);

    protected abstract object? Get(PageContext context);

    public override void Accept(ScriptVisitor visitor) { }

    public override void PrintTo(ScriptPrinter printer) => printer.Write(Text);
}

/// <summary>A read of the model, or of what another expression gives, through getters that are bound once.</summary>
/// <param name="root">Null for the page's model.</param>
internal sealed class PathNode(ScriptExpression? root, BoundMember[] members) : PageExpression
{
    public ScriptExpression? Root => root;

    public IReadOnlyList<BoundMember> Members => members;

    public override bool OnlyReads => root is null or ScriptVariableGlobal or PageExpression { OnlyReads: true };

    protected override object? Get(PageContext context)
    {
        var value = root is null ? context.Names.Record : context.ValueOf(root);
        foreach (var member in members)
        {
            if (value is null)
            {
                if (member.NullConditional)
                    return null;
                var fault = RenderErrors.MemberOfNull(member.Owner, member.Member.Name);
                throw new ScriptRuntimeException(member.NameSpan, fault.Message, fault);
            }
            // A name that is assigned in two places may hold another kind of value than the one that was seen.
            if (!member.Member.TryGet(value, out var found))
            {
                context
                    .GetMemberAccessor(value)
                    .TryGetValue(context, member.NameSpan, value, member.Member.Name, out found);
            }
            value = found;
        }
        return value;
    }
}

/// <summary>One step of a path.</summary>
/// <param name="Owner">What it is read of, as the template has it.</param>
internal sealed record BoundMember(
    RecordMember Member,
    bool NullConditional,
    string Owner,
    Scriban.Parsing.SourceSpan NameSpan
);

/// <summary>The record of a <c>with</c>, as Scriban wants it.</summary>
internal sealed class WithTargetNode(ScriptExpression target) : PageExpression
{
    protected override object? Get(PageContext context)
    {
        var value = context.Evaluate(target);
        if (value is null or IScriptObject)
            return value;
        return value is IReadOnlyDictionary<string, object?> || ModelValues.IsRecord(value)
            ? new ModelObject(value, context.Names)
            : value;
    }
}

/// <summary>A list of the model as an array of Scriban's.</summary>
internal sealed class ArrayNode(ScriptExpression list) : PageExpression
{
    protected override object? Get(PageContext context) =>
        context.ValueOf(list) switch
        {
            System.Collections.IEnumerable items and not (ScriptArray or string) => new ScriptArray(
                items.Cast<object?>()
            ),
            var value => value,
        };
}

/// <summary>An argument of the include that is being written: <c>$1</c>.</summary>
internal sealed class ArgumentNode(int index) : PageExpression
{
    public override bool OnlyReads => true;

    protected override object? Get(PageContext context) =>
        context.Arguments is { } arguments && index < arguments.Count ? arguments[index] : null;
}

/// <summary>
/// <c>a + b</c> and <c>$"{a}{b}"</c> where HTML may be among the parts: then the whole is HTML, with the texts in it
/// escaped.
/// </summary>
/// <param name="whole">What gives the value where none of the parts is HTML.</param>
internal sealed class JoinNode(ScriptExpression[] parts, ScriptExpression whole) : PageExpression
{
    protected override object? Get(PageContext context)
    {
        var values = Array.ConvertAll(parts, context.ValueOf);
        if (Array.Exists(values, static value => value is HtmlString))
            return Joined(context, values);
        if (whole is ScriptBinaryExpression sum)
        {
            return ScriptBinaryExpression.Evaluate(
                context,
                sum.OperatorToken?.Span ?? Span,
                sum.Operator,
                values[0],
                values[1]
            );
        }
        return string.Concat(values.Select(value => context.ObjectToString(value)));
    }

    private static HtmlString Joined(PageContext context, object?[] values)
    {
        var pieces = Array.ConvertAll(values, value => HtmlBuiltins.Part(context, value));
        LimitErrors.CheckLength(context, pieces.Sum(static piece => (long)piece.Length));
        return new HtmlString(string.Concat(pieces));
    }
}

/// <summary>A call of a function whose name is looked up while rendering.</summary>
internal sealed class CallNode(ScriptExpression target, ScriptExpression[] arguments) : PageExpression
{
    protected override object? Get(PageContext context)
    {
        if (context.Evaluate(target, aliasReturnedFunction: true) is { } function)
        {
            return ScriptFunctionCall.Call(context, this, function, processPipeArguments: false, arguments);
        }
        var fault = RenderErrors.FunctionMissing(target.ToString());
        throw new ScriptRuntimeException(target.Span, fault.Message, fault);
    }
}

/// <summary>
/// A call of a built-in function that was found, and whose arguments were put in order, when the template was compiled.
/// </summary>
/// <param name="name">The full name: <c>string.upcase</c>.</param>
/// <param name="function">Says what its parameters are; each context has a function of its own.</param>
/// <param name="index">By which <see cref="PageContext.FunctionAt"/> knows it.</param>
/// <param name="arguments">By position; null for one that is not given.</param>
internal sealed class BuiltinCallNode(
    string name,
    IScriptCustomFunction function,
    int index,
    ScriptExpression?[] arguments
) : PageExpression
{
    private readonly ScriptParameterInfo[] _parameters =
    [
        .. Enumerable.Range(0, function.ParameterCount).Select(function.GetParameterInfo),
    ];

    public string Name => name;

    /// <summary>
    /// The call as Scriban finds it, where a model without types may give the first word of the name another meaning;
    /// else null.
    /// </summary>
    public CallNode? Hidden { get; init; }

    protected override object? Get(PageContext context)
    {
        if (Hidden is not null && IsHidden(context))
            return context.Evaluate(Hidden);
        var values = new ScriptArray(_parameters.Length);
        for (var i = 0; i < arguments.Length && i < _parameters.Length; i++)
            values.Add(ValueOf(context, i));
        for (var i = values.Count; i < _parameters.Length; i++)
            values.Add(IsVariadic(i) ? new ScriptArray() : _parameters[i].DefaultValue);
        for (var i = _parameters.Length; i < arguments.Length; i++)
        {
            ((ScriptArray)values[_parameters.Length - 1]!).Add(context.Evaluate(arguments[i]!));
        }
        return context.FunctionAt(index).Invoke(context, this, values, null);
    }

    private object? ValueOf(PageContext context, int index)
    {
        var parameter = _parameters[index];
        if (arguments[index] is not { } argument)
            return IsVariadic(index) ? new ScriptArray() : parameter.DefaultValue;
        var value = context.ValueOf(argument);
        // A range makes its items each time that it is looked through.
        if (value is ScriptRange range)
            value = new ScriptArray(range);
        context.CountArgument(value);
        if (IsVariadic(index))
            return new ScriptArray { value };
        return parameter.ParameterType == typeof(object)
            ? value
            : context.ToObject(argument.Span, value, parameter.ParameterType);
    }

    private bool IsVariadic(int index) =>
        index == _parameters.Length - 1 && function.VarParamKind == ScriptVarParamKind.LastParameter;

    private bool IsHidden(PageContext context) =>
        context.Names.Contains(name[..name.IndexOf('.', StringComparison.Ordinal)]);
}

/// <summary>
/// <c>include</c>: as an expression its value is HTML; where it stands alone it is written straight to the page.
/// </summary>
/// <param name="name">The name of the template.</param>
/// <param name="arguments">The other arguments.</param>
/// <param name="page">Null when the name shows only while rendering.</param>
/// <param name="html">Where in the HTML it stands.</param>
internal sealed class IncludeNode(
    ScriptExpression name,
    ScriptExpression[] arguments,
    IncludedPage? page,
    HtmlContext html
) : PageExpression
{
    protected override object? Get(PageContext context) => context.Capture(() => WriteTo(context));

    public void WriteTo(PageContext context)
    {
        if (page is { IsSimple: true })
        {
            WriteSimply(context, page);
            return;
        }
        var title = context.ValueOf(name);
        var included = page ?? context.Template.FindPage(context.ObjectToString(title), Span, html);
        var (values, named) = Collect(context, title);
        var outer = context.Arguments;
        context.EnterRecursive(this);
        context.PushLocal();
        try
        {
            context.Arguments = values;
            context.SetValue(ScriptVariable.Arguments, values, asReadOnly: true, force: true);
            foreach (var (key, value) in named)
            {
                context.SetValue(
                    ScriptVariable.Create(key, ScriptVariableScope.Local),
                    value,
                    asReadOnly: false,
                    force: true
                );
            }
            if (context.Evaluate(included.Root) is { } returned)
                context.Write(Span, returned);
        }
        finally
        {
            context.Arguments = outer;
            context.PopLocal();
            context.ExitRecursive(this);
        }
    }

    /// <summary>Most includes need neither local variables nor what <c>ret</c> takes care of.</summary>
    private void WriteSimply(PageContext context, IncludedPage included)
    {
        if (included.Root.Body is not { } body)
            return;
        var outer = context.Arguments;
        var values = arguments.Length == 0 ? null : Collect(context, context.ValueOf(name)).Values;
        context.EnterRecursive(this);
        context.Arguments = values;
        // After an error this context is not used again, so nothing has to be put back.
        context.Evaluate(body);
        context.Arguments = outer;
        context.ExitRecursive(this);
    }

    private (ScriptArray Values, List<KeyValuePair<string, object?>> Named) Collect(PageContext context, object? title)
    {
        var values = new ScriptArray(arguments.Length + 1) { title };
        List<KeyValuePair<string, object?>>? named = null;
        foreach (var argument in arguments)
        {
            var value = context.ValueOf(argument);
            if (argument is ScriptNamedArgument { Name.Name: { } key })
            {
                values.SetValue(key, value, readOnly: false);
                (named ??= []).Add(KeyValuePair.Create(key, value));
            }
            else if (
                argument is ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand }
                && value is System.Collections.IEnumerable items and not string
            )
            {
                values.AddRange(items.Cast<object?>());
            }
            else
                values.Add(value);
        }
        return (values, named ?? NoNames);
    }

    private static readonly List<KeyValuePair<string, object?>> NoNames = [];
}

/// <summary>
/// An included template, bound for one place. Its root is set once it is bound, for it may include itself.
/// </summary>
/// <param name="isSimple">Whether it has no local variables but <c>$1</c> and its siblings, and no <c>ret</c>.</param>
internal sealed class IncludedPage(bool isSimple)
{
    public bool IsSimple => isSimple;

    public ScriptPage Root { get; set; } = null!;
}
