using System.Globalization;
using System.Reflection;
using StaticNews.Benchmarks.Builds;

namespace StaticNews.Benchmarks.Floor;

/// <summary>The floor in a process of its own, as cold as the build that it is held against.</summary>
internal static class FloorProcess
{
    /// <param name="scratch">Where it writes; gone afterwards.</param>
    public static FloorResult Run(string content, string output, string scratch, int threads)
    {
        var measured = MeasuredProcess.Run(
            "dotnet",
            Assembly.GetExecutingAssembly().Location,
            "floor",
            content,
            output,
            "--scratch",
            scratch,
            "--threads",
            threads.ToString(CultureInfo.InvariantCulture)
        );
        return FloorResult.Parse(measured.Output.Trim());
    }
}
