using System.Text.Json;

namespace StaticNews.Benchmarks.Builds;

/// <summary>One build of a site, measured.</summary>
/// <param name="Name">"first build", "one edited".</param>
/// <param name="Rendered">Pages.</param>
/// <param name="Written">Files.</param>
/// <param name="Removed">Files.</param>
internal sealed record BuildRun(string Name, Measurement Cost, int Rendered, int Written, int Removed)
{
    /// <param name="cost">Of <c>build --format json</c>.</param>
    /// <exception cref="InvalidOperationException">Where the report tells of an error.</exception>
    public static BuildRun Of(string name, Measurement cost)
    {
        using var report = JsonDocument.Parse(cost.Output);
        var root = report.RootElement;
        return root.GetProperty("errors").GetInt32() == 0
            ? new BuildRun(name, cost, Count(root, "rendered"), Count(root, "written"), Count(root, "removed"))
            : throw new InvalidOperationException($"the generated site has errors:\n{cost.Output}");
    }

    /// <summary>
    /// Of several runs of the same build: the one in the middle, by processor time, which others on the machine disturb
    /// least.
    /// </summary>
    public static BuildRun Median(IEnumerable<BuildRun> runs)
    {
        var sorted = runs.OrderBy(run => run.Cost.ProcessorSeconds).ToList();
        return sorted[sorted.Count / 2];
    }

    private static int Count(JsonElement report, string name) => report.GetProperty(name).GetInt32();
}
