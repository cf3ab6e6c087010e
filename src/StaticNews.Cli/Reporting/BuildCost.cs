namespace StaticNews.Cli.Reporting;

/// <param name="Elapsed">Wall time of the build.</param>
/// <param name="PeakMemory">Largest resident size of the process so far, in bytes.</param>
internal readonly record struct BuildCost(TimeSpan Elapsed, long PeakMemory);
