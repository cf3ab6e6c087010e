using System.Globalization;
using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Content;
using StaticNews.FileSystem;
using StaticNews.Output;
using StaticNews.Pages;
using StaticNews.Text;

namespace StaticNews.Building;

/// <summary>Answers <c>build --explain</c>: by the same walk that makes a page's key.</summary>
internal static class PageExplanation
{
    private const string TemplateFolder = "templates/";

    /// <param name="options">
    /// <see cref="BuildOptions.Explain"/> is an output path, a site URL, a source or a template; null for nothing
    /// asked.
    /// </param>
    /// <param name="plan">The plan with every page.</param>
    /// <param name="survey">The sources.</param>
    /// <param name="tree">As the last build left it.</param>
    /// <param name="drawings">Decides which SVG files are not simply copied.</param>
    public static IReadOnlyList<string> For(
        BuildOptions options,
        SitePlan plan,
        LoadedSite survey,
        OutputTree tree,
        SvgPublisher drawings
    )
    {
        if (options.Explain is not { } wanted)
        {
            return [];
        }

        var paths = PathsOf(wanted, options, plan, survey);
        foreach (var job in plan.Jobs())
        {
            if (paths.Contains(job.Path))
            {
                return [.. Explain(plan, job, tree, options.Clean)];
            }
        }

        return OfUnshown(wanted, plan, survey)
            ?? OfAsset(paths, plan, survey, tree, drawings)
            ?? OfCopy(paths, plan, tree)
            ?? OfTemplate(wanted, options)
            ??
            [
                $"'{wanted}' is not a page of this site; name an output path (world/index.html), a URL (/world/), a "
                    + $"source (content/world/flood.md) or a template (templates/style.css).",
            ];
    }

    private static HashSet<string> PathsOf(string wanted, BuildOptions options, SitePlan plan, LoadedSite survey)
    {
        var root = plan.Config.BaseUrl.Absolute("/");
        var local = wanted.StartsWith(root, StringComparison.Ordinal) ? wanted[(root.Length - 1)..] : wanted;
        var url = local.StartsWith('/') ? local : "/" + local;
        var paths = new HashSet<string>(StringComparer.Ordinal)
        {
            wanted,
            wanted.TrimStart('/'),
            OutputFile.Of(url),
            OutputFile.Of(UrlPath.Decode(url)),
        };
        if (plan.Catalog.Resolver.Find(LoadedSite.BelowContent(wanted)) is { } sourceUrl)
        {
            paths.Add(OutputFile.Of(sourceUrl));
        }

        var output = Path.GetFullPath(options.OutputFolder);
        paths.Add(Path.GetRelativePath(output, Path.GetFullPath(wanted)).Replace('\\', '/'));
        paths.Add(
            Path.GetRelativePath(output, Path.GetFullPath(wanted, Path.GetFullPath(options.Site))).Replace('\\', '/')
        );
        return paths;
    }

    /// <summary>
    /// The source without a page whose page would be at a URL, recognized by the last part of both; null for none, and
    /// for a path that is no URL.
    /// </summary>
    private static string? SourceOf(string path, SitePlan plan, LoadedSite survey)
    {
        if (SourcePath.IsMarkdown(path))
        {
            return null;
        }

        var name = path.TrimEnd('/');
        name = name[(name.LastIndexOf('/') + 1)..];
        name = name.EndsWith(".html", StringComparison.Ordinal) ? name[..^".html".Length] : name;
        return survey
            .Unpublished.Select(source => source.Path)
            .Concat(plan.Catalog.Future.Concat(plan.Catalog.Removed).Select(article => article.Path))
            .FirstOrDefault(source =>
                string.Equals(Slug.Of(SourceName.StemOf(source).ToString()), name, StringComparison.Ordinal)
            );
    }

    /// <summary>A source that exists and has no page: why not.</summary>
    private static string[]? OfUnshown(string wanted, SitePlan plan, LoadedSite survey)
    {
        var path = LoadedSite.BelowContent(wanted).TrimStart('/');
        path = SourceOf(path, plan, survey) ?? path;
        var reason = survey
            .Unpublished.FirstOrDefault(source => string.Equals(source.Path, path, StringComparison.Ordinal))
            ?.State switch
        {
            SourceState.Draft => "no page: its front matter says that it is a draft or not public; --drafts shows it",
            SourceState.HeldBack => "no page: it is held back, because it may not be public (see its error)",
            SourceState.Failed => "no page: it has an error",
            _ => null,
        };
        if (
            plan.Catalog.Future.FirstOrDefault(article =>
                string.Equals(article.Path, path, StringComparison.Ordinal)
            ) is
            { } future
        )
        {
            reason = $"no page: future; it is due {ArticleTable.DueDate(future)}; --future shows it";
        }

        if (
            plan.Catalog.Removed.FirstOrDefault(article =>
                string.Equals(article.Path, path, StringComparison.Ordinal)
            ) is
            { } removed
        )
        {
            reason = $"no page: it was removed on {removed.RemovedFrom}";
        }

        if (plan.Catalog.UnpublishedFiles.Any(file => string.Equals(file.Path, path, StringComparison.Ordinal)))
        {
            reason = "held back: only unpublished articles use it";
        }

        return reason is null ? null : [$"{SourcePath.Shown(path)}: {reason}"];
    }

    /// <summary>A file that is copied has no key of parts: its size and time decide.</summary>
    private static string[]? OfAsset(
        HashSet<string> paths,
        SitePlan plan,
        LoadedSite survey,
        OutputTree tree,
        SvgPublisher drawings
    )
    {
        if (plan.Catalog.Assets.FirstOrDefault(asset => paths.Contains(SiteUrls.Asset(asset)[1..])) is not { } source)
        {
            return null;
        }

        var path = SiteUrls.Asset(source)[1..];
        var shown = SourcePath.Shown(source);
        var file = survey.Sources!.Find(source);
        if (survey.CleanedBytes.ContainsKey(source))
        {
            return [$"{path}: cleaned: every build removes the parts of {shown} that can run or load something"];
        }

        return (drawings.IsDrawing(source) ? drawings.IsKept(path, file) : tree.IsCopied(path, file))
            ? [$"{path}: kept: {shown} has the size and time that it had when it was copied"]
            : [$"{path}: copied: {shown} is new or was changed, or its copy changed after the last build"];
    }

    /// <summary>A compressed copy is decided by its original's bytes.</summary>
    private static string[]? OfCopy(HashSet<string> paths, SitePlan plan, OutputTree tree)
    {
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            if (
                CompressionMethods.OfCopy(path) is var (method, original)
                && (
                    plan.Jobs().Any(job => string.Equals(job.Path, original, StringComparison.Ordinal))
                    || plan.Catalog.Assets.Any(asset =>
                        string.Equals(SiteUrls.Asset(asset)[1..], original, StringComparison.Ordinal)
                    )
                )
            )
            {
                return [$"{path}: {VerdictOfCopy(path, method, original, plan, tree)}"];
            }
        }

        return null;
    }

    private static string VerdictOfCopy(
        string path,
        CompressionMethod method,
        string original,
        SitePlan plan,
        OutputTree tree
    )
    {
        if (!CompressionMethods.IsOn(plan.Config.Precompress, method))
        {
            return $"not made: site.yml does not ask for it (precompress.{CompressionMethods.NameOf(method)})";
        }

        if (!CompressionMethods.IsText(original))
        {
            return $"not made: {original} is not a text, or only the host reads it";
        }

        if (!tree.TryFind(original, out var record))
        {
            return $"made, unless it saves less than a tenth: there is no record of a build that wrote {original}";
        }

        if (!CompressionMethods.IsWorthTrying(record.Stamp.Size))
        {
            return $"not made: {original} has {record.Stamp.Size.ToString(CultureInfo.InvariantCulture)} bytes, "
                + $"and copies are made from {CompressionMethods.LeastBytes} to {CompressionMethods.MostBytes}";
        }

        if (OutputMetadata.Read(tree.NoteOf(original, record.Content)).Skips(method))
        {
            return $"not made: it would save less than a tenth of {original}, until its content changes";
        }

        return
            tree.Stands(path) && tree.KeyOf(path).Span.SequenceEqual(CompressionMethods.KeyOf(method, record.Content))
            ? $"kept until the content of {original} changes"
            : $"made: there is no copy of {original} as the last build wrote it";
    }

    private static string[]? OfTemplate(string wanted, BuildOptions options)
    {
        var path = wanted.Replace('\\', '/');
        var below = path.LastIndexOf(TemplateFolder, StringComparison.Ordinal) is var at and >= 0
            ? path[(at + TemplateFolder.Length)..]
            : path;
        var theme = new ThemeFiles(SiteTexts.ReadTemplates(options.Links, []));
        if (
            ThemeMap
                .Draw(theme)
                .Files.FirstOrDefault(file => string.Equals(file.Name, theme.FileOf(below), StringComparison.Ordinal))
            is not { } template
        )
        {
            return null;
        }

        return template.IsUsed
            ?
            [
                $"{theme.PathOf(template.Name)}: a template; when it changes, every page of these kinds is "
                    + $"rendered again: {string.Join(", ", template.Pages)}",
            ]
            : [$"{theme.PathOf(template.Name)}: a template that no page uses"];
    }

    private static IEnumerable<string> Explain(SitePlan plan, PageJob job, OutputTree tree, bool isClean)
    {
        var hasher = new FingerprintHasher(plan);
        var now = hasher.KeyOf(job).Parts;
        var before = tree.KeyOf(job.Path);
        var changed = Enumerable
            .Range(0, PageFingerprint.PartCount)
            .Where(part => before.Length == PageFingerprint.PartCount && before.Span[part] != now[part])
            .Select(part => (FingerprintPart)part)
            .Where(part => part != FingerprintPart.Candidates)
            .ToHashSet();
        var verdict = isClean
            ? "rendered: --clean uses nothing of earlier builds"
            : Verdict(before.Length, changed, tree.Stands(job.Path));
        yield return $"{job.Path}: {verdict}";
        foreach (var fact in FingerprintExplanation.Of(plan, job))
        {
            yield return $"  {(changed.Contains(fact.Part) ? '*' : ' ')} "
                + $"{fact.Part.ToString().ToLowerInvariant(), -10}  {fact.Name}: {fact.Value}";
        }
    }

    private static string Verdict(int partsBefore, HashSet<FingerprintPart> changed, bool stands)
    {
        if (partsBefore != PageFingerprint.PartCount)
        {
            return "rendered: there is no record of a build that wrote it without a diagnostic";
        }

        if (changed.Count == 0 && !stands)
        {
            return "rendered: its file was deleted, or another program changed it";
        }

        return changed.Count == 0
            ? "reused: nothing that it depends on has changed"
            : $"rendered: changed since it was written: "
                + $"{string.Join(", ", changed.Order().Select(part => part.ToString().ToLowerInvariant()))}";
    }
}
