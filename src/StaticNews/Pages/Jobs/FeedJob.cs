using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Feeds;

namespace StaticNews.Pages.Jobs;

/// <summary>An RSS feed.</summary>
internal sealed class FeedJob(SitePlan plan, FeedSubject subject) : PageJob(OutputFile.Of(SiteUrls.FeedOf(subject.Url)))
{
    private readonly Catalog _catalog = plan.Catalog;

    public override PageKind? Kind => null;

    public override ChangeReason Subject => ChangeReason.Feed;

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key);
        key.Add("content", (long)plan.Config.Feeds.Content);
        key.Open(KeyPart.Placement);
        key.Add("title", subject.Title);
        key.Add("url", subject.Url);
        key.Add("description", subject.Description);
        key.Add("language", subject.Language);
        key.Open(KeyPart.Items);
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
            items);
        worker.Write(to => RssWriter.Write(feed, to));
        return true;
    }

    private void Describe(IKeySink key, int article)
    {
        var summary = _catalog.Articles[article];
        plan.Cards.Describe(key, "article", article);
        key.Add("updated", summary.Updated is { } updated ? FeedDate.W3C(updated) : null);
        key.Add("id", summary.Id);
        foreach (var tag in _catalog.TagsOf[article])
        {
            var name = _catalog.TagName(article, tag);
            key.Add("tag", name, plan.Places.OfTag(tag, name));
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
            if (_catalog.TagName(article, tag) is var name && !categories.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                categories.Add(name);
            }
        }

        return categories;
    }
}
