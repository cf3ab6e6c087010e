using StaticNews.Archive.Sections;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>
/// The profiles by their subject; two of one subject are a mistake, and the first by path is used.
/// </summary>
internal sealed class ProfileIndex
{
    private readonly Dictionary<(ProfileKind Kind, string Key), Profile> _byKey;

    private ProfileIndex(Dictionary<(ProfileKind Kind, string Key), Profile> byKey) => _byKey = byKey;

    /// <summary>Those that stand, by path.</summary>
    public IEnumerable<Profile> All => _byKey.Values.OrderBy(profile => profile.Path, StringComparer.Ordinal);

    public Profile? FrontPage => Find(ProfileKind.Section, "");

    /// <param name="key">
    /// A section's id path, a page's path, the <see cref="NameKey"/> of an author's handle or a tag.
    /// </param>
    public Profile? Find(ProfileKind kind, string key) => _byKey.GetValueOrDefault((kind, key));

    /// <summary>Those of one kind, by path.</summary>
    public IReadOnlyList<Profile> Of(ProfileKind kind) => [.. All.Where(profile => profile.Kind == kind)];

    public static string KeyOf(Profile profile) =>
        profile.Kind switch
        {
            ProfileKind.Section => SectionId.Of(profile.Key),
            ProfileKind.Page => profile.Key,
            _ => NameKey.Of(profile.Key),
        };

    public static ProfileIndex Sort(IReadOnlyList<Profile> profiles, List<Diagnostic> diagnostics)
    {
        var byKey = new Dictionary<(ProfileKind Kind, string Key), Profile>(profiles.Count);
        foreach (var profile in profiles.OrderBy(profile => profile.Path, StringComparer.Ordinal))
        {
            var key = KeyOf(profile);
            if (profile.Kind != ProfileKind.Section && key.Split('/').Contains("", StringComparer.Ordinal))
            {
                diagnostics.Add(ArchiveDiagnostics.ProfileNameless(SourcePath.File(profile.Path)));
            }
            else if (!byKey.TryAdd((profile.Kind, key), profile))
            {
                var first = SourcePath.Shown(byKey[(profile.Kind, key)].Path);
                diagnostics.Add(ArchiveDiagnostics.ProfileTwice(SourcePath.File(profile.Path), key, first));
            }
        }

        return new ProfileIndex(byKey);
    }

    /// <summary>The index without the sources that could not have their output path.</summary>
    /// <param name="leftOut">Paths below content/.</param>
    public ProfileIndex Without(IReadOnlySet<string> leftOut) =>
        leftOut.Count == 0
            ? this
            : new ProfileIndex(_byKey.Where(entry => !leftOut.Contains(entry.Value.Path)).ToDictionary());
}
