using System.Collections;
using System.Diagnostics.CodeAnalysis;
using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Images;
using StaticNews.Pages.Models;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>Articles as lists show them, and what decides how they show.</summary>
internal sealed class ArticleCards
{
    private const string Elsewhere = "elsewhere";

    private readonly Catalog _catalog;
    private readonly SiteConfig _config;
    private readonly Func<string, long?> _assetBytes;
    private readonly ulong[] _shown;

    /// <summary>
    /// By article, because a card is made many times, and an archive that lacks a picture's file is searched through
    /// for other spellings of its name.
    /// </summary>
    private readonly string?[] _pictureUrls;

    /// <param name="assetBytes">The size of a copied file by its path below content/; null where there is none.</param>
    public ArticleCards(Catalog catalog, Func<string, long?> assetBytes)
    {
        (_catalog, _config, _assetBytes) = (catalog, catalog.Config, assetBytes);
        _shown = new ulong[catalog.Articles.Count];
        _pictureUrls = new string?[_shown.Length];
        Parallel.For(
            0,
            _shown.Length,
            () => new FingerprintBuilder(),
            (article, _, hash) =>
            {
                _pictureUrls[article] = InSitePicture(article);
                _shown[article] = HashOf(article, hash);
                return hash;
            },
            _ => { }
        );
    }

    /// <summary>For each article a hash of all that <see cref="Card"/> shows.</summary>
    public ReadOnlySpan<ulong> Hashes => _shown;

    /// <param name="edition">
    /// The edition of its words and dates: an article in the same language does not repeat the language.
    /// </param>
    public CardModel Card(int article, Edition edition)
    {
        var summary = _catalog.Articles[article];
        var isForeign = !string.Equals(summary.Language, edition.Words.Language, StringComparison.OrdinalIgnoreCase);
        return CardModel.Of(
            summary,
            Href(article),
            edition.KickerOf(summary),
            edition.Dates.Model(summary.Date),
            SectionLink(article),
            AuthorNames(article),
            Image(article),
            isForeign ? summary.Language : null,
            isForeign ? DirectionOf(summary) : null
        );
    }

    public CardModel? CardOrNone(int article, Edition edition) => article < 0 ? null : Card(article, edition);

    public static string DirectionOf(ArticleSummary article) =>
        article.Direction ?? WritingDirection.Of(article.Language);

    public CardModel[] All(ReadOnlySpan<int> articles, Edition edition)
    {
        var cards = new CardModel[articles.Length];
        for (var i = 0; i < cards.Length; i++)
        {
            cards[i] = Card(articles[i], edition);
        }

        return cards;
    }

    /// <summary>The same for the text edition: no pictures, and links within it.</summary>
    public CardModel[] Lite(ReadOnlySpan<int> articles, Edition edition)
    {
        var cards = All(articles, edition);
        for (var i = 0; i < cards.Length; i++)
        {
            cards[i] = cards[i] with
            {
                Image = null,
                Section = null,
                Href = _config.BaseUrl.Href(SiteUrls.LiteOf(_catalog.Urls[articles[i]])),
            };
        }

        return cards;
    }

    public string Href(int article) => _config.BaseUrl.Href(_catalog.Urls[article]);

    public LinkModel? SectionLink(int article) =>
        _catalog.SectionOf[article] is var index and >= 0
            ? new LinkModel(_catalog.Sections[index].Title, _config.BaseUrl.Href(_catalog.Sections[index].Url))
            : null;

    public ImageModel? Image(int article) => Image(_catalog.Articles[article].Image, ImageUrl(article));

    /// <summary>The picture with its link; null where there is none, or where the archive lacks its file.</summary>
    public ImageModel? Image(ArticleImage? image, string? url)
    {
        if (image is null || url is null)
        {
            return null;
        }

        var shown = _catalog.Pictures.DisplayedAt(url);
        var (width, height) = DisplayedImage.SizeOf(image.Width, image.Height, shown);
        return new ImageModel(
            _config.BaseUrl.Link(url),
            image.Alt ?? "",
            image.Caption,
            image.Credit,
            width,
            height,
            shown?.Colour,
            shown?.Ground?.Colour,
            shown?.Ground?.Ink,
            shown is null
                ? []
                :
                [
                    .. shown.Sources.Select(source => new SourceModel(
                        ImageFormatNames.MediaTypeOf(source.Format),
                        Variants(source.Variants)
                    )),
                ],
            shown is null ? [] : Variants(shown.Plain),
            shown?.Sizes
        );
    }

    /// <summary>The picture's URL: absolute, or from the site's root; null for none.</summary>
    public string? ImageUrl(int article) =>
        ReferenceEquals(_pictureUrls[article], Elsewhere)
            ? _catalog.Articles[article].Image!.Src
            : _pictureUrls[article];

    /// <param name="from">The source that names the picture.</param>
    public string? ImageUrl(string? from, ArticleImage? image) =>
        from is null ? null : _catalog.PictureUrl(from, image);

    /// <param name="url">Absolute, or from the site's root; null for none.</param>
    [return: NotNullIfNotNull(nameof(url))]
    public string? Absolute(string? url) => url is ['/', ..] ? _config.BaseUrl.Absolute(url) : url;

    /// <summary>The picture's size in bytes; null for none, and for one that lies elsewhere.</summary>
    public long? ImageBytes(int article) =>
        ImageUrl(article) is { } url && AssetRoutes.Find(_catalog.Assets, url) is { } path ? _assetBytes(path) : null;

    /// <summary>A picture of another site is <see cref="Elsewhere"/>, so that its address is not kept twice.</summary>
    private string? InSitePicture(int article)
    {
        var summary = _catalog.Articles[article];
        return _catalog.PictureUrl(summary.Path, summary.Image) is { } url
            ? url.StartsWith('/')
                ? url
                : Elsewhere
            : null;
    }

    private ulong HashOf(int article, FingerprintBuilder hash)
    {
        var picture = ImageUrl(article);
        hash.Add(_catalog.Urls[article])
            .Add(_catalog.Articles[article].Card)
            .Add(picture)
            .Add((long)_catalog.Pictures.HashOf(picture));
        hash.Add(_catalog.SectionOf[article] is var section and >= 0 ? _catalog.Sections[section].Title : null);
        for (var i = 0; i < _catalog.AuthorsOf[article].Length; i++)
        {
            hash.Add(_catalog.AuthorName(article, i));
        }

        return hash.FinishQuickly();
    }

    private VariantModel[] Variants(IReadOnlyList<ImageVariant> variants) =>
        [.. variants.Select(variant => new VariantModel(_config.BaseUrl.Href(variant.Url), variant.Width))];

    public string[] AuthorNames(int article)
    {
        var names = new string[_catalog.AuthorsOf[article].Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = _catalog.AuthorName(article, i);
        }

        return names;
    }
}

/// <summary>
/// The cards of a list that may be long, each made when it is asked for: a month of a large archive has thousands, and
/// all of them at once would leave generation 0 of the garbage collector, page after page.
/// </summary>
internal sealed class CardList(ArticleCards cards, Edition edition, int[] articles) : IReadOnlyList<CardModel>
{
    public int Count => articles.Length;

    public CardModel this[int index] => cards.Card(articles[index], edition);

    public IEnumerator<CardModel> GetEnumerator() =>
        articles.Select(article => cards.Card(article, edition)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
