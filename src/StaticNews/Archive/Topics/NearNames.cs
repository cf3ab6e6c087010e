namespace StaticNews.Archive.Topics;

/// <summary>
/// Rare names one letter away from a frequent one or from one with a profile: most often slips. Two keys at a distance
/// of one (a letter more, a letter less, another letter, two neighbours swapped) have a common key among those that one
/// deletion makes of them, so the frequent names are looked up by the hashes of their deletions and not compared with
/// every rare one.
/// <para>
/// A warning that is wrong costs more than one that is missing. So it takes a name of some length; a digit in another
/// place is another number (a year, a constituency); and an edit at the end of a word is mostly a plural, a case or a
/// feminine form, and one at its beginning another word. Where a surname ends or begins there is no such reason.
/// </para>
/// </summary>
internal sealed class NearNames
{
    /// <summary>A name that occurs on more articles is not taken for a mistake.</summary>
    private const int RareArticles = 2;

    /// <summary>The same beside a profile, which defines how a name is spelled.</summary>
    private const int RareBesideProfile = 9;

    private const int OftenArticles = 10;

    /// <summary>Among shorter words nearly all are one letter away from another.</summary>
    private const int MinChars = 5;

    /// <summary>The same for one letter in the place of another (Boston, Bolton).</summary>
    private const int MinCharsReplaced = 7;

    /// <summary>
    /// A large odd number: the golden ratio, in 64 bits. A hash that deceives is found out by the comparison.
    /// </summary>
    private const ulong Base = 0x9E37_79B9_7F4A_7C15;

    private static readonly ulong[] Powers = PowersOfBase();

    private readonly IReadOnlyList<Topic> _topics;
    private readonly Dictionary<ulong, List<int>> _byDeletion = [];
    private readonly List<ulong> _hashes = [];

    private NearNames(IReadOnlyList<Topic> topics)
    {
        _topics = topics;
        foreach (var topic in topics.Where(IsModel))
        {
            HashDeletions(topic.Key);
            foreach (var hash in _hashes)
            {
                if (!_byDeletion.TryGetValue(hash, out var found))
                {
                    _byDeletion.Add(hash, found = []);
                }

                found.Add(topic.Index);
            }
        }
    }

    /// <summary>
    /// Pairs of a rare topic and the one that is probably meant, by index; of several the one with most articles.
    /// </summary>
    public static IEnumerable<(Topic Rare, Topic Meant)> Of(IReadOnlyList<Topic> topics)
    {
        var near = new NearNames(topics);
        foreach (var rare in topics)
        {
            if (
                rare is { IsNamed: false, Profile: null, Articles.Length: > 0 and <= RareBesideProfile }
                && near.Find(rare) is { } meant
            )
            {
                yield return (rare, meant);
            }
        }
    }

    private static bool IsModel(Topic topic) =>
        topic.Key.Length >= MinChars - 1 && (topic.Profile is not null || topic.Articles.Length >= OftenArticles);

    private Topic? Find(Topic rare)
    {
        Topic? nearest = null;
        HashDeletions(rare.Key);
        foreach (var hash in _hashes)
        {
            foreach (var index in _byDeletion.TryGetValue(hash, out var found) ? found : [])
            {
                var topic = _topics[index];
                if ((nearest is null || topic.Articles.Length > nearest.Articles.Length) && IsMeantBy(rare, topic))
                {
                    nearest = topic;
                }
            }
        }

        return nearest;
    }

    private static bool IsMeantBy(Topic rare, Topic topic) =>
        topic.Index != rare.Index
        && (rare.Articles.Length <= RareArticles || topic.Profile is not null)
        && Math.Min(rare.Key.Length, topic.Key.Length) >= MinChars - 1
        && Math.Max(rare.Key.Length, topic.Key.Length) >= MinChars
        && IsSlip(rare.Key, topic.Key, rare.Kind == TopicKind.Author);

    /// <summary>
    /// Whether one edit makes <paramref name="meant"/> of <paramref name="written"/>, and one that is probably a
    /// mistake.
    /// </summary>
    /// <param name="isPerson">The last word is a surname.</param>
    internal static bool IsSlip(string written, string meant, bool isPerson)
    {
        var start = written.AsSpan().CommonPrefixLength(meant);
        var end = 0;
        while (end < Math.Min(written.Length, meant.Length) - start && written[^(end + 1)] == meant[^(end + 1)])
        {
            end++;
        }

        var left = written.AsSpan(start, written.Length - start - end);
        var right = meant.AsSpan(start, meant.Length - start - end);
        if (HasDigit(left) || HasDigit(right) || left.Contains('-') || right.Contains('-'))
        {
            return false;
        }

        if (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0])
        {
            return true;
        }

        var isReplaced = left.Length == 1 && right.Length == 1;
        var isOneMore = left.Length + right.Length == 1;
        return (isOneMore || (isReplaced && written.Length >= MinCharsReplaced))
            && IsInsideWord(written.Length >= meant.Length ? written : meant, start, isPerson);
    }

    /// <summary>
    /// Of "llo" in <c>balloon</c> any letter of a pair may be the one too many: the edit is taken where it ends.
    /// </summary>
    private static bool IsInsideWord(string key, int at, bool isPerson)
    {
        var isFirst = at == 0 || key[at - 1] == '-';
        var isLast = at == key.Length - 1 || key[at + 1] == '-';
        return isPerson ? !isLast || at == key.Length - 1 : !isFirst && !isLast;
    }

    private static bool HasDigit(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (char.IsDigit(unit))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Hashes of the key and of what each single deletion leaves of it: from the hash of the letters before and behind,
    /// one multiplication each.
    /// </summary>
    private void HashDeletions(string key)
    {
        _hashes.Clear();
        var behind = 0UL;
        for (var i = 0; i < key.Length; i++)
        {
            behind += key[i] * Powers[key.Length - 1 - i];
        }

        _hashes.Add(behind);
        var before = 0UL;
        for (var i = 0; i < key.Length; i++)
        {
            behind -= key[i] * Powers[key.Length - 1 - i];
            _hashes.Add(behind + (before * Powers[key.Length - 1 - i]));
            before = (before * Base) + key[i];
        }
    }

    private static ulong[] PowersOfBase()
    {
        // A slug has at most so many bytes, and a key no more letters than two for each.
        var powers = new ulong[2 * Text.Slug.MaxBytes];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * Base;
        }

        return powers;
    }
}

/// <summary>
/// Something about a name that its writer should know; reported by who can read the line where it is written.
/// </summary>
/// <param name="Name">As written.</param>
/// <param name="Path">The oldest article that writes it so.</param>
internal abstract record NameProblem(TopicKind Kind, string Name, string Path);

/// <summary>
/// Two tags that an editor may well mean as two, and that are one because their keys are: <c>C#</c> and <c>C++</c>.
/// </summary>
/// <param name="FirstName">What the tag is called.</param>
/// <param name="FirstPath">The oldest article with that spelling.</param>
internal sealed record TagClash(string Slug, string FirstName, string FirstPath, string Name, string Path)
    : NameProblem(TopicKind.Tag, Name, Path);

/// <summary>
/// A spelling that is not the one of the topic's page: <c>NEWS</c> where most articles have <c>News</c>.
/// </summary>
/// <param name="Articles">How many articles have it.</param>
/// <param name="Title">What the topic is called.</param>
/// <param name="TitleArticles">How many articles call it so.</param>
/// <param name="IsNamed">Whether a profile or site.yml calls it so.</param>
internal sealed record OddSpelling(
    TopicKind Kind,
    string Name,
    string Path,
    int Articles,
    string Title,
    int TitleArticles,
    bool IsNamed
) : NameProblem(Kind, Name, Path);

/// <summary>A rare name that is one letter away from a frequent one, or from one with a profile.</summary>
/// <param name="Articles">How many articles have it.</param>
/// <param name="Slug">Of its profile, if it is a name of its own.</param>
/// <param name="Nearest">The other name.</param>
/// <param name="NearestArticles">How many articles have that one.</param>
internal sealed record NearName(
    TopicKind Kind,
    string Name,
    string Path,
    int Articles,
    string Slug,
    string Nearest,
    int NearestArticles
) : NameProblem(Kind, Name, Path);
