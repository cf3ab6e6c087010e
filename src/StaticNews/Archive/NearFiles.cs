using StaticNews.Diagnostics;

namespace StaticNews.Archive;

/// <summary>
/// Which file may be meant where one is missing: of the same folder one with nearly that name, or the only one of that name elsewhere. An archive without its pictures
/// lacks a million, so only so many names are compared in one build. Not for several threads.
/// </summary>
/// <param name="assets">Below content/, ordinal.</param>
internal sealed class NearFiles(IReadOnlyList<string> assets)
{
    /// <summary>A tenth of a second of work; a folder of usual size takes a hundred of them.</summary>
    private const int ComparisonsMax = 100_000;

    private Dictionary<string, List<string>>? _byFolder;
    private Dictionary<string, string?>? _byName;
    private int _compared;

    /// <summary>Below content/; null where none is near, or where enough have been compared.</summary>
    /// <param name="target">Below content/, or a site URL.</param>
    public string? To(string target)
    {
        if (assets.Count == 0 || _compared >= ComparisonsMax)
        {
            return null;
        }

        var path = target.StartsWith(SiteUrls.Assets, StringComparison.Ordinal) ? string.Concat("_", target.AsSpan(1)) : target.TrimStart('/');
        var slash = path.LastIndexOf('/');
        var (folder, name) = (path[..(slash + 1)], path[(slash + 1)..]);
        Gather();
        return Beside(folder, name) ?? _byName!.GetValueOrDefault(name);
    }

    private string? Beside(string folder, string name)
    {
        if (!_byFolder!.TryGetValue(folder, out var names))
        {
            return null;
        }

        _compared += names.Count;
        var letters = WithoutDigits(name);
        var nearest = Spelling.Nearest(name, names.Where(other =>
            Math.Abs(other.Length - name.Length) <= Math.Max(1, name.Length / 3) && !WithoutDigits(other).Equals(letters, StringComparison.OrdinalIgnoreCase)));
        return nearest is null ? null : folder + nearest;
    }

    private void Gather()
    {
        if (_byFolder is not null)
        {
            return;
        }

        (_byFolder, _byName) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        foreach (var asset in assets)
        {
            var slash = asset.LastIndexOf('/');
            var (folder, name) = (asset[..(slash + 1)], asset[(slash + 1)..]);
            (_byFolder.TryGetValue(folder, out var names) ? names : _byFolder[folder] = []).Add(name);
            _byName[name] = _byName.ContainsKey(name) ? null : asset;
        }
    }

    /// <summary>Pictures that differ in a number alone are others of one series: <c>IMG_2041.jpg</c> is not <c>IMG_2042.jpg</c>.</summary>
    private static string WithoutDigits(string name) => name.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? name : string.Concat(name.Where(static c => !char.IsAsciiDigit(c)));
}
