namespace StaticNews.Pictures;

/// <summary>What a picture's bytes are, whatever its file is called; the numbers are stored in the build log.</summary>
internal enum PictureFormat : byte
{
    /// <summary>Nothing that browsers show.</summary>
    Unknown,
    Png,
    Jpeg,
    Gif,
    WebP,
    Avif,
    Svg,

    /// <summary>As telephones store photographs; few browsers show it.</summary>
    Heic,

    /// <summary>As scanners store images; few browsers show it.</summary>
    Tiff,
}
