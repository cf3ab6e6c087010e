using System.CommandLine;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace StaticNews.Benchmarks.Commands;

/// <summary><c>micro</c>: what BenchmarkDotNet measures.</summary>
internal static class MicroCommand
{
    public static Command Create()
    {
        var filter = new Option<string>("--filter")
        {
            Description = "Which benchmarks, with '*' for anything: '*FrontMatter*'.",
            HelpName = "PATTERN",
            DefaultValueFactory = _ => "*",
        };
        var isShort = new Option<bool>("--short") { Description = "Three iterations each: a look, no result." };
        var command = new Command(
            "micro",
            "Measure single steps: front matter, bodies, links, related lists, templates, feeds."
        )
        {
            filter,
            isShort,
        };
        command.SetAction(parsed =>
            Run(parsed.GetValue(filter)!, parsed.GetValue(isShort) ? Job.ShortRun : Job.Default)
        );
        return command;
    }

    private static int Run(string filter, Job job)
    {
        // In this process: what runs is what 'dotnet run -c Release' built, and nothing is restored on the way.
        var config = DefaultConfig
            .Instance.AddJob(job.WithToolchain(InProcessEmitToolchain.Instance))
            .AddColumn(StatisticColumn.Min, StatisticColumn.Median)
            .AddDiagnoser(MemoryDiagnoser.Default);
        var summaries = BenchmarkSwitcher
            .FromAssembly(typeof(Program).Assembly)
            .Run(["--filter", filter], config)
            .ToList();
        return summaries.Count > 0 && summaries.All(summary => summary.Reports.All(report => report.Success)) ? 0 : 1;
    }
}
