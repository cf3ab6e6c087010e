using System.Net;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StaticNews.Text;

namespace StaticNews.Markdown;

/// <summary>
/// A call into the generator that an archive's articles were first written for: <c>{{&lt; name "value" key="value"
/// &gt;}}</c>.
/// </summary>
/// <param name="Span">In the body, braces included.</param>
/// <param name="Arguments">In order.</param>
internal sealed record Shortcode(
    TextSpan Span,
    ShortcodeKind Kind,
    string Name,
    IReadOnlyList<ShortcodeArgument> Arguments
)
{
    /// <summary>
    /// The argument of that name, else the unnamed one at that place (from 0; -1: by name only); null where there is
    /// none.
    /// </summary>
    public string? Argument(string name, int place)
    {
        foreach (var argument in Arguments)
        {
            if (string.Equals(argument.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return argument.Value;
            }
        }

        return place >= 0 && place < Arguments.Count && Arguments[place].Name is null ? Arguments[place].Value : null;
    }

    /// <summary>What it names inside the site, as a link has it; null where it names nothing.</summary>
    public LinkTarget? Target(string articlePath) =>
        Kind switch
        {
            ShortcodeKind.Reference when Argument("path", 0) is { } path => LinkTarget.ReadReference(path, articlePath),
            ShortcodeKind.Picture when Argument("src", 0) is { } src => LinkTarget.Read(src, articlePath),
            _ => null,
        };

    public static ShortcodeKind KindOf(string name) =>
        name switch
        {
            "ref" or "relref" => ShortcodeKind.Reference,
            "figure" or "img" or "image" => ShortcodeKind.Picture,
            "youtube" or "vimeo" => ShortcodeKind.Video,
            _ when name.StartsWith("legacy-img", StringComparison.Ordinal)
                    || name.StartsWith("img-", StringComparison.Ordinal) => ShortcodeKind.Picture,
            _ => ShortcodeKind.Unknown,
        };
}

/// <param name="Name">Null for an argument that is identified by its position.</param>
internal readonly record struct ShortcodeArgument(string? Name, string Value);

/// <summary>What a shortcode means here; known by its name.</summary>
internal enum ShortcodeKind
{
    /// <summary>Not known: it is dropped, what a pair of them encloses stays.</summary>
    Unknown,

    /// <summary>The second of a pair: <c>{{&lt; /note &gt;}}</c>.</summary>
    Closing,

    /// <summary><c>{{&lt;/* name */&gt;}}</c>: the text of a shortcode, meant to be read.</summary>
    Literal,

    /// <summary><c>ref</c>, <c>relref</c>: the URL of another article.</summary>
    Reference,

    /// <summary><c>figure</c>, <c>img</c> and their kin.</summary>
    Picture,

    /// <summary><c>youtube</c>, <c>vimeo</c>: becomes a plain link.</summary>
    Video,
}

/// <summary>A shortcode's place in the text; what it becomes is decided when it is written.</summary>
internal sealed class ShortcodeInline : LeafInline
{
    /// <summary>The token that stands in the text.</summary>
    public required string Token { get; init; }
}

/// <summary>Finds the tokens that <see cref="ShortcodeText"/> put in.</summary>
internal sealed class ShortcodeInlineParser : InlineParser
{
    public ShortcodeInlineParser()
    {
        OpeningCharacters = [ShortcodeText.TokenStart];
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        LeafCounts.OfPiece(processor, slice);
        var token = slice.AsSpan();
        token = token[..ShortcodeText.TokenLength(token)];
        if (token.IsEmpty)
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new ShortcodeInline
        {
            Token = token.ToString(),
            Line = line,
            Column = column,
            Span = new SourceSpan(start, start + token.Length - 1),
        };
        slice.Start += token.Length;
        return true;
    }
}

/// <summary>
/// What a shortcode within text becomes: a picture, a link to a video, the text it was meant to show, or nothing.
/// </summary>
internal sealed class ShortcodeRenderer : HtmlObjectRenderer<ShortcodeInline>
{
    /// <summary>Whether it never shows anything, wherever it stands.</summary>
    public static bool LeavesNothing(MarkdownHtmlRenderer html, ShortcodeInline inline) =>
        html.Shortcodes.At(inline.Token)?.Shortcode.Kind
            is null
                or ShortcodeKind.Unknown
                or ShortcodeKind.Closing
                or ShortcodeKind.Reference;

    /// <summary>Null where it is no picture, or one that is not in the archive.</summary>
    public static (FinishedLink Picture, string Alt, string? Caption)? PictureOf(
        MarkdownHtmlRenderer html,
        ShortcodeInline inline
    )
    {
        if (
            html.Shortcodes.At(inline.Token)?.Shortcode is not { Kind: ShortcodeKind.Picture } call
            || call.Argument("src", 0) is not { } src
            || html.Links.Picture(src) is not { } found
        )
        {
            return null;
        }

        var caption = call.Argument("caption", -1) ?? call.Argument("title", -1);
        return (found, WebUtility.HtmlDecode(call.Argument("alt", -1) ?? ""), caption);
    }

    protected override void Write(HtmlRenderer renderer, ShortcodeInline inline)
    {
        var html = (MarkdownHtmlRenderer)renderer;
        if (html.Shortcodes.At(inline.Token)?.Shortcode is not { } call)
        {
            return;
        }

        if (call.Kind == ShortcodeKind.Literal)
        {
            html.WriteEscape(call.Name);
        }
        else if (PictureOf(html, inline) is { } picture)
        {
            html.WritePicture(picture.Picture, picture.Alt, picture.Caption);
        }
        else if (VideoLink.Of(call) is { } video)
        {
            WriteVideo(html, video, BodyLinkRenderer.IsInsideLink(inline));
        }
    }

    private static void WriteVideo(MarkdownHtmlRenderer html, VideoLink video, bool isInsideLink)
    {
        if (isInsideLink)
        {
            html.WriteEscape(video.Title);
            return;
        }

        html.WriteLinkStart(video.Url, null);
        html.WriteEscape(video.Title).Write("</a>");
    }
}

/// <summary>A video elsewhere, as a plain link: the page loads nothing from there.</summary>
/// <param name="Title">
/// Its title, or its address without the scheme: no word of ours, for the text may be in any language.
/// </param>
internal sealed record VideoLink(string Url, string Title)
{
    /// <summary>
    /// Of <c>youtube</c> and <c>vimeo</c> shortcodes; null for others and where the id is missing or none.
    /// </summary>
    public static VideoLink? Of(Shortcode shortcode)
    {
        if (shortcode.Kind != ShortcodeKind.Video || shortcode.Argument("id", 0) is not { } id || !IsId(id))
        {
            return null;
        }

        var url = shortcode.Name is "vimeo" ? "https://vimeo.com/" + id : "https://www.youtube.com/watch?v=" + id;
        return Create(url, shortcode.Argument("title", -1));
    }

    /// <summary>
    /// Of an embedded frame's address; the players' own addresses become those of the pages about the video.
    /// </summary>
    /// <param name="src">Absolute, http or https.</param>
    public static VideoLink OfFrame(string src, string? title)
    {
        var address = src.AsSpan(src.IndexOf("//", StringComparison.Ordinal) + 2);
        var id = address[(address.LastIndexOf("/") + 1)..];
        id = id[..(id.IndexOfAny("?#&") is var end and >= 0 ? end : id.Length)];
        var isKnown = IsId(id);
        if (
            isKnown
            && address.Contains("youtube", StringComparison.OrdinalIgnoreCase)
            && address.Contains("/embed/", StringComparison.Ordinal)
        )
        {
            return Create(string.Concat("https://www.youtube.com/watch?v=", id), title);
        }

        return isKnown && address.StartsWith("player.vimeo.com/video/", StringComparison.OrdinalIgnoreCase)
            ? Create(string.Concat("https://vimeo.com/", id), title)
            : Create(src, title);
    }

    private static VideoLink Create(string url, string? title) =>
        new(
            url,
            string.IsNullOrWhiteSpace(title) ? url[(url.IndexOf("//", StringComparison.Ordinal) + 2)..] : title.Trim()
        );

    private static bool IsId(ReadOnlySpan<char> id)
    {
        foreach (var c in id)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return id.Length > 0;
    }
}
