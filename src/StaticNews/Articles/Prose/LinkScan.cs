using StaticNews.Text;

namespace StaticNews.Articles.Prose;

/// <summary>Collects the targets of one body.</summary>
internal sealed class LinkScan(SourceText source, int bodyStart, string articlePath)
{
    private readonly List<(int Start, LinkReference Reference)> _found = [];

    private readonly HashSet<(int Start, string Target)> _seen = [];

    /// <param name="span">In the body.</param>
    public void Add(string written, TextSpan span) => Add(LinkTarget.Read(written, articlePath), span);

    /// <summary>Takes a target inside the site, once a place: a reference's definition may be used many times.</summary>
    public void Add(LinkTarget? target, TextSpan span)
    {
        // A token starts a link whose target is a shortcode: the shortcode itself is the reference.
        if (target is not { IsInSite: true } inSite || inSite.Key.Contains(ShortcodeText.TokenStart) || !_seen.Add((span.Start, inSite.Key)))
        {
            return;
        }

        var at = source.LocationOf(new TextSpan(bodyStart + span.Start, span.Length));
        _found.Add((span.Start, new LinkReference(inSite.Key, at)));
    }

    public IReadOnlyList<LinkReference> InOrder()
    {
        _found.Sort(static (left, right) =>
            left.Start != right.Start ? left.Start.CompareTo(right.Start) : string.CompareOrdinal(left.Reference.Target, right.Reference.Target));
        var references = new LinkReference[_found.Count];
        for (var i = 0; i < references.Length; i++)
        {
            references[i] = _found[i].Reference;
        }

        return references;
    }
}
