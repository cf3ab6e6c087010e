namespace StaticNews.Templates;

/// <summary>Looks into the items of a list by the name of a member, as <c>array.map</c> and <c>array.sort</c> do.</summary>
internal static class ItemMember
{
    public static bool TryGet(in Value item, string name, out Value value)
    {
        value = Value.Null;
        return item.Kind switch
        {
            ValueKind.Object => item.AsObject()!.TryGet(name, out value),
            ValueKind.Date => DateMembers.TryGet(item.AsDate(), name, out value),
            ValueKind.TimeSpan => TimeSpanMembers.TryGet(item.AsTimeSpan(), name, out value),
            _ => false,
        };
    }

    /// <summary>The value at the end of a path such as <c>section.title</c>; null where it breaks off.</summary>
    public static Value At(in Value item, ReadOnlySpan<string> path)
    {
        var value = item;
        foreach (var name in path)
        {
            if (!TryGet(value, name, out var member))
                return Value.Null;
            value = member;
        }

        return value;
    }
}
