using System.Runtime.InteropServices;
using StaticNews.Archive.Routes;
using StaticNews.Compact;
using StaticNews.Content;
using StaticNews.Text;

namespace StaticNews.Archive.Topics;

/// <summary>
/// The topics of one kind with their articles, gathered in two passes over flat arrays: names become numbers (oldest
/// article first, since the older of two equally frequent spellings is the topic's name), then the numbers become
/// places in the order of keys.
/// </summary>
/// <param name="Findings">By key, then by name.</param>
internal sealed record TopicBuilder(IReadOnlyList<Topic> Topics, ArticleTopics Of, IReadOnlyList<NameProblem> Findings)
{
    /// <summary>A name without a letter or digit denotes no topic.</summary>
    public const int Nameless = -1;

    /// <param name="listed">For each article, whether lists show it.</param>
    /// <param name="minimum">Topics on fewer listed articles have no URL.</param>
    public static TopicBuilder Gather(
        TopicSource source,
        ArticleSummary[] articles,
        bool[] listed,
        Synonyms synonyms,
        int minimum
    )
    {
        var naming = new Naming(source, synonyms);
        var mentions = naming.Number(articles, listed, out var starts);
        naming.AddUnusedProfiles();
        var inOrder = naming.SortByKey(mentions.AsSpan(starts[0]));
        var lists = Lists(starts, mentions, listed, inOrder.Length);
        var topics = new Topic[inOrder.Length];
        for (var i = 0; i < topics.Length; i++)
        {
            var named = inOrder[i];
            var profile = synonyms.ProfileOf(named.Key);
            var hasPage =
                lists[i].Length >= Math.Max(1, minimum) || (source.Kind == TopicKind.Author && profile is not null);
            topics[i] = new Topic(
                i,
                source.Kind,
                named.Name,
                named.Key,
                named.Slug,
                hasPage ? SiteUrls.Topic(source.Kind, named.Slug) : null,
                lists[i],
                profile
            )
            {
                OwnSpellings = named.OwnSpellings,
                IsNamed = synonyms.SpellingOf(named.Key) is not null,
            };
        }

        return new TopicBuilder(topics, new ArticleTopics(starts, mentions), naming.Findings(articles, inOrder));
    }

    /// <summary>
    /// Each topic's listed articles, newest first: counted, then filled. An author who is in a byline twice (words,
    /// photographs) is in the list once.
    /// </summary>
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

    /// <summary>A topic as it is called.</summary>
    /// <param name="OwnSpellings">As in <see cref="Topic.OwnSpellings"/>.</param>
    private sealed record NamedTopic(string Key, string Name, string Slug, IReadOnlySet<string>? OwnSpellings);

    /// <summary>One way in which articles write a topic.</summary>
    private record struct Spelling(string Name, int Topic, bool IsOwnKey, int FirstArticle)
    {
        /// <summary>Listed articles that have it.</summary>
        public int Articles;

        /// <summary>The one that was counted last: a name may stand twice in a byline.</summary>
        public int LastArticle = -1;
    }

    /// <summary>Numbers topics in the order in which they turn up.</summary>
    private sealed class Naming(TopicSource source, Synonyms synonyms)
    {
        private readonly Dictionary<string, int> _bySpelling = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
        private readonly List<Spelling> _spellings = [];
        private readonly List<string> _keys = [];

        /// <summary>
        /// Filled from the back, because articles come oldest first: <paramref name="starts"/>[0] is not 0 where an
        /// article names a topic twice.
        /// </summary>
        public int[] Number(ArticleSummary[] articles, bool[] listed, out int[] starts)
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
                starts[i] = NumberOne(articles[i], i, listed[i], mentions, starts[i + 1]);
            }

            return mentions;
        }

        public void AddUnusedProfiles()
        {
            foreach (var key in synonyms.WithProfile.Order(StringComparer.Ordinal))
            {
                if (_byKey.TryAdd(key, _keys.Count))
                {
                    _keys.Add(key);
                }
            }
        }

        public NamedTopic[] SortByKey(Span<int> mentions)
        {
            var order = Enumerable.Range(0, _keys.Count).ToArray();
            Array.Sort(order, (left, right) => string.CompareOrdinal(_keys[left], _keys[right]));
            var named = Named();
            var places = new int[order.Length];
            var sorted = new NamedTopic[order.Length];
            for (var place = 0; place < order.Length; place++)
            {
                places[order[place]] = place;
                sorted[place] = named[order[place]];
            }

            for (var i = 0; i < mentions.Length; i++)
            {
                mentions[i] = mentions[i] == Nameless ? Nameless : places[mentions[i]];
            }

            foreach (ref var spelling in CollectionsMarshal.AsSpan(_spellings))
            {
                spelling.Topic = spelling.Topic == Nameless ? Nameless : places[spelling.Topic];
            }

            return sorted;
        }

        /// <summary>What an editor should know of the spellings that articles show as their own.</summary>
        public NameProblem[] Findings(ArticleSummary[] articles, NamedTopic[] topics)
        {
            var odd = _spellings
                .Where(spelling =>
                    spelling.Topic != Nameless && topics[spelling.Topic].OwnSpellings?.Contains(spelling.Name) == true
                )
                .ToArray();
            Array.Sort(
                odd,
                (left, right) =>
                    left.Topic != right.Topic
                        ? left.Topic.CompareTo(right.Topic)
                        : string.CompareOrdinal(left.Name, right.Name)
            );
            return
            [
                .. odd.Select(spelling => FindingOf(spelling, topics[spelling.Topic], articles)).OfType<NameProblem>(),
            ];
        }

        /// <summary>
        /// Of two names that differ in their signs, one that a profile or site.yml spells has been thought about.
        /// </summary>
        private NameProblem? FindingOf(Spelling odd, NamedTopic topic, ArticleSummary[] articles)
        {
            var isNamed = synonyms.SpellingOf(topic.Key) is not null;
            var title = _bySpelling.TryGetValue(topic.Name, out var index) ? _spellings[index] : default;
            var path = articles[odd.FirstArticle].Path;
            if (source.Kind == TopicKind.Tag && NameSigns.Differ(topic.Name, odd.Name))
            {
                return isNamed
                    ? null
                    : new TagClash(topic.Slug, topic.Name, articles[title.FirstArticle].Path, odd.Name, path);
            }

            return new OddSpelling(source.Kind, odd.Name, path, odd.Articles, topic.Name, title.Articles, isNamed);
        }

        /// <summary>By number.</summary>
        private NamedTopic[] Named()
        {
            var best = new int[_keys.Count];
            Array.Fill(best, -1);
            for (var i = 0; i < _spellings.Count; i++)
            {
                var spelling = _spellings[i];

                // A synonym is not the name of its topic.
                if (
                    spelling.IsOwnKey
                    && (best[spelling.Topic] < 0 || spelling.Articles > _spellings[best[spelling.Topic]].Articles)
                )
                {
                    best[spelling.Topic] = i;
                }
            }

            var own = OwnSpellings(best);
            return
            [
                .. _keys.Select(
                    (key, topic) =>
                    {
                        var name = best[topic] < 0 ? null : _spellings[best[topic]].Name;
                        return new NamedTopic(
                            key,
                            TitleOf(topic, best),
                            synonyms.SlugOf(key) ?? (name is null ? key : Slug.Of(name)),
                            own.GetValueOrDefault(topic)
                        );
                    }
                ),
            ];
        }

        private string TitleOf(int topic, int[] best) =>
            synonyms.SpellingOf(_keys[topic])
            ?? (best[topic] < 0 ? _keys[topic].Replace('-', ' ') : _spellings[best[topic]].Name);

        /// <summary>
        /// By topic: what is spelled otherwise than its title and has the title's key. A profile's handle stands for
        /// its title.
        /// </summary>
        private Dictionary<int, HashSet<string>> OwnSpellings(int[] best)
        {
            var own = new Dictionary<int, HashSet<string>>();
            for (var i = 0; i < _spellings.Count; i++)
            {
                var (name, topic) = (_spellings[i].Name, _spellings[i].Topic);
                if (topic == Nameless || i == best[topic] && synonyms.SpellingOf(_keys[topic]) is null)
                {
                    continue;
                }

                var title = TitleOf(topic, best);
                var isHandle =
                    name.Equals(synonyms.HandleOf(_keys[topic]), StringComparison.Ordinal)
                    && synonyms.ProfileOf(_keys[topic])!.Title is not null;
                if (
                    !isHandle
                    && !name.Equals(title, StringComparison.Ordinal)
                    && NameKey.Of(name).Equals(NameKey.Of(title), StringComparison.Ordinal)
                )
                {
                    own.TryAdd(topic, new HashSet<string>(StringComparer.Ordinal));
                    own[topic].Add(name);
                }
            }

            return own;
        }

        private int NumberOne(ArticleSummary article, int index, bool isListed, int[] mentions, int end)
        {
            var start = end;
            for (var n = source.CountOf(article) - 1; n >= 0; n--)
            {
                ref var spelling = ref SpellingOf(source.NameOf(article, n), index);
                if (isListed && spelling.LastArticle != index)
                {
                    spelling.LastArticle = index;
                    spelling.Articles++;
                }

                mentions[--start] = spelling.Topic;
            }

            return source.Kind == TopicKind.Author ? start : end - KeepFirsts(mentions.AsSpan(start, end - start));
        }

        /// <summary>
        /// Moves the first mention of each topic to the back of the span, in order; says how many there are.
        /// </summary>
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

        private ref Spelling SpellingOf(string name, int article)
        {
            if (!_bySpelling.TryGetValue(name, out var number))
            {
                number = _spellings.Count;
                _bySpelling.Add(name, number);
                _spellings.Add(NewSpelling(name, article));
            }

            return ref CollectionsMarshal.AsSpan(_spellings)[number];
        }

        private Spelling NewSpelling(string name, int article)
        {
            var own = NameKey.Of(name);
            if (own.Length == 0)
            {
                return new Spelling(name, Nameless, false, article);
            }

            var key = synonyms.Resolve(own);
            if (!_byKey.TryGetValue(key, out var topic))
            {
                topic = _keys.Count;
                _byKey.Add(key, topic);
                _keys.Add(key);
            }

            return new Spelling(name, topic, key.Equals(own, StringComparison.Ordinal), article);
        }
    }
}
