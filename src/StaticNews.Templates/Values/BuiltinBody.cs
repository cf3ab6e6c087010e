namespace StaticNews.Templates;

/// <summary>The body of a built-in function. A mistake is reported by throwing a <see cref="RenderFault"/>; the caller adds the place.</summary>
/// <param name="call">What a function may know of the rendering, and how it calls back.</param>
/// <param name="arguments">One value a parameter, converted to its kind, left-out ones filled in; variadic ones follow one by one.</param>
internal delegate Value BuiltinBody(RenderState call, ReadOnlySpan<Value> arguments);
