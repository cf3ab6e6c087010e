using System.Diagnostics.CodeAnalysis;

namespace StaticNews.Templates;

/// <summary>Reads an <c>IReadOnlyList&lt;TItem&gt;</c> of a model.</summary>
[SuppressMessage("Design", "MA0048:File name must match type name", Justification = "The generic sibling of ListAccess.")]
internal sealed class ListAccess<TItem> : ListAccess
{
    private readonly Func<TItem, Value> _convert = MemberConversion.For<TItem>();

    public override int Count(object list) => ((IReadOnlyList<TItem>)list).Count;

    public override Value At(object list, int index) => _convert(((IReadOnlyList<TItem>)list)[index]);
}
