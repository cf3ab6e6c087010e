using System.Runtime.InteropServices;

namespace StaticNews.Templates;

/// <summary>A piece of a template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it is.</param>
/// <param name="SpaceBefore">Whether blanks come before it.</param>
/// <param name="Text">The meaning of a string, or the indentation before <c>{{</c>; null for all others.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(TokenKind Kind, TextSpan Span, bool SpaceBefore, string? Text = null);
