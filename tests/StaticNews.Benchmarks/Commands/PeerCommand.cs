using System.CommandLine;
using StaticNews.Benchmarks.Builds;
using StaticNews.Benchmarks.Peer;

namespace StaticNews.Benchmarks.Commands;

/// <summary><c>peer</c>: the same archive, the same pages, by us and by Hugo.</summary>
internal static class PeerCommand
{
    public static Command Create()
    {
        var corpus = new Option<string>("--corpus")
        {
            Description = "A content folder with the sections of the comparison.",
            HelpName = "DIR",
            Required = true,
        };
        var path = CommonOptions.Command();
        var hugo = new Option<string>("--hugo-site")
        {
            Description = "A site for Hugo, without content. Default: the one of equal work beside this command.",
            HelpName = "DIR",
            DefaultValueFactory = _ => PeerFolder.HugoSite,
        };
        var configurations = new Option<string>("--hugo-config")
        {
            Description = "Its configuration files, later ones over earlier ones.",
            HelpName = "FILES",
            DefaultValueFactory = _ => "config.toml",
        };
        var threads = CommonOptions.Threads();
        var runs = CommonOptions.Runs();
        var scratch = CommonOptions.Scratch();
        var command = new Command(
            "peer",
            "Build one archive with templates of equal work, with the shipped theme and, where it is installed, "
                + "with Hugo."
        )
        {
            corpus,
            path,
            hugo,
            configurations,
            threads,
            runs,
            scratch,
        };
        command.SetAction(parsed =>
        {
            var jobs = parsed.GetValue(threads);
            var comparison = new PeerComparison(
                new StaticNewsCommand(parsed.GetValue(path)!, jobs),
                parsed.GetValue(corpus)!,
                jobs,
                parsed.GetValue(scratch)!
            );
            var (medians, floor) = comparison.Run(
                parsed.GetValue(runs),
                parsed.GetValue(hugo)!,
                parsed.GetValue(configurations)!
            );
            if (!PeerFolder.HasHugo())
            {
                parsed.InvocationConfiguration.Error.WriteLine("Hugo is not installed, so it is left out.");
            }

            PeerTable.Write(medians, floor, parsed.InvocationConfiguration.Output);
            return 0;
        });
        return command;
    }
}
