using StaticNews.Templates;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>
/// Receives, while a page is rendered, what decides its style and its policy, so that the finished page need not be
/// scanned: what the page shows, and where its head has the two. Used for one page after another.
/// </summary>
internal sealed class PageObserver : IHtmlObserver
{
    private static readonly ObservedHtml Observed = new(
        ["body", "main", "style", "figure", "table", "pre", "dl", "link"],
        [
            new AttributeFilter("lang"),
            new AttributeFilter("style"),
            new AttributeFilter("content", "meta"),
            new AttributeFilter("href", "link"),
            new AttributeFilter("rel", "link"),
            new AttributeFilter("poster", "video"),
            new AttributeFilter("srcset", "img", "source"),
            new AttributeFilter("src", "img", "iframe", "video", "audio", "source", "track"),
        ]
    );

    private readonly List<int> _styleElements = [];
    private readonly List<(int Start, int Length)> _metaContents = [];

    /// <summary>The <c>link</c> element being written.</summary>
    private (string? Href, bool? IsIcon) _link;
    private bool _isInBody;
    private bool _isInMain;
    private bool _hasLanguage;
    private bool _hasScriptBeforeMain;
    private bool _isRich;

    /// <summary>For templates of pages.</summary>
    public static TemplateOptions Observe(TemplateOptions options) => options with { Observed = Observed };

    /// <summary>HTML that pages print, examined once.</summary>
    public static HtmlString Examined(string html) => new(html, HtmlContent.Of(html, Observed));

    /// <summary>What the page shows and embeds.</summary>
    public ContentSecuritySources Sources { get; } = new();

    /// <summary>
    /// Whether the page holds more than European words: a figure, a table, a list of terms, blocks of code, or a script
    /// with rules of its own: as the page's own language, or within its main part, for the names of sections stand in
    /// the navigation of every page.
    /// </summary>
    public bool IsRich => _isRich || (_hasScriptBeforeMain && !_isInMain);

    /// <summary>Where the head's <c>style</c> elements begin.</summary>
    public IReadOnlyList<int> StyleElements => _styleElements;

    /// <summary>Where in the head the values are that <c>meta</c> elements have as their <c>content</c>.</summary>
    public IReadOnlyList<(int Start, int Length)> MetaContents => _metaContents;

    /// <summary>Forgets the page before.</summary>
    public void Begin()
    {
        _styleElements.Clear();
        _metaContents.Clear();
        Sources.Clear();
        _link = default;
        (_isInBody, _isInMain, _hasLanguage, _hasScriptBeforeMain, _isRich) = (false, false, false, false, false);
    }

    public void StartTag(string element, int start)
    {
        switch (element)
        {
            case "body":
                _isInBody = true;
                break;
            case "main":
                _isInMain = true;
                break;
            case "link":
                _link = default;
                break;
            case "style" when !_isInBody:
                _styleElements.Add(start);
                break;
            case "figure" or "table" or "pre" or "dl":
                _isRich = true;
                break;
        }
    }

    public void Attribute(string element, string name, ReadOnlySpan<byte> value, int start)
    {
        switch (name)
        {
            case "lang":
                AddLanguage(value);
                break;
            case "style":
                Sources.AddStyle(value);
                break;
            case "content" when !_isInBody:
                _metaContents.Add((start, value.Length));
                break;
            case "href" or "rel":
                AddLink(name, value);
                break;
            case "srcset":
                Sources.AddCandidates(HtmlScanner.Decoded(value));
                break;
            case "src" when element is "iframe":
                Sources.AddFrame(HtmlScanner.Decoded(value));
                break;
            case "src" when element is not "img":
                Sources.AddMedia(HtmlScanner.Decoded(value));
                break;
            case "src" or "poster":
                Sources.AddPicture(HtmlScanner.Decoded(value));
                break;
        }
    }

    private void AddLanguage(ReadOnlySpan<byte> language)
    {
        if (WritingSystem.NeedsRules(language))
        {
            _isRich |= _isInMain || !_hasLanguage;
            _hasScriptBeforeMain = true;
        }

        _hasLanguage = true;
    }

    /// <summary>
    /// Of all links a browser loads the icon as a picture; which of the two attributes comes first is the theme's
    /// choice. Of two with one name browsers know the first only.
    /// </summary>
    private void AddLink(string name, ReadOnlySpan<byte> value)
    {
        if (name is "rel")
        {
            _link.IsIcon ??= value.IndexOf("icon"u8) >= 0;
        }
        else if (_link.IsIcon is not false)
        {
            _link.Href ??= HtmlScanner.Decoded(value);
        }

        if (_link is { IsIcon: true, Href: { } icon })
        {
            Sources.AddPicture(icon);
        }
    }
}
