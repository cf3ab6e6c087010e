using StaticNews.Archive;

namespace StaticNews.Pages;

/// <summary>What a feed follows: the site, a section, a tag.</summary>
/// <param name="Title">As a feed reader lists it.</param>
/// <param name="Url">Of the page that it follows, with a slash at the end; the feed lies beside it.</param>
/// <param name="Description">Plain text, or null.</param>
/// <param name="Articles">The newest, at most as many as a feed has.</param>
/// <param name="Language">BCP 47.</param>
internal sealed record FeedSubject(string Title, string Url, string? Description, ReadOnlyMemory<int> Articles, string Language)
{
    public static IEnumerable<FeedSubject> All(SitePlan plan)
    {
        yield return Of(plan, plan.Config.Title, SiteUrls.FrontPage, plan.Config.Description, plan.Catalog.Listed, plan.Edition);
        foreach (var section in plan.Catalog.Sections)
        {
            yield return Of(plan, Named(plan, section.Title), section.Url, section.Description, section.Articles, plan.Editions.OfSection(section.Index));
        }

        foreach (var tag in plan.Catalog.Tags)
        {
            if (tag.Url is { } url)
            {
                yield return Of(plan, Named(plan, tag.Name), url, tag.Profile?.Description, tag.Articles, plan.Edition);
            }
        }
    }

    private static FeedSubject Of(SitePlan plan, string title, string url, string? description, int[] articles, Edition edition) =>
        new(title, url, description, articles.AsMemory(0, Math.Min(articles.Length, plan.Config.Feeds.Items)), edition.Language.Tag);

    private static string Named(SitePlan plan, string name) => $"{name} | {plan.Config.Title}";
}
