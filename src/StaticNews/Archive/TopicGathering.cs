using StaticNews.Articles;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>
/// The topics of one kind with their articles, gathered in two passes over flat arrays: names become numbers (oldest article first, since the oldest
/// spelling is the topic's name), then the numbers become places in the order of slugs.
/// </summary>
/// <param name="Clashes">By slug; of tags only.</param>
internal sealed record TopicGathering(IReadOnlyList<Topic> Topics, ArticleTopics Of, IReadOnlyList<TagClash> Clashes)
{
    /// <summary>A name without a letter or digit stands for no topic.</summary>
    public const int Nameless = -1;

    /// <param name="listed">For each article, whether lists show it.</param>
    /// <param name="minimum">Topics on fewer listed articles have no URL.</param>
    public static TopicGathering Gather(TopicSource source, ArticleSummary[] articles, bool[] listed, Synonyms synonyms, int minimum)
    {
        var naming = new Naming(source, synonyms);
        var mentions = naming.Number(articles, out var starts);
        naming.AddUnusedProfiles();
        var inOrder = naming.SortBySlug(mentions.AsSpan(starts[0]));
        var lists = Lists(starts, mentions, listed, inOrder.Length);
        var topics = new Topic[inOrder.Length];
        for (var i = 0; i < topics.Length; i++)
        {
            var (slug, name) = inOrder[i];
            var profile = synonyms.ProfileOf(slug);
            var hasPage = lists[i].Length >= Math.Max(1, minimum) || (source.Kind == TopicKind.Author && profile is not null);
            topics[i] = new Topic(i, source.Kind, name, slug, hasPage ? SiteUrls.Topic(source.Kind, slug) : null, lists[i], profile);
        }

        return new TopicGathering(topics, new ArticleTopics(starts, mentions), naming.Clashes(articles));
    }

    /// <summary>Each topic's listed articles, newest first: counted, then filled. An author who is in a byline twice (words, photographs) is in the list once.</summary>
    private static int[][] Lists(int[] starts, int[] mentions, bool[] listed, int topics)
    {
        var counts = new int[topics];
        var latest = new int[topics];
        Array.Fill(latest, -1);
        for (var article = 0; article < listed.Length; article++)
        {
            foreach (var topic in listed[article] ? mentions.AsSpan(starts[article]..starts[article + 1]) : [])
            {
                if (topic != Nameless && latest[topic] != article)
                {
                    latest[topic] = article;
                    counts[topic]++;
                }
            }
        }

        return Fill(starts, mentions, listed, counts);
    }

    private static int[][] Fill(int[] starts, int[] mentions, bool[] listed, int[] counts)
    {
        var lists = new int[counts.Length][];
        for (var topic = 0; topic < lists.Length; topic++)
        {
            lists[topic] = counts[topic] == 0 ? [] : new int[counts[topic]];
        }

        var filled = new int[counts.Length];
        for (var article = 0; article < listed.Length; article++)
        {
            foreach (var topic in listed[article] ? mentions.AsSpan(starts[article]..starts[article + 1]) : [])
            {
                if (topic != Nameless && (filled[topic] == 0 || lists[topic][filled[topic] - 1] != article))
                {
                    lists[topic][filled[topic]++] = article;
                }
            }
        }

        return lists;
    }

    /// <summary>Numbers topics in the order in which they turn up.</summary>
    private sealed class Naming(TopicSource source, Synonyms synonyms)
    {
        private readonly Dictionary<string, int> _bySpelling = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _bySlug = new(StringComparer.Ordinal);
        private readonly List<(string Slug, string? Name)> _topics = [];

        /// <summary>By topic, the article that is the first to name it as it is called.</summary>
        private readonly List<int> _namedBy = [];
        private readonly List<(int Topic, string Name, int Article)> _clashes = [];

        /// <summary>
        /// Filled from the back, because articles come oldest first: <paramref name="starts"/>[0] is not 0 where an article names a topic twice.
        /// </summary>
        public int[] Number(ArticleSummary[] articles, out int[] starts)
        {
            var count = 0;
            foreach (var article in articles)
            {
                count += source.CountOf(article);
            }

            var mentions = new int[count];
            starts = new int[articles.Length + 1];
            starts[^1] = count;
            for (var i = articles.Length - 1; i >= 0; i--)
            {
                starts[i] = NumberOne(articles[i], i, mentions, starts[i + 1]);
            }

            return mentions;
        }

        public void AddUnusedProfiles()
        {
            foreach (var slug in synonyms.WithProfile.Order(StringComparer.Ordinal))
            {
                if (_bySlug.TryAdd(slug, _topics.Count))
                {
                    _topics.Add((slug, null));
                    _namedBy.Add(-1);
                }
            }
        }

        /// <summary>A topic that a profile or site.yml spells has been thought about.</summary>
        public IReadOnlyList<TagClash> Clashes(ArticleSummary[] articles) =>
        [
            .. _clashes
                .Where(clash => synonyms.SpellingOf(_topics[clash.Topic].Slug) is null)
                .Select(clash => new TagClash(
                    _topics[clash.Topic].Slug, _topics[clash.Topic].Name!, articles[_namedBy[clash.Topic]].Path, clash.Name, articles[clash.Article].Path))
                .OrderBy(clash => clash.Slug, StringComparer.Ordinal)
                .ThenBy(clash => clash.OtherName, StringComparer.Ordinal),
        ];

        public (string Slug, string Name)[] SortBySlug(Span<int> mentions)
        {
            var order = Enumerable.Range(0, _topics.Count).ToArray();
            Array.Sort(order, (left, right) => string.CompareOrdinal(_topics[left].Slug, _topics[right].Slug));
            var places = new int[order.Length];
            var sorted = new (string Slug, string Name)[order.Length];
            for (var place = 0; place < order.Length; place++)
            {
                var (slug, name) = _topics[order[place]];
                places[order[place]] = place;
                sorted[place] = (slug, synonyms.SpellingOf(slug) ?? name ?? slug.Replace('-', ' '));
            }

            for (var i = 0; i < mentions.Length; i++)
            {
                mentions[i] = mentions[i] == Nameless ? Nameless : places[mentions[i]];
            }

            return sorted;
        }

        private int NumberOne(ArticleSummary article, int index, int[] mentions, int end)
        {
            var start = end;
            for (var n = source.CountOf(article) - 1; n >= 0; n--)
            {
                mentions[--start] = NumberOf(source.NameOf(article, n), index);
            }

            return source.Kind == TopicKind.Author ? start : end - KeepFirsts(mentions.AsSpan(start, end - start));
        }

        /// <summary>Moves the first mention of each topic to the back of the span, in order; says how many there are.</summary>
        private static int KeepFirsts(Span<int> mentions)
        {
            var kept = 0;
            for (var i = mentions.Length - 1; i >= 0; i--)
            {
                var topic = mentions[i];
                if (topic != Nameless && !mentions[..i].Contains(topic))
                {
                    mentions[mentions.Length - ++kept] = topic;
                }
            }

            return kept;
        }

        private int NumberOf(string name, int article)
        {
            if (_bySpelling.TryGetValue(name, out var number))
            {
                return number;
            }

            var own = Slug.Of(name);
            number = own.Length == 0 ? Nameless : NumberOf(synonyms.Resolve(own), own, name, article);
            _bySpelling.Add(name, number);
            return number;
        }

        private int NumberOf(string slug, string ownSlug, string name, int article)
        {
            if (!_bySlug.TryGetValue(slug, out var number))
            {
                number = _topics.Count;
                _bySlug.Add(slug, number);
                _topics.Add((slug, null));
                _namedBy.Add(article);
            }

            // A synonym is not the name of what it stands for, so only the topic's own spelling may name it.
            if (_topics[number].Name is null && slug.Equals(ownSlug, StringComparison.Ordinal))
            {
                _topics[number] = (slug, name);
                _namedBy[number] = article;
            }
            else if (source.Kind == TopicKind.Tag && slug.Equals(ownSlug, StringComparison.Ordinal) && NameSigns.Differ(_topics[number].Name!, name))
            {
                _clashes.Add((number, name, article));
            }

            return number;
        }
    }
}
