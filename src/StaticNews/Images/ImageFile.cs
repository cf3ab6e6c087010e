using StaticNews.Text;

namespace StaticNews.Images;

/// <summary>A picture of the archive.</summary>
/// <param name="Path">Below content/.</param>
/// <param name="Content">Of its bytes.</param>
/// <param name="Bytes">How many.</param>
internal readonly record struct ImageFile(string Path, ContentHash Content, long Bytes, ImageFacts Facts)
{
    /// <summary>Larger files are not read into memory as a whole.</summary>
    public const int BytesMax = 64 * 1024 * 1024;

    /// <summary>Whether it has a colour to compute: whole, and made of pixels.</summary>
    public bool CanBeDecoded =>
        Bytes <= BytesMax
        && Facts
            is {
                HasSize: true,
                Format: ImageFormat.Png or ImageFormat.Jpeg or ImageFormat.Gif or ImageFormat.WebP or ImageFormat.Avif
            }
        && !Facts.Has(ImageTraits.Broken | ImageTraits.Huge);

    /// <summary>Whether smaller pictures can be made of it: it is still, too.</summary>
    public bool CanBeShrunk => CanBeDecoded && !Facts.Has(ImageTraits.Animated);
}

/// <summary>The facts from the file of an image and from decoding it.</summary>
/// <param name="Width">CSS pixels as displayed, after its own orientation; 0 where unknown.</param>
/// <param name="Height">CSS pixels as displayed, after its own orientation; 0 where unknown.</param>
/// <param name="Color">
/// Its dominant colour as 0xRRGGBB over white, <see cref="NoColor"/> or <see cref="UndecodableColor"/>.
/// </param>
internal readonly record struct ImageFacts(
    ImageFormat Format,
    int Width,
    int Height,
    int Color = ImageFacts.NoColor,
    ImageTraits Traits = ImageTraits.None
)
{
    /// <summary>The colour is not known.</summary>
    public const int NoColor = -1;

    /// <summary>The image was given to libvips, which could not decode it.</summary>
    public const int UndecodableColor = -2;

    public static readonly ImageFacts None = new(ImageFormat.Unknown, 0, 0);

    public bool HasSize => Width > 0 && Height > 0;

    public bool Has(ImageTraits trait) => (Traits & trait) != ImageTraits.None;
}

/// <summary>What a picture's bytes are, whatever its file is called; the numbers are stored in the build log.</summary>
internal enum ImageFormat : byte
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

    /// <summary>Few browsers show it.</summary>
    JpegXl,

    /// <summary>As libraries store scanned pages; few browsers show it.</summary>
    Jpeg2000,
}

/// <summary>What else is to be known of a picture; the numbers are stored in the build log.</summary>
[Flags]
internal enum ImageTraits : byte
{
    None = 0,

    /// <summary>Some of it may be transparent.</summary>
    Alpha = 1,

    /// <summary>It has more than one frame.</summary>
    Animated = 2,

    /// <summary>It ends too early, or what it holds contradicts itself.</summary>
    Broken = 4,

    /// <summary>It has more pixels than <see cref="ImageHeaderReader.PixelsMax"/>.</summary>
    Huge = 8,

    /// <summary>An SVG that runs a script when it is opened by itself.</summary>
    Script = 16,

    /// <summary>An SVG that names something on another host.</summary>
    External = 32,
}

/// <summary>What formats are called: in file names, in HTML, and in messages.</summary>
internal static class ImageFormatNames
{
    /// <summary>
    /// The format that a path's ending promises; <see cref="ImageFormat.Unknown"/> for a file that is no picture by its
    /// name.
    /// </summary>
    public static ImageFormat Promised(ReadOnlySpan<char> path)
    {
        var dot = path.LastIndexOf('.');
        if (dot < 0 || path.Length - dot is < 4 or > 5)
        {
            return ImageFormat.Unknown;
        }

        Span<char> ending = stackalloc char[5];
        var length = path[(dot + 1)..].ToLowerInvariant(ending);
        return ending[..length] switch
        {
            "png" => ImageFormat.Png,
            "jpg" or "jpeg" => ImageFormat.Jpeg,
            "gif" => ImageFormat.Gif,
            "webp" => ImageFormat.WebP,
            "avif" => ImageFormat.Avif,
            "svg" => ImageFormat.Svg,
            "heic" or "heif" => ImageFormat.Heic,
            "tif" or "tiff" => ImageFormat.Tiff,
            "jxl" => ImageFormat.JpegXl,
            "jp2" or "j2k" or "jpx" => ImageFormat.Jpeg2000,
            _ => ImageFormat.Unknown,
        };
    }

    /// <summary>Whether few browsers show images of this format.</summary>
    public static bool IsRarelyShown(ImageFormat format) =>
        format is ImageFormat.Heic or ImageFormat.Tiff or ImageFormat.JpegXl or ImageFormat.Jpeg2000;

    /// <summary>As it is written in prose.</summary>
    public static string Of(ImageFormat format) =>
        format switch
        {
            ImageFormat.Png => "PNG",
            ImageFormat.Jpeg => "JPEG",
            ImageFormat.Gif => "GIF",
            ImageFormat.WebP => "WebP",
            ImageFormat.Avif => "AVIF",
            ImageFormat.Svg => "SVG",
            ImageFormat.Heic => "HEIC",
            ImageFormat.Tiff => "TIFF",
            ImageFormat.JpegXl => "JPEG XL",
            ImageFormat.Jpeg2000 => "JPEG 2000",
            _ => "unknown",
        };

    /// <summary>The usual ending of a file, without the dot.</summary>
    public static string EndingOf(ImageFormat format) =>
        format switch
        {
            ImageFormat.Jpeg => "jpg",
            ImageFormat.JpegXl => "jxl",
            ImageFormat.Jpeg2000 => "jp2",
            _ => Of(format).ToLowerInvariant(),
        };

    /// <summary>The media type (IANA).</summary>
    public static string MediaTypeOf(ImageFormat format) =>
        format switch
        {
            ImageFormat.Svg => "image/svg+xml",
            ImageFormat.JpegXl or ImageFormat.Jpeg2000 => "image/" + EndingOf(format),
            _ => "image/" + Of(format).ToLowerInvariant(),
        };
}
