using StaticNews.Compact;
using StaticNews.Text;

namespace StaticNews.Content;

/// <summary>
/// Joins the lists that two keys of one front matter give, each item once, in the order in which they stand: categories
/// and tags are one list where site.yml says so.
/// </summary>
internal static class JoinedLists
{
    public static string[] Tags(NamePool names, string[] first, string[] more)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var tags = new List<string>();
        foreach (var item in first.Concat(more))
        {
            var tag = names.Of(item);
            if (keys.Add(tag.Key) || IsAnother(names, tag, tags))
            {
                tags.Add(item);
            }
        }

        return [.. tags];
    }

    /// <summary>Whether a tag looks like another thing than every one that has its key.</summary>
    public static bool IsAnother(NamePool names, Name tag, List<string> tags)
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

    public static Byline[] Authors(Byline[] first, Byline[] more) =>
        [.. first, .. more.Where(byline => !Array.Exists(first, other => IsSame(byline, other)))];

    public static LinkReference[] Links(LinkReference[] first, LinkReference[] more) =>
        [.. first.Concat(more).DistinctBy(link => link.Target, StringComparer.Ordinal)];

    public static T[] Distinct<T>(T[] first, T[] more) => [.. first.Concat(more).Distinct()];

    /// <summary>The same person, of whom the second key says no more than the first.</summary>
    private static bool IsSame(Byline byline, Byline other) =>
        byline == other
        || (
            byline is { Url: null, Role: null }
            && NameKey.Of(byline.Name).Equals(NameKey.Of(other.Name), StringComparison.Ordinal)
        );
}
