using System.Runtime.InteropServices;

namespace StaticNews.Templates;

/// <summary>A half-open piece of a text, in UTF-16 units.</summary>
/// <param name="Start">The first unit, counted from 0.</param>
/// <param name="End">The unit after the last.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public TextSpan To(TextSpan other) => new(Start, other.End);
}
