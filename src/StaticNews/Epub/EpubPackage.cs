using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using StaticNews.Configuration;
using StaticNews.Feeds;
using StaticNews.Images;
using StaticNews.Text;

namespace StaticNews.Epub;

/// <summary>The two documents that list the parts of a book.</summary>
internal static class EpubPackage
{
    private const string Opf = "http://www.idpf.org/2007/opf";
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private const string XhtmlType = "application/xhtml+xml";

    /// <summary>Where the package document is: EPUB 3.3, section 4.2.6.3.1.</summary>
    public static byte[] Container(string package) =>
        Encoding.UTF8.GetBytes(
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
            <rootfiles>
            <rootfile full-path="{package}" media-type="application/oebps-package+xml"/>
            </rootfiles>
            </container>

            """.ReplaceLineEndings("\n")
        );

    /// <param name="articles">Files in reading order.</param>
    /// <param name="hasUntoldPicture">Whether a picture is without an alternative text.</param>
    public static void Write(
        IBufferWriter<byte> to,
        EpubBook book,
        BaseUrl site,
        IReadOnlyList<string> articles,
        IReadOnlyList<EpubImage> pictures,
        bool hasUntoldPicture
    ) =>
        FeedXml.Document(
            to,
            xml =>
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
            }
        );

    private static void WriteMetadata(XmlWriter xml, EpubBook book, BaseUrl site)
    {
        xml.WriteStartElement("identifier", Dc);
        xml.WriteAttributeString("id", "id");
        xml.WriteString(EpubIdentifier.Of(site.Absolute(book.Url)));
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
        DublinCore(xml, "source", EpubLinks.Address(site.Absolute(book.HomeUrl)));
        Property(
            xml,
            "dcterms:modified",
            book.Modified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        );
    }

    /// <summary>
    /// EPUB Accessibility 1.1, section 2: what a reader's senses are asked for, what helps, and what could do harm.
    /// Pictures that move may flash.
    /// </summary>
    private static void WriteAccessibility(XmlWriter xml, IReadOnlyList<EpubImage> pictures, bool hasUntoldPicture)
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

        foreach (
            var feature in (ReadOnlySpan<string>)
                ["displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"]
        )
        {
            Property(xml, "schema:accessibilityFeature", feature);
        }

        Property(
            xml,
            "schema:accessibilityHazard",
            pictures.Any(picture => picture.Format == ImageFormat.Gif) ? "unknown" : "none"
        );
    }

    private static void WriteManifest(XmlWriter xml, IReadOnlyList<string> articles, IReadOnlyList<EpubImage> pictures)
    {
        xml.WriteStartElement("manifest", Opf);
        Item(xml, "nav.xhtml", XhtmlType, "nav");
        Item(xml, "title.xhtml", XhtmlType, null);
        Item(xml, EpubStyle.File, "text/css", null);
        foreach (var article in articles)
        {
            Item(xml, article, XhtmlType, null);
        }

        foreach (var picture in pictures)
        {
            Item(xml, picture.File, ImageFormatNames.MediaTypeOf(picture.Format), null);
        }

        xml.WriteEndElement();
    }

    private static void WriteSpine(XmlWriter xml, EpubBook book, IReadOnlyList<string> articles)
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

    private static void DublinCore(XmlWriter xml, string name, string value) =>
        xml.WriteElementString(name, Dc, XmlCharacters.Clean(value));

    private static void Property(XmlWriter xml, string property, string value)
    {
        xml.WriteStartElement("meta", Opf);
        xml.WriteAttributeString("property", property);
        xml.WriteString(value);
        xml.WriteEndElement();
    }
}

/// <summary>The style sheet of every book: little, because a reading program's own settings are the reader's.</summary>
internal static class EpubStyle
{
    public const string File = "style.css";

    private const string Sheet = """
        body { line-height: 1.5; margin: 0 1em }
        h1, h2, h3, h4 { line-height: 1.2; page-break-after: avoid; break-after: avoid }
        img { max-width: 100%; height: auto }
        figure { margin: 1em 0; page-break-inside: avoid; break-inside: avoid }
        figcaption, .meta { font-size: 0.85em }
        .kicker { font-size: 0.85em; font-weight: bold; margin: 1em 0 0 }
        .kicker + h1 { margin-top: 0.2em }
        .lede { font-size: 1.1em }
        .picture { font-style: italic }
        .cover { text-align: center; margin-top: 20% }
        blockquote { margin: 1em 2em }
        pre { white-space: pre-wrap }
        table { border-collapse: collapse }
        td, th { border: 1px solid; padding: 0.2em 0.5em; vertical-align: top }

        """;

    public static byte[] Bytes => Encoding.UTF8.GetBytes(Sheet.ReplaceLineEndings("\n"));
}

/// <summary>Small texts of a book's files.</summary>
internal static class EpubText
{
    /// <summary>Whether an id can be one in XML (Namespaces in XML 1.0, NCName).</summary>
    public static bool IsXmlName(string id)
    {
        if (id.Length == 0 || !XmlConvert.IsStartNCNameChar(id[0]))
        {
            return false;
        }

        foreach (var c in id)
        {
            if (!XmlConvert.IsNCNameChar(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The id itself where XML can have it, else the nearest that it can: footnotes have a colon in theirs.
    /// </summary>
    public static string XmlNameOf(string id)
    {
        if (IsXmlName(id))
        {
            return id;
        }

        var name = string.Create(
            id.Length,
            id,
            static (to, from) =>
            {
                for (var i = 0; i < to.Length; i++)
                {
                    to[i] = XmlConvert.IsNCNameChar(from[i]) ? from[i] : '-';
                }
            }
        );
        return name.Length > 0 && XmlConvert.IsStartNCNameChar(name[0]) ? name : "x" + name;
    }
}
