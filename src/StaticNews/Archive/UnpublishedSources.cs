using StaticNews.Articles;
using StaticNews.Articles.Prose;

namespace StaticNews.Archive;

/// <summary>The sources that exist and have no page in this build. Who names one has not mistaken its name, so the message is another one.</summary>
internal sealed class UnpublishedSources
{
    private readonly Dictionary<string, UnpublishedReason> _byPath = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, UnpublishedReason>> _byName;
    private readonly SpellingIndex _paths;

    private UnpublishedSources()
    {
        _paths = new SpellingIndex(() => _byPath.Keys);
        _byName = new Lazy<Dictionary<string, UnpublishedReason>>(GatherNames);
    }

    /// <param name="unread">Sources that gave the archive nothing.</param>
    public static UnpublishedSources Of(IReadOnlyList<UnpublishedSource> unread, Settlement settled)
    {
        var sources = new UnpublishedSources();
        foreach (var source in unread.Where(source => source.State != SourceState.Article))
        {
            sources._byPath[source.Path] = source.State == SourceState.Failed ? UnpublishedReason.Errors : UnpublishedReason.Draft;
        }

        foreach (var path in settled.LeftOut)
        {
            sources._byPath[path] = UnpublishedReason.Errors;
        }

        foreach (var article in settled.Timeline.Future)
        {
            sources._byPath[article.Path] = UnpublishedReason.Future;
        }

        foreach (var article in settled.Timeline.Removed)
        {
            sources._byPath[article.Path] = UnpublishedReason.Removed;
        }

        return sources;
    }

    /// <summary>Null for a source that has a page, and for none at all.</summary>
    /// <param name="path">As it is written below content/.</param>
    public UnpublishedReason? At(string path) => _byPath.TryGetValue(path, out var reason) ? reason : null;

    /// <summary>The same by the rule that finds targets: in any normal form or case, or as <c>**/flood.md</c> in any folder.</summary>
    public UnpublishedReason? Find(string target)
    {
        if (_byPath.Count == 0)
        {
            return null;
        }

        return target.StartsWith(LinkTarget.AnyFolder, StringComparison.Ordinal) ? Named(target[LinkTarget.AnyFolder.Length..])
            : At(target) ?? (_paths.TryFind(target, out var path, out _) ? _byPath[path] : null);
    }

    /// <summary>By the file's name without its folders.</summary>
    public UnpublishedReason? Named(string file) => _byName.Value.TryGetValue(file, out var reason) ? reason : null;

    private Dictionary<string, UnpublishedReason> GatherNames()
    {
        var names = new Dictionary<string, UnpublishedReason>(StringComparer.Ordinal);
        foreach (var (path, reason) in _byPath.OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            names.TryAdd(path[(path.LastIndexOf('/') + 1)..], reason);
        }

        return names;
    }
}
