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

    public override PageKind? Kind => null;

    public override ChangeReason Subject => ChangeReason.Feed;

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key);
        key.Add("content", (long)plan.Config.Feeds.Content);
        key.Open(FingerprintPart.Placement);
        key.Add("title", subject.Title);
        key.Add("url", subject.Url);
        key.Add("description", subject.Description);
        key.Add("language", subject.Language);
        key.Open(FingerprintPart.Items);
        foreach (var article in subject.Articles.Span)
        {
            Describe(key, article);
        }
    }

    public override bool Render(PageWorker worker)
    {
        var items = new List<RssItem>(subject.Articles.Length);
        foreach (var article in subject.Articles.Span)
        {
            if (Item(worker, article) is not { } item)
            {
                return false;
            }

            items.Add(item);
        }

        var baseUrl = plan.Config.BaseUrl;
        var feed = new RssFeed(
            subject.Title,
            baseUrl.Absolute(subject.Url),
            baseUrl.Absolute(SiteUrls.FeedOf(subject.Url)),
            subject.Description,
            subject.Language,
            items
        );
        worker.Write(to => RssWriter.Write(feed, to));
        return true;
    }

    private void Describe(IFingerprintSink key, int article)
    {
        var summary = _catalog.Articles[article];
        plan.Cards.Describe(key, "article", article);
        key.Add("updated", summary.Updated is { } updated ? FeedDate.W3C(updated) : null);
        key.Add("id", summary.Id);
        foreach (var tag in _catalog.TagsOf[article])
        {
            var name = _catalog.TagName(article, tag);
            key.Add("tag", name, plan.RouteHashes.OfTag(tag, name));
        }

        key.Add("enclosure", plan.Cards.ImageBytes(article) ?? 0);
        if (plan.Config.Feeds.Content == FeedContent.Full)
        {
            key.Add("source", summary.Content);
            plan.DescribeLinks(key, summary.Links);
        }
    }

    private RssItem? Item(PageWorker worker, int article)
    {
        var summary = _catalog.Articles[article];
        var content = plan.Config.Feeds.Content == FeedContent.Full ? worker.FeedBody(article) : null;
        if (content is null && plan.Config.Feeds.Content == FeedContent.Full)
        {
            return null;
        }

        var link = plan.Config.BaseUrl.Absolute(_catalog.Urls[article]);
        return new RssItem
        {
            Title = summary.Title,
            Link = link,
            Guid = RssGuid.Of(summary.Id, link),
            Published = summary.Date,
            Updated = summary.Updated,
            Description = summary.Lede,
            ContentHtml = content,
            Creators = plan.Cards.AuthorNames(article),
            Categories = Categories(article),
            Enclosure = RssEnclosure.For(plan.Cards.AbsoluteImageUrl(article), plan.Cards.ImageBytes(article)),
        };
    }

    private List<string> Categories(int article)
    {
        var categories = new List<string>();
        if (_catalog.SectionOf[article] is var section and >= 0)
        {
            categories.Add(_catalog.Sections[section].Title);
        }

        foreach (var tag in _catalog.TagsOf[article])
        {
            // A paper that files its World section under the tag "world" says so once.
            if (
                _catalog.TagName(article, tag) is var name
                && !categories.Contains(name, StringComparer.OrdinalIgnoreCase)
            )
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
/// Bodies as feeds show them: the newest articles stand in a dozen feeds each, and are rendered once. Holds the first
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
