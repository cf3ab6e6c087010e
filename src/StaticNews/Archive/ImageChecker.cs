using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Images;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>
/// Reports faults of the images that pages show, each once, at the first place that names it: mending it mends
/// it everywhere.
/// </summary>
internal sealed class ImageChecker(ImageIndex shelf, SiteConfig config)
{
    /// <summary>A page of this archive weighs some kilobytes.</summary>
    private const long HeavyBytes = 4_000_000;

    /// <summary>A width and height that were rounded differ by less.</summary>
    private const double ShapeTolerance = 0.02;

    private readonly Lock _gate = new();
    private readonly Dictionary<int, SourceLocation> _places = [];

    /// <summary>Takes a place that names a picture, or something else; called by many threads.</summary>
    /// <param name="url">That it leads to.</param>
    public void Meet(string url, SourceSpot at, string path)
    {
        if (shelf.Find(url) is not (var picture and >= 0) || !HasFault(shelf[picture]))
        {
            return;
        }

        var place = at.In(SourcePath.Place(path));
        lock (_gate)
        {
            if (!_places.TryGetValue(picture, out var first) || IsBefore(place, first))
            {
                _places[picture] = place;
            }
        }
    }

    /// <summary>
    /// A width and height that were written for another picture: the page would show this one out of shape.
    /// </summary>
    public Diagnostic? ShapeOf(string url, ArticleImage image, string path)
    {
        if (
            image is not { Width: { } width, Height: { } height }
            || shelf.Find(url) is not (var picture and >= 0)
            || shelf[picture].Facts is not { HasSize: true } facts
        )
        {
            return null;
        }

        var shape = (double)width * facts.Height / ((double)height * facts.Width);
        return Math.Abs(shape - 1) > ShapeTolerance
            ? ImageDiagnostics.ShapeDiffers(
                image.At.In(SourcePath.Place(path)),
                image.Src,
                width,
                height,
                facts.Width,
                facts.Height
            )
            : null;
    }

    public IEnumerable<Diagnostic> Diagnostics() =>
        _places.SelectMany(place => FaultsOf(shelf[place.Key], place.Value));

    private bool HasFault(in ImageFile picture) =>
        picture.Facts.Format == ImageFormat.Unknown
        || ImageFormatNames.IsRarelyShown(picture.Facts.Format)
        || picture.Facts.Format != ImageFormatNames.Promised(picture.Path)
        || picture.Facts.Has(ImageTraits.Broken | ImageTraits.Huge | ImageTraits.Script | ImageTraits.External)
        || IsHeavy(picture);

    private bool IsHeavy(in ImageFile picture) => picture.Bytes > HeavyBytes && !config.Pictures.Variants;

    private IEnumerable<Diagnostic> FaultsOf(ImageFile picture, SourceLocation at)
    {
        var (name, facts) = (SourcePath.Shown(picture.Path), picture.Facts);
        if (facts.Format == ImageFormat.Unknown)
        {
            yield return picture.Bytes == 0
                ? ImageDiagnostics.EmptyPicture(at, name)
                : ImageDiagnostics.NoPicture(at, name);
            yield break;
        }

        if (ImageFormatNames.IsRarelyShown(facts.Format))
        {
            yield return ImageDiagnostics.FewBrowsersShow(at, name, ImageFormatNames.Of(facts.Format));
            yield break;
        }

        if (facts.Format != ImageFormatNames.Promised(picture.Path))
        {
            yield return ImageDiagnostics.WrongEnding(
                at,
                name,
                ImageFormatNames.Of(facts.Format),
                ImageFormatNames.EndingOf(facts.Format)
            );
        }

        if (facts.Has(ImageTraits.Broken))
        {
            yield return ImageDiagnostics.Damaged(at, name);
        }

        if (facts.Has(ImageTraits.Huge))
        {
            yield return ImageDiagnostics.TooManyPixels(at, name, facts.Width, facts.Height);
        }

        if (facts.Has(ImageTraits.Script | ImageTraits.External))
        {
            yield return ImageDiagnostics.ActiveDrawing(at, name, facts.Has(ImageTraits.Script));
        }

        if (IsHeavy(picture))
        {
            yield return ImageDiagnostics.Heavy(at, name, picture.Bytes);
        }
    }

    private static bool IsBefore(SourceLocation place, SourceLocation other)
    {
        var order = place.ComparePath(other);
        return order != 0 ? order < 0 : place.Offset < other.Offset;
    }
}
