using StaticNews.Benchmarks.Corpus;
using StaticNews.Benchmarks.Floor;

namespace StaticNews.Benchmarks.Builds;

/// <summary>
/// The builds that a site lives through, one after another, each with what the one before left behind; and the floor of
/// the first.
/// </summary>
internal sealed class BuildSequence(StaticNewsCommand command, int articles, int seed, int threads, string scratch)
{
    private readonly ArchiveCorpus _corpus = new(seed);

    /// <summary>In a new folder, which is gone afterwards.</summary>
    public (IReadOnlyList<BuildRun> Runs, FloorResult Floor) Run()
    {
        var folder = Directory
            .CreateDirectory(Path.Combine(scratch, $"staticnews-builds-{Environment.ProcessId}"))
            .FullName;
        try
        {
            var site = new GeneratedSite(_corpus, articles, folder);
            site.Write();
            var first = Build("first build", site);
            var floor = FloorProcess.Run(site.Content, site.Output, Path.Combine(folder, "floor"), threads);
            return ([first, .. Changes(site)], floor);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private IEnumerable<BuildRun> Changes(GeneratedSite site)
    {
        yield return Build("nothing changed", site);
        site.EditOne();
        yield return Build("one edited", site);
        site.AddOne();
        yield return Build("one added", site);
        site.ChangeSettings();
        yield return Build("configuration changed", site);
        site.ChangeTemplate(command);
        yield return Build("template changed", site);
    }

    private BuildRun Build(string name, GeneratedSite site) =>
        BuildRun.Of(name, command.Build(site.Folder, site.Output));
}
