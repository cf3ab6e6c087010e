using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StaticNews.Templates;

/// <summary>Reads one property through its typed getter: no reflection, no boxing.</summary>
[SuppressMessage("Design", "MA0048:File name must match type name", Justification = "The generic sibling of MemberAccess.")]
internal sealed class MemberAccess<TOwner, TMember>(MethodInfo getter) : MemberAccess
    where TOwner : class
{
    private readonly Func<TOwner, TMember> _get = getter.CreateDelegate<Func<TOwner, TMember>>();
    private readonly Func<TMember, Value> _convert = MemberConversion.For<TMember>();

    public override Value Get(object owner) => _convert(_get((TOwner)owner));

    public override bool TryGet(object? owner, out Value value)
    {
        if (owner is TOwner typed)
        {
            value = _convert(_get(typed));
            return true;
        }
        value = default;
        return false;
    }
}
