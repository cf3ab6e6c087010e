namespace StaticNews.Templates;

/// <summary>A value known when the template was compiled; it is written as bytes that are ready.</summary>
internal sealed class ConstantExpression : Expression
{
    private readonly Value _value;
    private readonly byte[] _utf8;

    public ConstantExpression(FaultPlace place, Value value, TemplateOptions options)
        : base(place)
    {
        _value = value;
        StaticType = TypeOf(value.Kind);
        _utf8 = value.Kind is ValueKind.Object or ValueKind.Function ? [] : Printed(value, options);
    }

    public Value Value => _value;

    public override Value Evaluate(RenderState state) => _value;

    public override bool Test(RenderState state) => _value.IsTrue;

    public override void Write(RenderState state)
    {
        if (_value.Kind is ValueKind.Object or ValueKind.Function) state.Write(_value);
        else state.Output.WriteUtf8(_utf8);
    }

    private static byte[] Printed(Value value, TemplateOptions options)
    {
        var output = new Utf8Output();
        output.Reset(tracksLines: false, long.MaxValue);
        if (options.EscapeHtml && value.Kind == ValueKind.String) output.WriteEscaped(value.AsText());
        else output.Write(ValuePrinter.ToText(value));
        return output.Written.ToArray();
    }

    private static Type? TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Bool => typeof(bool),
        ValueKind.Int => typeof(int),
        ValueKind.Long => typeof(long),
        ValueKind.Double => typeof(double),
        ValueKind.String => typeof(string),
        _ => null,
    };
}
