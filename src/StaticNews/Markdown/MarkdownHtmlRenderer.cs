using System.Globalization;
using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using StaticNews.Text;

namespace StaticNews.Markdown;

/// <summary>Writes one body at a time; reused, since its tables of renderers are costly to make.</summary>
/// <remarks>
/// Where the body holds raw HTML, the whole passes the <see cref="RawHtmlWriter"/> afterwards, which must distinguish
/// links that are finished from those that an author wrote. A finished link is then written as <see cref="Seal"/> and
/// its index in <see cref="Finished"/>: a forged index can only name a link that is on the page anyway.
/// </remarks>
internal sealed class MarkdownHtmlRenderer : HtmlRenderer
{
    /// <summary>A Unicode noncharacter, as in <see cref="ShortcodeText"/>.</summary>
    public const char Seal = '\uFDD2';

    /// <summary>The most that a <see cref="StringBuilder"/> keeps in one piece.</summary>
    private const int BuilderPieceChars = 8_000;

    private readonly List<FinishedLink> _finished = [];

    private bool _isSealed;

    private ParseBudget _budget = null!;

    /// <summary>Written so far for links and pictures; see <see cref="Exclude"/>.</summary>
    private long _excluded;

    private MarkdownHtmlRenderer(StringWriter writer)
        : base(writer)
    {
        Html = writer.GetStringBuilder();
        ObjectWriteBefore += static (renderer, node) => ((MarkdownHtmlRenderer)renderer).Count(node);
        ObjectRenderers.ReplaceOrAdd<ParagraphRenderer>(new BodyParagraphRenderer());
        ObjectRenderers.ReplaceOrAdd<HeadingRenderer>(new BodyHeadingRenderer());
        ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new BodyLinkRenderer());
        ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new BodyAutolinkRenderer());
        ObjectRenderers.ReplaceOrAdd<HtmlInlineRenderer>(new BodyHtmlInlineRenderer());
        ObjectRenderers.ReplaceOrAdd<HtmlBlockRenderer>(new BodyHtmlBlockRenderer());
        ObjectRenderers.Add(new ShortcodeRenderer());
        ObjectRenderers.Add(new FootnotesRenderer());
        ObjectRenderers.Add(new FootnoteLinkRenderer());
        ObjectRenderers.Add(new HtmlTableRenderer());
    }

    public StringBuilder Html { get; }

    public IReadOnlyList<FinishedLink> Finished => _finished;

    /// <summary>A body that was nested too deeply, or passed a limit, left it in the middle of its work.</summary>
    public bool IsBroken { get; private set; }

    public BodyLinks Links { get; private set; } = null!;

    public ShortcodeText Shortcodes { get; private set; } = null!;

    public static MarkdownHtmlRenderer Create() =>
        new(new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" });

    /// <summary>Empties it for the next body.</summary>
    /// <param name="isSealed">Whether links are written as seals.</param>
    public void Begin(BodyLinks links, ShortcodeText shortcodes, ParseBudget budget, bool isSealed)
    {
        Html.Clear();
        _finished.Clear();
        (Links, Shortcodes, _budget, _isSealed, _excluded) = (links, shortcodes, budget, isSealed, 0);
        ImplicitParagraph = false;
    }

    /// <summary>Marks the renderer as interrupted.</summary>
    public void Abandon() => IsBroken = true;

    /// <summary>
    /// Does not count what was written since as output: the address of a link and what belongs to a picture differ
    /// between a page and a feed, and are not known while the archive is read. Their number has a limit of its own.
    /// </summary>
    public void Exclude(int start) => _excluded += Html.Length - start;

    /// <summary>Takes back what was written from that offset on, which turned out to be blank.</summary>
    public void TakeBack(int start)
    {
        _excluded -= Math.Min(_excluded, Html.Length - start);
        Html.Length = start;
    }

    private void Count(MarkdownObject node)
    {
        _budget.Spend(1, node.Span.Start);
        _budget.Write(Html.Length - _excluded, node.Span.Start);
    }

    /// <summary>Writes all blocks and records where each ends.</summary>
    /// <returns>
    /// False where they are nested too deeply; then it cannot be used again (<see cref="IsBroken"/>).
    /// </returns>
    public bool TryWrite(MarkdownDocument document, out IReadOnlyList<BlockEnd> ends)
    {
        var found = new List<BlockEnd>();
        ends = found;
        try
        {
            foreach (var block in document)
            {
                var start = Html.Length;
                Write(block);
                DropBlankLine(start);
                if (Html.Length > start)
                {
                    found.Add(new BlockEnd(KindOf(block, start), Html.Length));
                }
            }

            _budget.Write(Html.Length - _excluded, 0);
            return true;
        }
        catch (ArgumentException)
        {
            // Markdig reports in this way alone that its nesting limit is passed.
            IsBroken = true;
            return false;
        }
    }

    /// <summary>A block that was taken back leaves the next one to believe that a line is open.</summary>
    private void DropBlankLine(int start)
    {
        if (Html.Length > start && Html[start] == '\n' && (start == 0 || Html[start - 1] == '\n'))
        {
            Html.Remove(start, 1);
        }
    }

    private BlockKind KindOf(Block block, int start) =>
        block switch
        {
            ParagraphBlock when Html.Length > start + 2 && Html[start + 1] == 'p' && Html[start + 2] == '>' =>
                BlockKind.Paragraph,
            HeadingBlock => BlockKind.Heading,
            FootnoteGroup => BlockKind.Notes,
            _ => BlockKind.Other,
        };

    /// <summary>Writes the value of an attribute that holds a finished link.</summary>
    public void WriteFinishedLink(string href) => WriteFinishedLink(new FinishedLink(href));

    private void WriteFinishedLink(FinishedLink link)
    {
        if (_isSealed)
        {
            Write(Seal).Write(_finished.Count.ToString(CultureInfo.InvariantCulture));
            _finished.Add(link);
        }
        else
        {
            WriteEscape(HtmlEncoding.EncodedUrl(link.Href));
        }
    }

    /// <summary>Writes the start tag of a link.</summary>
    public void WriteLinkStart(string href, string? title)
    {
        var start = Html.Length;
        Write("<a href=\"");
        WriteFinishedLink(href);
        Write(Links.IsOutgoing(href) ? "\" rel=\"noreferrer\"" : "\"");
        if (!string.IsNullOrEmpty(title))
        {
            Write(" title=\"").WriteEscape(title).Write('"');
        }

        Write('>');
        Exclude(start);
    }

    /// <summary>Writes an id that is ours; an author's own gets a prefix.</summary>
    public void WriteId(string id)
    {
        Write(" id=\"");
        if (_isSealed)
        {
            Write(Seal);
        }

        WriteEscape(id).Write('"');
    }

    /// <summary>A picture. Where the body is parsed again, the rest is written then.</summary>
    public void WritePicture(FinishedLink picture, string alt, string? title)
    {
        var start = Html.Length;
        WritePictureTag(picture, alt, title);
        Exclude(start);
    }

    private void WritePictureTag(FinishedLink picture, string alt, string? title)
    {
        Write(_isSealed ? "" : ImageHtml.Opening(picture.Picture, Links.BaseUrl));
        Write("<img src=\"");
        WriteFinishedLink(picture);
        Write("\" alt=\"").WriteEscape(alt).Write('"');
        if (!string.IsNullOrEmpty(title))
        {
            Write(" title=\"").WriteEscape(title).Write('"');
        }

        if (_isSealed)
        {
            Write(" />");
            return;
        }

        Write(ImageHtml.Attributes(picture.Picture, Links.BaseUrl))
            .Write(ImageHtml.LazyLoading)
            .Write(" />")
            .Write(ImageHtml.Closing(picture.Picture));
    }

    /// <summary>Whether nothing but white space was written from that offset on.</summary>
    public bool IsBlankFrom(int offset)
    {
        for (var i = offset; i < Html.Length; i++)
        {
            if (!char.IsWhiteSpace(Html[i]))
            {
                return false;
            }

            // A builder of strings finds a place from its end, piece by piece.
            _budget.Spend(1 + ((Html.Length - i) / BuilderPieceChars), 0);
        }

        return true;
    }
}
