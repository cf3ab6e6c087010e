using System.Runtime.InteropServices;

namespace StaticNews.Templates;

/// <summary>
/// What a plain name stands for just now. Names are scoped dynamically: a loop or a function with parameters sets the slot and puts back what was
/// there, so that includes and functions called within see it, and reading is one array access.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct VariableSlot
{
    public Value Value;

    /// <summary>Number of <c>with</c> objects that were open when it was set; those opened later come first.</summary>
    public int WithDepth;

    /// <summary>Whether the slot holds a value; otherwise the name belongs to the model.</summary>
    public bool IsBound;

    public bool IsReadOnly;
}
