namespace StaticNews.Templates;

/// <summary>Finds <c>limit:</c>, <c>offset:</c>, <c>cols:</c> and <c>reversed</c> after the list of a loop, where they look like arguments of a call.</summary>
internal static class LoopOptions
{
    public static (ExpressionSyntax Items, IReadOnlyList<ArgumentSyntax> Options) Split(ExpressionSyntax items)
    {
        if (items is not CallSyntax { InParentheses: false } call) return (items, []);
        foreach (var argument in call.Arguments)
        {
            if (argument is { Name: null, Value: not VariableSyntax { Name: "reversed" } }) return (items, []);
        }
        return (call.Target, call.Arguments);
    }
}
