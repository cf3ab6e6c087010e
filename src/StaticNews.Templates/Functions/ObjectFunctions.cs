using static StaticNews.Templates.Parameter;
using Kind = StaticNews.Templates.ParameterKind;

namespace StaticNews.Templates;

/// <summary>The <c>object</c> object: questions about values of any kind.</summary>
internal static class ObjectFunctions
{
    public static BuiltinNamespace Namespace { get; } = Builtins.Namespace("object",
    [
        new("object.default", [Required("value", Kind.Any), Required("default", Kind.Any)], (_, a) => IsNullOrEmpty(a[0]) ? a[1] : a[0]),
        new("object.eval", [Required("value", Kind.Any)], Eval),
        new("object.eval_template", [Required("value", Kind.Any)], EvalTemplate),
        new("object.format", [Required("value", Kind.Any), Required("format", Kind.Text), Optional("culture", Kind.Text)], (_, a) => a[0].IsNull
            ? Value.Null
            : Value.Of(NumberFormat.Format(a[0], a[1].AsText() ?? "", EnglishCulture.Required(a[2].AsText(), 2)))),
        new("object.from_json", [Required("json", Kind.Text)], (_, a) => a[0].IsNull ? Value.Null : JsonReading.Read(a[0].AsText()!)),
        new("object.has_key", [Required("value", Kind.Any), Required("key", Kind.Text)], (_, a) => Value.Of(HasKey(a[0], a[1]))),
        new("object.has_value", [Required("value", Kind.Any), Required("key", Kind.Text)], (_, a) => Value.Of(HasValue(a[0], a[1]))),
        new("object.keys", [Required("value", Kind.Any)], (_, a) => Value.Of(Keys(a[0]))),
        new("object.kind", [Required("value", Kind.Any)], (_, a) => a[0].IsNull ? Value.Null : Value.Of(ArgumentBinder.KindName(a[0]))),
        new("object.size", [Required("value", Kind.Any)], (_, a) => Value.Of(Size(a[0]))),
        new("object.to_json", [Required("value", Kind.Any)], (call, a) => SafeText.Of(call.Checked(JsonWriting.Write(a[0])), call.Options.EscapeHtml)),
        new("object.typeof", [Required("value", Kind.Any)], (_, a) => Value.Of(TypeOf(a[0]))),
        new("object.values", [Required("value", Kind.Any)], (_, a) => Value.Of(Values(a[0]))),
    ]);

    private static bool IsNullOrEmpty(in Value value) => value.IsNull || (value.IsText && value.AsText()!.Length == 0);

    private static Value Eval(RenderState call, ReadOnlySpan<Value> a) => a[0].Kind switch
    {
        ValueKind.String or ValueKind.Html => call.Evaluate(a[0].AsText()!),
        ValueKind.Function => call.Invoke(a[0].AsFunction(), []),
        _ => a[0],
    };

    private static Value EvalTemplate(RenderState call, ReadOnlySpan<Value> a) => a[0].Kind switch
    {
        ValueKind.String or ValueKind.Html => call.EvaluateTemplate(a[0].AsText()!),
        ValueKind.Function => call.Invoke(a[0].AsFunction(), []),
        _ => a[0],
    };

    private static bool HasKey(in Value value, in Value key) => TryGet(value, key, out _);

    private static bool HasValue(in Value value, in Value key) => TryGet(value, key, out var member) && !member.IsNull;

    private static bool TryGet(in Value value, in Value key, out Value member)
    {
        member = Value.Null;
        return value.Kind == ValueKind.Object && key.AsText() is { } name && value.AsObject()!.TryGet(name, out member);
    }

    private static TemplateList Keys(in Value value)
    {
        var keys = new TemplateList();
        if (value.Kind != ValueKind.Object)
            return keys;
        var source = value.AsObject()!;
        for (var i = 0; i < source.Count; i++)
            keys.Add(Value.Of(source.NameAt(i)));
        return keys;
    }

    private static TemplateList Values(in Value value)
    {
        var values = new TemplateList();
        if (value.Kind != ValueKind.Object)
            return values;
        var source = value.AsObject()!;
        for (var i = 0; i < source.Count; i++)
            values.Add(source.ValueAt(i));
        return values;
    }

    /// <summary>Characters, items or members; 0 for everything that has none.</summary>
    private static int Size(in Value value) => value.Kind switch
    {
        ValueKind.String or ValueKind.Html => value.AsText()!.Length,
        ValueKind.Array => value.AsArray()!.Count,
        ValueKind.Object => value.AsObject()!.Count,
        _ => 0,
    };

    private static string? TypeOf(in Value value) => value.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.Bool => "boolean",
        ValueKind.String or ValueKind.Html => "string",
        ValueKind.Array => value.AsArray() is TemplateRange ? "iterator" : "array",
        _ => value.IsNumber ? "number" : "object",
    };
}
