using StaticNews.Archive.Sections;
using StaticNews.Archive.Topics;
using StaticNews.Configuration;

namespace StaticNews.Archive.Related;

/// <summary>
/// "More from …": for each article the others that a reader of it would read next. Immutable; workers share it, each
/// with a scratch of its own.
///
/// Candidates are the articles nearest by date that share a tag, the series, the event or the section: of each of these
/// lists at most <c>window</c>, and of those at most <c>ahead</c> newer than the article. So an article's list becomes
/// final once so many came after it, and one new article can only disturb those near it in time. Each list is sorted by
/// date, so a window is a slice around the article's place: the walk over all slices adds up points, a second walk over
/// the candidates adds the values that take longer to compute (headline, date) only where it could still change the
/// result. The order is total: pinned ones, the same section, points, then the earlier, then the path. Near-identical
/// headlines stand once.
/// </summary>
internal sealed class RelatedIndex
{
    /// <summary>
    /// A shortlist that found too few among so many more than it needed found a story that everybody copied; its list
    /// may be short.
    /// </summary>
    private const int MaxSpare = 256;

    private readonly Catalog _catalog;
    private readonly Headlines _headlines;
    private readonly Facts[] _facts;
    private readonly ulong[] _copyKeys;
    private readonly long[] _ticks;
    private readonly RelatedWindows _windows;
    private readonly int[][] _tagSections;
    private readonly int[] _sectionEnds;

    private RelatedIndex(Catalog catalog, Headlines headlines, Facts[] facts, ulong[] copyKeys, long[] ticks)
    {
        (_catalog, _headlines, _facts, _copyKeys, _ticks) = (catalog, headlines, facts, copyKeys, ticks);
        _windows = new RelatedWindows(catalog);
        _tagSections = SectionsOfTags(catalog);
        _sectionEnds = SectionEnds(catalog.Sections);
    }

    private RelatedConfig Config => _catalog.Config.Related;

    /// <summary>A number that stays as it is while all that the lists are chosen from stays as it is.</summary>
    /// <param name="shown">For each article, a hash of all that a card shows of it.</param>
    public RelatedFingerprints FingerprintsOf(ReadOnlySpan<ulong> shown) =>
        RelatedFingerprints.Of(_catalog, _windows, shown);

    public static RelatedIndex Of(Catalog catalog)
    {
        var headlines = Headlines.Read(catalog.Articles);
        var facts = new Facts[catalog.Articles.Count];
        var copyKeys = new ulong[facts.Length];
        var ticks = new long[facts.Length];
        for (var i = 0; i < facts.Length; i++)
        {
            ticks[i] = catalog.Articles[i].Date.UtcTicks;
            var day = (int)(ticks[i] / TimeSpan.TicksPerDay);
            facts[i] = new Facts(day, headlines.MarksOf(i));
            copyKeys[i] = headlines.CopyKeyOf(i);
        }

        return new RelatedIndex(catalog, headlines, facts, copyKeys, ticks);
    }

    public RelatedBuffers NewScratch() => new(_facts.Length);

    /// <summary>
    /// Fills <paramref name="list"/> with as many related articles as there are, best first, without reasons; says how
    /// many these are.
    /// </summary>
    public int Related(int article, RelatedBuffers scratch, Span<RelatedArticle> list)
    {
        var pinned = Pinned(article);
        var count = 0;
        while (count < list.Length && count < pinned.Length)
        {
            list[count] = new RelatedArticle(pinned[count], (RelatedScore.Pinned - count) / 100.0, []);
            count++;
        }

        // Some of the best may turn out to be copies of better ones, so the shortlist is longer than the list, and
        // longer still at a second try.
        for (var spare = 4; ; spare *= 8)
        {
            var capacity = list.Length - count + spare;
            RankCandidates(article, pinned, scratch, capacity);
            var found = TakeBest(article, scratch.Shortlist, list, count);
            if (found == list.Length || scratch.Shortlist.Count < capacity || spare >= MaxSpare)
            {
                return found;
            }
        }
    }

    /// <summary>The same list with what made each score; for people, not for pages.</summary>
    public IReadOnlyList<RelatedArticle> Explain(int article, int count)
    {
        var list = new RelatedArticle[count];
        var found = Related(article, NewScratch(), list);
        for (var i = 0; i < found; i++)
        {
            list[i] = list[i] with { Reasons = Reasons(article, list[i].Article) };
        }

        return list[..found];
    }

    /// <summary>
    /// Articles of other sections stand behind all of the same, so most lists are complete before the others are looked
    /// at.
    /// </summary>
    private void RankCandidates(int article, int[] pinned, RelatedBuffers scratch, int capacity)
    {
        CollectCandidates(article, SectionsAround(article), scratch);
        Rank(article, pinned, scratch, capacity);
        if (scratch.Shortlist.Floor < RelatedScore.SameSection)
        {
            CollectCandidates(article, SectionRange.All, scratch);
            Rank(article, pinned, scratch, capacity);
        }
    }

    private void CollectCandidates(int article, SectionRange range, RelatedBuffers scratch)
    {
        var tags = _catalog.TagsOf[article];
        scratch.Clear(tags.Length + 3, Config.Window + 1);
        foreach (var tag in tags)
        {
            var articles = _catalog.Tags[tag].Articles;
            var window = _windows.Of(articles, article);
            var points = RelatedScore.SharedTag(_windows.CountNear(articles, article), Config.Window);
            scratch.Collect(
                articles.AsSpan(window.Start, window.Length),
                _tagSections[tag].AsSpan(window.Start, window.Length),
                range,
                points
            );
        }

        if (SeriesOf(article) is { } series)
        {
            scratch.Collect(Window(series.Articles, article), RelatedScore.SameSeries);
        }

        if (EventOf(article) is { } named)
        {
            scratch.Collect(Window(named.Articles, article), RelatedScore.SameEvent);
        }

        scratch.Collect(Window(_windows.SectionList(article), article), 0);
    }

    /// <summary>
    /// Computes everything but the headline first: the points of the last place are then a lower bound, and
    /// headlines, which lie scattered in memory, are read only of candidates that could still pass it. Copies share
    /// their headline, so the better one stays the better.
    /// </summary>
    private void Rank(int article, int[] pinned, RelatedBuffers scratch, int capacity)
    {
        var own = _facts[article];
        scratch.Draft.Clear(capacity, int.MinValue);
        var remaining = RankWithoutHeadline(article, pinned, scratch);
        var shortlist = scratch.Shortlist;
        shortlist.Clear(capacity, scratch.Draft.Floor);
        for (var i = 0; i < remaining; i++)
        {
            var (candidate, points) = (scratch.Candidates[i], scratch.Points[i]);
            if (points + RelatedScore.MaxHeadline < shortlist.Floor)
            {
                continue;
            }

            var sharedWords = HeadlineMarks.MostShared(own.Marks, _facts[candidate].Marks);
            if (points + RelatedScore.Headline(sharedWords) >= shortlist.Floor)
            {
                Offer(
                    article,
                    candidate,
                    points + (sharedWords == 0 ? 0 : HeadlinePoints(article, candidate)),
                    shortlist
                );
            }
        }
    }

    /// <summary>
    /// Clears what was collected and moves the candidates that are still in question to the front; says how many these
    /// are.
    /// </summary>
    private int RankWithoutHeadline(int article, int[] pinned, RelatedBuffers scratch)
    {
        var (candidates, collected, draft, sections) = (
            scratch.Candidates,
            scratch.Collected,
            scratch.Draft,
            _catalog.SectionOf
        );
        var (range, day) = (SectionsAround(article), _facts[article].Day);
        var remaining = 0;
        for (var i = 0; i < scratch.Count; i++)
        {
            var candidate = candidates[i];
            var points = collected[candidate] >> 1;
            collected[candidate] = 0;
            points += range.Has(sections[candidate]) ? RelatedScore.SameSection : 0;
            if (points + RelatedScore.MaxCloseness + RelatedScore.MaxHeadline < draft.Floor)
            {
                continue;
            }

            points += RelatedScore.Closeness(_facts[candidate].Day, day);
            if (
                points + RelatedScore.MaxHeadline >= draft.Floor
                && candidate != article
                && !pinned.AsSpan().Contains(candidate)
            )
            {
                (candidates[remaining], scratch.Points[remaining]) = (candidate, points);
                remaining++;
                Offer(article, candidate, points, draft);
            }
        }

        return remaining;
    }

    private void Offer(int article, int candidate, int points, RelatedShortlist shortlist)
    {
        if (points < shortlist.Floor)
        {
            return;
        }

        var copyKey = _copyKeys[candidate];
        if (copyKey == 0 || copyKey != _copyKeys[article])
        {
            shortlist.Offer(candidate, points, copyKey, _ticks);
        }
    }

    private int TakeBest(int article, RelatedShortlist shortlist, Span<RelatedArticle> list, int count)
    {
        for (var i = 0; i < shortlist.Count && count < list.Length; i++)
        {
            var candidate = shortlist.Articles[i];
            if (!AreCopies(article, candidate) && !IsCopyOfAny(candidate, list[..count]))
            {
                list[count++] = new RelatedArticle(candidate, shortlist.Points[i] / 100.0, []);
            }
        }

        return count;
    }

    private bool IsCopyOfAny(int candidate, ReadOnlySpan<RelatedArticle> taken)
    {
        foreach (var other in taken)
        {
            if (AreCopies(other.Article, candidate))
            {
                return true;
            }
        }

        return false;
    }

    private bool AreCopies(int left, int right)
    {
        if (_copyKeys[left] == _copyKeys[right])
        {
            return _copyKeys[left] != 0;
        }

        return HeadlineMarks.MostShared(_facts[left].Marks, _facts[right].Marks) >= Headlines.CopyMinWords
            && _headlines.AreCopies(left, right);
    }

    private List<RelatedReason> Reasons(int article, int candidate)
    {
        var reasons = new List<RelatedReason>();
        var place = Pinned(article).AsSpan().IndexOf(candidate);
        if (place >= 0)
        {
            reasons.Add(RelatedReason.ForPin((RelatedScore.Pinned - place) / 100.0));
            return reasons;
        }

        var range = SectionsAround(article);
        if (range.Has(_catalog.SectionOf[candidate]))
        {
            reasons.Add(
                RelatedReason.ForSection(
                    range.First < 0 ? null : _catalog.Sections[range.First].Title,
                    RelatedScore.SameSection / 100.0
                )
            );
        }

        AddShared(reasons, article, candidate);
        if (SharedWords(article, candidate) is var words and > 0)
        {
            reasons.Add(RelatedReason.ForHeadline(words, HeadlinePoints(article, candidate) / 100.0));
        }

        var (left, right) = (_facts[article].Day, _facts[candidate].Day);
        reasons.Add(RelatedReason.ForDate(right - left, RelatedScore.Closeness(left, right) / 100.0));
        return reasons;
    }

    private void AddShared(List<RelatedReason> reasons, int article, int candidate)
    {
        foreach (var tag in _catalog.TagsOf[article])
        {
            var topic = _catalog.Tags[tag];
            if (Window(topic.Articles, article).Contains(candidate))
            {
                var near = _windows.CountNear(topic.Articles, article);
                reasons.Add(
                    RelatedReason.ForTag(
                        topic.Name,
                        near,
                        Config.Window,
                        RelatedScore.SharedTag(near, Config.Window) / 100.0
                    )
                );
            }
        }

        if (SeriesOf(article) is { } series && Window(series.Articles, article).Contains(candidate))
        {
            reasons.Add(RelatedReason.ForSeries(series.Name, RelatedScore.SameSeries / 100.0));
        }

        if (EventOf(article) is { } named && Window(named.Articles, article).Contains(candidate))
        {
            reasons.Add(RelatedReason.ForEvent(named.Name, RelatedScore.SameEvent / 100.0));
        }
    }

    private int HeadlinePoints(int article, int candidate) => RelatedScore.Headline(SharedWords(article, candidate));

    private int SharedWords(int article, int candidate) => _headlines.Shared(article, candidate);

    private ReadOnlySpan<int> Window(int[] articles, int article)
    {
        var window = _windows.Of(articles, article);
        return articles.AsSpan(window.Start, window.Length);
    }

    private int[] Pinned(int article) => _catalog.Pinned.TryGetValue(article, out var pinned) ? pinned : [];

    private Topic? SeriesOf(int article) =>
        _catalog.SeriesOf[article] is var series and >= 0 ? _catalog.Series[series] : null;

    private Topic? EventOf(int article) =>
        _catalog.EventOf[article] is var named and >= 0 ? _catalog.Events[named] : null;

    /// <summary>
    /// The article's section with all inside it; articles without a section are a section of their own.
    /// </summary>
    private SectionRange SectionsAround(int article) =>
        _catalog.SectionOf[article] is var section and >= 0
            ? new SectionRange(section, _sectionEnds[section])
            : new SectionRange(-1, 0);

    private static int[][] SectionsOfTags(Catalog catalog)
    {
        var sections = new int[catalog.Tags.Count][];
        for (var tag = 0; tag < sections.Length; tag++)
        {
            sections[tag] = Array.ConvertAll(catalog.Tags[tag].Articles, article => catalog.SectionOf[article]);
        }

        return sections;
    }

    /// <summary>For each section, one behind the last inside it.</summary>
    private static int[] SectionEnds(IReadOnlyList<Section> sections)
    {
        var ends = new int[sections.Count];
        for (var i = sections.Count - 1; i >= 0; i--)
        {
            ends[i] = sections[i].Children is [.., var last] ? ends[last] : i + 1;
        }

        return ends;
    }

    /// <param name="Day">Since year 1, UTC.</param>
    private readonly record struct Facts(int Day, HeadlineMarks Marks);
}

/// <summary>One entry of "More from …".</summary>
/// <param name="Article">Index in <see cref="Catalog.Articles"/>.</param>
/// <param name="Score">Higher is nearer; pinned entries have the highest of all.</param>
/// <param name="Reasons">
/// What made the score, for <c>staticnews related</c>; empty on the path that builds pages.
/// </param>
internal readonly record struct RelatedArticle(int Article, double Score, IReadOnlyList<RelatedReason> Reasons);
