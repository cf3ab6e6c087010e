using StaticNews.Benchmarks.Builds;
using StaticNews.Benchmarks.Floor;

namespace StaticNews.Benchmarks.Peer;

/// <summary>Builds the same archive with each generator in turn, as often as wanted, so that what disturbs the machine disturbs them alike.</summary>
internal sealed class PeerComparison(StaticNewsCommand command, string corpus, int threads, string scratch)
{
    /// <param name="hugo">Hugo's site and its configuration files; null leaves Hugo out.</param>
    public (IReadOnlyList<PeerRun> Runs, FloorResult Floor) Run(int times, (string Site, string Configurations)? hugo)
    {
        var folder = Directory.CreateDirectory(Path.Combine(scratch, $"staticnews-peer-{Environment.ProcessId}")).FullName;
        try
        {
            var sites = new PeerFolder(corpus, folder);
            PeerEntry[] entries =
            [
                sites.LayOutEqual(command),
                sites.LayOutShipped(command),
                .. hugo is { } peer ? new[] { sites.LayOutHugo(peer.Site, peer.Configurations) } : [],
            ];
            var runs = Enumerable.Range(0, times).SelectMany(_ => entries.Select(entry => entry.RunFirstBuild())).ToList();
            var medians = entries.Select(entry => PeerRun.Median(runs.FindAll(run => string.Equals(run.Name, entry.Name, StringComparison.Ordinal)))).ToList();
            return (medians, FloorProcess.Run(corpus, entries[0].Output, Path.Combine(folder, "floor"), threads));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
