using System.Collections.Concurrent;
using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Configuration;
using StaticNews.Feeds;

namespace StaticNews.Pages.Jobs;

/// <summary>An RSS feed.</summary>
internal sealed class FeedJob(SitePlan plan, FeedSubject subject) : PageJob(OutputFile.Of(SiteUrls.FeedOf(subject.Url)))
{
    private readonly Catalog _catalog = plan.Catalog;

    private bool IsFull => plan.Config.Feeds.Content == FeedContent.Full;

    public override ChangeReason Subject => ChangeReason.Feed;

    public override bool Make(PageInputs inputs)
    {
        inputs.Begin();
        inputs.Flag("full text", IsFull);
        inputs.Open(FingerprintPart.Placement);
        var url = inputs.Text("url", subject.Url);
        var (title, description) = (
            inputs.Text("title", subject.Title),
            inputs.Text("description", subject.Description)
        );
        var language = inputs.Text("language", subject.Language);
        inputs.Open(FingerprintPart.Items);
        var items = new List<RssItem>(subject.Articles.Length);
        foreach (var article in subject.Articles.Span)
        {
            if (Item(inputs, article) is { } item)
            {
                items.Add(item);
            }
            else if (!inputs.IsHashing)
            {
                return false;
            }
        }

        var baseUrl = plan.Config.BaseUrl;
        var (page, feed) = (baseUrl.Absolute(url), baseUrl.Absolute(SiteUrls.FeedOf(url)));
        return inputs.Write(new RssFeed(title, page, feed, description, language, items), RssWriter.Write);
    }

    /// <summary>Null while hashing, and where the article's source is gone.</summary>
    private RssItem? Item(PageInputs inputs, int article)
    {
        var summary = _catalog.Articles[article];
        inputs.AddCards("article", [article]);
        var updated = inputs.Date("updated", summary.Updated);
        var id = inputs.Text("id", summary.Id);
        var bytes = inputs.Number("enclosure", plan.Cards.ImageBytes(article));
        var categories = Categories(inputs, article);
        var body = IsFull ? inputs.FeedBody(article) : null;
        if (inputs.IsHashing || (IsFull && body is null))
        {
            return null;
        }

        var link = plan.Config.BaseUrl.Absolute(_catalog.Urls[article]);
        return new RssItem
        {
            Title = summary.Title,
            Link = link,
            Guid = RssGuid.Of(id, link),
            Published = summary.Date,
            Updated = updated,
            Description = summary.Lede,
            ContentHtml = body,
            Creators = plan.Cards.AuthorNames(article),
            Categories = categories,
            Enclosure = RssEnclosure.For(plan.Cards.Absolute(plan.Cards.ImageUrl(article)), bytes),
        };
    }

    private List<string> Categories(PageInputs inputs, int article)
    {
        var categories = new List<string>();
        if (inputs.Section(_catalog.SectionOf[article]) is { } section)
        {
            categories.Add(section.Title);
        }

        foreach (var tag in _catalog.TagsOf[article])
        {
            // A section and a tag of the same name are one category.
            var name = inputs.Tag(article, tag).Title;
            if (!categories.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                categories.Add(name);
            }
        }

        return categories;
    }
}

/// <summary>What a feed follows: the site, a section, a tag.</summary>
/// <param name="Title">As a feed reader lists it.</param>
/// <param name="Url">Of the page that it follows, with a slash at the end; the feed lies beside it.</param>
/// <param name="Description">Plain text, or null.</param>
/// <param name="Articles">The newest, at most as many as a feed has.</param>
/// <param name="Language">BCP 47.</param>
internal sealed record FeedSubject(
    string Title,
    string Url,
    string? Description,
    ReadOnlyMemory<int> Articles,
    string Language
)
{
    public static IEnumerable<FeedSubject> All(SitePlan plan)
    {
        yield return Of(
            plan,
            plan.Config.Title,
            SiteUrls.FrontPage,
            plan.Config.Description,
            plan.Catalog.Listed,
            plan.Edition
        );
        foreach (var section in plan.Catalog.Sections)
        {
            yield return Of(
                plan,
                Named(plan, section.Title),
                section.Url,
                section.Description,
                section.Articles,
                plan.Editions.OfSection(section.Index)
            );
        }

        foreach (var tag in plan.Catalog.Tags)
        {
            if (tag.Url is { } url)
            {
                yield return Of(plan, Named(plan, tag.Name), url, tag.Profile?.Description, tag.Articles, plan.Edition);
            }
        }
    }

    private static FeedSubject Of(
        SitePlan plan,
        string title,
        string url,
        string? description,
        int[] articles,
        Edition edition
    ) =>
        new(
            title,
            url,
            description,
            articles.AsMemory(0, Math.Min(articles.Length, plan.Config.Feeds.Items)),
            edition.Language.Tag
        );

    private static string Named(SitePlan plan, string name) => $"{name} | {plan.Config.Title}";
}

/// <summary>
/// Bodies as feeds show them: the newest articles are in a dozen feeds each, and are rendered once. Holds the first
/// that it is asked for and no more, so that it does not grow with the archive.
/// </summary>
internal sealed class FeedBodies
{
    /// <summary>At some 6 kB a body, a few megabytes.</summary>
    private const int HeldAtMost = 1000;

    private readonly ConcurrentDictionary<int, string> _bodies = new();

    /// <param name="render">Gives null where the body cannot be had; that is not remembered.</param>
    public string? Get(int article, Func<int, string?> render)
    {
        if (_bodies.TryGetValue(article, out var held))
        {
            return held;
        }

        var body = render(article);
        if (body is not null && _bodies.Count < HeldAtMost)
        {
            _bodies.TryAdd(article, body);
        }

        return body;
    }
}
