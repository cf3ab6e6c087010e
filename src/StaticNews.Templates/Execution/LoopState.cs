using System.Runtime.InteropServices;

namespace StaticNews.Templates;

/// <summary>Where a loop is.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct LoopState
{
    /// <summary>Iterations before this one.</summary>
    public int Index;

    /// <summary>All iterations; -1 when nobody knows.</summary>
    public int Length;

    public Value Item;

    public Value Previous;

    /// <summary>Whether the item differs from the one before. Found out only for those who ask: comparing records takes time.</summary>
    public readonly bool IsChanged => Length > 0 && (Index == 0 || !ValueOrder.AreEqual(Previous, Item));

    /// <summary>Goes on to an item.</summary>
    public void Step(int index, in Value item)
    {
        Index = index;
        Previous = Item;
        Item = item;
    }
}
