namespace StaticNews.Templates;

/// <summary>A compiled expression. Immutable: one template renders on many threads.</summary>
internal abstract class Expression(FaultPlace place)
{
    public FaultPlace Place => place;

    /// <summary>The type that its value is known to have (or be null); null when that shows only while rendering.</summary>
    public Type? StaticType { get; init; }

    /// <summary>The value; a function without arguments is called.</summary>
    public abstract Value Evaluate(RenderState state);

    /// <summary>The value; a function is not called.</summary>
    public virtual Value EvaluateUncalled(RenderState state) => Evaluate(state);

    public virtual bool Test(RenderState state) => Evaluate(state).IsTrue;

    /// <summary>Writes the value to the page, escaped where the template asks for that.</summary>
    public virtual void Write(RenderState state) => state.Write(Evaluate(state));
}
