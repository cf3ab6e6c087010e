namespace StaticNews.Svg;

/// <param name="Start">In the style's text, UTF-16 units.</param>
/// <param name="End">Behind the last one.</param>
/// <param name="Value">A name, string or address without its escapes, names in lower case; a bracket as it is; else empty.</param>
internal readonly record struct CssToken(CssTokenKind Kind, int Start, int End, string Value);
