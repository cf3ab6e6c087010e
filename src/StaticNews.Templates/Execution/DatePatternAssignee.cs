namespace StaticNews.Templates;

/// <summary><c>date.format = '%Y-%m-%d'</c>: how dates print from here on.</summary>
internal sealed class DatePatternAssignee : Assignee
{
    public override void Assign(RenderState state, in Value value) => state.DatePattern = value.AsText();
}
