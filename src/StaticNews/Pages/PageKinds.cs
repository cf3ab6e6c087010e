using StaticNews.Pages.Models;
using StaticNews.Templates;

namespace StaticNews.Pages;

/// <summary>Each kind's template, its model and the name that templates know it by.</summary>
internal static class PageKinds
{
    public static IReadOnlyList<PageKind> All { get; } = Enum.GetValues<PageKind>();

    /// <summary>Of <see cref="All"/>, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(NameOf)];

    /// <summary>Each model once, named for the kinds that have it.</summary>
    public static IReadOnlyList<NamedModel> Models { get; } =
    [.. All.GroupBy(ModelOf).Select(kinds => new NamedModel(Enumeration([.. kinds.Select(NameOf)]), kinds.Key))];

    public static string TemplateOf(PageKind kind) => $"{NameOf(kind).Replace('_', '-')}.sbn-html";

    public static string NameOf(PageKind kind) =>
        kind switch
        {
            PageKind.Front => "front",
            PageKind.Article => "article",
            PageKind.Section => "section",
            PageKind.Tag => "tag",
            PageKind.Tags => "tags",
            PageKind.Author => "author",
            PageKind.Authors => "authors",
            PageKind.Series => "series",
            PageKind.Event => "event",
            PageKind.Archive => "archive",
            PageKind.Year => "year",
            PageKind.Month => "month",
            PageKind.Page => "page",
            PageKind.NotFound => "not_found",
            PageKind.LiteFront => "lite_front",
            PageKind.LiteSection => "lite_section",
            PageKind.LiteArticle => "lite_article",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a page kind without a template"),
        };

    private static string Enumeration(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    public static PageFormat FormatOf(PageKind kind) =>
        kind is PageKind.LiteFront or PageKind.LiteSection or PageKind.LiteArticle ? PageFormat.Lite : PageFormat.Full;

    public static Type ModelOf(PageKind kind) =>
        kind switch
        {
            PageKind.Front => typeof(FrontPage),
            PageKind.Article => typeof(ArticlePage),
            PageKind.Tags or PageKind.Authors => typeof(IndexPage),
            PageKind.Archive => typeof(CalendarPage),
            PageKind.Year => typeof(YearPage),
            PageKind.Month => typeof(MonthPage),
            PageKind.Page => typeof(StandingPage),
            PageKind.NotFound => typeof(NotFoundPage),
            PageKind.LiteFront => typeof(LiteFrontPage),
            PageKind.LiteArticle => typeof(LiteArticlePage),
            _ => typeof(ListPage),
        };
}

/// <summary>The kinds of HTML page; each has one template of its name.</summary>
internal enum PageKind
{
    Front,
    Article,
    Section,
    Tag,
    Tags,
    Author,
    Authors,
    Series,
    Event,
    Archive,
    Year,
    Month,
    Page,
    NotFound,
    LiteFront,
    LiteSection,
    LiteArticle,
}
