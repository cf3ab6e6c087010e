using System.Globalization;
using Scriban.Runtime;
using Scriban.Syntax;
using StaticNews.Templates;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Tests.Templates.Functions;

/// <summary>Calls a built-in function of pages as a template would, without a template around it.</summary>
internal static class FunctionCall
{
    private static readonly OnePage Empty = new();

    /// <param name="name">Such as <c>string.upcase</c>.</param>
    /// <param name="arguments">Null (xunit's way to pass a single null) is one argument, null.</param>
    public static object? Invoke(string name, params object?[]? arguments) => Invoke(NewContext(), name, arguments);

    /// <summary>What the call prints where nothing is escaped.</summary>
    public static string Print(string name, params object?[]? arguments)
    {
        var context = NewContext();
        return context.ObjectToString(Invoke(context, name, arguments)) ?? "";
    }

    /// <summary>The code of the fault that the call ends with.</summary>
    public static string FaultCode(string name, params object?[]? arguments)
    {
        var failure = Assert.ThrowsAny<Exception>(() => Print(name, arguments));
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is RenderFault fault)
                return fault.Content.Code;
        }
        return failure.Message;
    }

    /// <summary>The function of a context of its own.</summary>
    public static IScriptCustomFunction Find(string name) => Find(NewContext(), name);

    public static DateTimeOffset Date(string iso) =>
        DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>The date that a call gives.</summary>
    public static DateTimeOffset InvokeForDate(string name, params object?[]? arguments) =>
        Assert.IsType<TemplateDate>(Invoke(name, arguments)).Value;

    public static object? ToValue(object? value) =>
        value switch
        {
            object?[] items => new ScriptArray(items.Select(ToValue)),
            (string Name, object? Value)[] members => Map(members),
            _ => ModelValues.Of(value),
        };

    private static object? Invoke(PageContext context, string name, object?[]? arguments) =>
        ScriptFunctionCall.Call(
            context,
            Empty.Root,
            Find(context, name),
            new ScriptArray((arguments ?? [null]).Select(ToValue))
        );

    private static PageContext NewContext()
    {
        var context = new PageContext(Empty.Template);
        context.Begin(null);
        return context;
    }

    private static IScriptCustomFunction Find(PageContext context, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return Assert.IsAssignableFrom<IScriptCustomFunction>(
            ((ScriptObject)context.BuiltinObject[name[..dot]]!)[name[(dot + 1)..]]
        );
    }

    private static ScriptObject Map((string Name, object? Value)[] members)
    {
        var map = new ScriptObject();
        foreach (var (name, value) in members)
            map[name] = ToValue(value);
        return map;
    }

    private sealed class OnePage : StaticNews.Templates.ITemplateLoader
    {
        public OnePage()
        {
            var unit = new CompileUnit("page", this, null, TemplateOptions.Html);
            Root = unit.CompileRoot()!;
            Template = new PageTemplate(unit, Root);
        }

        public ScriptPage Root { get; }

        public PageTemplate Template { get; }

        public string Load(string name) => "";
    }
}
