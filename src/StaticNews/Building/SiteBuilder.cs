using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Output;
using StaticNews.Pages;
using StaticNews.Timing;

namespace StaticNews.Building;

/// <summary>
/// The pipeline. <see cref="Survey(CancellationToken)"/> turns sources into knowledge (configure, discover, load,
/// catalogue); <see cref="Build(CancellationToken)"/> goes on to plan, render and publish. The first build, an
/// incremental one and the dev server's all come through here.
/// </summary>
/// <param name="timer">Measures the stages; null where times are not measured.</param>
internal sealed class SiteBuilder(BuildOptions options, IProgress<BuildProgress> progress, BuildTimer? timer = null)
{
    /// <exception cref="OperationCanceledException">
    /// Asked for by <paramref name="stop"/>; what was published until then stays.
    /// </exception>
    public BuildReport Build(CancellationToken stop)
    {
        // Nothing is left behind in a folder that is no site.
        if (!SiteTexts.Exists(options.Site, SourcePath.SiteYml))
        {
            return new BuildReport { Diagnostics = [ConfigurationDiagnostics.Missing()] };
        }

        if (options.Links.Refusals() is { Count: > 0 } refusals)
        {
            return new BuildReport { Diagnostics = refusals };
        }

        var (key, keyProblem) = StateKey.Find(options.Site, options.StateKey);
        var (state, problem) = StateFolder.Open(options.Site, key);
        if (state is null)
        {
            return new BuildReport { Diagnostics = [problem!] };
        }

        using (state)
        {
            var (gate, busy) = BuildLock.Take(state);
            using (gate)
            {
                return gate is null
                    ? new BuildReport { Diagnostics = [busy!] }
                    : Build(state, gate.ClockTicks, keyProblem, stop);
            }
        }
    }

    /// <summary>
    /// Once, or, where sources turn out not to be what earlier builds remember of them, once more: by then that is
    /// forgotten.
    /// </summary>
    private BuildReport Build(StateFolder state, long startTicks, Diagnostic? keyProblem, CancellationToken stop)
    {
        var report = BuildOnce(state, startTicks, keyProblem, stop);
        if (report.StaleSources.Count == 0)
        {
            return report;
        }

        var again = BuildOnce(state, startTicks, keyProblem, stop);
        return again with { Written = report.Written + again.Written, Removed = report.Removed + again.Removed };
    }

    private BuildReport BuildOnce(StateFolder state, long startTicks, Diagnostic? keyProblem, CancellationToken stop)
    {
        List<Diagnostic> diagnostics = keyProblem is null ? [] : [keyProblem];
        var config = ConfigLoader.ReadConfig(options, diagnostics);

        // A folder that may not be written is known at once, and not after a million articles.
        var (entrance, refusal) = config is null
            ? default
            : OutputLock.Find(options.OutputLinks, state, options.OutputFolder, Publisher.NameOf(config));
        using (entrance)
        {
            diagnostics.AddRange(entrance?.Ledger.Diagnostics ?? []);
            if ((refusal ?? BuildClock.Refusal(options, entrance?.Ledger)) is { } problem)
            {
                diagnostics.Add(problem);
                diagnostics.Sort(Diagnostic.Compare);
                return new BuildReport { Diagnostics = diagnostics };
            }

            timer?.Lap("configure");

            // The folders are walked while log and templates are read: neither needs the other.
            var sources = Discover(config, stop);
            return Publish(config, diagnostics, state, entrance, sources, startTicks, stop);
        }
    }

    /// <param name="entrance">Null where there is no config.</param>
    private BuildReport Publish(
        SiteConfig? config,
        List<Diagnostic> diagnostics,
        StateFolder state,
        OutputLock? entrance,
        Task<SourceTree> sources,
        long startTicks,
        CancellationToken stop
    )
    {
        using var log = BuildLog.Open(state, options.OutputFolder, RendererVersion.Name, startTicks);
        timer?.Lap("open log");
        if (log.IsForeign)
        {
            diagnostics.Add(StorageDiagnostics.LogNotAuthentic(BuildLog.DisplayName, StateKey.Variable));
        }

        var survey = Survey(config, diagnostics, sources, log, stop);
        if (survey.Catalog is null || survey.Theme is not { IsComplete: true } theme || entrance is null)
        {
            return new BuildReport { Diagnostics = survey.Diagnostics };
        }

        if (BuildClock.Warning(options, entrance.Ledger, survey.Sources!) is { } warning)
        {
            survey = survey.With(warning);
        }

        using var variants = new ImageVariants(options, survey.Catalog!.Config, survey.Sources!, state, log, progress);
        var catalog = variants.Make(survey.Catalog, stop);
        timer?.Lap("decode images");

        var plan = new SitePlan(
            catalog,
            theme,
            survey.Words!,
            survey.BytesOf,
            path => survey.Sources!.MarkOf(path, startTicks)
        );
        timer?.Lap("plan");
        if (plan.PageHeads.Problem is { } problem)
        {
            return new BuildReport { Diagnostics = survey.With(problem).Diagnostics };
        }

        survey = plan.PageHeads.StyleFaults.Aggregate(survey, static (told, fault) => told.With(fault));
        var gone = new RemovedUrls(survey, plan.Catalog, log, new RemovedPages(state, options.OutputFolder));
        var report = new Publisher(options, progress, survey, plan, variants, log, timer).Run(
            entrance,
            gone,
            startTicks,
            stop
        );
        foreach (var source in report.StaleSources)
        {
            log.DropFacts(source);
        }

        return report;
    }

    /// <summary>Loads and catalogues the sources without writing a file.</summary>
    public LoadedSite Survey(CancellationToken stop)
    {
        var diagnostics = new List<Diagnostic>();
        var config = ConfigLoader.ReadConfig(options, diagnostics);
        return Survey(config, diagnostics, Discover(config, stop), log: null, stop);
    }

    /// <summary>Begins to walk the folders of sources; nothing is wanted of them where there is no config.</summary>
    private Task<SourceTree> Discover(SiteConfig? config, CancellationToken stop) =>
        config is null
            ? Task.FromCanceled<SourceTree>(new CancellationToken(canceled: true))
            : Task.Run(() => SourceTree.Discover(options.Links, stop), stop);

    private LoadedSite Survey(
        SiteConfig? config,
        List<Diagnostic> diagnostics,
        Task<SourceTree> sources,
        BuildLog? log,
        CancellationToken stop
    )
    {
        var (theme, words) = ConfigLoader.ReadTheme(options, diagnostics);
        timer?.Lap("compile templates");
        if (config is null)
        {
            return LoadedSite.Failed(diagnostics);
        }

        diagnostics.AddRange(
            words.Missing(
                new SectionLanguages(config).All.Select(language => language.Tag).Distinct(StringComparer.Ordinal)
            )
        );
        var tree = sources.GetAwaiter().GetResult();
        diagnostics.AddRange(tree.Diagnostics);
        timer?.Lap("discover");
        var loaded = new SourceLoader(options, progress, config, tree, log, timer).Load(stop).WithoutHeldFolders();
        diagnostics.AddRange(loaded.Diagnostics);
        timer?.Lap("load");
        var catalog = Catalog.Build(
            config,
            loaded.Articles,
            loaded.Profiles,
            loaded.Assets,
            options.AsOf,
            options.Future,
            loaded.Pictures,
            loaded.Unpublished
        );
        catalog = UnpublishedFileFilter.Without(catalog, tree, options.Links);
        diagnostics.AddRange(ActiveContent.Warnings(catalog.Assets));
        diagnostics.AddRange(new DiagnosticLocator(tree, config).Diagnostics(catalog));
        diagnostics.Sort(Diagnostic.Compare);
        timer?.Lap("catalogue");
        return new LoadedSite(theme, words, tree, catalog, diagnostics)
        {
            Refused = loaded.Refused,
            CleanedBytes = loaded.CleanedBytes,
            Unpublished = loaded.Unpublished,
            Counts = SourceCounts.Of(tree, loaded, catalog, options.AsOf),
        };
    }
}

/// <summary>
/// Whether the machine's clock can be believed: it decides which articles are still in the future, and a machine that
/// starts with its clock at 1999 would take all pages down. Returns null where an option sets the time of the build.
/// </summary>
internal static class BuildClock
{
    /// <summary>Clocks are set by minutes, and a time zone that is off moves one by less than a day.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    /// <summary>Why a build may not begin: the clock is before the end of the last one. Null where it may.</summary>
    /// <param name="ledger">Null where nothing is known of earlier builds.</param>
    public static Diagnostic? Refusal(BuildOptions options, OutputLedger? ledger) =>
        options.AsOfIsClock
        && !options.ClockIsRight
        && ledger?.LastFinishTicks is { } last
        && options.AsOf.UtcTicks < last - Tolerance.Ticks
            ? StorageDiagnostics.ClockWentBack(
                SourcePath.SiteYml,
                options.AsOf.ToUniversalTime(),
                new DateTimeOffset(last, TimeSpan.Zero)
            )
            : null;

    /// <summary>Where there is no earlier build to compare with: whether most sources come from the future.</summary>
    public static Diagnostic? Warning(BuildOptions options, OutputLedger ledger, SourceTree sources)
    {
        if (!options.AsOfIsClock || options.ClockIsRight || ledger.LastFinishTicks is not null)
        {
            return null;
        }

        var limit = options.AsOf.UtcTicks + Tolerance.Ticks;
        var count = sources.Files.Count(file => file.Stamp.ModifiedTicks > limit);
        return count > sources.Files.Count / 2
            ? StorageDiagnostics.ClockBehindSources(
                SourceTree.Folder,
                options.AsOf.ToUniversalTime(),
                count,
                sources.Files.Count
            )
            : null;
    }
}
