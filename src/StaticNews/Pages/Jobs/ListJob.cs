using System.Globalization;
using StaticNews.Archive.Routes;
using StaticNews.Archive.Sections;
using StaticNews.Archive.Topics;
using StaticNews.Content;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>One page of a list: the newest, or a closed one (see <see cref="ListPaging"/>).</summary>
internal sealed class ListJob(SitePlan plan, ListSubject subject, ListPaging paging, int number)
    : HtmlPageJob(subject.Kind, OutputFile.Of(UrlOf(subject, number)))
{
    private const int Newest = 0;

    public override ChangeReason Subject =>
        subject.Kind switch
        {
            PageKind.Section => ChangeReason.SectionList,
            PageKind.Tag => ChangeReason.TagList,
            PageKind.Author => ChangeReason.AuthorList,
            _ => ChangeReason.StoryList,
        };

    public override Edition Edition => plan.Editions.OfSection(subject.Section);

    private ReadOnlySpan<int> Articles =>
        subject.Articles.AsSpan()[number == Newest ? paging.Index : paging.Page(number)];

    /// <summary>
    /// The list's newest page, its closed pages, and the stub that holds the place of the next one to close.
    /// </summary>
    public static IEnumerable<PageJob> Of(SitePlan plan, ListSubject subject)
    {
        var paging = new ListPaging(subject.Articles.Length, plan.Config.PagerSize);
        for (var number = Newest; number <= paging.Closed; number++)
        {
            yield return new ListJob(plan, subject, paging, number);
        }

        if (paging.Closed > 0)
        {
            yield return new RedirectJob(plan, UrlOf(subject, paging.Closed + 1), subject.Url, subject.Heading);
        }
    }

    public override ListPage Model(PageInputs inputs)
    {
        inputs.Open(FingerprintPart.Source);
        var profile = number == Newest ? subject.Profile : null;
        var text = inputs.ProfileText(profile);
        var parameters = inputs.Params(subject.Profile);
        var image = inputs.Image("image", plan.Cards.ImageUrl(profile?.Path, profile?.Image)).Model(profile?.Image);
        inputs.Open(FingerprintPart.Placement);
        var head = Head(inputs) with { Params = parameters };
        var sections = inputs.Links("section", subject.Children);
        inputs.Open(FingerprintPart.Neighbours);
        var (older, newer) = (inputs.Text("older", Older), inputs.Text("newer", Newer));
        var book = inputs.Link("book", Book);
        inputs.Open(FingerprintPart.Items);
        return new ListPage(
            inputs.Site,
            head,
            new ListModel
            {
                Heading = subject.Heading,
                Description = head.Description,
                Text = text,
                Image = image,
                Sections = sections,
                Articles = Cards(inputs),
                Number = number == Newest ? null : number,
                Older = older,
                Newer = newer,
                Book = book,
                Params = parameters,
            }
        );
    }

    /// <summary>A running story is read from its beginning; everything else from the newest.</summary>
    private IReadOnlyList<CardModel> Cards(PageInputs inputs)
    {
        var cards = inputs.Cards("article", Articles);
        return subject.Kind is PageKind.Series or PageKind.Event ? [.. cards.Reverse()] : cards;
    }

    private PageModel Head(PageInputs inputs)
    {
        var heading = inputs.Text("heading", subject.Heading);
        var title = number == Newest ? heading : Edition.NumberedPage(heading, number);
        return inputs.Head(title, UrlOf(subject, number)) with
        {
            Description = inputs.Text("description", subject.Description),
            Section = inputs.TopSection(subject.Section),
            Feed = subject.HasFeed ? inputs.Feed(subject.Heading, subject.Url) : null,
            OtherEdition =
                subject.Kind == PageKind.Section && number == Newest ? plan.PageHeads.LiteHref(subject.Url) : null,
            Breadcrumb = [.. inputs.Trail(Parent), .. IndexCrumb()],
        };
    }

    private int Parent => subject.Section < 0 ? -1 : plan.Catalog.Sections[subject.Section].Parent;

    private LinkModel[] IndexCrumb() =>
        subject.Kind switch
        {
            PageKind.Tag => [new LinkModel(Edition.Words.Topics, plan.PageHeads.Site.Tags)],
            PageKind.Author => [new LinkModel(Edition.Words.Authors, plan.PageHeads.Site.Authors)],
            _ => [],
        };

    private string? Older =>
        (number == Newest ? paging.Closed : number - 1) is var older and > 0
            ? plan.Config.BaseUrl.Href(UrlOf(subject, older))
            : null;

    private string? Newer => number == Newest ? null : plan.Config.BaseUrl.Href(UrlOf(subject, number + 1));

    private LinkModel? Book =>
        number == Newest
        && subject.Kind == PageKind.Section
        && plan.Catalog.Books.NewestOf(subject.Section) is { } volume
            ? EpubTitles.Link(plan.Catalog, Edition.Dates, volume)
            : null;

    private static string UrlOf(ListSubject subject, int number) =>
        number == Newest ? subject.Url : SiteUrls.PageOf(subject.Url, number);
}

/// <summary>All tags, or all authors, A to Z.</summary>
internal sealed class IndexJob(SitePlan plan, PageKind kind, string heading, string url, IReadOnlyList<Topic> topics)
    : HtmlPageJob(kind, OutputFile.Of(url))
{
    public override Edition Edition => plan.Edition;

    public override ChangeReason Subject => ChangeReason.TopicIndex;

    public override IndexPage Model(PageInputs inputs)
    {
        inputs.Open(FingerprintPart.Items);
        return new IndexPage(inputs.Site, inputs.Head(heading, url), heading, Groups(inputs));
    }

    /// <summary>Keys fold case and accents, so their order is the alphabet that readers expect.</summary>
    private IndexGroup[] Groups(PageInputs inputs) =>
        [
            .. topics
                .Where(topic => topic.Articles.Length > 0)
                .Select(topic => (Initial: Initial(topic.Key), Entry: Entry(inputs, topic)))
                .GroupBy(item => item.Initial, item => item.Entry, StringComparer.Ordinal)
                .Select(group => new IndexGroup(group.Key, [.. group])),
        ];

    private IndexEntry Entry(PageInputs inputs, Topic topic)
    {
        var link = inputs.Link("topic", topic.Name, topic.Url);
        var count = inputs.Number("articles", topic.Articles.Length);
        return new IndexEntry(link.Title, link.Href, count, Edition.Numbers.Text(count));
    }

    private static string Initial(string key)
    {
        var first = StringInfo.GetNextTextElement(key);
        return char.IsLetter(first, 0) ? first.ToUpperInvariant() : "#";
    }
}

/// <summary>
/// How a list that only grows is cut into pages, so that a full page never changes again.
/// </summary>
/// <remarks>
/// Pages are counted from the oldest article: page n holds articles (n-1)·size to n·size-1, oldest first. The newest
/// page, the list's index, holds what is left: at least one page's worth (unless there are fewer articles in all) and
/// less than two, so that the index is never nearly empty. A closed page links to page n+1 although that may not be
/// closed yet: until it is, the file <c>page/{n+1}.html</c> is a stub that leads to the index. Hence no link on a
/// closed page ever changes.
/// </remarks>
internal readonly record struct ListPaging(int Count, int Size)
{
    /// <summary>Pages that are full and final.</summary>
    public int Closed => Math.Max(0, (Count / Size) - 1);

    /// <summary>Range in a newest-first list of the articles on the index.</summary>
    public Range Index => ..(Count - (Closed * Size));

    /// <summary>
    /// Range in a newest-first list of the articles on closed page <paramref name="number"/> (from 1).
    /// </summary>
    public Range Page(int number) => (Count - (number * Size))..(Count - ((number - 1) * Size));
}

/// <summary>What a list page is about: a section, tag, author, series or event.</summary>
/// <param name="Url">Of its newest page, with a slash at the end.</param>
/// <param name="Articles">Newest first.</param>
/// <param name="Children">Sections directly inside it.</param>
/// <param name="Section">Index of the section, or -1.</param>
/// <param name="HasFeed">Sections and tags have one.</param>
internal sealed record ListSubject(
    PageKind Kind,
    string Heading,
    string? Description,
    string Url,
    int[] Articles,
    Profile? Profile,
    IReadOnlyList<LinkModel> Children,
    int Section,
    bool HasFeed
)
{
    public static ListSubject Of(SitePlan plan, Section section) =>
        new(
            PageKind.Section,
            section.Title,
            section.Description,
            section.Url,
            section.Articles,
            section.Profile,
            [
                .. section
                    .Children.Select(child => plan.Catalog.Sections[child])
                    .Where(child => child.IsInNavigation)
                    .Select(child => new LinkModel(child.Title, plan.Config.BaseUrl.Href(child.Url))),
            ],
            section.Index,
            HasFeed: true
        );

    /// <summary>The same in the text edition, whose sections lead to each other.</summary>
    public static ListSubject OfLite(SitePlan plan, Section section) =>
        Of(plan, section) with
        {
            Children =
            [
                .. section
                    .Children.Select(child => plan.Catalog.Sections[child])
                    .Where(child => child.IsInNavigation)
                    .Select(child => new LinkModel(child.Title, plan.Config.BaseUrl.Href(SiteUrls.LiteOf(child.Url)))),
            ],
        };

    public static ListSubject Of(Topic topic) =>
        new(
            KindOf(topic.Kind),
            topic.Name,
            topic.Profile?.Description,
            topic.Url!,
            topic.Articles,
            topic.Profile,
            [],
            -1,
            HasFeed: topic.Kind == TopicKind.Tag
        );

    private static PageKind KindOf(TopicKind kind) =>
        kind switch
        {
            TopicKind.Tag => PageKind.Tag,
            TopicKind.Author => PageKind.Author,
            TopicKind.Series => PageKind.Series,
            _ => PageKind.Event,
        };
}
