using System.CommandLine;
using StaticNews.Benchmarks.Commands;

namespace StaticNews.Benchmarks;

/// <summary>What StaticNews is measured with; README.md tells how.</summary>
internal static class Program
{
    private static int Main(string[] arguments) =>
        new RootCommand("Measures StaticNews.")
        {
            MicroCommand.Create(),
            CorpusCommand.Create(),
            BuildsCommand.Create(),
            FloorCommand.Create(),
            PeerCommand.Create(),
        }
            .Parse(arguments)
            .Invoke();
}
