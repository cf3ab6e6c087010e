using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Pages.Models;
using StaticNews.Templates;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>What pages have in common: the site's part and each page's head.</summary>
internal sealed class PageHead
{
    private readonly Catalog _catalog;
    private readonly SiteConfig _config;
    private readonly StyleVariantSheet[] _dresses;
    private readonly Editions _editions;
    private readonly List<Diagnostic> _styleFaults = [];

    public PageHead(Catalog catalog, Editions editions, Theme theme)
    {
        _catalog = catalog;
        _config = catalog.Config;
        _editions = editions;
        Site = SiteOf(catalog, editions);
        var lite = Site with
        {
            Home = _config.BaseUrl.Href(SiteUrls.Lite),
            Navigation = NavigationOf(catalog, SiteUrls.LiteOf),
        };
        _dresses =
        [
            .. StyleVariant.All.Select(look =>
                ApplyStyle(look, theme, PageKinds.FormatOf(look.Kind) == PageFormat.Lite ? lite : Site)
            ),
        ];
    }

    /// <summary>Without a style, as no page has it; see <see cref="SiteOn"/>.</summary>
    public SiteModel Site { get; }

    /// <summary>What kept a style sheet from being written; null for nothing.</summary>
    public Diagnostic? Problem { get; private set; }

    /// <summary>What is not closed in the style sheets; each place once.</summary>
    public IReadOnlyList<Diagnostic> StyleFaults =>
        [.. _styleFaults.DistinctBy(fault => (fault.At.Path, fault.At.Offset))];

    /// <summary>Each once.</summary>
    /// <param name="isLite">Whether the text edition is published too.</param>
    public IEnumerable<StyleSheet> Sheets(bool isLite) =>
        StyleVariant
            .All.Where(look => isLite || PageKinds.FormatOf(look.Kind) == PageFormat.Full)
            .Select(look => _dresses[look.Index].Sheet)
            .DistinctBy(sheet => sheet.Source, StringComparer.Ordinal);

    /// <summary>
    /// The site as pages of a kind know it: with the style that most of them need, and in the text edition with a front
    /// page and sections of its own.
    /// </summary>
    public SiteModel SiteOn(PageKind kind) => _dresses[new StyleVariant(kind, IsRich: false).Index].Site;

    /// <summary>
    /// Gives a page that was rendered with <see cref="SiteOn"/> the style and the policy that it needs.
    /// </summary>
    /// <param name="page">The whole page and nothing else.</param>
    /// <param name="seen">What was observed while the page was rendered.</param>
    public void ApplyStyle(PageKind kind, ArrayBufferWriter<byte> page, PageObserver seen)
    {
        var plain = _dresses[new StyleVariant(kind, IsRich: false).Index];
        var dress = _dresses[new StyleVariant(kind, seen.IsRich).Index];
        var head = new PageHeadEditor(page, seen);
        var policy = head.FindPolicy(plain.Policy.Written);
        // A head with a policy of its own has the sheet's hash in it all the same.
        head.Replace(
            new HeadChange(head.FindSheet(plain.Element), plain.Element, dress.Element),
            policy < 0
                ? new HeadChange(head.FindPolicy(plain.Hash), plain.Hash, dress.Hash)
                : new HeadChange(policy, plain.Policy.Written, dress.Policy.Of(seen.Sources))
        );
    }

    /// <summary>Of all styles that a page of this kind may have.</summary>
    public ContentHash StyleHash(PageKind kind) =>
        new FingerprintBuilder()
            .Add(_dresses[new StyleVariant(kind, IsRich: false).Index].Sheet.Hash)
            .Add(_dresses[new StyleVariant(kind, IsRich: true).Index].Sheet.Hash)
            .Finish();

    /// <summary>The head of a page without a section.</summary>
    public PageModel Page(PageKind kind, string title, string url) => Page(kind, title, url, _editions.Site);

    /// <summary>The head of a page of one edition.</summary>
    public PageModel Page(PageKind kind, string title, string url, Edition edition) =>
        new()
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
            OtherEdition = null,
            Params = ParamsModel.Empty,
        };

    /// <summary>From the front page down to and with <paramref name="section"/>; only the front page for -1.</summary>
    public IReadOnlyList<LinkModel> Trail(int section) => Trail(section, Home, url => url);

    /// <summary>The same within the text edition.</summary>
    public IReadOnlyList<LinkModel> LiteTrail(int section) =>
        Trail(section, new LinkModel(_config.Title, _config.BaseUrl.Href(SiteUrls.Lite)), SiteUrls.LiteOf);

    /// <summary>Where a page of the full edition stands in the text edition; null for a site without one.</summary>
    public string? LiteHref(string url) => _config.Lite ? _config.BaseUrl.Href(SiteUrls.LiteOf(url)) : null;

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

    /// <summary>
    /// The hash of <see cref="Site"/>, and of the settings that decide how any page's text is rendered and whether the
    /// text edition exists. Style and policy are not in it: <see cref="StyleHash"/>.
    /// </summary>
    public ContentHash Hash()
    {
        var values = new FingerprintBuilder();
        foreach (var (path, value) in ModelLeaves.Of(Site))
        {
            values.Add(path).Add(value);
        }

        return values
            .Add(_config.Lite)
            .Add((long)_config.Markdown.Html)
            .Add(_config.Markdown.Elsewhere)
            .Add(_config.Markdown.Shortcodes)
            .Finish();
    }

    private StyleVariantSheet ApplyStyle(StyleVariant look, Theme theme, SiteModel site)
    {
        var (written, problem) = theme.Style(look, Site);
        Problem ??= problem;
        var sheet = written ?? StyleSheet.None;
        if (written is not null && theme.StyleFault(look, written) is { } fault)
        {
            _styleFaults.Add(fault);
        }

        var policy = new ContentSecurityPolicy(sheet, Site, PageKinds.FormatOf(look.Kind));
        return new StyleVariantSheet(
            sheet,
            Encoding.UTF8.GetBytes(sheet.Element.ToString()),
            Encoding.UTF8.GetBytes(sheet.Source.Trim('\'')),
            policy,
            site with
            {
                Style = sheet.Element,
                Policy = policy.Site,
            }
        );
    }

    private LinkModel Home => new(_config.Title, _config.BaseUrl.Href("/"));

    private static SiteModel SiteOf(Catalog catalog, Editions editions)
    {
        var config = catalog.Config;
        var shown = config.Publisher?.Logo is { } logo
            ? catalog.Pictures.DisplayedAt(catalog.AddressOf(logo).Url)
            : null;
        var hasTags = catalog.Tags.Any(tag => tag.Url is not null);
        var worker = config.Offline.Worker ? ServiceWorkerScript.Of(config.BaseUrl.Href(SiteUrls.Worker)) : null;
        return new SiteModel
        {
            Title = config.Title,
            Description = config.Description,
            Language = editions.Site.Language.Tag,
            Direction = editions.Site.Language.Direction,
            Url = config.BaseUrl.Absolute("/"),
            Home = config.BaseUrl.Href("/"),
            Publisher = config.Publisher?.Name ?? config.Title,
            Logo = Link(catalog, config.Publisher?.Logo),
            LogoWidth = shown?.Width,
            LogoHeight = shown?.Height,
            Icon = Link(catalog, config.Publisher?.Icon),
            Navigation = NavigationOf(catalog, url => url),
            Footer = [.. config.Footer.Select(link => new LinkModel(link.Title, Link(catalog, link.Url)))],
            Feed = config.BaseUrl.Href("/feed.xml"),
            Tags = hasTags ? config.BaseUrl.Href("/tags/") : null,
            Authors = catalog.Authors.Count > 0 ? config.BaseUrl.Href("/authors/") : null,
            Archive = config.BaseUrl.Href("/archive/"),
            WorkerScript = worker is null ? null : PageObserver.Examined(worker.Element),
            WorkerScriptHash = worker?.Hash,
            Theme = ThemeOf(config.Theme),
            Style = StyleSheet.None.Element,
            Policy = "",
        };
    }

    /// <summary>A link to what site.yml names.</summary>
    [return: NotNullIfNotNull(nameof(address))]
    private static string? Link(Catalog catalog, string? address)
    {
        if (address is null)
        {
            return null;
        }

        var (url, suffix) = catalog.AddressOf(address);
        return catalog.Config.BaseUrl.Link(url) + suffix;
    }

    private List<LinkModel> Trail(int section, LinkModel home, Func<string, string> urlOf)
    {
        var trail = new List<LinkModel>();
        for (var at = section; at >= 0; at = _catalog.Sections[at].Parent)
        {
            trail.Add(
                new LinkModel(_catalog.Sections[at].Title, _config.BaseUrl.Href(urlOf(_catalog.Sections[at].Url)))
            );
        }

        trail.Add(home);
        trail.Reverse();
        return trail;
    }

    private static NavigationLink[] NavigationOf(Catalog catalog, Func<string, string> urlOf) =>
        [
            .. catalog
                .Sections.Where(section => section.Parent < 0 && section.IsInNavigation)
                .Select(section => new NavigationLink(
                    section.Id,
                    section.Title,
                    catalog.Config.BaseUrl.Href(urlOf(section.Url)),
                    section.Language.Tag,
                    section.Language.Direction
                )),
        ];

    private static ThemeModel ThemeOf(ThemeConfig theme) =>
        new(
            theme.Accent?.ToString(),
            theme.AccentDark?.ToString(),
            theme.Paper?.ToString(),
            theme.PaperDark?.ToString(),
            theme.Ink?.ToString(),
            theme.InkDark?.ToString()
        );
}

/// <summary>Changes in the head of a page that is already rendered.</summary>
/// <param name="page">The whole page and nothing else.</param>
/// <param name="seen">Where the head has its style and its policy.</param>
internal sealed class PageHeadEditor(ArrayBufferWriter<byte> page, PageObserver seen)
{
    /// <summary>Where the head has a style element; -1 where it has none that is equal.</summary>
    public int FindSheet(byte[] element)
    {
        foreach (var start in seen.StyleElements)
        {
            if (page.WrittenSpan[start..].StartsWith(element))
            {
                return start;
            }
        }

        return -1;
    }

    /// <summary>Where the head's <c>meta</c> elements have a policy, or a part of one; -1: nowhere.</summary>
    public int FindPolicy(byte[] policy)
    {
        foreach (var (start, length) in seen.MetaContents)
        {
            if (page.WrittenSpan.Slice(start, length).IndexOf(policy) is >= 0 and var at)
            {
                return start + at;
            }
        }

        return -1;
    }

    /// <summary>Makes the changes. The page is copied once, or not at all.</summary>
    public void Replace(HeadChange one, HeadChange other)
    {
        if (!one.IsNeeded && !other.IsNeeded)
        {
            return;
        }

        // The buffer can only be written from its start; what it holds after a reset is no longer its own.
        var length = page.WrittenCount;
        var old = ArrayPool<byte>.Shared.Rent(length);
        page.WrittenSpan.CopyTo(old);
        page.ResetWrittenCount();
        var (first, second) = one.Start < other.Start ? (one, other) : (other, one);
        var at = Append(old, 0, first);
        at = Append(old, at, second);
        page.Write(old.AsSpan(at..length));
        ArrayPool<byte>.Shared.Return(old);
    }

    /// <returns>Where the old page goes on.</returns>
    private int Append(byte[] old, int from, HeadChange change)
    {
        if (!change.IsNeeded)
        {
            return from;
        }

        page.Write(old.AsSpan(from..change.Start));
        page.Write(change.After);
        return change.Start + change.Before.Length;
    }
}

/// <summary>One text in a head that another one takes the place of.</summary>
/// <param name="Start">Where it is in the page; -1: nowhere.</param>
internal readonly record struct HeadChange(int Start, byte[] Before, byte[] After)
{
    public bool IsNeeded => Start >= 0 && !Before.AsSpan().SequenceEqual(After);
}
