namespace StaticNews.Articles.Prose;

/// <summary>A video elsewhere, as a plain link: the page loads nothing from there.</summary>
/// <param name="Title">Its title, or its address without the scheme: no word of ours, for the text may be in any language.</param>
internal sealed record VideoLink(string Url, string Title)
{
    /// <summary>Of <c>youtube</c> and <c>vimeo</c> shortcodes; null for others and where the id is missing or none.</summary>
    public static VideoLink? Of(Shortcode shortcode)
    {
        if (shortcode.Kind != ShortcodeKind.Video || shortcode.Argument("id", 0) is not { } id || !IsId(id))
        {
            return null;
        }

        var url = shortcode.Name is "vimeo" ? "https://vimeo.com/" + id : "https://www.youtube.com/watch?v=" + id;
        return Create(url, shortcode.Argument("title", -1));
    }

    /// <summary>Of an embedded frame's address; the players' own addresses become those of the pages about the video.</summary>
    /// <param name="src">Absolute, http or https.</param>
    public static VideoLink OfFrame(string src, string? title)
    {
        var address = src.AsSpan(src.IndexOf("//", StringComparison.Ordinal) + 2);
        var id = address[(address.LastIndexOf("/") + 1)..];
        id = id[..(id.IndexOfAny("?#&") is var end and >= 0 ? end : id.Length)];
        var isKnown = IsId(id);
        if (isKnown && address.Contains("youtube", StringComparison.OrdinalIgnoreCase) && address.Contains("/embed/", StringComparison.Ordinal))
        {
            return Create(string.Concat("https://www.youtube.com/watch?v=", id), title);
        }

        return isKnown && address.StartsWith("player.vimeo.com/video/", StringComparison.OrdinalIgnoreCase)
            ? Create(string.Concat("https://vimeo.com/", id), title)
            : Create(src, title);
    }

    private static VideoLink Create(string url, string? title) =>
        new(url, string.IsNullOrWhiteSpace(title) ? url[(url.IndexOf("//", StringComparison.Ordinal) + 2)..] : title.Trim());

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
