using System.Collections.Concurrent;
using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Output;
using StaticNews.Pages;
using StaticNews.Timing;

namespace StaticNews.Building;

/// <summary>
/// Stages 5 to 7: walks the plan; renders what has a new key, writes what has new bytes, removes what nothing owns any
/// more.
/// </summary>
internal sealed class Publisher(
    BuildOptions options,
    IProgress<BuildProgress> progress,
    LoadedSite survey,
    SitePlan plan,
    ImageVariants variants,
    BuildLog log,
    BuildTimer? timer
)
{
    /// <summary>From some two hundred thousand articles on: below, the collector's own pace will do.</summary>
    private const long LargeArchiveBytes = 400_000_000;

    private readonly ConcurrentBag<Diagnostic> _problems = [.. survey.Diagnostics];
    private readonly ChangeList? _change = options.ExplainChange ? new ChangeList(log) : null;
    private readonly RenderDiagnostics _faults = new();
    private readonly ConcurrentBag<string> _stale = [];
    private int _done;
    private int _rendered;

    /// <summary>What tells this site from others in the marker of an output folder.</summary>
    public static string NameOf(SiteConfig config) => $"{config.Title} {config.BaseUrl.Absolute("/")}";

    /// <param name="gone">Tells of the pages that this build removes.</param>
    /// <param name="startTicks"><see cref="BuildLock.ClockTicks"/>.</param>
    public BuildReport Run(OutputLock entrance, RemovedUrls gone, long startTicks, CancellationToken stop)
    {
        var (tree, problem) = OutputTree.Open(
            entrance,
            log,
            startTicks,
            options.Adoption,
            _change is { } change ? change.AddRemoved : null
        );
        if (tree is null)
        {
            _problems.Add(problem!);
            return new BuildReport { Diagnostics = Sorted() };
        }

        using (tree)
        {
            timer?.Lap("open output");
            var pages = plan.JobCount;
            var drawings = new SvgPublisher(plan.Config, survey.Sources!, tree, startTicks);
            var explanation = PageExplanation.For(options, plan, survey, tree, drawings);
            var finishing = PostProcessor.Of(plan, survey, tree, options.Clean, _change);
            timer?.Lap("count pages");
            ClearUp();
            PublishPages(tree, finishing, pages, stop);
            timer?.Lap("publish");
            CopyAssets(tree, finishing, drawings, stop);
            AddAll(drawings.Problems);
            survey.Refused.Select(asset => SiteUrls.Asset(asset)[1..]).ToList().ForEach(finishing.Withdraw);
            variants.Publish(plan.Catalog, tree, _change is null ? null : _change.AddAsset, stop);
            AddAll(variants.Problems);
            timer?.Lap("copy assets");

            // A file that could not be written keeps its place: the existing file there is not an orphan.
            var failed = Failed();
            AddAll(gone.Update(tree, failed));
            tree.Finish(failed, options.AsOfIsClock ? options.AsOf.UtcTicks : null);
            timer?.Lap("remove leftovers");
            AddAll(tree.Diagnostics);
            if (log.Problem is { } unkept)
            {
                _problems.Add(unkept);
            }

            return Report(tree, pages) with
            {
                Explanation = explanation,
                Change = _change?.Groups() ?? [],
                Weights = finishing.Weights,
                Compressed = finishing.Compressed,
            };
        }
    }

    /// <summary>
    /// What reading and cataloguing left behind goes before the pages come: a million articles' worth is a tenth of the
    /// memory, and the collector would take its time, since a page needs little.
    /// </summary>
    private static void ClearUp()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > LargeArchiveBytes)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        }
    }

    private void PublishPages(OutputTree tree, PostProcessor finishing, int pages, CancellationToken stop)
    {
        using var large = new LargeSourceLock();
        Workers.Share(
            plan.Jobs(),
            options.Jobs,
            () => NewTools(large, stop),
            (job, tools) =>
            {
                if (tree.IsHalted)
                {
                    return false;
                }

                Publish(job, tree, finishing, tools);
                progress.Report(new BuildProgress(BuildStage.Publish, Interlocked.Increment(ref _done), pages));
                return true;
            },
            EndTools,
            stop
        );
    }

    private (PageWorker Worker, FingerprintHasher Hasher, Compressor Compressor, WorkTimer? Timer) NewTools(
        LargeSourceLock large,
        CancellationToken stop
    )
    {
        var times = timer is null ? null : new WorkTimer();
        var sources = new SourceReader(options, plan.Config, survey.Sources!, timer: times, stop: stop)
        {
            Stale = _stale,
            LargeSources = large,
        };
        return (
            new PageWorker(plan, sources, sources, times, stop),
            new FingerprintHasher(plan),
            new Compressor(),
            times
        );
    }

    private void EndTools((PageWorker Worker, FingerprintHasher Hasher, Compressor Compressor, WorkTimer? Timer) tools)
    {
        tools.Compressor.Dispose();
        timer?.Add(tools.Timer!);
    }

    private void Publish(
        PageJob job,
        OutputTree tree,
        PostProcessor finishing,
        (PageWorker Worker, FingerprintHasher Hasher, Compressor Compressor, WorkTimer? Timer) tools
    )
    {
        var (worker, hasher, compressor, times) = tools;
        times?.Begin();
        var unlessKept = KeyUnlessKept(job, tree, hasher);
        times?.Lap(Work.Keys);
        if (unlessKept is not { } key)
        {
            Add(finishing.Kept(job.Path, job.Kind, job.Source, compressor, times));
            return;
        }

        worker.Reset();
        Interlocked.Increment(ref _rendered);
        if (worker.Render(job))
        {
            // A page with diagnostics is rendered again by the next build, so that it reports them again.
            var reason = _change?.ReasonOf(job, key);
            var outcome = tree.Publish(
                job.Path,
                worker.Output.WrittenSpan,
                worker.Problems.Count + worker.TemplateProblems.Count == 0 ? key.Parts : [],
                job.Owner,
                out var content
            );
            times?.Lap(Work.Write);
            var page = worker.Output.WrittenMemory;
            Add(
                finishing.Published(
                    job.Path,
                    outcome,
                    content,
                    page.Length,
                    page,
                    job.Kind,
                    job.Source,
                    compressor,
                    times
                )
            );
            if (outcome == PublishOutcome.Written && reason is { } why)
            {
                _change!.Add(why, job.Path);
            }
        }
        else
        {
            tree.Retain(job.Path);
        }

        times?.Finish(job.Path, job.Source);
        AddAll(worker.Problems);
        _faults.Add(job.Path, worker.TemplateProblems);
    }

    /// <summary>
    /// The page's fingerprint; null where the page of an earlier build stays. The candidates of a related list are
    /// quickly known, and mostly as it was; only where it changed is the list itself asked for.
    /// </summary>
    private PageFingerprint? KeyUnlessKept(PageJob job, OutputTree tree, FingerprintHasher hasher)
    {
        var logged = options.Clean ? default : tree.KeyOf(job.Path).Span;
        if (
            !logged.IsEmpty
            && hasher.KeyWithout(FingerprintPart.Related, job).Agrees(logged, except: FingerprintPart.Related)
            && tree.Keep(job.Path, logged, job.Owner)
        )
        {
            return null;
        }

        var key = hasher.KeyOf(job);
        return
            key.Agrees(logged, except: FingerprintPart.Candidates)
            && tree.KeepRenewed(job.Path, logged, key.Parts, job.Owner)
            ? null
            : key;
    }

    private void CopyAssets(OutputTree tree, PostProcessor finishing, SvgPublisher drawings, CancellationToken stop)
    {
        var unpublished = plan
            .Catalog.UnpublishedFiles.Where(file =>
                !tree.IsPublished(SiteUrls.Asset(file.Path)[1..]) || !file.FailedSources.Any(tree.HasFilesOf)
            )
            .Select(file => file.Path)
            .ToHashSet(StringComparer.Ordinal);
        Workers.Share(
            unpublished.Count == 0
                ? plan.Catalog.Assets
                : plan.Catalog.Assets.Where(asset => !unpublished.Contains(asset)),
            options.Jobs,
            () => (Compressor: new Compressor(), Timer: timer is null ? null : new WorkTimer()),
            (asset, tools) =>
            {
                tools.Timer?.Begin();
                var file = survey.Sources!.Find(asset);
                var path = SiteUrls.Asset(asset)[1..];
                ReadOnlyMemory<byte>? bytes = null;
                var outcome = drawings.IsDrawing(asset)
                    ? drawings.Publish(path, file, out var content, out bytes)
                    : tree.Copy(path, survey.Sources, file, out content, stop);
                tools.Timer?.Lap(Work.Write);
                finishing.Published(
                    path,
                    outcome,
                    content,
                    bytes?.Length ?? file.Stamp.Size,
                    bytes,
                    kind: null,
                    source: null,
                    tools.Compressor,
                    tools.Timer
                );
                if (outcome == PublishOutcome.Written)
                {
                    _change?.AddAsset(path);
                }

                return true;
            },
            tools =>
            {
                tools.Compressor.Dispose();
                timer?.Add(tools.Timer!);
            },
            stop
        );
    }

    private BuildReport Report(OutputTree tree, int pages) =>
        new()
        {
            UnknownFiles = tree.UnknownFiles,
            Adoption = options.Adoption,
            KeptFiles = tree.KeptFiles,
            HasRemovedUnknown = tree.HasRemovedUnknown,
            StaleSources =
            [
                .. _stale.Concat(variants.Stale).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ],
            IsBuilt = true,
            Articles = plan.Catalog.Articles.Count,
            Sources = survey.Counts,
            UnpublishedFiles =
            [
                .. plan
                    .Catalog.UnpublishedFiles.Where(file => !tree.IsProduced(SiteUrls.Asset(file.Path)[1..]))
                    .Select(file => file.Path),
            ],
            Pages = pages,
            Rendered = _rendered,
            Reused = pages - _rendered,
            Written = tree.Written,
            Unchanged = tree.Unchanged,
            Removed = tree.Removed,
            Diagnostics = Sorted(),
        };

    /// <summary>
    /// An article that is held back has errors, too, but what may not be public must not stay online.
    /// </summary>
    private FailedSources Failed()
    {
        var heldBack = survey
            .Unpublished.Where(source => source.State == SourceState.HeldBack)
            .Select(source => SourcePath.Shown(source.Path))
            .ToHashSet(StringComparer.Ordinal);
        var paths = _problems
            .Where(problem => problem.Severity == Severity.Error && !heldBack.Contains(problem.At.Path))
            .Select(problem => problem.At.Path)
            .ToHashSet(StringComparer.Ordinal);
        return paths.Contains(SourceTree.Folder)
            ? FailedSources.All
            : new FailedSources(
                isAll: false,
                paths
                    .Where(path => path.StartsWith(ArticleReader.ContentFolder, StringComparison.Ordinal))
                    .Select(path => path[ArticleReader.ContentFolder.Length..])
                    .ToHashSet(StringComparer.Ordinal)
            );
    }

    private void Add(Diagnostic? problem)
    {
        if (problem is not null)
        {
            _problems.Add(problem);
        }
    }

    private void AddAll(IEnumerable<Diagnostic> problems)
    {
        foreach (var problem in problems)
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Each once: a diagnostic of an article is not reported again by its page in the text edition.</summary>
    private List<Diagnostic> Sorted()
    {
        var sorted = _problems.Distinct().Concat(_faults.Told()).ToList();
        sorted.Sort(Diagnostic.Compare);
        return SettingDiagnostics.SaidOnce(sorted, plan.Config, plan.Catalog.Articles.Count);
    }
}
