using System.Collections.Concurrent;
using StaticNews.Configuration;

namespace StaticNews.Articles.Prose;

/// <summary>
/// Turns a body's Markdown into HTML that can stand inside an <c>article</c> element. Pure: the configuration and the <see cref="BodySource"/> decide every
/// character. May be used by many workers at once. What an editor should know of a body is reported when it is scanned
/// (<see cref="LinkScanner"/>), not here.
/// </summary>
internal sealed class BodyRenderer(MarkdownConfig markdown, BaseUrl baseUrl, RelatedConfig related)
{
    /// <summary>A buffer that one huge article made larger is not kept for the others.</summary>
    private const int KeptBufferMaxChars = 1 << 20;

    private readonly ConcurrentBag<ProseHtml> _idle = [];

    /// <summary>For the article's own page: links from the root, and the place of the inline list.</summary>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    public RenderedBody RenderPage(BodySource body, CancellationToken stop = default) => RenderPage(body, new ParseBudget(BodyLimits.Of(body.Text.Length), stop));

    /// <param name="budget">Tells afterwards what the body cost.</param>
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
    public string RenderFeed(BodySource body, string url, CancellationToken stop = default) => RenderOther(body, url, markdown.Html, stop);

    /// <summary>For a book: links as on the page; of raw HTML only what is safe, for a book has no place for scripts and forms.</summary>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    public string RenderBook(BodySource body, CancellationToken stop = default) =>
        RenderOther(body, null, markdown.Html == RawHtml.Allow ? RawHtml.Sanitize : markdown.Html, stop);

    /// <summary>
    /// What a page shows as plain text is so everywhere. A feed's longer addresses may take a body past a limit that its page keeps: such a body, of which there are few, is
    /// rendered as for its page to know.
    /// </summary>
    private string RenderOther(BodySource body, string? absoluteFrom, RawHtml mode, CancellationToken stop)
    {
        var prose = Rent();
        var limits = BodyLimits.Of(body.Text.Length);
        var budget = new ParseBudget(limits.ForLongerLinks, stop);
        var written = Write(prose, body, absoluteFrom, mode, budget);
        var html = CleanText.Of(written.Html, 0, written.Html.Length);
        Return(prose);
        return written.Fault is null && budget.Output > limits.Output && RenderPage(body, stop) is { Fault: not null } page ? page.Lead : html;
    }

    /// <summary>The one place where a body that passes a limit becomes plain text.</summary>
    private WrittenBody Write(ProseHtml prose, BodySource body, string? absoluteFrom, RawHtml mode, ParseBudget budget)
    {
        try
        {
            return WriteMarkdown(prose, body, absoluteFrom, mode, budget) ?? new WrittenBody(UnreadBody.Write(body.Text), []);
        }
        catch (BodyLimitException limit)
        {
            prose.Abandon();
            return new WrittenBody(UnreadBody.Write(body.Text), [], limit.Fault);
        }
    }

    /// <returns>Null where it is nested too deeply.</returns>
    private WrittenBody? WriteMarkdown(ProseHtml prose, BodySource body, string? absoluteFrom, RawHtml mode, ParseBudget budget)
    {
        var shortcodes = markdown.Shortcodes ? ShortcodeText.Read(body.Text, budget) : ShortcodeText.Plain(body.Text);
        var links = new BodyLinks(markdown, baseUrl, body, shortcodes, absoluteFrom);
        if (ProseParser.Parse(shortcodes.Text, mode, budget) is not { } document)
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
            ? RawHtmlWriter.Write(prose.Html.ToString(), mode, links, prose.Finished, budget) ?? new WrittenBody(UnreadBody.Write(body.Text), [], new BodyFault(BodyLimit.Nesting, 0))
            : new WrittenBody(prose.Html, ends);
    }

    private ProseHtml Rent() => _idle.TryTake(out var idle) ? idle : ProseHtml.Create();

    private void Return(ProseHtml prose)
    {
        if (!prose.IsBroken && prose.Html.Capacity <= KeptBufferMaxChars && _idle.Count < Environment.ProcessorCount)
        {
            _idle.Add(prose);
        }
    }
}
