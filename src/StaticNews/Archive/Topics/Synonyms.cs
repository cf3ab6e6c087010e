using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Archive.Topics;

/// <summary>
/// The topic that each name denotes, compared by <see cref="NameKey"/>. site.yml decides over profiles, and a profile
/// that is first by path over the others.
/// </summary>
internal sealed class Synonyms
{
    /// <summary>Names without profiles and synonyms: each denotes itself.</summary>
    public static readonly Synonyms None = new();

    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _slugs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Profile> _profiles = new(StringComparer.Ordinal);

    private Synonyms() { }

    /// <summary>Keys of all topics that have a profile.</summary>
    public IEnumerable<string> WithProfile => _profiles.Keys;

    /// <summary>The key of the topic that a key denotes, through any number of synonyms.</summary>
    public string Resolve(string key)
    {
        while (_entries.TryGetValue(key, out var entry))
        {
            key = entry.To;
        }

        return key;
    }

    public Profile? ProfileOf(string key) => _profiles.GetValueOrDefault(key);

    /// <summary>The name as a profile or site.yml spells it, or null.</summary>
    public string? SpellingOf(string key) => ProfileOf(key)?.Title ?? _spellings.GetValueOrDefault(key);

    /// <summary>The last part of the topic's URL where a profile's file or site.yml decides it, or null.</summary>
    public string? SlugOf(string key) => HandleOf(key) ?? _slugs.GetValueOrDefault(key);

    /// <summary>
    /// The name of the file that the topic's profile is, as a slug; null for none, and for a profile that a synonym
    /// brought here.
    /// </summary>
    public string? HandleOf(string key) =>
        ProfileOf(key) is { } profile && NameKey.Of(profile.Key).Equals(key, StringComparison.Ordinal)
            ? Slug.Of(profile.Key)
            : null;

    /// <param name="configured">From site.yml.</param>
    /// <param name="profiles">Of one kind, by path.</param>
    public static Synonyms Gather(
        IReadOnlyDictionary<string, string> configured,
        IReadOnlyList<Profile> profiles,
        List<Diagnostic> diagnostics
    )
    {
        var synonyms = new Synonyms();
        foreach (var (from, to) in configured.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            synonyms._spellings.TryAdd(NameKey.Of(to), to);
            synonyms._slugs.TryAdd(NameKey.Of(to), Slug.Of(to));
            synonyms.Add(from, new Entry(NameKey.Of(to), SourceLocation.File(SourcePath.SiteYml)), diagnostics);
        }

        synonyms.AddProfiles(profiles, diagnostics);
        synonyms.BreakCycles(diagnostics);
        foreach (var profile in profiles)
        {
            synonyms._profiles.TryAdd(synonyms.Resolve(NameKey.Of(profile.Key)), profile);
        }

        return synonyms;
    }

    private void AddProfiles(IReadOnlyList<Profile> profiles, List<Diagnostic> diagnostics)
    {
        var keys = profiles.Select(profile => NameKey.Of(profile.Key)).ToHashSet(StringComparer.Ordinal);
        foreach (var profile in profiles)
        {
            var entry = new Entry(NameKey.Of(profile.Key), SourcePath.File(profile.Path));
            foreach (var name in profile.Synonyms)
            {
                if (keys.Contains(NameKey.Of(name)) && !NameKey.Of(name).Equals(entry.To, StringComparison.Ordinal))
                {
                    diagnostics.Add(ArchiveDiagnostics.SynonymClaimedTwice(entry.At, name, NameKey.Of(name)));
                    continue;
                }

                Add(name, entry, diagnostics);
            }
        }

        // Titles come last and cause no message: they were not written as synonyms, but articles use them.
        foreach (var profile in profiles)
        {
            var title = NameKey.Of(profile.Title ?? "");
            if (title.Length > 0 && !keys.Contains(title))
            {
                _entries.TryAdd(title, new Entry(NameKey.Of(profile.Key), SourcePath.File(profile.Path)));
            }
        }
    }

    private void Add(string name, Entry entry, List<Diagnostic> diagnostics)
    {
        var key = NameKey.Of(name);
        if (key.Length == 0 || entry.To.Length == 0 || key.Equals(entry.To, StringComparison.Ordinal))
        {
            return;
        }

        if (!_entries.TryAdd(key, entry) && !_entries[key].To.Equals(entry.To, StringComparison.Ordinal))
        {
            diagnostics.Add(ArchiveDiagnostics.SynonymClaimedTwice(entry.At, name, _entries[key].To));
        }
    }

    /// <summary>
    /// Each circle is reported once, from its first key, and its names stand for themselves from then on.
    /// </summary>
    private void BreakCycles(List<Diagnostic> diagnostics)
    {
        foreach (var start in _entries.Keys.ToArray())
        {
            var chain = new List<string> { start };
            var seen = new HashSet<string>(StringComparer.Ordinal) { start };
            var slug = start;
            while (_entries.TryGetValue(slug, out var entry) && seen.Add(entry.To))
            {
                slug = entry.To;
                chain.Add(slug);
            }

            if (_entries.TryGetValue(slug, out var last) && last.To.Equals(start, StringComparison.Ordinal))
            {
                diagnostics.Add(
                    ArchiveDiagnostics.SynonymCycle(_entries[start].At, string.Join(" → ", chain.Append(start)))
                );
                chain.ForEach(name => _entries.Remove(name));
            }
        }
    }

    /// <param name="To">The key that it denotes.</param>
    /// <param name="At">The place that defines it.</param>
    private readonly record struct Entry(string To, SourceLocation At);
}
