using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Offline;
using StaticNews.Pages.Models;
using StaticNews.Templates;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>What pages have in common: the site's part and each page's head.</summary>
internal sealed class Heads
{
    private readonly Catalog _catalog;
    private readonly SiteConfig _config;
    private readonly Editions _editions;

    public Heads(Catalog catalog, Editions editions)
    {
        _catalog = catalog;
        _config = catalog.Config;
        _editions = editions;
        Site = SiteOf(catalog, editions);
    }

    public SiteModel Site { get; }

    /// <summary>The head of a page that belongs to the site as a whole.</summary>
    public PageModel Page(PageKind kind, string title, string url) => Page(kind, title, url, _editions.Site);

    /// <summary>The head of a page of one edition.</summary>
    public PageModel Page(PageKind kind, string title, string url, Edition edition) => new()
    {
        Kind = PageKinds.NameOf(kind),
        Title = title,
        Description = null,
        Canonical = _config.BaseUrl.Absolute(url),
        Language = edition.Language.Tag,
        Direction = edition.Language.Direction,
        Words = edition.Words,
        Translations = [],
        AnyLanguage = null,
        Image = null,
        Feed = null,
        Section = null,
        Breadcrumb = kind == PageKind.Front ? [] : [Home],
        Indexed = true,
    };

    /// <summary>From the front page down to and with <paramref name="section"/>; only the front page for -1.</summary>
    public IReadOnlyList<LinkModel> Trail(int section)
    {
        var trail = new List<LinkModel>();
        for (var at = section; at >= 0; at = _catalog.Sections[at].Parent)
        {
            trail.Add(new LinkModel(_catalog.Sections[at].Title, _config.BaseUrl.Href(_catalog.Sections[at].Url)));
        }

        trail.Add(Home);
        trail.Reverse();
        return trail;
    }

    /// <summary>Id of the section at the top of <paramref name="section"/>'s branch; null for -1.</summary>
    public string? TopOf(int section)
    {
        while (section >= 0 && _catalog.Sections[section].Parent is var parent and >= 0)
        {
            section = parent;
        }

        return section < 0 ? null : _catalog.Sections[section].Id;
    }

    public LinkModel Feed(string name, string folderUrl) =>
        new($"{name} | {_config.Title}", _config.BaseUrl.Href(folderUrl + "feed.xml"));

    /// <summary>Everything in <see cref="Site"/> and the settings that any page's text is rendered with.</summary>
    public ContentHash Hash()
    {
        var values = new FingerprintBuilder();
        values.Add(Site.Title).Add(Site.Description).Add(Site.Language).Add(Site.Url).Add(Site.Publisher).Add(Site.Logo).Add(Site.Icon)
            .Add(Site.Tags).Add(Site.Authors).Add(Site.Direction).Add(Site.WorkerScriptHash);
        foreach (var section in Site.Navigation)
        {
            values.Add(section.Id).Add(section.Title).Add(section.Language).Add(section.Direction);
        }

        foreach (var link in Site.Footer)
        {
            values.Add(link.Title).Add(link.Href);
        }

        return values.Add((long)_config.Markdown.Html).Add(_config.Markdown.Elsewhere).Add(_config.Markdown.Shortcodes).Finish();
    }

    private LinkModel Home => new(_config.Title, _config.BaseUrl.Href("/"));

    private static SiteModel SiteOf(Catalog catalog, Editions editions)
    {
        var config = catalog.Config;
        var hasTags = catalog.Tags.Any(tag => tag.Url is not null);
        var worker = config.Offline.Worker ? WorkerScript.Of(config.BaseUrl.Href(SiteUrls.Worker)) : null;
        return new SiteModel
        {
            Title = config.Title,
            Description = config.Description,
            Language = editions.Site.Language.Tag,
            Direction = editions.Site.Language.Direction,
            Url = config.BaseUrl.Absolute("/"),
            Home = config.BaseUrl.Href("/"),
            Publisher = config.Publisher?.Name ?? config.Title,
            Logo = config.Publisher?.Logo is { } logo ? config.BaseUrl.Link(logo) : null,
            Icon = config.Publisher?.Icon is { } icon ? config.BaseUrl.Link(icon) : null,
            Navigation = [.. catalog.Sections
                .Where(section => section.Parent < 0)
                .Select(section => new NavigationLink(section.Id, section.Title, config.BaseUrl.Href(section.Url), section.Language.Tag, section.Language.Direction))],
            Footer = [.. config.Footer.Select(link => new LinkModel(link.Title, config.BaseUrl.Link(link.Url)))],
            Feed = config.BaseUrl.Href("/feed.xml"),
            Tags = hasTags ? config.BaseUrl.Href("/tags/") : null,
            Authors = catalog.Authors.Count > 0 ? config.BaseUrl.Href("/authors/") : null,
            Archive = config.BaseUrl.Href("/archive/"),
            WorkerScript = worker is null ? null : new HtmlText(worker.Element),
            WorkerScriptHash = worker?.Hash,
        };
    }
}
