using StaticNews.Archive;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>For each section, tag and author one hash of what pages show of it, its name and its URL: millions of keys name few places.</summary>
internal sealed class PlaceHashes
{
    private readonly ulong[] _sections;
    private readonly ulong[] _tags;
    private readonly ulong[] _authors;

    public PlaceHashes(Catalog catalog)
    {
        var hash = new FingerprintBuilder();
        _sections = [.. catalog.Sections.Select(section => hash.Add(section.Title).Add(section.Url).FinishQuickly())];
        _tags = [.. catalog.Tags.Select(OfTopic)];
        _authors = [.. catalog.Authors.Select(OfTopic)];

        ulong OfTopic(Topic topic) => hash.Add(topic.Name).Add(topic.Url).FinishQuickly();
    }

    public ulong OfSection(int section) => _sections[section];

    public ulong OfTag(int tag) => _tags[tag];

    public ulong OfAuthor(int author) => _authors[author];
}
