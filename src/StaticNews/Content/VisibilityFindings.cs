using StaticNews.Text;

namespace StaticNews.Content;

/// <summary>The meaning of the keys of one source for its visibility. Most sources have no such key.</summary>
internal sealed class VisibilityFindings
{
    private readonly List<(SourceText Source, VisibilityFinding Finding)> _findings = [];

    /// <summary>
    /// What a key says. It replaces what <c>defaults</c> say by the same key; of two in one file the stricter one
    /// counts.
    /// </summary>
    public void Add(SourceText source, string key, VisibilityFinding finding)
    {
        _findings.RemoveAll(earlier => earlier.Source != source && VisibilityKeys.IsSameKey(earlier.Finding.Key, key));
        _findings.Add((source, finding));
    }

    /// <summary>
    /// What all keys say together: the strictest, the latest beginning and the earliest end; null where none says
    /// anything.
    /// </summary>
    public VisibilityFinding? Strictest()
    {
        VisibilityFinding? strictest = null;
        foreach (var (_, finding) in _findings)
        {
            strictest = strictest is null ? finding : strictest.And(finding);
        }

        return strictest;
    }

    public void Clear() => _findings.Clear();
}
