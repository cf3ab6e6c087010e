using StaticNews.Timing;

namespace StaticNews.Cli.Reporting;

/// <param name="Elapsed">Wall time of the build.</param>
/// <param name="PeakMemory">Largest resident size of the process so far, in bytes.</param>
/// <param name="Timings">Null unless asked for, and where nothing was built.</param>
internal readonly record struct BuildCost(TimeSpan Elapsed, long PeakMemory, BuildTimings? Timings);
