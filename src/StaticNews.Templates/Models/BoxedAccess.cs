using System.Reflection;

namespace StaticNews.Templates;

/// <summary>Reads a property of a value type by reflection: correct, slow, and of no use to a model that is read often.</summary>
internal sealed class BoxedAccess(PropertyInfo property) : MemberAccess
{
    public override Value Get(object owner) => ModelViews.ValueOf(property.GetValue(owner));

    public override bool TryGet(object? owner, out Value value)
    {
        var isOwner = property.DeclaringType!.IsInstanceOfType(owner);
        value = isOwner ? Get(owner!) : default;
        return isOwner;
    }
}
