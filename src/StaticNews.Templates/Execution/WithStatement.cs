namespace StaticNews.Templates;

/// <summary><c>with object</c>: plain names are its members first.</summary>
internal sealed class WithStatement(Expression target, string text, Statement body) : Statement
{
    public override Flow Execute(RenderState state)
    {
        var value = target.Evaluate(state);
        if (value.Kind != ValueKind.Object) throw TemplateErrors.WithNeedsObject(text, ArgumentBinder.KindName(value)).At(target.Place);
        state.PushWith(value);
        var flow = body.Execute(state);
        state.PopWith();
        return flow;
    }
}
