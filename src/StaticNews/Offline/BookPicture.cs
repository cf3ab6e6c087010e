using StaticNews.Pictures;

namespace StaticNews.Offline;

/// <summary>A picture that a book has.</summary>
/// <param name="File">Its name in the book, beside the articles.</param>
internal sealed record BookPicture(string File, PictureFormat Format)
{
    /// <summary>The format of a whole picture that every reading program shows as it is (EPUB 3.3, section 3.2); null for all else, SVG too (see <see cref="BookDrawing"/>).</summary>
    public static PictureFormat? FormatOf(PictureFacts picture) =>
        picture is { HasSize: true, Format: PictureFormat.Png or PictureFormat.Jpeg or PictureFormat.Gif or PictureFormat.WebP } && !picture.Has(PictureTraits.Broken | PictureTraits.Huge)
            ? picture.Format
            : null;
}
