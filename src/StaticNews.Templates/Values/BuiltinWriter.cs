namespace StaticNews.Templates;

/// <summary>Writes what the result of a built-in function prints, so that no string is made when a call is written straight to the page.</summary>
internal delegate void BuiltinWriter(RenderState call, ReadOnlySpan<Value> arguments, Utf8Output output);
