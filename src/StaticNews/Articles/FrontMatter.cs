using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Articles;

/// <summary>
/// The values of one article's front matter, filled from the defaults that match its path and then from itself: what is read later
/// replaces what was there. One article long.
/// </summary>
internal sealed class FrontMatter
{
    public string? Title { get; set; }

    /// <summary>Where the title stands, or the key that has none; null where there is no key.</summary>
    public SourceText? TitleSource { get; set; }

    public TextSpan TitleSpan { get; set; }

    /// <summary>An unknown key that looks like <c>title</c>, or null.</summary>
    public (string Key, SourceLocation At)? NearTitle { get; set; }

    public ArticleDate? Date { get; set; }

    /// <summary>What is wrong with the date that stands there, at its place; null where nothing is, or none is written.</summary>
    public Diagnostic? DateFault { get; set; }

    public ArticleDate? Updated { get; set; }

    /// <summary>The file that <see cref="UpdatedSpan"/> lies in; null where there is no key.</summary>
    public SourceText? UpdatedSource { get; set; }

    public TextSpan UpdatedSpan { get; set; }

    public Correction[] Corrections { get; set; } = [];

    public string? Slug { get; set; }

    /// <summary>A site URL that is used as it stands.</summary>
    public LinkReference? Url { get; set; }

    public LinkReference[] Aliases { get; set; } = [];

    public string? Section { get; set; }

    public string[] Tags { get; set; } = [];

    public Byline[] Authors { get; set; } = [];

    public string? Dateline { get; set; }

    public string? Desk { get; set; }

    public string[] Agencies { get; set; } = [];

    public string? Kicker { get; set; }

    public string? Summary { get; set; }

    public ArticleType Type { get; set; }

    public ArticleImage? Image { get; set; }

    /// <summary>The picture of a withdrawn article, which nothing shows.</summary>
    public ArticleImage? WithdrawnImage { get; private set; }

    public LinkReference[] Related { get; set; } = [];

    public string? Language { get; set; }

    public string? Direction { get; set; }

    public string? TranslationKey { get; set; }

    public string? SourceUrl { get; set; }

    public ArticleDate? Captured { get; set; }

    public string? License { get; set; }

    public ArticleStatus Status { get; set; }

    public string? StatusReason { get; set; }

    /// <summary>Where the reason stands; null where there is no key.</summary>
    public SourceText? StatusReasonSource { get; set; }

    public TextSpan StatusReasonSpan { get; set; }

    public ArticleDate? Expires { get; set; }

    public int Priority { get; set; }

    public string? Series { get; set; }

    public string? Event { get; set; }

    public string? Id { get; set; }

    public Dictionary<string, object?> Params { get; } = new(StringComparer.Ordinal);

    /// <summary>What its keys say of visibility, with the file of each; null for most, which have no such key.</summary>
    private List<(SourceText Source, VisibilityFinding Finding)>? _visibility;

    /// <summary>What a key says. It replaces what <c>defaults</c> say by the same key; of two in one file the stricter one counts.</summary>
    public void SetVisibility(SourceText source, string key, VisibilityFinding finding)
    {
        _visibility ??= [];
        _visibility.RemoveAll(earlier => earlier.Source != source && VisibilityKeys.IsSameKey(earlier.Finding.Key, key));
        _visibility.Add((source, finding));
    }

    /// <summary>What all keys say together: the strictest, the latest beginning and the earliest end.</summary>
    public VisibilityFinding? VisibilityOf()
    {
        VisibilityFinding? strictest = null;
        foreach (var (_, finding) in _visibility ?? [])
        {
            strictest = strictest is null ? finding : strictest.And(finding);
        }

        return strictest;
    }

    /// <summary>
    /// Takes out what the page of a withdrawn article may not show, so that no page, list or copied file can come of it: headline, label, byline, dates and the
    /// reason are left.
    /// </summary>
    public void LeaveNotice()
    {
        WithdrawnImage = Image;
        (Summary, Image, Dateline, Series, Event) = (null, null, null, null, null);
        (SourceUrl, Captured, License) = (null, null, null);
        (Tags, Agencies, Corrections, Related) = ([], [], [], []);
        Params.Clear();
    }
}
