using System.CommandLine;
using StaticNews.Benchmarks.Builds;

namespace StaticNews.Benchmarks.Commands;

/// <summary><c>builds</c>: a generated site from its first build on.</summary>
internal static class BuildsCommand
{
    public static Command Create()
    {
        var path = CommonOptions.Command();
        var articles = CommonOptions.Articles();
        var seed = CommonOptions.Seed();
        var threads = CommonOptions.Threads();
        var runs = CommonOptions.Runs();
        var scratch = CommonOptions.Scratch();
        var command = new Command(
            "builds",
            "Build a generated site, change it as newsrooms do, and print what each build cost."
        )
        {
            path,
            articles,
            seed,
            threads,
            runs,
            scratch,
        };
        command.SetAction(parsed =>
        {
            var count = parsed.GetValue(articles);
            var sequence = new BuildSequence(
                new StaticNewsCommand(parsed.GetValue(path)!, parsed.GetValue(threads)),
                count,
                parsed.GetValue(seed),
                parsed.GetValue(threads),
                parsed.GetValue(scratch)!
            );
            return Run(sequence, count, parsed.GetValue(runs), parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static int Run(BuildSequence sequence, int articles, int runs, TextWriter output)
    {
        var all = Enumerable.Range(0, runs).Select(_ => sequence.Run()).ToList();
        var medians = Enumerable
            .Range(0, all[0].Runs.Count)
            .Select(i => BuildRun.Median(all.Select(run => run.Runs[i])))
            .ToList();
        var floor = all.Select(run => run.Floor).OrderBy(found => found.ProcessorSeconds).ElementAt(runs / 2);
        BuildTable.Write(articles, medians, floor, output);
        return 0;
    }
}
