using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Pages;
using StaticNews.Storage;
using StaticNews.Timing;

namespace StaticNews;

/// <summary>
/// The pipeline. <see cref="Survey(CancellationToken)"/> turns sources into knowledge (configure, discover, load, catalogue); <see cref="Build(CancellationToken)"/> goes on
/// to plan, render and publish. The first build, an incremental one and the dev server's all come through here.
/// </summary>
/// <param name="timer">Is told when a stage ends; null where nobody wants to know.</param>
internal sealed class SiteBuilder(BuildOptions options, IProgress<BuildProgress> progress, BuildTimer? timer = null)
{
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>; what was published until then stays.</exception>
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
                return gate is null ? new BuildReport { Diagnostics = [busy!] } : Build(state, gate.ClockTicks, keyProblem, stop);
            }
        }
    }

    /// <summary>Once, or, where sources turn out not to be what earlier builds remember of them, once more: by then that is forgotten.</summary>
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
        var config = Configuring.ReadConfig(options, diagnostics);

        // A folder that may not be written is known at once, and not after a million articles.
        var (entrance, refusal) = config is null ? default : OutputEntrance.Find(options.OutputLinks, state, options.OutputFolder, Publication.NameOf(config));
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
        SiteConfig? config, List<Diagnostic> diagnostics, StateFolder state, OutputEntrance? entrance, Task<SourceTree> sources, long startTicks, CancellationToken stop)
    {
        using var log = BuildLog.Open(state, options.OutputFolder, RendererVersion.Name, startTicks);
        timer?.Lap("open log");
        if (log.IsForeign)
        {
            diagnostics.Add(StorageDiagnostics.LogNotAuthentic(BuildLog.Shown, StateKey.Variable));
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

        using var variants = new ImageVariants(options, survey.Catalog!.Config, survey.Sources!, state, log);
        var catalog = variants.Make(survey.Catalog, stop);
        timer?.Lap("decode images");

        var plan = new SitePlan(catalog, theme, survey.Words!, survey.BytesOf, path => survey.Sources!.MarkOf(path, startTicks));
        timer?.Lap("plan");
        if (plan.Heads.Problem is { } problem)
        {
            return new BuildReport { Diagnostics = survey.With(problem).Diagnostics };
        }

        survey = plan.Heads.StyleFaults.Aggregate(survey, static (told, fault) => told.With(fault));
        var gone = new GoneUrls(survey, plan.Catalog, log, new GonePages(state, options.OutputFolder));
        var report = new Publication(options, progress, survey, plan, variants, log, timer).Run(entrance, gone, startTicks, stop);
        foreach (var source in report.StaleSources)
        {
            log.DropFacts(source);
        }

        return report;
    }

    /// <summary>All that the sources say, without a file being written.</summary>
    public SiteSurvey Survey(CancellationToken stop)
    {
        var diagnostics = new List<Diagnostic>();
        var config = Configuring.ReadConfig(options, diagnostics);
        return Survey(config, diagnostics, Discover(config, stop), log: null, stop);
    }

    /// <summary>Begins to walk the folders of sources; nothing is wanted of them where there is no config.</summary>
    private Task<SourceTree> Discover(SiteConfig? config, CancellationToken stop) => config is null
        ? Task.FromCanceled<SourceTree>(new CancellationToken(canceled: true))
        : Task.Run(() => SourceTree.Discover(options.Links, stop), stop);

    private SiteSurvey Survey(SiteConfig? config, List<Diagnostic> diagnostics, Task<SourceTree> sources, BuildLog? log, CancellationToken stop)
    {
        var (theme, words) = Configuring.ReadTheme(options, diagnostics);
        timer?.Lap("compile templates");
        if (config is null)
        {
            return SiteSurvey.Failed(diagnostics);
        }

        diagnostics.AddRange(words.Missing(new SectionLanguages(config).All.Select(language => language.Tag).Distinct(StringComparer.Ordinal)));
        var tree = sources.GetAwaiter().GetResult();
        diagnostics.AddRange(tree.Diagnostics);
        timer?.Lap("discover");
        var loaded = new Loading(options, progress, config, tree, log, timer).Load(stop).WithoutHeldFolders();
        diagnostics.AddRange(loaded.Diagnostics);
        timer?.Lap("load");
        var catalog = Archive.Catalog.Build(config, loaded.Articles, loaded.Profiles, loaded.Assets, options.AsOf, options.Future, loaded.Pictures, loaded.Unpublished);
        catalog = HeldFiles.Without(catalog, tree, options.Links);
        diagnostics.AddRange(ScriptableFiles.Warnings(catalog.Assets));
        diagnostics.AddRange(new WrittenPlaces(tree, config).Diagnostics(catalog));
        diagnostics.Sort(Diagnostic.Compare);
        timer?.Lap("catalogue");
        return new SiteSurvey(theme, words, tree, catalog, diagnostics)
        {
            Refused = loaded.Refused,
            CleanedBytes = loaded.CleanedBytes,
            Unpublished = loaded.Unpublished,
            Counts = SourceCounts.Of(tree, loaded, catalog, options.AsOf),
        };
    }
}
