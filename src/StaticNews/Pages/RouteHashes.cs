using StaticNews.Archive;
using StaticNews.Archive.Topics;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>
/// For each section, tag and author one hash of what pages show of it, its name and its URL: millions of keys name few
/// places.
/// </summary>
internal sealed class RouteHashes
{
    private readonly ulong[] _sections;
    private readonly ulong[] _tags;
    private readonly ulong[] _authors;

    /// <summary>Of the few that articles spell otherwise than they are called.</summary>
    private readonly Dictionary<(TopicKind Kind, int Index, string Name), ulong> _ownSpellings = [];

    public RouteHashes(Catalog catalog)
    {
        var hash = new FingerprintBuilder();
        _sections = [.. catalog.Sections.Select(section => hash.Add(section.Title).Add(section.Url).FinishQuickly())];
        _tags = [.. catalog.Tags.Select(OfTopic)];
        _authors = [.. catalog.Authors.Select(OfTopic)];

        ulong OfTopic(Topic topic)
        {
            foreach (var name in topic.OwnSpellings ?? Enumerable.Empty<string>())
            {
                _ownSpellings.Add((topic.Kind, topic.Index, name), hash.Add(name).Add(topic.Url).FinishQuickly());
            }

            return hash.Add(topic.Name).Add(topic.Url).FinishQuickly();
        }
    }

    public ulong OfSection(int section) => _sections[section];

    /// <param name="tag">Index in the catalogue's tags.</param>
    /// <param name="name">As the page spells it.</param>
    public ulong OfTag(int tag, string name) => Own(TopicKind.Tag, tag, name) ?? _tags[tag];

    /// <param name="author">Index in the catalogue's authors.</param>
    /// <param name="name">As the page spells it.</param>
    public ulong OfAuthor(int author, string name) => Own(TopicKind.Author, author, name) ?? _authors[author];

    private ulong? Own(TopicKind kind, int index, string name) =>
        _ownSpellings.Count > 0 && _ownSpellings.TryGetValue((kind, index, name), out var own) ? own : null;
}
