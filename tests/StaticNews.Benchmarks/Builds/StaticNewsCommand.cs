using System.Globalization;

namespace StaticNews.Benchmarks.Builds;

/// <summary>The command <c>staticnews</c> as it was built or published.</summary>
/// <param name="path"><c>staticnews.dll</c>, or a published program.</param>
/// <param name="jobs">Workers; null leaves it to the command.</param>
internal sealed class StaticNewsCommand(string path, int? jobs)
{
    /// <summary>Its report comes as JSON.</summary>
    public Measurement Build(string site, string output) => Build(site, output, "--format", "json");

    /// <summary>
    /// With a summary for people, as other generators print one: an archive without its pictures would have a report of
    /// a warning an article.
    /// </summary>
    public Measurement BuildForPeople(string site, string output) => Build(site, output, []);

    private Measurement Build(string site, string output, params IEnumerable<string> options) =>
        Run([
            "build",
            site,
            "--output",
            output,
            .. options,
            .. jobs is { } count ? new[] { "--jobs", count.ToString(CultureInfo.InvariantCulture) } : [],
        ]);

    /// <summary>Copies a template of the shipped theme into the site.</summary>
    public void Eject(string template, string site) => Run(["templates", "eject", template, "--site", site]);

    private Measurement Run(IEnumerable<string> arguments)
    {
        IEnumerable<string> program = path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? ["dotnet", path]
            : [path];
        return MeasuredProcess.Run([.. program, .. arguments]);
    }
}
