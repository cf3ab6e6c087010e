using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>Which articles of a list may be related to one: a slice around its place, longer towards the past than towards what came later.</summary>
internal sealed class RelatedWindows
{
    private readonly Catalog _catalog;
    private readonly int _newer;
    private readonly int _older;

    public RelatedWindows(Catalog catalog)
    {
        var config = catalog.Config.Related;
        _catalog = catalog;
        _newer = Math.Min(config.Ahead, config.Window / 2);
        _older = config.Window - _newer;
        Unsectioned = Array.FindAll(catalog.Listed, i => catalog.SectionOf[i] < 0);
    }

    /// <summary>Listed articles without a section: a section of their own.</summary>
    public int[] Unsectioned { get; }

    public int[] SectionList(int article) =>
        _catalog.SectionOf[article] is var section and >= 0 ? _catalog.Sections[section].Articles : Unsectioned;

    /// <summary>The slice of a list around the article's place in it; the article itself may be in it.</summary>
    public TextSpan Of(int[] articles, int article)
    {
        var place = DateOrder.PlaceOf(articles, article);
        var start = Math.Max(0, place - _newer);
        var isIn = place < articles.Length && articles[place] == article ? 1 : 0;
        return new TextSpan(start, Math.Min(articles.Length, place + isIn + _older) - start);
    }

    /// <summary>How many of the <c>window</c> articles of the archive up to this one are in a list: it looks back only, so that what comes later shifts nothing.</summary>
    public int CountNear(int[] articles, int article)
    {
        var window = _newer + _older;
        var place = DateOrder.PlaceOf(articles, article);
        return DateOrder.PlaceOf(articles.AsSpan(place, Math.Min(window, articles.Length - place)), article + window);
    }
}
