namespace StaticNews.Pictures;

/// <summary>
/// Reads from a picture's bytes what a page has to know before the picture is there: its format and its size. No pixel is decoded here. Any bytes will do: it never throws, and its
/// work is bounded by what it is given.
/// </summary>
internal static class PictureReader
{
    /// <summary>More pixels than any camera of the press makes: a small file that claims so many is meant to exhaust who unpacks it.</summary>
    public const long PixelsMax = 100_000_000;

    /// <param name="file">The bytes, from the first.</param>
    /// <param name="isWhole">False where only the beginning is here: then nothing is missed at its end.</param>
    public static PictureFacts Read(ReadOnlyMemory<byte> file, bool isWhole = true)
    {
        var facts = FormatOf(file.Span) switch
        {
            PictureFormat.Png => PngPicture.Read(file.Span, isWhole),
            PictureFormat.Jpeg => JpegPicture.Read(file.Span, isWhole),
            PictureFormat.Gif => GifPicture.Read(file.Span, isWhole),
            PictureFormat.WebP => WebPPicture.Read(file.Span, isWhole),
            PictureFormat.Avif => AvifPicture.Read(file.Span, isWhole),
            PictureFormat.Svg => new SvgPicture().Read(file, isWhole),
            var other => new PictureFacts(other, 0, 0),
        };
        return IsHuge(facts.Width, facts.Height) ? facts with { Traits = facts.Traits | PictureTraits.Huge } : facts;
    }

    public static bool IsHuge(long width, long height) => width * height > PixelsMax;

    /// <summary>By the bytes that each format begins with; a name says nothing.</summary>
    public static PictureFormat FormatOf(ReadOnlySpan<byte> file) => file switch
    {
        _ when file.StartsWith(PngPicture.Signature) => PictureFormat.Png,
        [0xFF, 0xD8, 0xFF, ..] => PictureFormat.Jpeg,
        _ when file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8) => PictureFormat.Gif,
        _ when file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8) => PictureFormat.WebP,
        _ when AvifPicture.IsAvif(file) => PictureFormat.Avif,
        _ when AvifPicture.IsHeic(file) => PictureFormat.Heic,
        _ when file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) => PictureFormat.Tiff,
        _ when SvgPicture.IsSvg(file) => PictureFormat.Svg,
        _ => PictureFormat.Unknown,
    };
}
