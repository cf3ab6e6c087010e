using System.Globalization;
using System.Text;

namespace StaticNews.Images;

/// <summary>The properties of an image that a page shows besides its URL.</summary>
/// <param name="Width">CSS pixels; null where unknown.</param>
/// <param name="Height">CSS pixels; null where unknown.</param>
/// <param name="Colour"><c>#rrggbb</c>, or null where unknown.</param>
/// <param name="Ground">What its place is painted in until it is there; null where nothing is.</param>
/// <param name="Sources">Smaller files in formats that not every browser shows, best first.</param>
/// <param name="Plain">
/// The files for every browser, narrowest first; empty where the picture itself is the only one.
/// </param>
/// <param name="Sizes">
/// How wide the page shows it, as <c>sizes</c> has it; null where there is nothing to choose from.
/// </param>
internal sealed record DisplayedImage(
    int? Width,
    int? Height,
    string? Colour,
    ImagePlaceholder? Ground,
    IReadOnlyList<ImageSource> Sources,
    IReadOnlyList<ImageVariant> Plain,
    string? Sizes
)
{
    /// <summary>For who shows pages in a way of their own, as feed readers do.</summary>
    public DisplayedImage SizeOnly => new(Width, Height, null, null, [], [], null);

    /// <summary>
    /// Width and height where the author gave none, one, or both: one that is missing follows the file's shape.
    /// </summary>
    public static (int? Width, int? Height) SizeOf(int? width, int? height, DisplayedImage? file) =>
        (width, height, file) switch
        {
            (null, null, _) => (file?.Width, file?.Height),
            ({ } wide, null, { Width: { } fileWidth, Height: { } fileHeight }) => (
                wide,
                Scaled(fileHeight, wide, fileWidth)
            ),
            (null, { } high, { Width: { } fileWidth, Height: { } fileHeight }) => (
                Scaled(fileWidth, high, fileHeight),
                high
            ),
            _ => (width, height),
        };

    private static int Scaled(int side, int to, int from) =>
        (int)Math.Clamp((((long)side * to) + (from / 2)) / from, 1, int.MaxValue);
}

/// <summary>A picture in one format, narrowest first.</summary>
internal sealed record ImageSource(ImageFormat Format, IReadOnlyList<ImageVariant> Variants);

/// <summary>One of the files that show a picture.</summary>
/// <param name="Url">From the site's root.</param>
/// <param name="Width">Pixels.</param>
internal readonly record struct ImageVariant(string Url, int Width);

/// <summary>Writes <c>srcset</c> (HTML Standard 4.8.4.2.1): addresses with their widths.</summary>
internal static class SrcsetText
{
    /// <param name="href">
    /// Makes a link of a site URL; no blank and no comma, which would end the address, is left in it.
    /// </param>
    public static string Of(IReadOnlyList<ImageVariant> variants, Func<string, string> href)
    {
        var text = new StringBuilder();
        foreach (var variant in variants)
        {
            text.Append(text.Length == 0 ? "" : ", ")
                .Append(CultureInfo.InvariantCulture, $"{href(variant.Url)} {variant.Width}w");
        }

        return text.ToString();
    }
}
