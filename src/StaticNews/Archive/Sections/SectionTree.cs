using StaticNews.Archive.Routes;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Archive.Sections;

/// <summary>
/// The sections that site.yml, folders and <c>_index.md</c> name, nested by id path, in navigation order: those of
/// site.yml in its order, then the others by title; each is followed by its own.
/// </summary>
/// <param name="Nodes">In that order.</param>
/// <param name="SectionOf">
/// For each article of the timeline: an index in <paramref name="Nodes"/>, or <see cref="None"/>, or
/// <see cref="Reserved"/>.
/// </param>
internal sealed record SectionTree(IReadOnlyList<SectionNode> Nodes, int[] SectionOf)
{
    /// <summary>An article without a section.</summary>
    public const int None = -1;

    /// <summary>
    /// An article in a section whose name belongs to the site's own pages: it cannot have a URL there.
    /// </summary>
    public const int Reserved = -2;

    public static SectionTree Build(
        IReadOnlyList<SectionConfig> configured,
        ArticleSummary[] articles,
        ProfileIndex profiles,
        List<Diagnostic> diagnostics
    )
    {
        var builder = new Builder(profiles);
        builder.AddConfigured(configured);
        builder.AddProfiles();
        var ids = builder.AddFolders(articles);
        builder.ReportReserved(diagnostics);
        UndeclaredSections.Report(configured, articles, ids, profiles, diagnostics);

        var nodes = builder.InNavigationOrder();
        var indexes = new Dictionary<string, int>(nodes.Count, StringComparer.Ordinal);
        for (var i = 0; i < nodes.Count; i++)
        {
            indexes[nodes[i].Id] = i;
        }

        var sectionOf = new int[articles.Length];
        for (var i = 0; i < articles.Length; i++)
        {
            var id = ids[articles[i].Section];
            sectionOf[i] = id.Length == 0 ? None : indexes.GetValueOrDefault(id, Reserved);
        }

        return new SectionTree(nodes, sectionOf);
    }

    /// <summary>The part of an id path that belongs to the site's own pages; null for a section that can be.</summary>
    public static string? ReservedPart(string id) => Builder.ReservedPart(id);

    private sealed class Builder(ProfileIndex profiles)
    {
        private readonly Dictionary<string, Node> _byId = new(StringComparer.Ordinal);
        private readonly Node _root = new("", null, null, int.MaxValue);
        private readonly SortedDictionary<string, (SourceLocation At, int Articles)> _reserved = new(
            StringComparer.Ordinal
        );

        public void AddConfigured(IReadOnlyList<SectionConfig> sections)
        {
            foreach (var section in sections)
            {
                var id = SectionId.Of(section.Id);
                if (ReservedPart(id) is not null)
                {
                    _reserved.TryAdd(id, (SourceLocation.File(SourcePath.SiteYml), 0));
                }
                else if (id.Length > 0)
                {
                    Add(id, section);
                }

                AddConfigured(section.Sections);
            }
        }

        public void AddProfiles()
        {
            foreach (var profile in profiles.Of(ProfileKind.Section))
            {
                var id = ProfileIndex.KeyOf(profile);
                if (ReservedPart(id) is not null)
                {
                    _reserved.TryAdd(id, (SourcePath.File(profile.Path), 0));
                }
                else if (id.Length > 0)
                {
                    Add(id, null);
                }
            }
        }

        /// <summary>Gives the id for each spelling of a section that articles use.</summary>
        public Dictionary<string, string> AddFolders(ArticleSummary[] articles)
        {
            var ids = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var article in articles)
            {
                if (!ids.TryGetValue(article.Section, out var id))
                {
                    id = SectionId.Of(article.Section);
                    ids.Add(article.Section, id);
                    if (id.Length > 0 && ReservedPart(id) is null)
                    {
                        Add(id, null);
                    }
                }

                if (ReservedPart(id) is not null)
                {
                    CountReserved(id, article);
                }
            }

            return ids;
        }

        public void ReportReserved(List<Diagnostic> diagnostics)
        {
            foreach (var (id, (at, count)) in _reserved)
            {
                diagnostics.Add(ArchiveDiagnostics.SectionReserved(at, id, ReservedPart(id)!, count));
            }
        }

        public List<SectionNode> InNavigationOrder()
        {
            var nodes = new List<SectionNode>(_byId.Count);
            Append(_root, -1, nodes);
            return nodes;
        }

        private void CountReserved(string id, ArticleSummary article)
        {
            var at = SourcePath.File(article.Path);
            var known = _reserved.TryGetValue(id, out var before);
            var earlier =
                known && (before.Articles == 0 || string.CompareOrdinal(before.At.Path, at.Path) < 0) ? before.At : at;
            _reserved[id] = (earlier, before.Articles + 1);
        }

        /// <summary>
        /// The first part of any section, and "page" anywhere, because older pages of a section's list live in that
        /// folder.
        /// </summary>
        public static string? ReservedPart(string id)
        {
            var slash = id.IndexOf('/');
            var first = slash < 0 ? id : id[..slash];
            if (SiteUrls.ReservedNames.Contains(first, StringComparer.Ordinal))
            {
                return first;
            }

            return id.EndsWith("/page", StringComparison.Ordinal) || id.Contains("/page/", StringComparison.Ordinal)
                ? "page"
                : null;
        }

        private Node Add(string id, SectionConfig? config)
        {
            if (_byId.TryGetValue(id, out var known))
            {
                return known;
            }

            var profile = profiles.Find(ProfileKind.Section, id);
            var node = new Node(id, config, profile, config is null ? int.MaxValue : _byId.Count);
            var parent = SectionId.Parent(id);
            (parent.Length == 0 ? _root : Add(parent, null)).Children.Add(node);
            _byId.Add(id, node);
            return node;
        }

        private static int Append(Node node, int parent, List<SectionNode> nodes)
        {
            var index = nodes.Count;
            var children = new List<int>(node.Children.Count);
            var isRoot = node.Id.Length == 0;
            if (!isRoot)
            {
                nodes.Add(
                    new SectionNode(
                        node.Id,
                        node.Title,
                        node.Description,
                        node.Profile,
                        parent,
                        children,
                        node.IsInNavigation
                    )
                );
            }

            foreach (var child in node.Children.Order(Node.ByNavigation))
            {
                children.Add(Append(child, isRoot ? -1 : index, nodes));
            }

            return index;
        }
    }

    /// <summary>A section while the tree still grows.</summary>
    private sealed class Node(string id, SectionConfig? config, Profile? profile, int rank)
    {
        public static readonly Comparer<Node> ByNavigation = Comparer<Node>.Create(
            static (left, right) =>
            {
                var order = left.Rank.CompareTo(right.Rank);
                order = order != 0 ? order : string.CompareOrdinal(left.Title, right.Title);
                return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
            }
        );

        public string Id { get; } = id;

        public string Title { get; } = config?.Title ?? profile?.Title ?? SectionTitle.Of(SectionId.Name(id));

        public string? Description { get; } = config?.Description ?? profile?.Description;

        public Profile? Profile { get; } = profile;

        public bool IsInNavigation { get; } = config?.IsInNavigation != false && profile?.IsInNavigation != false;

        /// <summary>Place in site.yml; all others come behind it.</summary>
        public int Rank { get; } = rank;

        public List<Node> Children { get; } = [];
    }
}

/// <summary>A section before its articles are known.</summary>
/// <param name="Parent">Index in the tree's order, or -1.</param>
/// <param name="Children">Indexes in the tree's order.</param>
internal sealed record SectionNode(
    string Id,
    string Title,
    string? Description,
    Profile? Profile,
    int Parent,
    IReadOnlyList<int> Children,
    bool IsInNavigation
);

/// <summary>
/// The title of a section that has none in site.yml or a profile: the words of its id as a headline spells them.
/// </summary>
internal static class SectionTitle
{
    /// <summary>Written small inside a title, as English headlines do.</summary>
    private static readonly string[] SmallWords =
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    ];

    /// <summary>Names of desks that are initials.</summary>
    private static readonly string[] Initials =
    [
        "ai",
        "eu",
        "fbi",
        "lgbt",
        "nato",
        "nfl",
        "tv",
        "uae",
        "uk",
        "un",
        "us",
        "usa",
    ];

    /// <param name="name">
    /// Last part of an id path: <c>us-news</c> gives "US News", <c>arts-and-culture</c> "Arts and Culture".
    /// </param>
    public static string Of(string name)
    {
        var words = name.Split('-', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Spell(words[i], i, words.Length);
        }

        return words.Length == 0 ? name : string.Join(' ', words);
    }

    private static string Spell(string word, int place, int words)
    {
        // "us" leads as a country (us-news) and follows as a pronoun (about-us).
        if (
            place == 0 || words == 1
                ? Initials.Contains(word, StringComparer.Ordinal)
                : word is not "us" && Initials.Contains(word, StringComparer.Ordinal)
        )
        {
            return word.ToUpperInvariant();
        }

        if (place > 0 && SmallWords.Contains(word, StringComparer.Ordinal))
        {
            return word;
        }

        return string.Concat(word[..1].ToUpperInvariant(), word.AsSpan(1));
    }
}
