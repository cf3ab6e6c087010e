namespace StaticNews.Feeds;

/// <summary>A picture or recording that belongs to an item.</summary>
/// <param name="Url">Absolute.</param>
/// <param name="Length">Bytes.</param>
/// <param name="MediaType">IANA media type.</param>
internal sealed record RssEnclosure(string Url, long Length, string MediaType)
{
    /// <summary>Null where RSS's three required values are not all known: the size, and the type that the URL's ending tells.</summary>
    /// <param name="url">Absolute, or null for no picture.</param>
    /// <param name="length">Bytes; null for a picture on another site.</param>
    public static RssEnclosure? For(string? url, long? length) =>
        url is not null && length is { } bytes && MediaTypeOf(url) is { } type ? new RssEnclosure(url, bytes, type) : null;

    private static string? MediaTypeOf(string url)
    {
        var path = url.AsSpan();
        path = path.IndexOfAny('?', '#') is var end and >= 0 ? path[..end] : path;
        var ending = path[(path.LastIndexOf('.') + 1)..];
        return ending.Length > 5 ? null : ending.ToString().ToUpperInvariant() switch
        {
            "JPG" or "JPEG" => "image/jpeg",
            "PNG" => "image/png",
            "GIF" => "image/gif",
            "WEBP" => "image/webp",
            "AVIF" => "image/avif",
            "SVG" => "image/svg+xml",
            "MP3" => "audio/mpeg",
            "M4A" => "audio/mp4",
            "OGG" => "audio/ogg",
            "MP4" => "video/mp4",
            "WEBM" => "video/webm",
            "PDF" => "application/pdf",
            _ => null,
        };
    }
}
