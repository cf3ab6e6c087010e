namespace StaticNews.Svg;

/// <summary>One thing that was taken out of an SVG file.</summary>
/// <param name="What">As a message names it: "the element 'script'".</param>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 where <paramref name="Line"/> is 0.</param>
internal readonly record struct SvgFinding(string What, int Line, int Column);
