using StaticNews.Benchmarks.Builds;

namespace StaticNews.Benchmarks.Peer;

/// <summary>A generator with a site that it can build.</summary>
/// <param name="Output">The folder that it builds into.</param>
/// <param name="Remembered">
/// A folder with what it keeps between builds; without it, and without the output, a build is a first build.
/// </param>
internal sealed record PeerEntry(string Name, string Output, string Remembered, Func<Measurement> Build)
{
    public PeerRun RunFirstBuild()
    {
        foreach (var folder in (string[])[Output, Remembered])
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        var cost = Build();
        var files = new DirectoryInfo(Output).GetFiles("*", SearchOption.AllDirectories);
        return new PeerRun(Name, cost, files.Length, files.Sum(file => file.Length));
    }
}
