using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Articles.Prose;

/// <summary>Collects the targets of one body.</summary>
internal sealed class LinkScan(SourceText source, int bodyStart, string articlePath)
{
    private readonly List<Diagnostic> _diagnostics = [];

    private readonly List<(int Start, LinkReference Reference)> _found = [];

    private readonly HashSet<(int Start, string Target)> _seen = [];

    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    /// <summary>Takes a link or picture of the Markdown.</summary>
    /// <param name="span">In the body.</param>
    public void Add(string written, TextSpan span)
    {
        // A token starts a link whose target is a shortcode: the shortcode itself is the reference.
        if (!written.StartsWith(ShortcodeText.TokenStart))
        {
            Add(LinkTarget.Read(written, articlePath), span, isShortcode: false);
        }
    }

    /// <summary>Takes what a shortcode names; one that is not known is reported once a name.</summary>
    public void Add(Shortcode shortcode)
    {
        if (shortcode.Target(articlePath) is { } target)
        {
            Add(target, shortcode.Span, isShortcode: true);
        }
        else if (shortcode.Kind == ShortcodeKind.Unknown && _unknown.Add(shortcode.Name))
        {
            _diagnostics.Add(BodyDiagnostics.UnknownShortcode(LocationOf(shortcode.Span), shortcode.Name));
        }
    }

    /// <summary>Takes a picture that nobody describes.</summary>
    public void AddWithoutAlt(TextSpan span) => _diagnostics.Add(PictureDiagnostics.BodyPictureWithoutAlt(LocationOf(span)));

    public void AddTooDeep(TextSpan span) => _diagnostics.Add(BodyDiagnostics.NestedTooDeeply(LocationOf(span), ProseParser.NestingMax));

    private void Add(LinkTarget target, TextSpan span, bool isShortcode)
    {
        // Once a place: a reference's definition may be used many times.
        if ((!target.IsInSite && target.Kind != LinkKind.Refused) || !_seen.Add((span.Start, target.Key)))
        {
            return;
        }

        var at = LocationOf(span);
        if (target.Kind == LinkKind.Refused)
        {
            _diagnostics.Add(BodyDiagnostics.RefusedScheme(at));
        }
        else
        {
            _found.Add((span.Start, new LinkReference(target.Key, SourceSpot.Of(at, at.Path), isShortcode)));
        }
    }

    private SourceLocation LocationOf(TextSpan span) => source.LocationOf(new TextSpan(bodyStart + span.Start, span.Length));

    /// <summary>Tells what is wrong.</summary>
    public void Report(ICollection<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in _diagnostics)
        {
            diagnostics.Add(diagnostic);
        }
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
