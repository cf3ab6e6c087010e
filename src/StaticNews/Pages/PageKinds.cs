using StaticNews.Pages.Models;
using StaticNews.Templates;

namespace StaticNews.Pages;

/// <summary>The template, the model and the name of each kind of HTML page.</summary>
internal static class PageKinds
{
    /// <summary>In the order of <see cref="PageKind"/>.</summary>
    private static readonly PageKindRow[] Rows =
    [
        new(PageKind.Front, "front", typeof(FrontPage)),
        new(PageKind.Article, "article", typeof(ArticlePage)),
        new(PageKind.Section, "section", typeof(ListPage)),
        new(PageKind.Tag, "tag", typeof(ListPage)),
        new(PageKind.Tags, "tags", typeof(IndexPage)),
        new(PageKind.Author, "author", typeof(ListPage)),
        new(PageKind.Authors, "authors", typeof(IndexPage)),
        new(PageKind.Series, "series", typeof(ListPage)),
        new(PageKind.Event, "event", typeof(ListPage)),
        new(PageKind.Archive, "archive", typeof(CalendarPage)),
        new(PageKind.Year, "year", typeof(YearPage)),
        new(PageKind.Month, "month", typeof(MonthPage)),
        new(PageKind.Page, "page", typeof(StandingPage)),
        new(PageKind.NotFound, "not_found", typeof(NotFoundPage)),
        new(PageKind.LiteFront, "lite_front", typeof(LiteFrontPage), PageFormat.Lite),
        new(PageKind.LiteSection, "lite_section", typeof(ListPage), PageFormat.Lite),
        new(PageKind.LiteArticle, "lite_article", typeof(LiteArticlePage), PageFormat.Lite),
    ];

    public static IReadOnlyList<PageKind> All { get; } = [.. Rows.Select(row => row.Kind)];

    /// <summary>The names of <see cref="All"/>, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Rows.Select(row => row.Name)];

    /// <summary>Each model once, named for the kinds that have it.</summary>
    public static IReadOnlyList<NamedModel> Models { get; } =
    [
        .. Rows.GroupBy(row => row.Model, row => row.Name)
            .Select(names => new NamedModel(Enumeration([.. names]), names.Key)),
    ];

    /// <summary>The file name of the template: <c>not-found.sbn-html</c>.</summary>
    public static string TemplateOf(PageKind kind) => $"{NameOf(kind).Replace('_', '-')}.sbn-html";

    /// <summary>The name in templates and site.yml: <c>not_found</c>.</summary>
    public static string NameOf(PageKind kind) => Rows[(int)kind].Name;

    public static PageFormat FormatOf(PageKind kind) => Rows[(int)kind].Format;

    public static Type ModelOf(PageKind kind) => Rows[(int)kind].Model;

    private static string Enumeration(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private sealed record PageKindRow(PageKind Kind, string Name, Type Model, PageFormat Format = PageFormat.Full);
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
