namespace StaticNews.Templates;

/// <summary><c>target.name</c> where the target is known to be a record.</summary>
internal sealed class RecordMemberExpression(
    FaultPlace place, Expression target, Type owner, RecordMember member, FaultPlace namePlace, bool nullConditional, string text) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var value = target.Evaluate(state);
        if (owner.IsInstanceOfType(value.Reference)) return member.Access.Get(value.Reference!);
        if (!value.IsNull) return Members.Read(value, member.Name);
        return nullConditional ? Value.Null : throw TemplateErrors.MemberOfNull(text, member.Name).At(namePlace);
    }
}
