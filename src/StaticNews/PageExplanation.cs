using StaticNews.Archive;
using StaticNews.Pages;
using StaticNews.Storage;

namespace StaticNews;

/// <summary>Answers <c>build --explain</c>: by the same walk that makes a page's key.</summary>
internal static class PageExplanation
{
    /// <param name="options"><see cref="BuildOptions.Explain"/> is an output path, a site URL or a source path; null for nothing asked.</param>
    /// <param name="plan">Has every page.</param>
    /// <param name="survey">Knows the sources.</param>
    /// <param name="tree">As the last build left it.</param>
    public static IReadOnlyList<string> For(BuildOptions options, SitePlan plan, SiteSurvey survey, OutputTree tree)
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
                return [.. Explain(job, tree, options.Clean)];
            }
        }

        return [$"'{wanted}' is no page of this site; name an output path (world/index.html), a URL (/world/) or a source (content/world/flood.md)."];
    }

    private static HashSet<string> PathsOf(string wanted, BuildOptions options, SitePlan plan, SiteSurvey survey)
    {
        var root = plan.Config.BaseUrl.Absolute("/");
        var local = wanted.StartsWith(root, StringComparison.Ordinal) ? wanted[(root.Length - 1)..] : wanted;
        var url = local.StartsWith('/') ? local : "/" + local;
        var paths = new HashSet<string>(StringComparer.Ordinal) { wanted, wanted.TrimStart('/'), OutputFile.Of(url) };
        if (survey.Find(wanted) is { } article)
        {
            paths.Add(OutputFile.Of(plan.Catalog.Urls[article]));
        }

        var output = Path.GetFullPath(options.Output ?? Path.Join(options.Site, "public"));
        paths.Add(Path.GetRelativePath(output, Path.GetFullPath(wanted)).Replace('\\', '/'));
        paths.Add(Path.GetRelativePath(output, Path.GetFullPath(wanted, Path.GetFullPath(options.Site))).Replace('\\', '/'));
        if (plan.Catalog.Pages.FirstOrDefault(page => wanted.EndsWith("content/" + page.Path, StringComparison.Ordinal)) is { } standing)
        {
            paths.Add(OutputFile.Of(SiteUrls.Page(standing.Key)));
        }

        return paths;
    }

    private static IEnumerable<string> Explain(PageJob job, OutputTree tree, bool isClean)
    {
        var hasher = new KeyHasher();
        job.Describe(hasher);
        var now = hasher.Finish().Parts;
        var before = tree.KeyOf(job.Path);
        var changed = Enumerable.Range(0, PageKey.PartCount)
            .Where(part => before.Length == PageKey.PartCount && before.Span[part] != now[part])
            .Select(part => (KeyPart)part)
            .ToHashSet();
        yield return $"{job.Path}: {(isClean ? "rendered: --clean trusts no earlier build" : Verdict(before.Length, changed, tree.Stands(job.Path)))}";
        var story = new KeyExplanation();
        job.Describe(story);
        foreach (var fact in story.Facts)
        {
            yield return $"  {(changed.Contains(fact.Part) ? '*' : ' ')} {fact.Part.ToString().ToLowerInvariant(),-10}  {fact.Name}: {fact.Value}";
        }
    }

    private static string Verdict(int partsBefore, HashSet<KeyPart> changed, bool stands)
    {
        if (partsBefore != PageKey.PartCount)
        {
            return "rendered: no earlier build is known to have written it without a diagnostic";
        }

        if (changed.Count == 0 && !stands)
        {
            return "rendered: its file is gone, or another program wrote it";
        }

        return changed.Count == 0
            ? "reused: nothing that decides it has changed"
            : $"rendered: changed since it was written: {string.Join(", ", changed.Order().Select(part => part.ToString().ToLowerInvariant()))}";
    }
}
