using System.Buffers;
using System.Globalization;
using System.Xml.Linq;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Images;
using StaticNews.Text;

namespace StaticNews.Epub;

/// <summary>
/// Writes a book article by article: EPUB 3.3 (<c>https://www.w3.org/TR/epub-33/</c>). The package document comes last
/// in the archive, when all is known that it lists. Holds one article at a time, and the archive that grows in the
/// caller's buffer.
/// </summary>
internal sealed class EpubWriter
{
    private const string Folder = "EPUB/";
    private const string Package = Folder + "package.opf";

    private readonly EpubBook _book;
    private readonly EpubLinks _links;
    private readonly Func<string, string?> _fileAt;
    private readonly ZipWriter _archive;
    private readonly EpubImages _pictures;
    private readonly ArrayBufferWriter<byte> _file = new(16 * 1024);
    private readonly List<(string File, string Title, string Language)> _articles = [];
    private bool _hasUntoldPicture;

    /// <param name="fileAt">The path below content/ of the file with a site URL; null for none.</param>
    /// <param name="to">Takes the archive.</param>
    /// <param name="problems">Receives the faults of pictures.</param>
    public EpubWriter(
        EpubBook book,
        BaseUrl site,
        IImageSource pictures,
        Func<string, string?> fileAt,
        IBufferWriter<byte> to,
        List<Diagnostic> problems
    )
    {
        _book = book;
        Site = site;
        _fileAt = fileAt;
        _links = new EpubLinks(site, book.Files);
        _archive = new ZipWriter(to);
        _pictures = new EpubImages(pictures, _archive, Folder, problems);
        _archive.Add("mimetype", "application/epub+zip"u8);
        _archive.Add("META-INF/container.xml", EpubPackage.Container(Package));
        _archive.Add(Folder + EpubStyle.File, EpubStyle.Bytes);
    }

    private BaseUrl Site { get; }

    /// <summary>The file of an article in a book.</summary>
    /// <param name="number">From 1, in reading order.</param>
    public static string FileOf(int number) => string.Create(CultureInfo.InvariantCulture, $"article-{number}.xhtml");

    /// <summary>The next article, in reading order.</summary>
    public void Add(EpubChapter article)
    {
        var file = FileOf(_articles.Count + 1);
        var title = XmlCharacters.Clean(article.Title);
        var body = Xhtml.Element("body");
        var written = Xhtml.Element("article", Header(article));
        body.Add(written);
        AddMainPicture(written, article);
        XhtmlBody.Append(written, article.Body, _links, Picture, article.Url);
        AddEnd(written, article);
        _hasUntoldPicture |= written
            .Descendants(Xhtml.Name("img"))
            .Any(image => string.IsNullOrWhiteSpace(image.Attribute("alt")?.Value));
        Write(file, article.Language, title, body);
        _articles.Add((file, title, article.Language));
    }

    /// <summary>Ends the book.</summary>
    public void Finish()
    {
        Write("title.xhtml", _book.Language, _book.Title, TitlePage());
        Write("nav.xhtml", _book.Language, _book.Words.Contents, Navigation());
        _file.ResetWrittenCount();
        EpubPackage.Write(
            _file,
            _book,
            Site,
            [.. _articles.Select(article => article.File)],
            _pictures.All,
            _hasUntoldPicture
        );
        _archive.Add(Package, _file.WrittenSpan);
        _archive.Finish();
    }

    private void Write(string file, string language, string title, XElement body)
    {
        _file.ResetWrittenCount();
        Xhtml.Write(_file, language, title, body);
        _archive.Add(Folder + file, _file.WrittenSpan);
    }

    private XElement Header(EpubChapter article) =>
        Xhtml.Element(
            "header",
            article.Kicker is { } kicker ? Xhtml.Classed("p", "kicker", Xhtml.Words(kicker)) : null,
            Xhtml.Element("h1", Xhtml.Words(article.Title)),
            article.Standfirst is { } lede ? Xhtml.Classed("p", "lede", Xhtml.Words(lede)) : null,
            article.Byline.Count > 0
                ? Xhtml.Classed("p", "meta", Xhtml.Words(string.Join(", ", article.Byline)))
                : null,
            InOwnLanguage(article, Xhtml.Classed("p", "meta", Xhtml.Words(DatesOf(article))))
        );

    private static string DatesOf(EpubChapter article)
    {
        var date = article.Dateline is { } place ? $"{place} · {article.Date}" : article.Date;
        return article.Updated is { } updated ? $"{date} · {updated}" : date;
    }

    /// <summary>Words of ours in an article of another language.</summary>
    private XElement InOwnLanguage(EpubChapter article, XElement element)
    {
        if (!string.Equals(article.Language, _book.Language, StringComparison.OrdinalIgnoreCase))
        {
            Xhtml.SetLanguage(element, _book.Language);
            element.SetAttributeValue("dir", WritingDirection.Of(_book.Language));
        }

        return element;
    }

    private void AddMainPicture(XElement to, EpubChapter article)
    {
        if (article.Image is not { } image || article.ImageUrl is not { } url)
        {
            return;
        }

        var alt = image.Alt ?? "";
        var picture = Picture(url);
        var caption = string.Join(" ", new[] { image.Caption, image.Credit }.OfType<string>());
        if (picture is null && caption.Length == 0 && alt.Length == 0)
        {
            return;
        }

        var figure = Xhtml.Element(
            "figure",
            picture is not null ? Xhtml.Image(picture, alt)
                : alt.Length > 0 ? Xhtml.Missing(alt)
                : null
        );
        if (caption.Length > 0)
        {
            figure.Add(Xhtml.Element("figcaption", Xhtml.Words(caption)));
        }

        to.Add(figure);
    }

    private void AddEnd(XElement to, EpubChapter article)
    {
        if (article.Corrections.Count > 0)
        {
            to.Add(
                Xhtml.Element(
                    "section",
                    InOwnLanguage(article, Xhtml.Element("h2", Xhtml.Words(_book.Words.Corrections))),
                    Xhtml.Element("ul", article.Corrections.Select(text => Xhtml.Element("li", Xhtml.Words(text))))
                )
            );
        }

        to.Add(Xhtml.Element("footer", Xhtml.Classed("p", "meta", WebLink(article.Url))));
    }

    private XElement WebLink(string url)
    {
        var address = EpubLinks.Address(Site.Absolute(url));
        return Xhtml.Element("a", new XAttribute("href", address), Xhtml.Words(Site.Absolute(url)));
    }

    private XElement TitlePage() =>
        Xhtml.Element(
            "body",
            Xhtml.Classed(
                "section",
                "cover",
                Xhtml.Element("p", Xhtml.Words(_book.Paper)),
                Xhtml.Element("h1", Xhtml.Words(_book.Title)),
                Xhtml.Classed("p", "meta", WebLink(_book.HomeUrl))
            )
        );

    private XElement Navigation() =>
        Xhtml.Element(
            "body",
            Xhtml.Element(
                "nav",
                new XAttribute(Xhtml.Ops + "type", "toc"),
                new XAttribute("role", "doc-toc"),
                Xhtml.Element("h1", Xhtml.Words(_book.Words.Contents)),
                Xhtml.Element("ol", _articles.Select(Entry))
            )
        );

    private XElement Entry((string File, string Title, string Language) article)
    {
        var link = Xhtml.Element(
            "a",
            new XAttribute("href", article.File),
            new XText(string.IsNullOrWhiteSpace(article.Title) ? article.File : article.Title)
        );
        if (!string.Equals(article.Language, _book.Language, StringComparison.OrdinalIgnoreCase))
        {
            Xhtml.SetLanguage(link, article.Language);
            link.SetAttributeValue("dir", WritingDirection.Of(article.Language));
        }

        return Xhtml.Element("li", link);
    }

    private EpubImage? Picture(string url) => _fileAt(url) is { } path ? _pictures.Find(path) : null;
}

/// <summary>
/// The pictures of one book: each goes into the archive once, when the first article shows it. What a reading program
/// could not show (AVIF, a broken file), what is too large, and what comes when the book is full, is left to its
/// alternative text.
/// </summary>
internal sealed class EpubImages(IImageSource source, ZipWriter archive, string folder, List<Diagnostic> problems)
{
    /// <summary>No single picture over a megabyte: a book is for slow and metered connections.</summary>
    public const int PictureMaxBytes = 1 << 20;

    /// <summary>
    /// All pictures of a book. In the order of the articles, so that a newer article takes no picture from an older
    /// one.
    /// </summary>
    public const int AllMaxBytes = 16 << 20;

    private readonly Dictionary<string, EpubImage?> _byPath = new(StringComparer.Ordinal);
    private readonly List<EpubImage> _all = [];
    private int _bytes;

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<EpubImage> All => _all;

    /// <summary>Null where the book does not have it.</summary>
    /// <param name="path">Below content/.</param>
    public EpubImage? Find(string path)
    {
        if (!_byPath.TryGetValue(path, out var picture))
        {
            picture = Add(path);
            _byPath.Add(path, picture);
        }

        return picture;
    }

    private EpubImage? Add(string path)
    {
        if (source.ReadPicture(path, PictureMaxBytes, problems) is not { } bytes)
        {
            return null;
        }

        var format = EpubImage.FormatOf(ImageHeaderReader.Read(bytes));
        if (format is null && EpubSvg.Clean(bytes) is { } drawing)
        {
            (format, bytes) = (ImageFormat.Svg, drawing);
        }

        if (format is not { } known || bytes.Length > AllMaxBytes - _bytes)
        {
            return null;
        }

        var picture = new EpubImage(
            string.Create(CultureInfo.InvariantCulture, $"picture-{_all.Count + 1}.{ImageFormatNames.EndingOf(known)}"),
            known
        );
        archive.Add(folder + picture.File, bytes);
        _all.Add(picture);
        _bytes += bytes.Length;
        return picture;
    }
}
