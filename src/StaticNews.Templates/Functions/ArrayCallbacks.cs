namespace StaticNews.Templates;

/// <summary>The functions of <c>array</c> that call another function for each item.</summary>
internal static class ArrayCallbacks
{
    // A function takes few arguments; the caller allows no more in one call than this.
    private const int MaxArguments = 64;

    /// <summary>Whether the function is true of any item; further arguments go to it after the item.</summary>
    public static Value AnyItem(RenderState call, ReadOnlySpan<Value> a)
    {
        var list = ArrayFunctions.ListOf(call, a[0]);
        var function = FunctionOf(a[1]);
        var arguments = new Value[Math.Min(a.Length - 1, MaxArguments)];
        a[2..(arguments.Length + 1)].CopyTo(arguments.AsSpan(1));
        for (var i = 0; i < list.Count; i++)
        {
            arguments[0] = list[i];
            if (call.Invoke(function, arguments).IsTrue)
                return Value.True;
        }

        return Value.False;
    }

    public static Value EachItem(RenderState call, ReadOnlySpan<Value> a)
    {
        var list = ArrayFunctions.ListOf(call, a[0]);
        var function = FunctionOf(a[1]);
        var results = new TemplateList(list.Count);
        for (var i = 0; i < list.Count; i++)
            results.Add(call.Invoke(function, [list[i]]));
        return Value.Of(results);
    }

    public static Value FilterItems(RenderState call, ReadOnlySpan<Value> a)
    {
        var list = ArrayFunctions.ListOf(call, a[0]);
        var function = FunctionOf(a[1]);
        var kept = new TemplateList();
        for (var i = 0; i < list.Count; i++)
        {
            if (call.Invoke(function, [list[i]]).IsTrue)
                kept.Add(list[i]);
        }

        return Value.Of(kept);
    }

    /// <summary>The items as they print, or what the function makes of that, with the delimiter between them.</summary>
    public static Value Join(RenderState call, ReadOnlySpan<Value> a)
    {
        var list = ArrayFunctions.ListOf(call, a[0]);
        if (!a[2].IsNull)
            list = Transformed(call, list, a[2].AsFunction());
        var isHtml = SafeText.IsHtml(call, a[1]);
        for (var i = 0; i < list.Count && !isHtml; i++)
            isHtml = SafeText.IsHtml(call, list[i]);
        return SafeText.Of(Joined(call, list, SafeText.Part(call, a[1], isHtml), isHtml), isHtml);
    }

    private static TemplateList Transformed(RenderState call, TemplateArray list, ITemplateFunction function)
    {
        var results = new TemplateList(list.Count);
        for (var i = 0; i < list.Count; i++)
            results.Add(call.Invoke(function, [list[i].IsText ? list[i] : Value.Of(ValuePrinter.ToText(list[i], call.DatePattern))]));
        return results;
    }

    private static string Joined(RenderState call, TemplateArray list, string delimiter, bool isHtml)
    {
        var text = new TextBuffer(stackalloc char[256]);
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0)
                text.Append(delimiter);
            text.Append(SafeText.Part(call, list[i], isHtml));
            call.CheckLength(text.Length);
        }

        return text.Take();
    }

    private static ITemplateFunction FunctionOf(in Value argument) =>
        argument.IsNull ? throw TemplateErrors.CannotConvert("null", "a function", 1) : argument.AsFunction();
}
