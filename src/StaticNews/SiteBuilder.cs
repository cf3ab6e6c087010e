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
                // The folders are walked while log and templates are read: neither needs the other.
                var sources = Discover(config, stop);
                return Publish(config, diagnostics, entrance, sources, gate.ClockTicks, stop);
            }
        }
    }

    /// <param name="entrance">Null where there is no config.</param>
    private BuildReport Publish(SiteConfig? config, List<Diagnostic> diagnostics, OutputEntrance? entrance, Task<SourceTree> sources, long startTicks, CancellationToken stop)
    {
        using var log = BuildLog.Open(options.Site, options.OutputFolder, RendererVersion.Name, startTicks);
        timer?.Lap("open log");
        var survey = Survey(config, diagnostics, sources, log, stop);
        if (survey.Catalog is null || survey.Theme is not { IsComplete: true } theme || entrance is null)
        {
            return new BuildReport { Diagnostics = survey.Diagnostics };
        }

        var variants = new VariantMaking(options, survey.Catalog.Config, survey.Sources!);
        var catalog = variants.Make(survey.Catalog, stop);
        if (catalog.Config.Pictures.Variants)
        {
            timer?.Lap("shrink pictures");
        }

        var plan = new SitePlan(catalog, theme, survey.Words!, survey.BytesOf, path => survey.Sources!.MarkOf(path, startTicks));
        timer?.Lap("plan");
        if (plan.Heads.Problem is { } problem)
        {
            return new BuildReport { Diagnostics = [.. survey.Diagnostics.Append(problem).Order(Comparer<Diagnostic>.Create(Diagnostic.Compare))] };
        }

        return new Publication(options, progress, survey, plan, variants, log, timer).Run(entrance, startTicks, stop);
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
        : Task.Run(() => SourceTree.Discover(options.Site, stop), stop);

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
        var loaded = new Loading(options, progress, config, tree, log, timer).Load(stop);
        diagnostics.AddRange(loaded.Diagnostics);
        timer?.Lap("load");
        var catalog = Archive.Catalog.Build(config, loaded.Articles, loaded.Profiles, loaded.Assets, options.AsOf, options.Future, loaded.Pictures);
        diagnostics.AddRange(ScriptableFiles.Warnings(catalog.Assets));
        diagnostics.AddRange(new WrittenPlaces(tree, config).Diagnostics(catalog));
        diagnostics.Sort(Diagnostic.Compare);
        timer?.Lap("catalogue");
        return new SiteSurvey(theme, words, tree, catalog, diagnostics) { Refused = loaded.Refused, CleanedBytes = loaded.CleanedBytes };
    }
}
