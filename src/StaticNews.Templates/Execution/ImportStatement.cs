namespace StaticNews.Templates;

/// <summary><c>import object</c>: its members become variables.</summary>
internal sealed class ImportStatement(Expression source) : Statement
{
    public override Flow Execute(RenderState state)
    {
        var value = source.Evaluate(state);
        if (value.Kind != ValueKind.Object) throw TemplateErrors.CannotConvert(ArgumentBinder.KindName(value), "an object").At(source.Place);
        var members = value.AsObject()!;
        // Variables that are read-only stay as they are.
        for (var i = 0; i < members.Count; i++) state.TryAssign(state.Template.Names.SlotOf(members.NameAt(i)), members.NameAt(i), members.ValueAt(i));
        return Flow.Next;
    }
}
