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

    /// <summary>Whether the item differs from the one before.</summary>
    public bool IsChanged;
}
