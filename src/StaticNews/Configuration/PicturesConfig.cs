using StaticNews.Pictures;

namespace StaticNews.Configuration;

/// <param name="Variants">Whether smaller files are made of pictures.</param>
/// <param name="Widths">Pixels, ascending, each once; at most <see cref="WidthsMax"/>.</param>
/// <param name="Formats">AVIF, WebP or JPEG, each once, best first.</param>
/// <param name="Sizes">How wide pages show a picture, for the <c>sizes</c> attribute.</param>
internal sealed record PicturesConfig(
    bool Variants, IReadOnlyList<int> Widths, IReadOnlyList<PictureFormat> Formats, int AvifQuality, int WebPQuality, int JpegQuality, string Sizes)
{
    public const int WidthsMax = 8;

    /// <summary>A phone, a phone with a fine screen, a desktop with a fine screen; qualities that look alike.</summary>
    public static readonly PicturesConfig Default =
        new(false, [480, 960, 1600], [PictureFormat.Avif, PictureFormat.WebP, PictureFormat.Jpeg], 50, 75, 78, "(min-width: 42rem) 40rem, 100vw");

    /// <param name="format">One of <see cref="Formats"/>.</param>
    public int QualityOf(PictureFormat format) => format switch
    {
        PictureFormat.Avif => AvifQuality,
        PictureFormat.WebP => WebPQuality,
        _ => JpegQuality,
    };
}
