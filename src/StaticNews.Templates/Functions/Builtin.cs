using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;
using static StaticNews.Templates.Builtin;

namespace StaticNews.Templates;

/// <summary>
/// A function of this layer, in the place of one of Scriban's or beside them. Scriban counts and converts the arguments
/// by what is said here; nothing is found by reflection, so native code has it.
/// </summary>
internal sealed class Builtin : IScriptCustomFunction
{
    private readonly ScriptParameterInfo[] _parameters;
    private readonly BuiltinBody _body;

    /// <param name="name">As templates call it within its object: <c>to_string</c>.</param>
    /// <param name="parameters">Those without a default first.</param>
    /// <param name="isVariadic">
    /// Whether the last parameter takes all arguments that remain, as a <see cref="ScriptArray"/>.
    /// </param>
    public Builtin(
        string name,
        Type returns,
        ScriptParameterInfo[] parameters,
        BuiltinBody body,
        bool isVariadic = false
    )
    {
        (Name, ReturnType, _parameters, _body) = (name, returns, parameters, body);
        VarParamKind = isVariadic ? ScriptVarParamKind.LastParameter : ScriptVarParamKind.None;
        RequiredParameterCount = parameters.Count(parameter => !parameter.HasDefaultValue) - (isVariadic ? 1 : 0);
    }

    public string Name { get; }
    public int RequiredParameterCount { get; }
    public int ParameterCount => _parameters.Length;
    public ScriptVarParamKind VarParamKind { get; }
    public Type ReturnType { get; }

    public static ScriptParameterInfo Need<T>(string name) => new(typeof(T), name);

    public static ScriptParameterInfo May<T>(string name, object? otherwise = null) => new(typeof(T), name, otherwise);

    /// <summary>Scriban asks for one more than there are when a call has too many arguments.</summary>
    public ScriptParameterInfo GetParameterInfo(int index) =>
        index < _parameters.Length ? _parameters[index]
        : VarParamKind == ScriptVarParamKind.None ? May<object>("")
        : _parameters[^1];

    public object? Invoke(
        TemplateContext context,
        ScriptNode? caller,
        ScriptArray arguments,
        ScriptBlockStatement? block
    ) => _body(context, caller?.Span ?? context.CurrentSpan, arguments);

    public ValueTask<object?> InvokeAsync(
        TemplateContext context,
        ScriptNode? caller,
        ScriptArray list,
        ScriptBlockStatement? block
    ) => new(Invoke(context, caller, list, block));
}

/// <summary>Gets the arguments of a call, converted, and its place.</summary>
internal delegate object? BuiltinBody(TemplateContext context, SourceSpan span, ScriptArray arguments);

/// <summary>Scriban's own functions.</summary>
internal static class ScribanBuiltins
{
    private const long BytesPerPiece = 40;
    private const DynamicallyAccessedMemberTypes Members = Properties | DynamicallyAccessedMemberTypes.PublicMethods;
    private const DynamicallyAccessedMemberTypes Properties =
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicFields;

    /// <summary>
    /// A table of one's own. Scriban finds the functions by reflection, so native code must be told to keep them.
    /// </summary>
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2026",
        Justification = "ScriptObject.From, which they inherit, is kept and never called."
    )]
    [DynamicDependency(Members, typeof(ArrayFunctions))]
    [DynamicDependency(Members, typeof(DateTimeFunctions))]
    [DynamicDependency(Members, typeof(HtmlFunctions))]
    [DynamicDependency(Members, typeof(MathFunctions))]
    [DynamicDependency(Members, typeof(ObjectFunctions))]
    [DynamicDependency(Members, typeof(RegexFunctions))]
    [DynamicDependency(Members, typeof(StringFunctions))]
    [DynamicDependency(Members, typeof(TimeSpanFunctions))]
    [DynamicDependency(Properties, typeof(KeyValuePair<string, object>))] // What a loop through an object gives.
    [DynamicDependency(Properties, typeof(DateTime))]
    [DynamicDependency(Properties, typeof(TimeSpan))]
    public static ScriptObject Create()
    {
        var builtins = TemplateContext.GetDefaultBuiltinObject();
        ScriptParameterInfo[] parameters = [Builtin.Need<string>("text"), Builtin.Need<string>("match")];
        Replace(builtins, "string", new Builtin("split", typeof(IEnumerable), parameters, Split));
        return builtins;
    }

    /// <summary>
    /// Scriban's, whose pieces are counted before they are made, because their number is not known later.
    /// </summary>
    private static IEnumerable Split(TemplateContext context, SourceSpan span, ScriptArray a)
    {
        var (text, match) = (a[0] as string, a[1] as string);
        if (!string.IsNullOrEmpty(match))
            (context as LimitedContext)?.CountBytes(text.AsSpan().Count(match) * BytesPerPiece);
        return StringFunctions.Split(text, match);
    }

    /// <summary>Puts functions in the place of those of the same names.</summary>
    /// <param name="builtins">What <see cref="Create"/> gave.</param>
    /// <param name="family">The object that has them: <c>string</c>.</param>
    public static void Replace(ScriptObject builtins, string family, params ReadOnlySpan<Builtin> functions)
    {
        var members = (ScriptObject)builtins[family]!;
        foreach (var function in functions)
            members.SetValue(function.Name, function, readOnly: true);
    }
}

/// <summary>
/// The functions of pages: Scriban's, with those of this layer in the place of the ones that it promises more of.
/// </summary>
internal static class PageBuiltins
{
    private static readonly string[] Evals = ["eval", "eval_template"];
    private static readonly string[] Families = ["array", "html", "math", "object", "regex", "string", "timespan"];

    /// <summary>
    /// A table for one context. Templates can change nothing in it but <c>date.format</c>, so it serves page after
    /// page.
    /// </summary>
    public static ScriptObject Create(TemplateOptions options)
    {
        var builtins = ScribanBuiltins.Create();
        DateBuiltins.Add(builtins, options);
        NumberBuiltins.Add(builtins);
        NumberBuiltins.AddForPages(builtins);
        JsonBuiltins.Add(builtins, options, isStock: false);
        RegexBuiltins.Add(builtins, isStock: false);
        SortBuiltins.Add(builtins);
        TextBuiltins.Add(builtins);
        if (options.EscapeHtml)
            HtmlBuiltins.Add(builtins);
        foreach (var name in Evals)
        {
            var function = new Builtin(
                name,
                typeof(object),
                [Need<object>("value")],
                (_, _, _) => throw NotAvailable($"object.{name}")
            );
            ScribanBuiltins.Replace(builtins, "object", function);
        }
        foreach (var family in Families)
            ((ScriptObject)builtins[family]!).IsReadOnly = true;
        return builtins;
    }

    /// <summary>Takes back what a template has assigned.</summary>
    /// <param name="builtins">What <see cref="Create"/> gave.</param>
    public static void Reset(ScriptObject builtins) =>
        ((DateFormatter)builtins["date"]!).Format = Strftime.DefaultPattern;

    internal static RenderFault NotAvailable(string function) =>
        new(
            "SN3119",
            $"'{function}' is not available, because its text cannot be checked before the page is rendered",
            "Write the text in the template, or in a separate one for 'include'"
        );
}
