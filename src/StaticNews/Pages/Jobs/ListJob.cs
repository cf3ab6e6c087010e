using StaticNews.Archive;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>One page of a list: the newest, or a closed one (see <see cref="ListPaging"/>).</summary>
internal sealed class ListJob(SitePlan plan, ListSubject subject, ListPaging paging, int number)
    : PageJob(OutputFile.Of(UrlOf(subject, number)))
{
    private const int Newest = 0;

    public override PageKind? Kind => subject.Kind;

    public override ChangeReason Subject => subject.Kind switch
    {
        PageKind.Section => ChangeReason.SectionList,
        PageKind.Tag => ChangeReason.TagList,
        PageKind.Author => ChangeReason.AuthorList,
        _ => ChangeReason.StoryList,
    };

    private Edition Edition => plan.Editions.OfSection(subject.Section);

    private ReadOnlySpan<int> Articles => subject.Articles.AsSpan()[number == Newest ? paging.Index : paging.Page(number)];

    /// <summary>The list's newest page, its closed pages, and the stub that holds the place of the next one to close.</summary>
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

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key, subject.Kind, Edition);
        key.Open(KeyPart.Source);
        key.Add("text", number == Newest ? subject.Profile?.Content ?? default : default);
        OpenPart.Describe(key, subject.Profile);
        if (number == Newest && subject.Profile is { } profile)
        {
            var image = plan.Cards.ImageUrl(profile.Path, profile.Image);
            key.Add("image", image);
            plan.DescribePicture(key, image);
            plan.DescribeLinks(key, profile.Links);
        }

        key.Open(KeyPart.Placement);
        key.Add("url", UrlOf(subject, number));
        key.Add("heading", subject.Heading);
        key.Add("description", subject.Description);
        foreach (var crumb in plan.Heads.Trail(Parent).Concat(subject.Children))
        {
            key.Add("section", crumb.Title);
            key.Add("url", crumb.Href);
        }

        key.Open(KeyPart.Neighbours);
        key.Add("older", Older);
        key.Add("newer", Newer);
        key.Add("book", Book?.Href);
        key.Add("book", Book?.Title);
        key.Open(KeyPart.Items);
        plan.Cards.Describe(key, "article", Articles);
    }

    public override bool Render(PageWorker worker)
    {
        var profile = number == Newest ? subject.Profile : null;
        var text = worker.Text(profile);
        var image = profile is null ? null : plan.Cards.Image(profile.Image, plan.Cards.ImageUrl(profile.Path, profile.Image));
        return worker.Render(subject.Kind, new ListPage(plan.Heads.SiteOn(subject.Kind), Head(), new ListModel
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
            Params = OpenPart.Of(subject.Profile),
        }));
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
        var title = number == Newest
            ? subject.Heading
            : Edition.NumberedPage(subject.Heading, number);
        return plan.Heads.Page(subject.Kind, title, UrlOf(subject, number), Edition) with
        {
            Description = subject.Description,
            Section = plan.Heads.TopOf(subject.Section),
            Feed = subject.HasFeed ? plan.Heads.Feed(subject.Heading, subject.Url) : null,
            OtherEdition = subject.Kind == PageKind.Section && number == Newest ? plan.Heads.LiteHref(subject.Url) : null,
            Breadcrumb = [.. plan.Heads.Trail(Parent), .. IndexCrumb()],
            Params = OpenPart.Of(subject.Profile),
        };
    }

    private int Parent => subject.Section < 0 ? -1 : plan.Catalog.Sections[subject.Section].Parent;

    private LinkModel[] IndexCrumb() => subject.Kind switch
    {
        PageKind.Tag => [new LinkModel(Edition.Words.Topics, plan.Heads.Site.Tags)],
        PageKind.Author => [new LinkModel(Edition.Words.Authors, plan.Heads.Site.Authors)],
        _ => [],
    };

    private string? Older => (number == Newest ? paging.Closed : number - 1) is var older and > 0
        ? plan.Config.BaseUrl.Href(UrlOf(subject, older))
        : null;

    private string? Newer => number == Newest ? null : plan.Config.BaseUrl.Href(UrlOf(subject, number + 1));

    private LinkModel? Book => number == Newest && subject.Kind == PageKind.Section && plan.Catalog.Books.NewestOf(subject.Section) is { } volume
        ? BookTitles.Link(plan.Catalog, Edition.Dates, volume)
        : null;

    private static string UrlOf(ListSubject subject, int number) => number == Newest
        ? subject.Url
        : SiteUrls.PageOf(subject.Url, number);
}
