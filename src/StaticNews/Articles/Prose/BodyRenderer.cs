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
    public RenderedBody RenderPage(BodySource body)
    {
        var prose = Rent();
        var written = Write(prose, body, null, markdown.Html);
        var length = written.Html.Length;
        var place = InlineListPlace.Find(written.Ends, related.AfterParagraph) ?? length;
        var lead = CleanText.Of(written.Html, 0, place);
        var rest = CleanText.Of(written.Html, place, length - place);
        Return(prose);
        return new RenderedBody(lead, rest, WordCount.Of(lead) + WordCount.Of(rest));
    }

    /// <summary>For a feed: every link whole.</summary>
    /// <param name="url">The article's site URL, without the base URL's prefix.</param>
    public string RenderFeed(BodySource body, string url)
    {
        var prose = Rent();
        var written = Write(prose, body, url, markdown.Html);
        var html = CleanText.Of(written.Html, 0, written.Html.Length);
        Return(prose);
        return html;
    }

    /// <summary>For a book: links as on the page; of raw HTML only what is safe, for a book has no place for scripts and forms.</summary>
    public string RenderBook(BodySource body)
    {
        var prose = Rent();
        var written = Write(prose, body, null, markdown.Html == RawHtml.Allow ? RawHtml.Sanitize : markdown.Html);
        var html = CleanText.Of(written.Html, 0, written.Html.Length);
        Return(prose);
        return html;
    }

    private WrittenBody Write(ProseHtml prose, BodySource body, string? absoluteFrom, RawHtml mode)
    {
        var shortcodes = markdown.Shortcodes ? ShortcodeText.Read(body.Text) : ShortcodeText.Plain(body.Text);
        var links = new BodyLinks(markdown, baseUrl, body, shortcodes, absoluteFrom);
        if (ProseParser.Parse(shortcodes.Text, mode) is not { } document)
        {
            return new WrittenBody(UnreadBody.Write(shortcodes.Text), []);
        }

        var survey = BodySurvey.Take(document, shortcodes.Text);
        prose.Begin(links, shortcodes, survey.HasRawHtml);
        if (!prose.TryWrite(document, out var ends))
        {
            return new WrittenBody(UnreadBody.Write(shortcodes.Text), []);
        }

        if (!survey.HasRawHtml)
        {
            return new WrittenBody(prose.Html, ends);
        }

        return RawHtmlWriter.Write(prose.Html.ToString(), mode, links, prose.Finished)
            ?? new WrittenBody(UnreadBody.Write(shortcodes.Text), []);
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
