using System.Collections.Concurrent;
using System.Text;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Images;
using StaticNews.Text;

namespace StaticNews.Markdown;

/// <summary>
/// Turns a body's Markdown into HTML that can stand inside an <c>article</c> element. Pure: the configuration and the
/// <see cref="BodySource"/> decide every character. May be used by many workers at once. What an editor should know of
/// a body is reported when it is scanned (<see cref="LinkScanner"/>), not here.
/// </summary>
internal sealed class BodyRenderer(MarkdownConfig markdown, BaseUrl baseUrl, RelatedConfig related)
{
    /// <summary>A buffer that one huge article made larger is not kept for the others.</summary>
    private const int KeptBufferMaxChars = 1 << 20;

    private readonly ConcurrentBag<MarkdownHtmlRenderer> _idle = [];

    /// <summary>For the article's own page: links from the root, and the place of the inline list.</summary>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    public RenderedBody RenderPage(BodySource body, CancellationToken stop = default) =>
        RenderPage(body, new ParseBudget(BodyLimits.Of(body.Text.Length), stop));

    /// <param name="budget">Contains afterwards the steps that the body took.</param>
    public RenderedBody RenderPage(BodySource body, ParseBudget budget)
    {
        var prose = Rent();
        var written = Write(prose, body, null, markdown.Html, budget);
        var length = written.Html.Length;
        var place = InlineListPlace.Find(written.Ends, related.AfterParagraph) ?? length;
        var lead = CleanText.Of(written.Html, 0, place);
        var rest = CleanText.Of(written.Html, place, length - place);
        Return(prose);
        return new RenderedBody(lead, rest, WordCount.Of(lead) + WordCount.Of(rest), written.Fault);
    }

    /// <summary>For a feed: every link whole.</summary>
    /// <param name="url">The article's site URL, without the base URL's prefix.</param>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    public string RenderFeed(BodySource body, string url, CancellationToken stop = default) =>
        RenderOther(body, url, markdown.Html, stop);

    /// <summary>
    /// For a book: links as on the page; of raw HTML only what is safe, for a book has no place for scripts and forms.
    /// </summary>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    public string RenderBook(BodySource body, CancellationToken stop = default) =>
        RenderOther(body, null, markdown.Html == RawHtml.Allow ? RawHtml.Sanitize : markdown.Html, stop);

    /// <summary>
    /// What a page shows as plain text is so everywhere. A feed's longer addresses may take a body past a limit that
    /// its page keeps: such a body, of which there are few, is rendered as for its page to know.
    /// </summary>
    private string RenderOther(BodySource body, string? absoluteFrom, RawHtml mode, CancellationToken stop)
    {
        var prose = Rent();
        var limits = BodyLimits.Of(body.Text.Length);
        var budget = new ParseBudget(limits.ForLongerLinks, stop);
        var written = Write(prose, body, absoluteFrom, mode, budget);
        var html = CleanText.Of(written.Html, 0, written.Html.Length);
        Return(prose);
        return
            written.Fault is null && budget.Output > limits.Output && RenderPage(body, stop) is { Fault: not null } page
            ? page.Lead
            : html;
    }

    /// <summary>The one place where a body that passes a limit becomes plain text.</summary>
    private WrittenBody Write(
        MarkdownHtmlRenderer prose,
        BodySource body,
        string? absoluteFrom,
        RawHtml mode,
        ParseBudget budget
    )
    {
        try
        {
            return WriteMarkdown(prose, body, absoluteFrom, mode, budget)
                ?? new WrittenBody(UnreadBody.Write(body.Text), []);
        }
        catch (BodyLimitException limit)
        {
            prose.Abandon();
            return new WrittenBody(UnreadBody.Write(body.Text), [], limit.Fault);
        }
    }

    /// <returns>Null where it is nested too deeply.</returns>
    private WrittenBody? WriteMarkdown(
        MarkdownHtmlRenderer prose,
        BodySource body,
        string? absoluteFrom,
        RawHtml mode,
        ParseBudget budget
    )
    {
        var shortcodes = markdown.Shortcodes ? ShortcodeText.Read(body.Text, budget) : ShortcodeText.Plain(body.Text);
        var links = new BodyLinks(markdown, baseUrl, body, shortcodes, absoluteFrom);
        if (MarkdownParser.Parse(shortcodes.Text, mode, budget) is not { } document)
        {
            return null;
        }

        var survey = BodySurvey.Take(document, shortcodes.Text);
        prose.Begin(links, shortcodes, budget, survey.HasRawHtml);
        if (!prose.TryWrite(document, out var ends))
        {
            return null;
        }

        return survey.HasRawHtml
            ? RawHtmlWriter.Write(prose.Html.ToString(), mode, links, prose.Finished, budget)
                ?? new WrittenBody(UnreadBody.Write(body.Text), [], new BodyFault(BodyLimit.Nesting, 0))
            : new WrittenBody(prose.Html, ends);
    }

    private MarkdownHtmlRenderer Rent() => _idle.TryTake(out var idle) ? idle : MarkdownHtmlRenderer.Create();

    private void Return(MarkdownHtmlRenderer prose)
    {
        if (!prose.IsBroken && prose.Html.Capacity <= KeptBufferMaxChars && _idle.Count < Environment.ProcessorCount)
        {
            _idle.Add(prose);
        }
    }
}

/// <summary>What a body's HTML is made of; all that may change it, beside the site's configuration, is here.</summary>
/// <param name="Text">The Markdown.</param>
/// <param name="Path">The file below content/; relative links start from its folder.</param>
/// <param name="Links">
/// From <see cref="LinkReference.Target"/> of this body's references to the site URL each has; a target that is not
/// here is not in the archive.
/// </param>
internal sealed record BodySource(string Text, string Path, IReadOnlyDictionary<string, string> Links)
{
    private static readonly Dictionary<string, DisplayedImage> NoPictures = [];

    /// <summary>The facts about the pictures among <see cref="Links"/>, by the same targets.</summary>
    public IReadOnlyDictionary<string, DisplayedImage> Pictures { get; init; } = NoPictures;

    public static BodySource Of(Article article, IReadOnlyDictionary<string, string> links) =>
        new(Slice(article.Source, article.Body), article.Summary.Path, links);

    public static BodySource Of(Profile profile, IReadOnlyDictionary<string, string> links) =>
        new(Slice(profile.Source, profile.Body), profile.Path, links);

    private static string Slice(SourceText source, TextSpan body) => source.Text.Substring(body.Start, body.Length);
}

/// <param name="Html">Still with what <see cref="CleanText"/> takes out; read before its buffer is used again.</param>
/// <param name="Ends">Of the top-level blocks, in order; none where the text could not be read as Markdown.</param>
/// <param name="Fault">
/// Why the body is shown as plain text; null where it is not, and where a scan finds that its Markdown is nested too
/// deeply.
/// </param>
internal readonly record struct WrittenBody(StringBuilder Html, IReadOnlyList<BlockEnd> Ends, BodyFault? Fault = null);

/// <summary>
/// A body that cannot be read as Markdown, because it is nested too deeply or passes a limit, shown as it is written:
/// nothing of an article is lost.
/// </summary>
internal static class UnreadBody
{
    /// <summary>More than any list shows of it.</summary>
    private const int FirstMaxChars = 10_000;

    /// <summary>A paragraph for each block of lines, each line on its own.</summary>
    public static StringBuilder Write(string text)
    {
        var html = new StringBuilder(text.Length + 64);
        var isOpen = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                html.Append(isOpen ? "</p>\n" : "");
                isOpen = false;
                continue;
            }

            html.Append(isOpen ? "<br />\n" : "<p>");
            HtmlEncoding.Append(html, line);
            isOpen = true;
        }

        return html.Append(isOpen ? "</p>\n" : "");
    }

    /// <summary>Its first paragraph in one line; empty where there is none.</summary>
    public static string FirstParagraph(ReadOnlySpan<char> text)
    {
        var paragraph = new StringBuilder();
        foreach (var line in text.EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                paragraph.Append(paragraph.Length == 0 ? "" : " ").Append(line);
            }
            else if (paragraph.Length > 0)
            {
                break;
            }

            if (paragraph.Length > FirstMaxChars)
            {
                break;
            }
        }

        return MarkdownText.Fold(paragraph);
    }
}

/// <summary>
/// Takes out of finished HTML what may not be in it: forbidden characters, tokens of shortcodes, halves of surrogate
/// pairs.
/// </summary>
internal static class CleanText
{
    public static string Of(StringBuilder html, int start, int length)
    {
        var text = html.ToString(start, length);
        return IsClean(text) ? text : Cleaned(text);
    }

    private static bool IsClean(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(XmlText.Forbidden))
        {
            return false;
        }

        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is var found and >= 0)
        {
            if (Rune.DecodeFromUtf16(text[found..], out _, out var read) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[(found + read)..];
        }

        return true;
    }

    private static string Cleaned(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        while (text.Length > 0)
        {
            if (ShortcodeText.TokenLength(text) is var token and > 0)
            {
                text = text[token..];
                continue;
            }

            Rune.DecodeFromUtf16(text, out var rune, out var read);
            if (!rune.IsBmp || !XmlText.IsForbidden((char)rune.Value))
            {
                clean.Append(rune);
            }

            text = text[read..];
        }

        return clean.ToString();
    }
}
