namespace StaticNews.Templates;

/// <summary><c>target.name</c> where the target is known to be a record.</summary>
internal sealed class RecordMemberExpression(
    FaultPlace place, Expression target, RecordMember member, FaultPlace namePlace, bool nullConditional, string text) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var value = target.Evaluate(state);
        if (member.Access.TryGet(value.Reference, out var found)) return found;
        if (!value.IsNull) return Members.Read(value, member.Name);
        return nullConditional ? Value.Null : throw TemplateErrors.MemberOfNull(text, member.Name).At(namePlace);
    }
}
