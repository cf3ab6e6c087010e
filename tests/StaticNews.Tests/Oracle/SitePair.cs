using StaticNews.Archive.Routes;
using StaticNews.Building;
using StaticNews.Cli.Reporting;
using StaticNews.Output;
using StaticNews.Tests.Building;
using StaticNews.Text;

namespace StaticNews.Tests.Oracle;

/// <summary>
/// One site on disk twice: the first is built again and again over what earlier builds left, the second from nothing
/// each time.
/// </summary>
internal sealed class SitePair : IDisposable
{
    private readonly TestSite _lasting = TestSite.InMemory();
    private readonly TestSite _clean = TestSite.InMemory();
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private PublishedTree? _last;

    public string Root => _lasting.Root;

    public string Output => _lasting.Output;

    public string Log => Path.Combine(Root, ".staticnews", "build.log");

    /// <summary>
    /// Of all builds that were compared: pages that were taken as they stood, and pages that were made.
    /// </summary>
    public (long Reused, long Rendered) Work { get; private set; }

    /// <summary>Writes what has changed since the last call, and nothing else, as an editor would.</summary>
    public void Save(ArchiveModel news)
    {
        var wanted = news.Files().ToDictionary(StringComparer.Ordinal);
        foreach (var gone in _texts.Keys.Where(path => !wanted.ContainsKey(path)).ToList())
        {
            _texts.Remove(gone);
            File.Delete(_lasting.PathOf(gone));
            File.Delete(_clean.PathOf(gone));
        }

        foreach (var (path, text) in wanted)
        {
            if (!_texts.TryGetValue(path, out var former) || former != text)
            {
                _texts[path] = text;
                _lasting.Write(path, text);
                _clean.Write(path, text);
            }
        }

        foreach (var touched in news.Touched.Where(_texts.ContainsKey))
        {
            File.SetLastWriteTimeUtc(_lasting.PathOf(touched), DateTime.UtcNow);
        }

        news.Touched.Clear();
    }

    /// <summary>Builds both and compares all that can be seen of them.</summary>
    /// <returns>What is wrong, a line each; none for nothing.</returns>
    public IReadOnlyList<string> BuildAndCompare(DateTimeOffset asOf, int jobs)
    {
        var before = PublishedTree.Of(Output, _last);
        var cleanBuild = Task.Run(() => BuildClean(asOf));
        var report = _lasting.Build(options => options with { AsOf = asOf, Jobs = jobs });
        var after = PublishedTree.Of(Output);
        var cleanReport = cleanBuild.GetAwaiter().GetResult();
        var clean = PublishedTree.Of(_clean.Output);
        Work = (Work.Reused + report.Reused, Work.Rendered + report.Rendered);
        var expected = before.After(clean, cleanReport, _owners);
        KeepFilesOfBroken(expected, report, cleanReport, after);
        List<string> wrong =
        [
            .. after.DifferencesFrom(expected, clean),
            .. after.RewrittenSince(before),
            .. report.Errors == 0 ? after.EmptyFolders.Select(folder => $"left empty: {folder}") : [],
            .. ReportDifferences(report, cleanReport),
        ];
        if (wrong.Count == 0)
        {
            wrong.AddRange(BuildAgain(asOf, jobs, report, after));
        }

        _last = after;
        LearnOwners();
        return wrong;
    }

    /// <summary>
    /// A file that only broken articles use stays where it was published with their pages; a clean build has neither.
    /// </summary>
    private static void KeepFilesOfBroken(
        SortedDictionary<string, ContentHash> expected,
        BuildReport here,
        BuildReport clean,
        PublishedTree after
    )
    {
        var kept = clean
            .UnpublishedFiles.Except(here.UnpublishedFiles, StringComparer.Ordinal)
            .Select(asset => SiteUrls.Asset(asset)[1..])
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (path, file) in after.Files)
        {
            if (
                kept.Contains(path) || (CompressionMethods.OfCopy(path) is var (_, original) && kept.Contains(original))
            )
            {
                expected[path] = file.Content;
            }
        }
    }

    /// <summary>The clean build's own record says which source each file is of.</summary>
    private void LearnOwners()
    {
        var outputs = Path.Combine(_clean.Root, ".staticnews", "outputs");
        foreach (
            var line in Directory.Exists(outputs) ? Directory.GetFiles(outputs, "*.txt").SelectMany(File.ReadLines) : []
        )
        {
            if (line.Split(' ', 3) is [_, "+", var file] && file.Split('\t') is [var path, var owner])
            {
                _owners[path] = owner;
            }
        }
    }

    public void Dispose()
    {
        _lasting.Dispose();
        _clean.Dispose();
    }

    private BuildReport BuildClean(DateTimeOffset asOf)
    {
        foreach (var folder in (string[])[_clean.Output, Path.Combine(_clean.Root, ".staticnews")])
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return _clean.Build(options => options with { AsOf = asOf });
    }

    /// <summary>A second build has nothing to do, and says what the first one said.</summary>
    private IEnumerable<string> BuildAgain(DateTimeOffset asOf, int jobs, BuildReport first, PublishedTree after)
    {
        var second = _lasting.Build(options => options with { AsOf = asOf, Jobs = jobs });
        if (second.Written + second.Removed > 0)
        {
            yield return $"a second build wrote {second.Written} and removed {second.Removed} files";
        }

        foreach (var difference in ReportDifferences(second, first))
        {
            yield return $"second build: {difference}";
        }

        foreach (var (path, ticks) in after.Files.Select(file => (file.Key, file.Value.Ticks)))
        {
            if (File.GetLastWriteTimeUtc(Path.Combine(Output, path)).Ticks != ticks)
            {
                yield return $"a second build wrote {path}";
            }
        }
    }

    private static IEnumerable<string> ReportDifferences(BuildReport here, BuildReport clean)
    {
        if ((here.IsBuilt, here.Articles, here.Pages) != (clean.IsBuilt, clean.Articles, clean.Pages))
        {
            yield return $"articles and pages: {here.IsBuilt} {here.Articles} {here.Pages}, clean: {clean.IsBuilt} "
                + $"{clean.Articles} {clean.Pages}";
        }

        if (
            !here.Compressed.SequenceEqual(clean.Compressed)
            || !(here.Weights?.Kinds ?? []).SequenceEqual(clean.Weights?.Kinds ?? [])
        )
        {
            yield return $"weights or compressed copies: {Delivered(here)}\n  clean: {Delivered(clean)}";
        }

        var (said, expected) = (Rendered(here), Rendered(clean));
        if (said != expected)
        {
            yield return $"diagnostics:\n{said}\n  clean:\n{expected}";
        }
    }

    private static string Delivered(BuildReport report) =>
        string.Join(
            "; ",
            [
                .. report.Compressed.Select(method => method.ToString()),
                .. (report.Weights?.Kinds ?? []).Select(kind => kind.ToString()),
            ]
        );

    private static string Rendered(BuildReport report)
    {
        using var text = new StringWriter { NewLine = "\n" };
        // A clean build does not know what was published before.
        foreach (
            var diagnostic in report.Diagnostics.Where(diagnostic =>
                diagnostic.Code is not ("SN2020" or "SN2021" or "SN2022")
            )
        )
        {
            DiagnosticPrinter.Print(diagnostic, text);
        }

        return text.ToString();
    }
}
