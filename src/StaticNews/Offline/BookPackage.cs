using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using StaticNews.Configuration;
using StaticNews.Feeds;
using StaticNews.Pictures;
using StaticNews.Text;

namespace StaticNews.Offline;

/// <summary>The two documents that say what a book consists of.</summary>
internal static class BookPackage
{
    private const string Opf = "http://www.idpf.org/2007/opf";
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private const string XhtmlType = "application/xhtml+xml";

    /// <summary>Where the package document is: EPUB 3.3, section 4.2.6.3.1.</summary>
    public static byte[] Container(string package) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="utf-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles>
        <rootfile full-path="{package}" media-type="application/oebps-package+xml"/>
        </rootfiles>
        </container>

        """.ReplaceLineEndings("\n"));

    /// <param name="articles">Files in reading order.</param>
    /// <param name="hasUntoldPicture">Whether a picture is without an alternative text.</param>
    public static void Write(IBufferWriter<byte> to, Book book, BaseUrl site, IReadOnlyList<string> articles, IReadOnlyList<BookPicture> pictures, bool hasUntoldPicture) =>
        FeedXml.Document(to, xml =>
        {
            xml.WriteStartElement("package", Opf);
            xml.WriteAttributeString("version", "3.0");
            xml.WriteAttributeString("unique-identifier", "id");
            xml.WriteAttributeString("xml", "lang", null, book.Language);
            xml.WriteAttributeString("dir", WritingDirection.Of(book.Language));
            xml.WriteStartElement("metadata", Opf);
            xml.WriteAttributeString("xmlns", "dc", null, Dc);
            WriteMetadata(xml, book, site);
            WriteAccessibility(xml, pictures, hasUntoldPicture);
            xml.WriteEndElement();
            WriteManifest(xml, articles, pictures);
            WriteSpine(xml, book, articles);
            xml.WriteEndElement();
        });

    private static void WriteMetadata(XmlWriter xml, Book book, BaseUrl site)
    {
        xml.WriteStartElement("identifier", Dc);
        xml.WriteAttributeString("id", "id");
        xml.WriteString(BookId.Of(site.Absolute(book.Url)));
        xml.WriteEndElement();
        DublinCore(xml, "title", book.Title);
        DublinCore(xml, "language", book.Language);
        foreach (var language in book.Languages)
        {
            if (!string.Equals(language, book.Language, StringComparison.OrdinalIgnoreCase))
            {
                DublinCore(xml, "language", language);
            }
        }

        DublinCore(xml, "publisher", book.Publisher);
        DublinCore(xml, "creator", book.Publisher);
        DublinCore(xml, "date", book.Month);
        DublinCore(xml, "source", BookLinks.Address(site.Absolute(book.HomeUrl)));
        Property(xml, "dcterms:modified", book.Modified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    /// <summary>EPUB Accessibility 1.1, section 2: what a reader's senses are asked for, what helps, and what could do harm. Pictures that move may flash.</summary>
    private static void WriteAccessibility(XmlWriter xml, IReadOnlyList<BookPicture> pictures, bool hasUntoldPicture)
    {
        Property(xml, "schema:accessMode", "textual");
        if (pictures.Count > 0)
        {
            Property(xml, "schema:accessMode", "visual");
        }

        Property(xml, "schema:accessModeSufficient", hasUntoldPicture ? "textual,visual" : "textual");
        if (pictures.Count > 0 && !hasUntoldPicture)
        {
            Property(xml, "schema:accessibilityFeature", "alternativeText");
        }

        foreach (var feature in (ReadOnlySpan<string>)["displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"])
        {
            Property(xml, "schema:accessibilityFeature", feature);
        }

        Property(xml, "schema:accessibilityHazard", pictures.Any(picture => picture.Format == PictureFormat.Gif) ? "unknown" : "none");
    }

    private static void WriteManifest(XmlWriter xml, IReadOnlyList<string> articles, IReadOnlyList<BookPicture> pictures)
    {
        xml.WriteStartElement("manifest", Opf);
        Item(xml, "nav.xhtml", XhtmlType, "nav");
        Item(xml, "title.xhtml", XhtmlType, null);
        Item(xml, BookStyle.File, "text/css", null);
        foreach (var article in articles)
        {
            Item(xml, article, XhtmlType, null);
        }

        foreach (var picture in pictures)
        {
            Item(xml, picture.File, PictureNames.MediaTypeOf(picture.Format), null);
        }

        xml.WriteEndElement();
    }

    private static void WriteSpine(XmlWriter xml, Book book, IReadOnlyList<string> articles)
    {
        xml.WriteStartElement("spine", Opf);
        if (WritingDirection.Of(book.Language) is "rtl")
        {
            xml.WriteAttributeString("page-progression-direction", "rtl");
        }

        foreach (var file in (IEnumerable<string>)["title.xhtml", "nav.xhtml", .. articles])
        {
            xml.WriteStartElement("itemref", Opf);
            xml.WriteAttributeString("idref", IdOf(file));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Item(XmlWriter xml, string file, string mediaType, string? properties)
    {
        xml.WriteStartElement("item", Opf);
        xml.WriteAttributeString("id", IdOf(file));
        xml.WriteAttributeString("href", file);
        xml.WriteAttributeString("media-type", mediaType);
        if (properties is not null)
        {
            xml.WriteAttributeString("properties", properties);
        }

        xml.WriteEndElement();
    }

    /// <summary><c>article-1</c>: each name differs before its dot.</summary>
    private static string IdOf(string file) => file[..file.IndexOf('.')];

    private static void DublinCore(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Dc, XmlCharacters.Clean(value));

    private static void Property(XmlWriter xml, string property, string value)
    {
        xml.WriteStartElement("meta", Opf);
        xml.WriteAttributeString("property", property);
        xml.WriteString(value);
        xml.WriteEndElement();
    }
}
