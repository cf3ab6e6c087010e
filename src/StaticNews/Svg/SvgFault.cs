namespace StaticNews.Svg;

/// <summary>Why an SVG file cannot be checked, and so is not published.</summary>
/// <param name="Reason">The end of a sentence: "its first element is not 'svg'".</param>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 where <paramref name="Line"/> is 0.</param>
internal sealed record SvgFault(string Reason, int Line = 0, int Column = 0);
