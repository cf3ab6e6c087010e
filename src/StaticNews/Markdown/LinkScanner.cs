using System.Buffers;
using System.Net;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Markdown;

/// <summary>
/// Finds the targets inside the site that a body names. Runs once per article; a body that names none is not parsed.
/// </summary>
internal static class LinkScanner
{
    private static readonly SearchValues<string> LinkMarks = SearchValues.Create(
        ["](", "]:", "href", "src", "{{<", "{{%"],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>
    /// All targets of the body that only the archive can resolve, in the order of the text: Markdown files, pictures
    /// and other files, links from the root. <see cref="LinkReference.Target"/> is <see cref="LinkTarget.Key"/>.
    /// </summary>
    /// <param name="articlePath">
    /// Below content/; links without a slash at their start are relative to its folder.
    /// </param>
    /// <param name="diagnostics">
    /// Receives the faults of the body whatever the archive holds: refused schemes, unknown shortcodes, nesting that
    /// is too deep.
    /// </param>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    public static IReadOnlyList<LinkReference> Scan(
        SourceText source,
        TextSpan body,
        string articlePath,
        MarkdownConfig markdown,
        ICollection<Diagnostic> diagnostics,
        CancellationToken stop = default
    )
    {
        var text = source.Text.AsSpan(body.Start, body.Length);
        var mayBeTooDeep = Nesting.MayBeTooDeep(text);
        if (!mayBeTooDeep && !MayNameTarget(text, markdown.Shortcodes))
        {
            return [];
        }

        var scan = new LinkScan(source, body.Start, articlePath);
        if (mayBeTooDeep || !TryPlain(text, scan))
        {
            try
            {
                ScanMarkdown(text.ToString(), markdown, scan, new ParseBudget(BodyLimits.Of(text.Length), stop));
            }
            catch (BodyLimitException limit)
            {
                // Shown as plain text, the body has no links, and nothing else in it is wrong.
                diagnostics.Add(limit.Fault.Told(source, body));
                return [];
            }
        }

        scan.Report(diagnostics);
        return scan.InOrder();
    }

    private static void ScanMarkdown(string text, MarkdownConfig markdown, LinkScan scan, ParseBudget budget)
    {
        var read = markdown.Shortcodes ? ShortcodeText.Read(text, budget) : ShortcodeText.Plain(text);
        foreach (var shortcode in read.Shortcodes)
        {
            scan.Add(shortcode);
        }

        if (MarkdownParser.Parse(read.Text, markdown.Html, budget) is { } document && !Nesting.IsTooDeep(document))
        {
            AddLinks(document, read.Text, scan, budget);
        }
        else
        {
            scan.AddTooDeep(Nesting.Deepest(read.Text));
        }
    }

    private static bool TryPlain(ReadOnlySpan<char> text, LinkScan scan)
    {
        var targets = new List<TextSpan>();
        if (!PlainLinks.TryFind(text, targets))
        {
            return false;
        }

        foreach (var target in targets)
        {
            if (text[..target.Start].EndsWith("![]("))
            {
                scan.AddWithoutAlt(target);
            }

            scan.Add(text.Slice(target.Start, target.Length).ToString(), target);
        }

        return true;
    }

    /// <summary>The links of a text as Markdig reads it.</summary>
    internal static IEnumerable<(string Url, TextSpan Span)> LinksIn(MarkdownDocument document) =>
        document
            .Descendants<LinkInline>()
            .Where(link => link.Url is not null)
            .Select(link => (link.Url!, SpanOf(link)));

    private static void AddLinks(MarkdownDocument document, string text, LinkScan scan, ParseBudget budget)
    {
        foreach (var node in document.Descendants())
        {
            budget.Spend(1, node.Span.Start);
            switch (node)
            {
                case LinkInline { Url: { } url } link:
                    scan.Add(url, SpanOf(link));
                    if (link.IsImage && string.IsNullOrWhiteSpace(MarkdownText.WithPictures(link)))
                    {
                        scan.AddWithoutAlt(SpanOf(link));
                    }

                    break;
                case HtmlInline inline:
                    HtmlLinks.AddTo(scan, text, new TextSpan(inline.Span.Start, inline.Span.Length), budget);
                    break;
                case HtmlBlock block:
                    HtmlLinks.AddTo(scan, text, new TextSpan(block.Span.Start, block.Span.Length), budget);
                    break;
            }
        }
    }

    /// <summary>
    /// Of the target itself, which for a reference link stands in its definition; of the whole link where Markdig does
    /// not know.
    /// </summary>
    public static TextSpan SpanOf(LinkInline link)
    {
        var span = link.UrlSpan.IsEmpty ? link.Span : link.UrlSpan;
        return new TextSpan(span.Start, span.Length);
    }

    private static bool MayNameTarget(ReadOnlySpan<char> text, bool hasShortcodes)
    {
        while (text.IndexOfAny(LinkMarks) is var found and >= 0)
        {
            var mark = text[found];
            var after = text[(found + (mark is ']' ? 2 : 3))..];
            var mayName = mark switch
            {
                ']' => !StartsOutside(after) || text[..found].EndsWith("!["),
                '{' => hasShortcodes,
                'h' or 'H' => IsOpenAttribute(after[1..]),
                _ => after.TrimStart().StartsWith("="),
            };
            if (mayName)
            {
                return true;
            }

            text = after;
        }

        return false;
    }

    private static bool IsOpenAttribute(ReadOnlySpan<char> afterName)
    {
        var equals = afterName.TrimStart();
        return equals.StartsWith("=") && !StartsOutside(equals[1..]);
    }

    private static bool StartsOutside(ReadOnlySpan<char> target)
    {
        var start = target.TrimStart(" \t\r\n<\"'");
        return start.StartsWith("#")
            || start.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
    }
}

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

    /// <summary>Receives an image without alternative text.</summary>
    public void AddWithoutAlt(TextSpan span) =>
        _diagnostics.Add(ImageDiagnostics.BodyPictureWithoutAlt(LocationOf(span)));

    public void AddTooDeep(TextSpan span) =>
        _diagnostics.Add(BodyDiagnostics.NestedTooDeeply(LocationOf(span), MarkdownParser.NestingMax));

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

    private SourceLocation LocationOf(TextSpan span) =>
        source.LocationOf(new TextSpan(bodyStart + span.Start, span.Length));

    /// <summary>Reports what is wrong.</summary>
    public void Report(ICollection<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in _diagnostics)
        {
            diagnostics.Add(diagnostic);
        }
    }

    public IReadOnlyList<LinkReference> InOrder()
    {
        _found.Sort(
            static (left, right) =>
                left.Start != right.Start
                    ? left.Start.CompareTo(right.Start)
                    : string.CompareOrdinal(left.Reference.Target, right.Reference.Target)
        );
        var references = new LinkReference[_found.Count];
        for (var i = 0; i < references.Length; i++)
        {
            references[i] = _found[i].Reference;
        }

        return references;
    }
}

/// <summary>
/// Finds the links of a body that writes all of them in the plain way, <c>[text](target)</c> or <c>![text](target)</c>
/// within one line, without reading the Markdown around them. At anything that could make them something else (code,
/// HTML, escapes, definitions, tables, titles, brackets over two lines) it gives up, and the body is parsed. A test
/// compares the two.
/// </summary>
internal static class PlainLinks
{
    /// <summary>What may hide a link, or make one in another way.</summary>
    private static readonly SearchValues<char> Others = SearchValues.Create("`<\\|\t\0");

    /// <summary>What a plain target cannot hold.</summary>
    private static readonly SearchValues<char> OddInTarget = SearchValues.Create([
        .. Enumerable.Range(0, 0x21).Select(code => (char)code),
        .. "()[]&\"'",
        .. Enumerable.Range(0x7F, 0x22).Select(code => (char)code),
    ]);

    /// <summary>
    /// Fills <paramref name="targets"/>, in the order of the text; false, and they mean nothing, where the body must be
    /// parsed.
    /// </summary>
    public static bool TryFind(ReadOnlySpan<char> body, List<TextSpan> targets)
    {
        targets.Clear();
        if (MayHoldOthers(body))
        {
            return false;
        }

        var start = 0;
        while (start < body.Length)
        {
            var length = body[start..].IndexOfAny('\r', '\n');
            var line = length < 0 ? body[start..] : body.Slice(start, length);
            if (!TryLine(line, start, targets))
            {
                return false;
            }

            start += line.Length + 1;
        }

        return true;
    }

    /// <summary>
    /// One quick search after the other: a set of texts is searched for character by character, a set of characters is
    /// not. Four blanks may begin code.
    /// </summary>
    private static bool MayHoldOthers(ReadOnlySpan<char> body) =>
        body.ContainsAny(Others)
        || body.ContainsAny('\uFDD0', '\uFDD1')
        || body.Contains("    ", StringComparison.Ordinal)
        || body.Contains("{{", StringComparison.Ordinal)
        || body.Contains("~~~", StringComparison.Ordinal);

    private static bool TryLine(ReadOnlySpan<char> line, int offset, List<TextSpan> targets)
    {
        var isOpen = false;
        for (var at = line.IndexOfAny('[', ']'); at >= 0; at = Next(line, at))
        {
            var next = at + 1 < line.Length ? line[at + 1] : ' ';
            if (line[at] == '[')
            {
                // Brackets within brackets, and notes, are left to the parser.
                if (isOpen || next == '^')
                {
                    return false;
                }

                isOpen = true;
            }
            else if (next is ':' or '[')
            {
                return false;
            }
            else if (isOpen)
            {
                isOpen = false;
                if (next == '(')
                {
                    if (!TryTarget(line[(at + 2)..], out var length))
                    {
                        return false;
                    }

                    targets.Add(new TextSpan(offset + at + 2, length));
                }
            }
        }

        return !isOpen;
    }

    private static int Next(ReadOnlySpan<char> line, int at)
    {
        var found = line[(at + 1)..].IndexOfAny('[', ']');
        return found < 0 ? -1 : at + 1 + found;
    }

    private static bool TryTarget(ReadOnlySpan<char> rest, out int length)
    {
        length = rest.IndexOfAny(OddInTarget);
        return length > 0 && rest[length] == ')';
    }
}

/// <summary>
/// Reads <c>href</c> and <c>src</c> out of raw HTML, without a parser: what the parser sees less or more only costs a
/// lookup.
/// </summary>
internal static class HtmlLinks
{
    /// <param name="html">A span of <paramref name="text"/>.</param>
    /// <exception cref="BodyLimitException">Attributes are left open so often that it takes too long.</exception>
    public static void AddTo(LinkScan scan, string text, TextSpan html, ParseBudget budget)
    {
        var at = html.Start;
        while (at < html.End && text.AsSpan(at, html.End - at).IndexOf('<') is var found and >= 0)
        {
            at += found + 1;
            var nameLength = NameLength(text, at, html.End);
            var name = text.AsSpan(at, nameLength);
            var tag = at - 1;
            if (name.Equals("a", StringComparison.OrdinalIgnoreCase))
            {
                budget.Link(tag);
                budget.Spend(TagLength(text, at, html.End), tag);
                AddAttribute(scan, text, at + nameLength, html.End, "href");
            }
            else if (name.Equals("img", StringComparison.OrdinalIgnoreCase))
            {
                budget.Link(tag);
                budget.Spend(TagLength(text, at, html.End), tag);
                AddAttribute(scan, text, at + nameLength, html.End, "src");
                if (!HasAttribute(text, at + nameLength, html.End, "alt"))
                {
                    scan.AddWithoutAlt(new TextSpan(at - 1, nameLength + 1));
                }
            }

            at += nameLength;
        }
    }

    /// <summary>How far the attributes are read, at most.</summary>
    private static int TagLength(string text, int at, int end)
    {
        var tag = text.AsSpan(at, end - at);
        var close = tag.IndexOf('>');
        return close < 0 || tag[..close].ContainsAny('"', '\'') ? tag.Length : close;
    }

    private static void AddAttribute(LinkScan scan, string text, int at, int end, string attribute)
    {
        if (TryAttribute(text, at, end, attribute, out var value) && value is { } found)
        {
            scan.Add(WebUtility.HtmlDecode(text.Substring(found.Start, found.Length)), found);
        }
    }

    private static bool HasAttribute(string text, int at, int end, string attribute) =>
        TryAttribute(text, at, end, attribute, out _);

    /// <summary>Looks for an attribute up to the tag's end. An attribute without a value has a null one.</summary>
    private static bool TryAttribute(string text, int at, int end, string attribute, out TextSpan? value)
    {
        while (at < end && text[at] != '>')
        {
            var nameLength = NameLength(text, at, end);
            if (nameLength == 0)
            {
                at++;
                continue;
            }

            value = ValueAfter(text, at + nameLength, end);
            if (text.AsSpan(at, nameLength).Equals(attribute, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            at = value is { } found ? AfterValue(text, found, end) : at + nameLength;
        }

        value = null;
        return false;
    }

    /// <summary>Past the quote that ends a value, which would otherwise hide a '&gt;' behind it.</summary>
    private static int AfterValue(string text, TextSpan value, int end) =>
        value.End < end && text[value.End] is '"' or '\'' ? value.End + 1 : value.End;

    private static TextSpan? ValueAfter(string text, int at, int end)
    {
        at = SkipWhite(text, at, end);
        if (at >= end || text[at] != '=')
        {
            return null;
        }

        at = SkipWhite(text, at + 1, end);
        if (at >= end)
        {
            return null;
        }

        var rest = text.AsSpan(at, end - at);
        if (rest[0] is '"' or '\'')
        {
            var close = rest[1..].IndexOf(rest[0]);
            return close < 0 ? null : new TextSpan(at + 1, close);
        }

        var length = rest.IndexOfAny(" \t\r\n>");
        return new TextSpan(at, length < 0 ? rest.Length : length);
    }

    private static int SkipWhite(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int NameLength(string text, int at, int end)
    {
        var length = 0;
        while (at + length < end && (char.IsAsciiLetterOrDigit(text[at + length]) || text[at + length] is '-' or ':'))
        {
            length++;
        }

        return length;
    }
}
