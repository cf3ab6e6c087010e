using StaticNews.Benchmarks.Builds;
using StaticNews.Benchmarks.Floor;

namespace StaticNews.Benchmarks.Peer;

/// <summary>
/// Builds the same archive with each generator in turn, as often as wanted, so that what disturbs the machine disturbs
/// them alike.
/// </summary>
internal sealed class PeerComparison(StaticNewsCommand command, string corpus, int threads, string scratch)
{
    /// <param name="hugoSite">A site for Hugo without content.</param>
    /// <param name="hugoConfigurations">Its configuration files, as <c>--config</c> takes them.</param>
    public (IReadOnlyList<PeerRun> Runs, FloorResult Floor) Run(int times, string hugoSite, string hugoConfigurations)
    {
        var folder = Directory
            .CreateDirectory(Path.Combine(scratch, $"staticnews-peer-{Environment.ProcessId}"))
            .FullName;
        try
        {
            var sites = new PeerFolder(corpus, folder);
            PeerEntry[] entries =
            [
                sites.LayOutEqual(command),
                sites.LayOutShipped(command),
                .. PeerFolder.HasHugo() ? new[] { sites.LayOutHugo(hugoSite, hugoConfigurations) } : [],
            ];
            var runs = Enumerable
                .Range(0, times)
                .SelectMany(_ => entries.Select(entry => entry.RunFirstBuild()))
                .ToList();
            var medians = entries
                .Select(entry =>
                    PeerRun.Median(runs.FindAll(run => string.Equals(run.Name, entry.Name, StringComparison.Ordinal)))
                )
                .ToList();
            return (medians, FloorProcess.Run(corpus, entries[0].Output, Path.Combine(folder, "floor"), threads));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
