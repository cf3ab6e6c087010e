using System.Net;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace StaticNews.Articles.Prose;

/// <summary>What a shortcode within text becomes: a picture, a link to a video, the text it was meant to show, or nothing.</summary>
internal sealed class ShortcodeRenderer : HtmlObjectRenderer<ShortcodeInline>
{
    /// <summary>Whether it never shows anything, wherever it stands.</summary>
    public static bool LeavesNothing(ProseHtml html, ShortcodeInline inline) =>
        html.Shortcodes.At(inline.Token)?.Shortcode.Kind is null or ShortcodeKind.Unknown or ShortcodeKind.Closing or ShortcodeKind.Reference;

    /// <summary>Null where it is no picture, or one that is not in the archive.</summary>
    public static (FinishedLink Picture, string Alt, string? Caption)? PictureOf(ProseHtml html, ShortcodeInline inline)
    {
        if (html.Shortcodes.At(inline.Token)?.Shortcode is not { Kind: ShortcodeKind.Picture } call
            || call.Argument("src", 0) is not { } src
            || html.Links.Picture(src) is not { } found)
        {
            return null;
        }

        var caption = call.Argument("caption", -1) ?? call.Argument("title", -1);
        return (found, WebUtility.HtmlDecode(call.Argument("alt", -1) ?? ""), caption);
    }

    protected override void Write(HtmlRenderer renderer, ShortcodeInline inline)
    {
        var html = (ProseHtml)renderer;
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
            WriteVideo(html, video, ProseLinkRenderer.IsInsideLink(inline));
        }
    }

    private static void WriteVideo(ProseHtml html, VideoLink video, bool isInsideLink)
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
