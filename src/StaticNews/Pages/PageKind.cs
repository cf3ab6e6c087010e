namespace StaticNews.Pages;

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
