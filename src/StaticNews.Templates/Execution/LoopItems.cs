using System.Runtime.InteropServices;

namespace StaticNews.Templates;

/// <summary>What a loop goes through, without a copy and, for lists of a model, without a view.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct LoopItems
{
    private readonly object _list;
    private readonly ListAccess? _access;

    private LoopItems(object list, ListAccess? access)
    {
        _list = list;
        _access = access;
    }

    public int Count => _access?.Count(_list) ?? ((TemplateArray)_list).Count;

    public Value this[int index] => _access?.At(_list, index) ?? ((TemplateArray)_list)[index];

    /// <summary>Lists as they are, texts by their characters, objects by their members.</summary>
    public static LoopItems Of(in Value value, FaultPlace place)
    {
        switch (value.Kind)
        {
            case ValueKind.Array when value.Reference is TemplateArray array: return new LoopItems(array, null);
            case ValueKind.Array when ModelViews.AccessOf(value.Reference!) is { } access: return new LoopItems(value.Reference!, access);
            case ValueKind.String or ValueKind.Html: return new LoopItems(ArgumentBinder.Characters(value.AsText()!), null);
            case ValueKind.Object: return new LoopItems(ArgumentBinder.Pairs(value.AsObject()!), null);
            default: throw TemplateErrors.CannotLoop(ArgumentBinder.KindName(value)).At(place);
        }
    }
}
