namespace StaticNews.Archive;

/// <summary>From what an article may name (a source path, an asset, a URL of the site) to the URL that it has in this build.</summary>
internal sealed class UrlMap(IReadOnlyDictionary<string, string> targets)
{
    /// <summary>
    /// Keys: source paths below content/ (<c>world/2014/flood.md</c>, <c>world/map.png</c>) and site URLs (<c>/world/</c>, <c>/about.html</c>).
    /// Null where the site holds no such thing.
    /// </summary>
    public string? Find(string target) => targets.TryGetValue(target, out var url) ? url : null;
}
