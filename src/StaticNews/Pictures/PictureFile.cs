using StaticNews.Text;

namespace StaticNews.Pictures;

/// <summary>A picture of the archive.</summary>
/// <param name="Path">Below content/.</param>
/// <param name="Content">Of its bytes.</param>
/// <param name="Bytes">How many.</param>
internal readonly record struct PictureFile(string Path, ContentHash Content, long Bytes, PictureFacts Facts)
{
    /// <summary>Larger files are not read into memory as a whole.</summary>
    public const int BytesMax = 64 * 1024 * 1024;

    /// <summary>Whether it has a colour to compute: whole, and made of pixels.</summary>
    public bool CanBeDecoded => Bytes <= BytesMax
        && Facts is { HasSize: true, Format: PictureFormat.Png or PictureFormat.Jpeg or PictureFormat.Gif or PictureFormat.WebP or PictureFormat.Avif } && !Facts.Has(PictureTraits.Broken | PictureTraits.Huge);

    /// <summary>Whether smaller pictures can be made of it: it is still, too.</summary>
    public bool CanBeShrunk => CanBeDecoded && !Facts.Has(PictureTraits.Animated);
}
