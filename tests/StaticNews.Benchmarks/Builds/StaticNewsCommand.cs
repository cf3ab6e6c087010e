using System.Globalization;

namespace StaticNews.Benchmarks.Builds;

/// <summary>The command <c>staticnews</c> as it was built or published.</summary>
/// <param name="path"><c>staticnews.dll</c>, or a published program.</param>
/// <param name="jobs">Workers; null leaves it to the command.</param>
internal sealed class StaticNewsCommand(string path, int? jobs)
{
    public Measurement Build(string site, string output) => Run(
    [
        "build", site, "--output", output, "--format", "json",
        .. jobs is { } count ? new[] { "--jobs", count.ToString(CultureInfo.InvariantCulture) } : [],
    ]);

    /// <summary>Copies a template of the shipped theme into the site.</summary>
    public void Eject(string template, string site) => Run(["templates", "eject", template, "--site", site]);

    private Measurement Run(IEnumerable<string> arguments)
    {
        IEnumerable<string> program = path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? ["dotnet", path] : [path];
        return MeasuredProcess.Run([.. program, .. arguments]);
    }
}
