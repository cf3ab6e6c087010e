using StaticNews.Compact;
using StaticNews.Configuration;
using StaticNews.Text;

namespace StaticNews.Content;

/// <summary>
/// Joins the lists that several keys of one front matter give, each item once, in the order in which they stand:
/// categories and tags are one list where site.yml says so. A key that stands twice gives its last list only.
/// </summary>
internal sealed class JoinedLists(NamePool names)
{
    private readonly Dictionary<FrontMatterKey, List<(string Name, Array Items)>> _parts = [];

    public void Clear() => _parts.Clear();

    /// <summary>Before another key is read: what <paramref name="into"/> holds is the first one's.</summary>
    public void Begin(FrontMatterKey known, string name, FrontMatter into)
    {
        if (!_parts.ContainsKey(known))
        {
            _parts.Add(known, [(name, ItemsOf(known, into))]);
        }
    }

    /// <summary>
    /// Afterwards: joins what <paramref name="into"/> holds now with what other keys gave. False where the list cannot
    /// be used, so that an earlier one of the same key stands.
    /// </summary>
    /// <param name="isReported">Whether something was wrong with the list.</param>
    public bool Add(FrontMatterKey known, string name, bool isReported, FrontMatter into)
    {
        var parts = _parts[known];
        var items = ItemsOf(known, into);
        var earlier = parts.FindIndex(part => string.Equals(part.Name, name, StringComparison.Ordinal));
        var isUsed = items.Length > 0 || !isReported;
        if (isUsed)
        {
            if (earlier >= 0)
            {
                parts.RemoveAt(earlier);
            }

            parts.Add((name, items));
        }

        Join(known, parts, into);
        return isUsed;
    }

    /// <summary>Whether a tag looks like another thing than every one that has its key.</summary>
    public bool IsAnother(Name tag, List<string> tags)
    {
        foreach (var other in tags)
        {
            if (
                string.Equals(names.Of(other).Key, tag.Key, StringComparison.Ordinal)
                && !NameSigns.Differ(other, tag.Text)
            )
            {
                return false;
            }
        }

        return tag.Slug.Length > 0;
    }

    private static Array ItemsOf(FrontMatterKey known, FrontMatter fields) =>
        known switch
        {
            FrontMatterKey.Tags => fields.Tags,
            FrontMatterKey.Authors => fields.Authors,
            FrontMatterKey.Aliases => fields.Aliases,
            FrontMatterKey.Related => fields.Related,
            FrontMatterKey.Agencies => fields.Agencies,
            _ => fields.Corrections,
        };

    private void Join(FrontMatterKey known, List<(string Name, Array Items)> parts, FrontMatter into)
    {
        switch (known)
        {
            case FrontMatterKey.Tags:
                into.Tags = JoinTags(Items<string>(parts));
                break;
            case FrontMatterKey.Authors:
                into.Authors = parts.Count == 1 ? (Byline[])parts[0].Items : JoinAuthors(parts);
                break;
            case FrontMatterKey.Aliases:
                into.Aliases = JoinLinks(Items<LinkReference>(parts));
                break;
            case FrontMatterKey.Related:
                into.Related = JoinLinks(Items<LinkReference>(parts));
                break;
            case FrontMatterKey.Agencies:
                into.Agencies = [.. Items<string>(parts).Distinct(StringComparer.Ordinal)];
                break;
            default:
                into.Corrections = [.. Items<Correction>(parts).Distinct()];
                break;
        }
    }

    private static IEnumerable<T> Items<T>(List<(string Name, Array Items)> parts) =>
        parts.SelectMany(part => (T[])part.Items);

    private string[] JoinTags(IEnumerable<string> items)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var tags = new List<string>();
        foreach (var item in items)
        {
            var tag = names.Of(item);
            if (keys.Add(tag.Key) || IsAnother(tag, tags))
            {
                tags.Add(item);
            }
        }

        return [.. tags];
    }

    private static Byline[] JoinAuthors(List<(string Name, Array Items)> parts)
    {
        Byline[] authors = [];
        foreach (var (_, items) in parts)
        {
            var before = authors;
            var others = ((Byline[])items).Where(byline => !Array.Exists(before, other => IsSame(byline, other)));
            authors = [.. before, .. others];
        }

        return authors;
    }

    /// <summary>The same person, of whom the second key says no more than the first.</summary>
    private static bool IsSame(Byline byline, Byline other) =>
        byline == other
        || (
            byline is { Url: null, Role: null }
            && NameKey.Of(byline.Name).Equals(NameKey.Of(other.Name), StringComparison.Ordinal)
        );

    private static LinkReference[] JoinLinks(IEnumerable<LinkReference> links) =>
        [.. links.DistinctBy(link => link.Target, StringComparer.Ordinal)];
}
