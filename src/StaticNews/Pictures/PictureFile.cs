using StaticNews.Text;

namespace StaticNews.Pictures;

/// <summary>A picture of the archive.</summary>
/// <param name="Path">Below content/.</param>
/// <param name="Content">Of its bytes.</param>
/// <param name="Bytes">How many.</param>
internal readonly record struct PictureFile(string Path, ContentHash Content, long Bytes, PictureFacts Facts)
{
    /// <summary>Whether smaller pictures can be made of it: whole, still, and made of pixels.</summary>
    public bool CanBeShrunk => Facts is { HasSize: true, Format: not (PictureFormat.Svg or PictureFormat.Unknown) }
        && !Facts.Has(PictureTraits.Animated | PictureTraits.Broken | PictureTraits.Huge);
}
