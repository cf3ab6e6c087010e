using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Content;
using StaticNews.Feeds;
using StaticNews.Pages.Jobs;
using StaticNews.Pages.Models;
using StaticNews.Templates;

namespace StaticNews.Pages;

/// <summary>
/// Gives a page every value that it shows. A job asks for its values in one walk, which runs in two modes: while
/// hashing, each value is added to the page's fingerprint and no model is made; while rendering, each value is returned
/// as the page's model holds it. What a page shows and what its fingerprint holds are therefore one list.
/// </summary>
/// <remarks>
/// While hashing, what takes time to make (cards, links, dates, bodies) is replaced by an empty list, null or an empty
/// link. A job may pass these on, but may not decide anything by them. Values of a page's own path need not be asked
/// for: a fingerprint belongs to one path.
/// </remarks>
internal sealed class PageInputs
{
    private static readonly LinkModel EmptyLink = new("", null);

    private readonly SitePlan _plan;
    private readonly IFingerprintSink? _sink;
    private readonly PageWorker? _worker;
    private PageKind _kind;

    /// <summary>The edition of the page that was begun last.</summary>
    private Edition _edition = null!;
    private PageModel? _emptyHead;

    /// <summary>Adds every value to a fingerprint.</summary>
    public PageInputs(SitePlan plan, IFingerprintSink sink) => (_plan, _sink) = (plan, sink);

    /// <summary>Returns every value as models hold it.</summary>
    public PageInputs(SitePlan plan, PageWorker worker) => (_plan, _worker) = (plan, worker);

    public bool IsHashing => _sink is not null;

    /// <summary>The worker that renders; null while hashing.</summary>
    public PageWorker? Worker => _worker;

    /// <summary>The values that follow belong to <paramref name="part"/>. Each part is opened at most once.</summary>
    public void Open(FingerprintPart part) => _sink?.Open(part);

    /// <summary>
    /// Whether the values of a part are asked for. They always are, except when a fingerprint is made without a part
    /// that takes long to compute (<see cref="FingerprintHasher.KeyWithout"/>).
    /// </summary>
    public bool Wants(FingerprintPart part) => _sink?.Wants(part) ?? true;

    /// <summary>Begins an HTML page with the inputs that all pages of its kind share.</summary>
    /// <param name="edition">The edition in whose words the page shows dates, cards and labels.</param>
    public void Begin(PageKind kind, Edition edition)
    {
        (_kind, _edition) = (kind, edition);
        if (_sink is null)
        {
            return;
        }

        _sink.Open(FingerprintPart.Template);
        _sink.Add("template", _plan.Theme.Fingerprint(kind));
        _sink.Add("style", _plan.PageHeads.StyleHash(kind));
        _sink.Open(FingerprintPart.Site);
        _sink.Add("site", _plan.SiteHash);
        AddWords();
    }

    /// <summary>Begins a file that no template makes.</summary>
    public void Begin()
    {
        _edition = _plan.Edition;
        if (_sink is null)
        {
            return;
        }

        _sink.Open(FingerprintPart.Template);
        _sink.Open(FingerprintPart.Site);
        _sink.Add("site", _plan.SiteHash);
    }

    /// <summary>Begins a file that no template makes and that shows words of an edition.</summary>
    public void Begin(Edition edition)
    {
        Begin();
        _edition = edition;
        AddWords();
    }

    /// <summary>What the page shows of the site.</summary>
    public SiteModel Site => _plan.PageHeads.SiteOn(_kind);

    /// <summary>The head of the page.</summary>
    /// <param name="title">Empty where the title comes from the article's source, which is added by itself.</param>
    /// <param name="url">The page's own URL, without the base URL.</param>
    public PageModel Head(string title, string url)
    {
        if (_sink is null)
        {
            return _plan.PageHeads.Page(_kind, title, url, _edition);
        }

        if (title.Length > 0)
        {
            _sink.Add("title", title);
        }

        _sink.Add("url", url);
        return _emptyHead ??= _plan.PageHeads.Page(PageKind.Front, "", "", _plan.Edition);
    }

    [return: NotNullIfNotNull(nameof(value))]
    public string? Text(string name, string? value)
    {
        _sink?.Add(name, value);
        return value;
    }

    public int Number(string name, int value)
    {
        _sink?.Add(name, value);
        return value;
    }

    public long Number(string name, long value)
    {
        _sink?.Add(name, value);
        return value;
    }

    public long? Number(string name, long? value)
    {
        _sink?.Add(name, value ?? -1);
        return value;
    }

    public bool Flag(string name, bool value)
    {
        _sink?.Add(name, value ? 1 : 0);
        return value;
    }

    public ArticleDate? Date(string name, ArticleDate? date)
    {
        _sink?.Add(name, date is { } known ? FeedDate.W3C(known) : null);
        return date;
    }

    /// <summary>A value that a hash stands for.</summary>
    /// <param name="shown">How <c>--explain</c> names it; not a part of the fingerprint.</param>
    public void Hash(string name, string shown, ulong hash) => _sink?.Add(name, shown, hash);

    /// <param name="url">A URL of this site; null for a name without a page.</param>
    public LinkModel Link(string name, string title, string? url)
    {
        if (_sink is null)
        {
            return new LinkModel(title, Href(url));
        }

        _sink.Add(name, title);
        _sink.Add("url", url);
        return EmptyLink;
    }

    /// <summary>A link that is ready to be shown.</summary>
    [return: NotNullIfNotNull(nameof(link))]
    public LinkModel? Link(string name, LinkModel? link)
    {
        _sink?.Add(name, link?.Title);
        _sink?.Add("url", link?.Href);
        return link;
    }

    public IReadOnlyList<LinkModel> Links(string name, IReadOnlyList<LinkModel> links)
    {
        foreach (var link in _sink is null ? [] : links)
        {
            Link(name, link);
        }

        return links;
    }

    /// <summary>The years of the archive, newest first.</summary>
    public IReadOnlyList<LinkModel> Years()
    {
        if (_sink is null)
        {
            return
            [
                .. _plan.Catalog.Years.Select(year =>
                    CalendarEntries.Link(_plan.Config.BaseUrl, _edition.Dates, year.Year)
                ),
            ];
        }

        foreach (var year in _plan.Catalog.Years)
        {
            _sink.Add("year", year.Year);
        }

        return [];
    }

    /// <summary>A year with its months; null while hashing.</summary>
    public YearEntry? Year(ArchiveYear year)
    {
        if (_sink is null)
        {
            return CalendarEntries.Year(_plan.Config.BaseUrl, _edition, year);
        }

        _sink.Add("year", year.Year);
        _sink.Add("articles", CalendarEntries.Count(year));
        foreach (var month in year.Months)
        {
            _sink.Add("month", month.Month);
            _sink.Add("articles", month.Articles.Length);
        }

        return null;
    }

    /// <summary>The section; null for -1.</summary>
    public LinkModel? Section(int section)
    {
        if (section < 0)
        {
            return null;
        }

        var known = _plan.Catalog.Sections[section];
        if (_sink is null)
        {
            return new LinkModel(known.Title, Href(known.Url));
        }

        _sink.Add("section", known.Title, _plan.RouteHashes.OfSection(section));
        return EmptyLink;
    }

    /// <summary>From the front page down to and with <paramref name="section"/>; only the front page for -1.</summary>
    public IReadOnlyList<LinkModel> Trail(int section)
    {
        AddAncestors(section);
        return _sink is null ? _plan.PageHeads.Trail(section) : [];
    }

    /// <summary>The same within the text edition.</summary>
    public IReadOnlyList<LinkModel> LiteTrail(int section)
    {
        AddAncestors(section);
        return _sink is null ? _plan.PageHeads.LiteTrail(section) : [];
    }

    /// <summary>The id of the section at the top of a section's branch; null for -1.</summary>
    public string? TopSection(int section) => Text("top section", _plan.PageHeads.TopOf(section));

    /// <summary>A feed that readers can discover from a page.</summary>
    /// <param name="folderUrl">The URL of the page that the feed follows, which ends with a slash.</param>
    public LinkModel Feed(string name, string folderUrl)
    {
        if (_sink is null)
        {
            return _plan.PageHeads.Feed(name, folderUrl);
        }

        _sink.Add("feed", name);
        _sink.Add("url", folderUrl);
        return EmptyLink;
    }

    /// <summary>A tag as an article spells it.</summary>
    /// <param name="tag">Index in the catalogue.</param>
    public LinkModel Tag(int article, int tag)
    {
        var name = _plan.Catalog.TagName(article, tag);
        return Tag("tag", name, tag);
    }

    /// <summary>A tag by a name.</summary>
    /// <param name="role">What the page shows it as.</param>
    public LinkModel Tag(string role, string name, int tag)
    {
        if (_sink is null)
        {
            return new LinkModel(name, Href(_plan.Catalog.Tags[tag].Url));
        }

        _sink.Add(role, name, _plan.RouteHashes.OfTag(tag, name));
        return EmptyLink;
    }

    /// <summary>The name of an article's author, with the author's page.</summary>
    /// <param name="index">In the article's byline.</param>
    public LinkModel Author(int article, int index)
    {
        var author = _plan.Catalog.AuthorsOf[article][index];
        if (_sink is null)
        {
            return author < 0
                ? new LinkModel(_plan.Catalog.Articles[article].Authors[index].Name, null)
                : new LinkModel(_plan.Catalog.AuthorName(article, index), Href(_plan.Catalog.Authors[author].Url));
        }

        if (author >= 0)
        {
            var name = _plan.Catalog.AuthorName(article, index);
            _sink.Add("author", name, _plan.RouteHashes.OfAuthor(author, name));
        }

        return EmptyLink;
    }

    /// <summary>An article in one of the languages that it stands in; null while hashing.</summary>
    /// <param name="isThis">Whether it is the page's own article.</param>
    /// <param name="after">What separates it from the next translation.</param>
    public TranslationModel Translation(int article, bool isThis, string after)
    {
        var summary = _plan.Catalog.Articles[article];
        var url = _plan.Catalog.Urls[article];
        var direction = ArticleCards.DirectionOf(summary);
        var name = _plan.Editions.NameOf(summary.Language);
        if (_sink is null)
        {
            return new TranslationModel(
                summary.Language,
                direction,
                name,
                summary.Title,
                Href(url)!,
                _plan.Config.BaseUrl.Absolute(url),
                isThis,
                after
            );
        }

        _sink.Add("translation", url);
        _sink.Add("language", summary.Language);
        _sink.Add("name", name);
        _sink.Add("direction", direction);
        _sink.Add("title", summary.Title);
        return null!;
    }

    /// <summary>An article as lists show it; null for -1.</summary>
    /// <param name="role">What the page shows it as.</param>
    public CardModel? Card(string role, int article)
    {
        AddCard(role, article);
        return _sink is null ? _plan.Cards.CardOrNone(article, _edition) : null;
    }

    public IReadOnlyList<CardModel> Cards(string role, ReadOnlySpan<int> articles)
    {
        AddCards(role, articles);
        return _sink is null ? _plan.Cards.All(articles, _edition) : [];
    }

    /// <summary>As <see cref="Cards"/>, for a list that may be long: each card is made when it is read.</summary>
    public IReadOnlyList<CardModel> LazyCards(string role, int[] articles)
    {
        AddCards(role, articles);
        return _sink is null ? new CardList(_plan.Cards, _edition, articles) : [];
    }

    /// <summary>As <see cref="Cards"/>, for the text edition.</summary>
    public IReadOnlyList<CardModel> LiteCards(string role, ReadOnlySpan<int> articles)
    {
        AddCards(role, articles);
        return _sink is null ? _plan.Cards.Lite(articles, _edition) : [];
    }

    /// <summary>
    /// Adds articles as cards show them, for a page that shows them in another form and nothing else of them.
    /// </summary>
    public void AddCards(string role, ReadOnlySpan<int> articles)
    {
        if (_sink is null)
        {
            return;
        }

        _sink.Add(role, articles.Length);
        foreach (var article in articles)
        {
            AddCard(role, article);
        }
    }

    /// <summary>An image of this site or another one: its address, and the facts about its file.</summary>
    /// <param name="url">Null for none.</param>
    public ImageInput Image(string name, string? url)
    {
        _sink?.Add(name, url);
        AddImageFile(url);
        return new ImageInput(_plan.Cards, url);
    }

    /// <summary>
    /// The bytes of a copied file, for a file of the site that contains them; nothing for a URL of another kind.
    /// </summary>
    public void AddFile(string? url)
    {
        if (_sink is not null && url is not null && AssetRoutes.Find(_plan.Catalog.Assets, url) is { } path)
        {
            _sink.Add("file", path, _plan.AssetMark(path) ?? 0);
        }
    }

    /// <summary>
    /// The article with its body. Null while hashing, and where its source is gone or has changed since the build
    /// began, which is reported to the worker.
    /// </summary>
    public ArticleContent? Article(int article)
    {
        if (_sink is not null)
        {
            AddSource(article);
            return null;
        }

        return _worker!.Load(article) is { } whole ? new ArticleContent(whole, _worker.Body(whole, article)) : null;
    }

    /// <summary>
    /// The whole body of an article with absolute links, as feeds contain it. Null while hashing, and where its source
    /// is gone.
    /// </summary>
    public string? FeedBody(int article)
    {
        AddSource(article);
        return _worker?.FeedBody(article);
    }

    /// <summary>
    /// Adds everything that comes from an article's source and from where its links lead, for files that show the
    /// article whole.
    /// </summary>
    public void AddSource(int article)
    {
        if (_sink is null)
        {
            return;
        }

        var summary = _plan.Catalog.Articles[article];
        _sink.Add("source", summary.Content);
        _sink.Add("updated", summary.Updated?.UtcTicks ?? 0);
        _sink.Add("reading", _plan.ReadingHash);
        AddLinks(summary.Links);
    }

    /// <summary>The text of a profile; null where there is none to show.</summary>
    public HtmlString? ProfileText(Profile? profile)
    {
        if (_sink is null)
        {
            return _worker!.Text(profile);
        }

        _sink.Add("text", profile?.Content ?? default);
        AddLinks(profile?.Links ?? []);
        return null;
    }

    /// <summary>The open part of a profile's front matter.</summary>
    public IReadOnlyDictionary<string, object?> Params(Profile? profile)
    {
        _sink?.Add("params", profile is { Params.Count: > 0 } ? profile.Content : default);
        return profile?.Params ?? ParamsModel.Empty;
    }

    /// <summary>Renders an HTML page.</summary>
    /// <param name="model">Null while hashing, and where a source could not be read.</param>
    /// <returns>As <see cref="PageJob.Make"/>.</returns>
    public bool Render(PageKind kind, object? model) =>
        _worker is null || (model is not null && _worker.Render(kind, model));

    /// <summary>Writes a file that no template makes.</summary>
    /// <param name="content">Everything that <paramref name="write"/> needs.</param>
    /// <param name="write">Does nothing but write; it runs only while rendering.</param>
    /// <returns>As <see cref="PageJob.Make"/>.</returns>
    public bool Write<T>(T content, Action<T, IBufferWriter<byte>> write)
    {
        _worker?.Write(to => write(content, to));
        return true;
    }

    /// <summary>The targets of the links of a text, which the text itself does not determine.</summary>
    public void AddLinks(IReadOnlyList<LinkReference> links)
    {
        if (_sink is null)
        {
            return;
        }

        foreach (var link in links)
        {
            _sink.Add("link", link.Target);
            var url = _plan.Catalog.Resolver.Find(link.Target);
            _sink.Add("leads to", url);
            AddImageFile(url);
        }
    }

    private void AddWords()
    {
        _sink?.Add("language", _edition.Language.Tag);
        _sink?.Add("direction", _edition.Language.Direction);
        _sink?.Add("words", _edition.Hash);
    }

    private void AddAncestors(int section)
    {
        if (_sink is null)
        {
            return;
        }

        for (var at = section; at >= 0; at = _plan.Catalog.Sections[at].Parent)
        {
            _sink.Add("section", _plan.Catalog.Sections[at].Title, _plan.RouteHashes.OfSection(at));
        }
    }

    private void AddCard(string role, int article)
    {
        if (_sink is null)
        {
            return;
        }

        if (article < 0)
        {
            _sink.Add(role, (string?)null);
            return;
        }

        _sink.Add(role, _sink.ReadsShown ? _plan.Catalog.Urls[article] : "", _plan.Cards.Hashes[article]);
    }

    /// <summary>
    /// What pages show of an image file beside its address; nothing where the site does not hold the file.
    /// </summary>
    private void AddImageFile(string? url)
    {
        if (_sink is not null && _plan.Catalog.Pictures.HashOf(url) is var hash and not 0)
        {
            _sink.Add("image's size, colours and variants", _sink.ReadsShown ? url! : "", hash);
        }
    }

    private string? Href(string? url) => url is null ? null : _plan.Config.BaseUrl.Href(url);
}

/// <summary>An article that was read for its page.</summary>
internal sealed record ArticleContent(Article Article, RenderedBody Body);

/// <summary>An image that a page shows, before it is known how the page describes it.</summary>
/// <param name="url">Absolute, or from the site's root; null for none.</param>
internal readonly struct ImageInput(ArticleCards cards, string? url)
{
    /// <summary>The image with its alternative text, caption and credit; null where there is none.</summary>
    public ImageModel? Model(ArticleImage? image) => cards.Image(image, url);

    /// <summary>The whole URL; null where there is none.</summary>
    public string? Absolute => cards.Absolute(url);
}
