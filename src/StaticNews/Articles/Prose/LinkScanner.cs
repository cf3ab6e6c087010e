using System.Buffers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Articles.Prose;

/// <summary>Finds what a body names inside its own site. Runs once an article: most name nothing, and those are not parsed.</summary>
internal static class LinkScanner
{
    private static readonly SearchValues<string> LinkMarks =
        SearchValues.Create(["](", "]:", "href", "src", "{{<", "{{%"], StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// All targets of the body that only the archive can resolve, in the order of the text: Markdown files, pictures and other files, links
    /// from the root. <see cref="LinkReference.Target"/> is <see cref="LinkTarget.Key"/>.
    /// </summary>
    /// <param name="articlePath">Below content/; links without a slash at their start are relative to its folder.</param>
    /// <param name="diagnostics">Takes what is wrong with the body whatever the archive holds: refused schemes, unknown shortcodes, nesting that is too deep.</param>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    public static IReadOnlyList<LinkReference> Scan(
        SourceText source, TextSpan body, string articlePath, MarkdownConfig markdown, ICollection<Diagnostic> diagnostics, CancellationToken stop = default)
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

        if (ProseParser.Parse(read.Text, markdown.Html, budget) is { } document && !Nesting.IsTooDeep(document))
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
        document.Descendants<LinkInline>().Where(link => link.Url is not null).Select(link => (link.Url!, SpanOf(link)));

    private static void AddLinks(MarkdownDocument document, string text, LinkScan scan, ParseBudget budget)
    {
        foreach (var node in document.Descendants())
        {
            budget.Spend(1, node.Span.Start);
            switch (node)
            {
                case LinkInline { Url: { } url } link:
                    scan.Add(url, SpanOf(link));
                    if (link.IsImage && string.IsNullOrWhiteSpace(ProseText.WithPictures(link)))
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

    /// <summary>Of the target itself, which for a reference link stands in its definition; of the whole link where Markdig does not know.</summary>
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
