using System.Globalization;
using StaticNews.Archive.Routes;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Images;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>
/// The pictures of the archive, found by their URLs, with what pages show of them. Immutable; a picture is its index.
/// </summary>
internal sealed class ImageIndex
{
    public static readonly ImageIndex Empty = new([], PicturesConfig.Default);

    private readonly ImageFile[] _pictures;
    private readonly PicturesConfig _config;

    /// <summary>
    /// By picture which variants there are: a bit for each format and width of the configuration; null where there are
    /// none at all.
    /// </summary>
    private readonly uint[]? _variants;
    private readonly ulong[] _shown;

    /// <param name="pictures">By path, ordinal.</param>
    public ImageIndex(ImageFile[] pictures, PicturesConfig config)
        : this(pictures, config, null) { }

    private ImageIndex(ImageFile[] pictures, PicturesConfig config, uint[]? variants)
    {
        (_pictures, _config, _variants) = (pictures, config, variants);
        var hash = new FingerprintBuilder();
        _shown = new ulong[pictures.Length];
        for (var i = 0; i < _shown.Length; i++)
        {
            _shown[i] = HashOf(i, hash);
        }
    }

    public int Count => _pictures.Length;

    public ImageFile this[int picture] => _pictures[picture];

    /// <summary>The same pictures with smaller files of them, and with colours that their files did not tell.</summary>
    /// <param name="variants">By picture; see <see cref="Bit"/>.</param>
    /// <param name="tones">By picture, as <see cref="ImageFacts.Color"/>; null: as it is.</param>
    public ImageIndex With(uint[] variants, int?[] tones) =>
        new(
            [
                .. _pictures.Select(
                    (picture, i) =>
                        tones[i] is { } tone ? picture with { Facts = picture.Facts with { Color = tone } } : picture
                ),
            ],
            _config,
            variants
        );

    /// <summary>The bit of a variant among those of its image.</summary>
    /// <param name="format">Index among the formats of the configuration.</param>
    /// <param name="width">Index among its widths.</param>
    public static uint Bit(int format, int width) => 1u << ((format * PicturesConfig.WidthsMax) + width);

    /// <summary>
    /// The file of a variant below <see cref="SiteUrls.Variants"/>. It is named for the picture's bytes and how it is
    /// made, so that a picture that is replaced has new variants, and one that moves has the old.
    /// </summary>
    public static string NameOf(ContentHash content, ImageFormat format, int width, int quality)
    {
        var hash = (ulong)(new FingerprintBuilder().Add(content).Add((long)format).Add(quality).Finish().Value >> 64);
        return string.Create(CultureInfo.InvariantCulture, $"{hash:x16}-{width}.{ImageFormatNames.EndingOf(format)}");
    }

    /// <summary>
    /// The files of all variants, as <see cref="NameOf"/> has them; pictures with the same bytes give the same names.
    /// </summary>
    public IEnumerable<string> VariantNames()
    {
        for (var picture = 0; _variants is not null && picture < _variants.Length; picture++)
        {
            for (var format = 0; _variants[picture] != 0 && format < _config.Formats.Count; format++)
            {
                foreach (var variant in VariantsOf(picture, format))
                {
                    yield return variant.Url[SiteUrls.Variants.Length..];
                }
            }
        }
    }

    /// <summary>The picture with this site URL, or -1.</summary>
    public int Find(string url)
    {
        if (_pictures.Length == 0 || url.Length < 2 || url[0] != '/')
        {
            return -1;
        }

        // Files in _assets/ are served from assets/ and have priority over a folder of that name.
        var shared = url.StartsWith(SiteUrls.Assets, StringComparison.Ordinal)
            ? FindPath(string.Concat("_", url.AsSpan(1)))
            : -1;
        return shared >= 0 ? shared : FindPath(url.AsSpan(1));
    }

    /// <summary>
    /// A hash of everything that <see cref="DisplayedAt"/> returns for this URL; 0 where it returns null.
    /// </summary>
    public ulong HashOf(string? url) => url is not null && Find(url) is var picture and >= 0 ? _shown[picture] : 0;

    /// <summary>What pages show of the picture with this URL; null where nothing is known.</summary>
    public DisplayedImage? DisplayedAt(string? url)
    {
        if (url is null || Find(url) is not (var picture and >= 0))
        {
            return null;
        }

        var facts = _pictures[picture].Facts;
        var (colour, ground) = (ImagePlaceholder.ColourOf(facts)?.ToString(), ImagePlaceholder.Of(facts));
        var sources = new List<ImageSource>();
        IReadOnlyList<ImageVariant> plain = [];
        for (var format = 0; format < _config.Formats.Count && _variants is not null; format++)
        {
            var variants = VariantsOf(picture, format);
            if (_config.Formats[format] == ImageFormat.Jpeg)
            {
                plain = variants.Count == 0 ? [] : [.. variants, .. Itself(picture, url, variants[^1].Width)];
            }
            else if (variants.Count > 0)
            {
                sources.Add(new ImageSource(_config.Formats[format], variants));
            }
        }

        return new DisplayedImage(
            facts.HasSize ? facts.Width : null,
            facts.HasSize ? facts.Height : null,
            colour,
            ground,
            sources,
            plain,
            sources.Count + plain.Count > 0 ? _config.Sizes : null
        );
    }

    /// <summary>
    /// The picture as it is has its place among its variants unless the widest that was asked for is among them.
    /// </summary>
    private ImageVariant[] Itself(int picture, string url, int widest) =>
        widest < _config.Widths[^1] ? [new ImageVariant(url, _pictures[picture].Facts.Width)] : [];

    private List<ImageVariant> VariantsOf(int picture, int format)
    {
        var variants = new List<ImageVariant>();
        for (var width = 0; width < _config.Widths.Count; width++)
        {
            if ((_variants![picture] & Bit(format, width)) != 0)
            {
                var name = NameOf(
                    _pictures[picture].Content,
                    _config.Formats[format],
                    _config.Widths[width],
                    _config.QualityOf(_config.Formats[format])
                );
                variants.Add(new ImageVariant(SiteUrls.Variants + name, _config.Widths[width]));
            }
        }

        return variants;
    }

    private ulong HashOf(int picture, FingerprintBuilder hash)
    {
        var facts = _pictures[picture].Facts;
        hash.Add(facts.Width).Add(facts.Height).Add(facts.Color).Add((long)(facts.Traits & ImageTraits.Alpha));
        if (_variants is not null && _variants[picture] != 0)
        {
            hash.Add(_variants[picture]).Add(_pictures[picture].Content).Add(_config.Sizes);
            foreach (var format in _config.Formats)
            {
                hash.Add((long)format).Add(_config.QualityOf(format));
            }

            foreach (var width in _config.Widths)
            {
                hash.Add(width);
            }
        }

        return hash.FinishQuickly();
    }

    private int FindPath(ReadOnlySpan<char> path)
    {
        var (low, high) = (0, _pictures.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            switch (_pictures[middle].Path.AsSpan().SequenceCompareTo(path))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return -1;
    }
}

/// <summary>Which pictures of the archive some source names: the others are only copied.</summary>
internal static class ReferencedImages
{
    /// <summary>By picture.</summary>
    public static bool[] In(Catalog catalog)
    {
        var named = new bool[catalog.Pictures.Count];
        for (var i = 0; i < catalog.Articles.Count; i++)
        {
            var article = catalog.Articles[i];
            Add(article.Path, article.Image, article.Links);
        }

        foreach (var profile in ProfilesOf(catalog))
        {
            Add(profile.Path, profile.Image, profile.Links);
        }

        return named;

        void Add(string path, ArticleImage? image, IReadOnlyList<LinkReference> links)
        {
            Mark(catalog.PictureUrl(path, image));
            foreach (var link in links)
            {
                Mark(catalog.Resolver.Find(link.Target));
            }
        }

        void Mark(string? url)
        {
            if (url is not null && catalog.Pictures.Find(url) is var picture and >= 0)
            {
                named[picture] = true;
            }
        }
    }

    private static IEnumerable<Profile> ProfilesOf(Catalog catalog) =>
        catalog
            .Pages.Concat(catalog.Sections.Select(section => section.Profile).OfType<Profile>())
            .Concat(catalog.Tags.Concat(catalog.Authors).Select(topic => topic.Profile).OfType<Profile>())
            .Concat(catalog.FrontPage is { } front ? [front] : []);
}
