using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Pages;
using StaticNews.Storage;
using StaticNews.Timing;

namespace StaticNews;

/// <summary>
/// The pipeline. <see cref="Survey(CancellationToken)"/> turns sources into knowledge (configure, discover, load, catalogue); <see cref="Build"/> goes on
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

        var (gate, busy) = BuildLock.Take(options.Site);
        if (gate is null)
        {
            return new BuildReport { Diagnostics = [busy!] };
        }

        using (gate)
        {
            var diagnostics = new List<Diagnostic>();
            var config = Configuring.ReadConfig(options, diagnostics);

            // A folder that may not be written is known at once, and not after a million articles.
            var (entrance, refusal) = config is null ? default : OutputEntrance.Find(options.Site, options.OutputFolder, Publication.NameOf(config));
            if (refusal is not null)
            {
                diagnostics.Add(refusal);
                diagnostics.Sort(Diagnostic.Compare);
                return new BuildReport { Diagnostics = diagnostics };
            }

            timer?.Lap("configure");
            using (entrance)
            {
                return Publish(config, diagnostics, entrance, gate.ClockTicks, stop);
            }
        }
    }

    /// <param name="entrance">Null where there is no config.</param>
    private BuildReport Publish(SiteConfig? config, List<Diagnostic> diagnostics, OutputEntrance? entrance, long startTicks, CancellationToken stop)
    {
        using var log = BuildLog.Open(options.Site, options.OutputFolder, RendererVersion.Name, startTicks);
        timer?.Lap("open log");
        var survey = Survey(config, diagnostics, log, stop);
        if (survey.Catalog is null || survey.Theme is not { IsComplete: true } theme || entrance is null)
        {
            return new BuildReport { Diagnostics = survey.Diagnostics };
        }

        var plan = new SitePlan(survey.Catalog, theme, survey.Sources!.SizeOf);
        timer?.Lap("plan");
        return new Publication(options, progress, survey, plan, log, timer).Run(entrance, startTicks, stop);
    }

    /// <summary>All that the sources say, without a file being written.</summary>
    public SiteSurvey Survey(CancellationToken stop)
    {
        var diagnostics = new List<Diagnostic>();
        return Survey(Configuring.ReadConfig(options, diagnostics), diagnostics, log: null, stop);
    }

    private SiteSurvey Survey(SiteConfig? config, List<Diagnostic> diagnostics, BuildLog? log, CancellationToken stop)
    {
        var theme = Configuring.CompileTheme(options, diagnostics);
        timer?.Lap("compile templates");
        if (config is null)
        {
            return SiteSurvey.Failed(diagnostics);
        }

        var tree = SourceTree.Discover(options.Site, stop);
        diagnostics.AddRange(tree.Diagnostics);
        timer?.Lap("discover");
        var loaded = new Loading(options, progress, config, tree, log, timer).Load(stop);
        diagnostics.AddRange(loaded.Diagnostics);
        timer?.Lap("load");
        var catalog = Archive.Catalog.Build(config, loaded.Articles, loaded.Profiles, loaded.Assets, options.AsOf, options.Future);
        diagnostics.AddRange(new WrittenPlaces(tree, config).Diagnostics(catalog));
        diagnostics.Sort(Diagnostic.Compare);
        timer?.Lap("catalogue");
        return new SiteSurvey(theme, tree, catalog, diagnostics);
    }
}
