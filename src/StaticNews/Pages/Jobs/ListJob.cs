using System.Collections;
using System.Globalization;
using StaticNews.Archive.Routes;
using StaticNews.Archive.Sections;
using StaticNews.Archive.Topics;
using StaticNews.Content;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>One page of a list: the newest, or a closed one (see <see cref="ListPaging"/>).</summary>
internal sealed class ListJob(SitePlan plan, ListSubject subject, ListPaging paging, int number)
    : PageJob(OutputFile.Of(UrlOf(subject, number)))
{
    private const int Newest = 0;

    public override PageKind? Kind => subject.Kind;

    public override ChangeReason Subject =>
        subject.Kind switch
        {
            PageKind.Section => ChangeReason.SectionList,
            PageKind.Tag => ChangeReason.TagList,
            PageKind.Author => ChangeReason.AuthorList,
            _ => ChangeReason.StoryList,
        };

    private Edition Edition => plan.Editions.OfSection(subject.Section);

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

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key, subject.Kind, Edition);
        key.Open(FingerprintPart.Source);
        key.Add("text", number == Newest ? subject.Profile?.Content ?? default : default);
        ParamsModel.Describe(key, subject.Profile);
        if (number == Newest && subject.Profile is { } profile)
        {
            var image = plan.Cards.ImageUrl(profile.Path, profile.Image);
            key.Add("image", image);
            plan.DescribePicture(key, image);
            plan.DescribeLinks(key, profile.Links);
        }

        key.Open(FingerprintPart.Placement);
        key.Add("url", UrlOf(subject, number));
        key.Add("heading", subject.Heading);
        key.Add("description", subject.Description);
        foreach (var crumb in plan.PageHeads.Trail(Parent).Concat(subject.Children))
        {
            key.Add("section", crumb.Title);
            key.Add("url", crumb.Href);
        }

        key.Open(FingerprintPart.Neighbours);
        key.Add("older", Older);
        key.Add("newer", Newer);
        key.Add("book", Book?.Href);
        key.Add("book", Book?.Title);
        key.Open(FingerprintPart.Items);
        plan.Cards.Describe(key, "article", Articles);
    }

    public override bool Render(PageWorker worker)
    {
        var profile = number == Newest ? subject.Profile : null;
        var text = worker.Text(profile);
        var image = profile is null
            ? null
            : plan.Cards.Image(profile.Image, plan.Cards.ImageUrl(profile.Path, profile.Image));
        return worker.Render(
            subject.Kind,
            new ListPage(
                plan.PageHeads.SiteOn(subject.Kind),
                Head(),
                new ListModel
                {
                    Heading = subject.Heading,
                    Description = subject.Description,
                    Text = text,
                    Image = image,
                    Sections = subject.Children,
                    Articles = Cards(),
                    Number = number == Newest ? null : number,
                    Older = Older,
                    Newer = Newer,
                    Book = Book,
                    Params = ParamsModel.Of(subject.Profile),
                }
            )
        );
    }

    /// <summary>A running story is read from its beginning; everything else from the newest.</summary>
    private CardModel[] Cards()
    {
        var cards = plan.Cards.All(Articles, Edition);
        if (subject.Kind is PageKind.Series or PageKind.Event)
        {
            Array.Reverse(cards);
        }

        return cards;
    }

    private PageModel Head()
    {
        var title = number == Newest ? subject.Heading : Edition.NumberedPage(subject.Heading, number);
        return plan.PageHeads.Page(subject.Kind, title, UrlOf(subject, number), Edition) with
        {
            Description = subject.Description,
            Section = plan.PageHeads.TopOf(subject.Section),
            Feed = subject.HasFeed ? plan.PageHeads.Feed(subject.Heading, subject.Url) : null,
            OtherEdition =
                subject.Kind == PageKind.Section && number == Newest ? plan.PageHeads.LiteHref(subject.Url) : null,
            Breadcrumb = [.. plan.PageHeads.Trail(Parent), .. IndexCrumb()],
            Params = ParamsModel.Of(subject.Profile),
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
    : PageJob(OutputFile.Of(url))
{
    public override PageKind? Kind => kind;

    public override ChangeReason Subject => ChangeReason.TopicIndex;

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key, kind);
        key.Open(FingerprintPart.Items);
        foreach (var topic in topics)
        {
            key.Add("name", topic.Name);
            key.Add("url", topic.Url);
            key.Add("articles", topic.Articles.Length);
        }
    }

    public override bool Render(PageWorker worker) =>
        worker.Render(
            kind,
            new IndexPage(plan.PageHeads.SiteOn(kind), plan.PageHeads.Page(kind, heading, url), heading, Groups())
        );

    /// <summary>Keys fold case and accents, so their order is the alphabet that readers expect.</summary>
    private IndexGroup[] Groups() =>
        [
            .. topics
                .Where(topic => topic.Articles.Length > 0)
                .GroupBy(topic => Initial(topic.Key), StringComparer.Ordinal)
                .Select(group => new IndexGroup(group.Key, [.. group.Select(Entry)])),
        ];

    private IndexEntry Entry(Topic topic) =>
        new(
            topic.Name,
            topic.Url is { } page ? plan.Config.BaseUrl.Href(page) : null,
            topic.Articles.Length,
            plan.Edition.Numbers.Text(topic.Articles.Length)
        );

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

/// <summary>
/// The cards of a list that may be long, each made when it is asked for: a month of a large archive has thousands, and
/// all of them at once would outlive the collector's nursery, page after page.
/// </summary>
internal sealed class CardList(ArticleCards cards, Edition edition, int[] articles) : IReadOnlyList<CardModel>
{
    public int Count => articles.Length;

    public CardModel this[int index] => cards.Card(articles[index], edition);

    public IEnumerator<CardModel> GetEnumerator() =>
        articles.Select(article => cards.Card(article, edition)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
