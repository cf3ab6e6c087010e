namespace StaticNews.Pictures;

/// <summary>What formats are called: in file names, in HTML, and in messages.</summary>
internal static class PictureNames
{
    /// <summary>The format that a path's ending promises; <see cref="PictureFormat.Unknown"/> for a file that is no picture by its name.</summary>
    public static PictureFormat Promised(ReadOnlySpan<char> path)
    {
        var dot = path.LastIndexOf('.');
        if (dot < 0 || path.Length - dot is < 4 or > 5)
        {
            return PictureFormat.Unknown;
        }

        Span<char> ending = stackalloc char[5];
        var length = path[(dot + 1)..].ToLowerInvariant(ending);
        return ending[..length] switch
        {
            "png" => PictureFormat.Png,
            "jpg" or "jpeg" => PictureFormat.Jpeg,
            "gif" => PictureFormat.Gif,
            "webp" => PictureFormat.WebP,
            "avif" => PictureFormat.Avif,
            "svg" => PictureFormat.Svg,
            "heic" or "heif" => PictureFormat.Heic,
            "tif" or "tiff" => PictureFormat.Tiff,
            _ => PictureFormat.Unknown,
        };
    }

    /// <summary>As it is written in prose.</summary>
    public static string Of(PictureFormat format) => format switch
    {
        PictureFormat.Png => "PNG",
        PictureFormat.Jpeg => "JPEG",
        PictureFormat.Gif => "GIF",
        PictureFormat.WebP => "WebP",
        PictureFormat.Avif => "AVIF",
        PictureFormat.Svg => "SVG",
        PictureFormat.Heic => "HEIC",
        PictureFormat.Tiff => "TIFF",
        _ => "unknown",
    };

    /// <summary>The usual ending of a file, without the dot.</summary>
    public static string EndingOf(PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => "jpg",
        _ => Of(format).ToLowerInvariant(),
    };

    /// <summary>The media type (IANA).</summary>
    public static string MediaTypeOf(PictureFormat format) => format switch
    {
        PictureFormat.Svg => "image/svg+xml",
        _ => "image/" + Of(format).ToLowerInvariant(),
    };
}
