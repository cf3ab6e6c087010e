namespace StaticNews.Svg;

/// <summary>What became of an SVG file.</summary>
/// <param name="Text">UTF-8; null where nothing was taken and the file may be published byte for byte, and where there is a <paramref name="Fault"/>.</param>
/// <param name="IsCompressed">Whether the file is gzip: then <paramref name="Text"/> has to be compressed again.</param>
/// <param name="Taken">What was taken, as it stands in the file; at most <see cref="SvgFindings.KeptMax"/>.</param>
/// <param name="TakenCount">How many things were taken.</param>
/// <param name="Fault">Why nothing of it may be published, or null.</param>
internal sealed record SvgResult(byte[]? Text, bool IsCompressed, IReadOnlyList<SvgFinding> Taken, int TakenCount, SvgFault? Fault)
{
    public static SvgResult Refused(SvgFault fault) => new(null, IsCompressed: false, [], 0, fault);
}
