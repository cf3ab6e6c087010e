using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using StaticNews.Building;
using StaticNews.Cli.Reporting;
using StaticNews.Output;
using StaticNews.Timing;

namespace StaticNews.Cli.Commands;

/// <summary><c>staticnews build</c>.</summary>
internal static class BuildCommand
{
    public static Command Create(Shell shell)
    {
        var site = SiteOptions.Site();
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The folder to publish into. Default: public, in the site's folder.",
            HelpName = "DIR",
            Validators = { SiteOptions.RefuseEmpty },
        };
        var baseUrl = SiteOptions.BaseUrl();
        var asOf = SiteOptions.AsOf();
        var clean = new Option<bool>("--clean")
        {
            Description = "Use nothing of earlier builds: render all pages, and remove files that are not needed.",
        };
        var strict = new Option<bool>("--strict") { Description = "Exit with status 1 for warnings, too." };
        var drafts = new Option<bool>("--drafts") { Description = "Build drafts." };
        var future = new Option<bool>("--future") { Description = "Build articles dated in the future." };
        var explain = new Option<string?>("--explain")
        {
            Description = "Explain why a page was rendered or reused. PATH is its path, URL or source.",
            HelpName = "PATH",
            Validators = { SiteOptions.RefuseEmpty },
        };
        var explainChange = new Option<bool>("--explain-change")
        {
            Description = "List the files that were written and removed, grouped by reason.",
        };
        var jobs = new Option<int>("--jobs", "-j")
        {
            Description = "Number of workers, from 1 to 256. Default: one per processor.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        jobs.Validators.Add(result =>
        {
            if (
                result.Tokens.Count > 0
                && !(
                    int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                    && count is >= 1 and <= 256
                )
            )
            {
                result.AddError("--jobs takes a whole number from 1 to 256.");
            }
        });
        var clockIsRight = new Option<bool>("--clock-is-right")
        {
            Description = "Build although this machine's clock is before the end of the last build.",
        };
        var followLinks = SiteOptions.FollowLinks();
        var adopt = new Option<Adoption?>("--adopt")
        {
            Description =
                "List the files in the output folder that StaticNews has no record of writing; 'take' keeps them "
                + "until a page needs their path, 'remove' removes them.",
            HelpName = "take|remove",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = ParseAdoption,
        };
        var timings = new Option<bool>("--timings")
        {
            Description = "Show the time of each stage and each template, and the slowest articles.",
        };
        var format = SiteOptions.Format("The format of standard output: a summary as text, or one JSON object.");

        var command = new Command("build", "Build the site: read the articles, and write the files that changed.")
        {
            site,
            output,
            baseUrl,
            clean,
            strict,
            drafts,
            future,
            asOf,
            jobs,
            explain,
            explainChange,
            adopt,
            clockIsRight,
            followLinks,
            timings,
            format,
        };
        SiteOptions.CheckEpoch(command, asOf, shell);
        command.SetAction(parsed =>
            Run(
                shell,
                new BuildOptions
                {
                    Site = parsed.GetValue(site)!,
                    Output = parsed.GetValue(output),
                    Overrides = SiteOptions.Overrides(shell, parsed.GetValue(baseUrl)),
                    Clean = parsed.GetValue(clean),
                    Drafts = parsed.GetValue(drafts),
                    Future = parsed.GetValue(future),
                    AsOf = SiteOptions.Now(shell, parsed.GetValue(asOf)),
                    AsOfIsClock = SiteOptions.IsClockAsked(shell, parsed.GetValue(asOf)),
                    ClockIsRight = parsed.GetValue(clockIsRight),
                    FollowLinks = SiteOptions.FollowsLinks(shell, parsed.GetValue(followLinks)),
                    Adoption = parsed.GetResult(adopt) is null
                        ? Adoption.Report
                        : parsed.GetValue(adopt) ?? Adoption.List,
                    StateKey = StateKeyPlace.Of(shell.Variables),
                    Jobs = parsed.GetValue(jobs),
                    Explain = parsed.GetValue(explain),
                    ExplainChange = parsed.GetValue(explainChange),
                },
                timer: parsed.GetValue(timings) ? new BuildTimer() : null,
                isStrict: parsed.GetValue(strict),
                isJson: SiteOptions.IsJson(parsed.GetValue(format))
            )
        );
        return command;
    }

    private static Adoption? ParseAdoption(ArgumentResult result)
    {
        switch (result.Tokens.Count == 0 ? "" : result.Tokens[0].Value)
        {
            case "":
                return Adoption.List;
            case "take":
                return Adoption.Take;
            case "remove":
                return Adoption.Remove;
            default:
                result.AddError("--adopt takes nothing, 'take' or 'remove', as in --adopt=take.");
                return null;
        }
    }

    private static int Run(Shell shell, BuildOptions options, BuildTimer? timer, bool isStrict, bool isJson)
    {
        if (!SiteOptions.IsFolder(options.Site, shell))
        {
            return ExitStatus.WrongUsage;
        }

        var watch = Stopwatch.StartNew();
        BuildReport report;
        using (var progress = new ProgressLine(shell))
        {
            report = new SiteBuilder(options, progress, timer).Build(shell.Stop);
        }

        timer?.Lap("close");
        var timings = report.IsBuilt ? timer?.Timings() : null;
        var cost = new BuildCost(watch.Elapsed, Process.GetCurrentProcess().PeakWorkingSet64, timings);
        if (isJson)
        {
            BuildJson.Write(report, cost, shell.Output);
        }
        else
        {
            BuildSummary.Write(report, cost, shell);
        }

        return report.Errors > 0 || (isStrict && report.Warnings > 0) ? ExitStatus.ContentErrors : ExitStatus.Done;
    }
}
