using StaticNews.Pages;
using StaticNews.Storage;

namespace StaticNews;

/// <summary>Answers <c>build --explain</c>: by the same walk that makes a page's key.</summary>
internal static class PageExplanation
{
    /// <param name="wanted">An output path, a site URL or a source path; null for nothing asked.</param>
    public static IReadOnlyList<string> For(string? wanted, SitePlan plan, SiteSurvey survey, OutputTree tree)
    {
        if (wanted is null)
        {
            return [];
        }

        var paths = PathsOf(wanted, plan, survey);
        foreach (var job in plan.Jobs())
        {
            if (paths.Contains(job.Path))
            {
                return [.. Explain(job, tree)];
            }
        }

        return [$"'{wanted}' is no page of this site; name an output path (world/index.html), a URL (/world/) or a source (content/world/flood.md)."];
    }

    private static HashSet<string> PathsOf(string wanted, SitePlan plan, SiteSurvey survey)
    {
        var url = wanted.StartsWith('/') ? wanted : "/" + wanted;
        var paths = new HashSet<string>(StringComparer.Ordinal) { wanted, wanted.TrimStart('/'), OutputFile.Of(url) };
        if (survey.Find(wanted) is { } article)
        {
            paths.Add(OutputFile.Of(plan.Catalog.Urls[article]));
        }

        return paths;
    }

    private static IEnumerable<string> Explain(PageJob job, OutputTree tree)
    {
        var hasher = new KeyHasher();
        job.Describe(hasher);
        var now = hasher.Finish().Parts;
        var before = tree.KeyOf(job.Path);
        var changed = Enumerable.Range(0, PageKey.PartCount)
            .Where(part => before.Length == PageKey.PartCount && before.Span[part] != now[part])
            .Select(part => (KeyPart)part)
            .ToHashSet();
        yield return $"{job.Path}: {Verdict(before.Length, changed)}";
        var story = new KeyExplanation();
        job.Describe(story);
        foreach (var fact in story.Facts)
        {
            yield return $"  {(changed.Contains(fact.Part) ? '*' : ' ')} {fact.Part.ToString().ToLowerInvariant(),-10}  {fact.Name}: {fact.Value}";
        }
    }

    private static string Verdict(int partsBefore, HashSet<KeyPart> changed)
    {
        if (partsBefore != PageKey.PartCount)
        {
            return "rendered: no earlier build is known to have written it without a diagnostic";
        }

        return changed.Count == 0
            ? "reused: nothing that decides it has changed"
            : $"rendered: changed since it was written: {string.Join(", ", changed.Order().Select(part => part.ToString().ToLowerInvariant()))}";
    }
}
