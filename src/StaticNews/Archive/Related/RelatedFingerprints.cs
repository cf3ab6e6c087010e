using StaticNews.Archive.Topics;
using StaticNews.Text;

namespace StaticNews.Archive.Related;

/// <summary>
/// For each article one number for all that its related list is chosen from and shows: the windows of its tags, series,
/// event and section, and what it pins. While the number is the same, so is the list, which takes a hundred times
/// longer to work out. It may change although the list does not; then the list itself decides. Of each list of articles
/// it keeps running sums of hashes, so that the sum over a window is one subtraction: an article's place in the window
/// is decided by the hashed values (date, then path), so their sum represents their order too.
/// </summary>
internal sealed class RelatedFingerprints
{
    private readonly Catalog _catalog;
    private readonly RelatedWindows _windows;
    private readonly ulong[] _facts;
    private readonly ulong _rules;
    private readonly ulong[][] _tags;
    private readonly ulong[][] _sections;
    private readonly ulong[][] _series;
    private readonly ulong[][] _events;
    private readonly ulong[] _unsectioned;

    private RelatedFingerprints(Catalog catalog, RelatedWindows windows, ulong[] facts)
    {
        (_catalog, _windows, _facts, _rules) = (catalog, windows, facts, RulesOf(catalog));
        _tags = SumsOf(catalog.Tags, facts);
        _series = SumsOf(catalog.Series, facts);
        _events = SumsOf(catalog.Events, facts);
        _unsectioned = Sums(windows.Unsectioned, facts);
        _sections = new ulong[catalog.Sections.Count][];
        for (var i = 0; i < _sections.Length; i++)
        {
            _sections[i] = Sums(catalog.Sections[i].Articles, facts);
        }
    }

    public static RelatedFingerprints Of(Catalog catalog, RelatedWindows windows, ReadOnlySpan<ulong> shown)
    {
        var facts = new ulong[shown.Length];
        for (var i = 0; i < facts.Length; i++)
        {
            facts[i] = FingerprintBuilder.Combine(shown[i], TextHash.Of(catalog.Articles[i].Path).Low);
        }

        return new RelatedFingerprints(catalog, windows, facts);
    }

    public ulong this[int article]
    {
        get
        {
            var hash = FingerprintBuilder.Combine(_rules, _facts[article]);
            foreach (var tag in _catalog.TagsOf[article])
            {
                var articles = _catalog.Tags[tag].Articles;
                hash = FingerprintBuilder.Combine(
                    hash,
                    (ulong)RelatedScore.SharedTag(_windows.CountNear(articles, article), _catalog.Config.Related.Window)
                );
                hash = Join(hash, articles, _tags[tag], article);
            }

            hash = Join(hash, _catalog.Series, _series, _catalog.SeriesOf[article], article);
            hash = Join(hash, _catalog.Events, _events, _catalog.EventOf[article], article);
            hash = Join(
                hash,
                _windows.SectionList(article),
                _catalog.SectionOf[article] is var section and >= 0 ? _sections[section] : _unsectioned,
                article
            );
            foreach (var pinned in _catalog.Pinned.TryGetValue(article, out var found) ? found : [])
            {
                hash = FingerprintBuilder.Combine(hash, _facts[pinned]);
            }

            return hash;
        }
    }

    private ulong Join(ulong hash, IReadOnlyList<Topic> topics, ulong[][] sums, int topic, int article) =>
        topic < 0 ? FingerprintBuilder.Combine(hash, 0) : Join(hash, topics[topic].Articles, sums[topic], article);

    private ulong Join(ulong hash, int[] articles, ulong[] sums, int article)
    {
        var window = _windows.Of(articles, article);
        return FingerprintBuilder.Combine(
            FingerprintBuilder.Combine(hash, (ulong)window.Length),
            sums[window.End] - sums[window.Start]
        );
    }

    private static ulong[][] SumsOf(IReadOnlyList<Topic> topics, ulong[] facts)
    {
        var sums = new ulong[topics.Count][];
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = Sums(topics[i].Articles, facts);
        }

        return sums;
    }

    private static ulong[] Sums(int[] articles, ulong[] facts)
    {
        var sums = new ulong[articles.Length + 1];
        for (var i = 0; i < articles.Length; i++)
        {
            sums[i + 1] = sums[i] + facts[articles[i]];
        }

        return sums;
    }

    /// <summary>How lists are chosen, and which section lies in which.</summary>
    private static ulong RulesOf(Catalog catalog)
    {
        var rules = new FingerprintBuilder()
            .Add(catalog.Config.Related.Count)
            .Add(catalog.Config.Related.Window)
            .Add(catalog.Config.Related.Ahead);
        foreach (var section in catalog.Sections)
        {
            rules.Add(section.Url).Add(section.Parent);
        }

        return rules.FinishQuickly();
    }
}

/// <summary>
/// Which articles of a list may be related to one: a slice around its place, longer towards the past than towards what
/// came later.
/// </summary>
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

    /// <summary>
    /// How many of the <c>window</c> articles of the archive up to this one are in a list: it looks back only, so that
    /// what comes later shifts nothing.
    /// </summary>
    public int CountNear(int[] articles, int article)
    {
        var window = _newer + _older;
        var place = DateOrder.PlaceOf(articles, article);
        return DateOrder.PlaceOf(articles.AsSpan(place, Math.Min(window, articles.Length - place)), article + window);
    }
}
