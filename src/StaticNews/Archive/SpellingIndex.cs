using System.Diagnostics.CodeAnalysis;

namespace StaticNews.Archive;

/// <summary>
/// Finds a name that is written in another normal form of Unicode or in another case than the archive has it. Made once a build, and only when a name is not found as it is
/// written: most archives never need it.
/// </summary>
internal sealed class SpellingIndex(Func<IEnumerable<string>> names)
{
    private readonly Lazy<(Dictionary<PathKey, string> First, Dictionary<PathKey, List<string>> Others)> _names = new(() => Gather(names()));

    /// <summary>
    /// The name that is meant: of several, one that looks exactly as it is written stands before one in another case, and then the first, ordinal.
    /// </summary>
    /// <param name="spelling">Null where nothing need be said: the name is the only one, and nobody could see the difference.</param>
    public bool TryFind(string written, [NotNullWhen(true)] out string? name, out OtherSpelling? spelling)
    {
        var key = PathKey.Of(written);
        spelling = null;
        if (!_names.Value.First.TryGetValue(key, out name))
        {
            return false;
        }

        List<string> all = [name, .. _names.Value.Others.GetValueOrDefault(key, [])];
        var alike = all.FindAll(candidate => PathKey.LookAlike(candidate, written));
        var candidates = alike.Count > 0 ? alike : all;
        candidates.Sort(StringComparer.Ordinal);
        name = candidates[0];
        spelling = alike.Count == 1 ? null : new OtherSpelling(name, candidates.Count > 1 ? candidates[1] : null);
        return true;
    }

    private static (Dictionary<PathKey, string> First, Dictionary<PathKey, List<string>> Others) Gather(IEnumerable<string> names)
    {
        var count = names.TryGetNonEnumeratedCount(out var known) ? known : 0;
        var (first, others) = (new Dictionary<PathKey, string>(count), new Dictionary<PathKey, List<string>>());
        foreach (var name in names)
        {
            var key = PathKey.Of(name);
            if (!first.TryAdd(key, name))
            {
                (others.TryGetValue(key, out var list) ? list : others[key] = []).Add(name);
            }
        }

        return (first, others);
    }
}
