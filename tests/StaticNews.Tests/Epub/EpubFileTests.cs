using System.Text;
using System.Xml.Linq;
using StaticNews.Epub;

namespace StaticNews.Tests.Epub;

public sealed class EpubFileTests
{
    private static readonly XNamespace Opf = "http://www.idpf.org/2007/opf";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    /// <summary>EPUB 3.3, section 4.2.2: a program knows a book by its bytes from the 31st on.</summary>
    [Fact]
    public void The_mimetype_comes_first_and_as_it_is()
    {
        var book = EpubFixture.Of(["One."]);

        Assert.Equal("mimetypeapplication/epub+zip", Encoding.ASCII.GetString(book, 30, 28));
        Assert.Equal(0, BitConverter.ToUInt16(book, 8));
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(book));
        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.All(archive.Entries, entry => Assert.Equal(entry.Length, entry.CompressedLength));
        Assert.Equal(
            [
                "mimetype",
                "META-INF/container.xml",
                "EPUB/style.css",
                "EPUB/article-1.xhtml",
                "EPUB/title.xhtml",
                "EPUB/nav.xhtml",
                "EPUB/package.opf",
            ],
            archive.Entries.Select(entry => entry.FullName)
        );
    }

    /// <summary>Computed with another program: CRC-32 (ISO 3309) of the 20 bytes of the mimetype.</summary>
    [Fact]
    public void The_checksum_is_that_of_zip() =>
        Assert.Equal(0x2CAB616Fu, BitConverter.ToUInt32(EpubFixture.Of(["One."]), 14));

    /// <summary>Made with another program.</summary>
    [Fact]
    public void A_books_identity_follows_from_its_url() =>
        Assert.Equal(
            "urn:uuid:f721face-f3a2-557b-b8e1-875482e164b8",
            EpubIdentifier.Of("https://meridian.example/archive/world/2014/05.epub")
        );

    [Fact]
    public void The_package_says_what_the_book_is()
    {
        var package = EpubFixture.Document(EpubFixture.Of(["![A map](map.png)", "Two."]), "EPUB/package.opf").Root!;
        var metadata = package.Element(Opf + "metadata")!;

        Assert.Equal("World, May 2014", metadata.Element(Dc + "title")!.Value);
        Assert.Equal("en", metadata.Element(Dc + "language")!.Value);
        Assert.Equal("The Meridian", metadata.Element(Dc + "publisher")!.Value);
        Assert.Equal("2014-05", metadata.Element(Dc + "date")!.Value);
        Assert.Equal("2014-06-01T01:30:00Z", Property(metadata, "dcterms:modified").Single());
        Assert.Equal(["textual", "visual"], Property(metadata, "schema:accessMode"));
        Assert.Equal(["textual"], Property(metadata, "schema:accessModeSufficient"));
        Assert.Contains("alternativeText", Property(metadata, "schema:accessibilityFeature"));
        Assert.Equal(["none"], Property(metadata, "schema:accessibilityHazard"));
        Assert.Equal(
            ["title", "nav", "article-1", "article-2"],
            package.Descendants(Opf + "itemref").Select(item => item.Attribute("idref")!.Value)
        );
        Assert.Contains(
            package.Descendants(Opf + "item"),
            item =>
                item.Attribute("href")!.Value == "picture-1.png" && item.Attribute("media-type")!.Value == "image/png"
        );
    }

    /// <summary>Nobody can promise that all is in the text, where a picture has none.</summary>
    [Fact]
    public void A_picture_without_words_is_no_accessible_one()
    {
        var metadata = EpubFixture
            .Document(EpubFixture.Of(["![](map.png)"]), "EPUB/package.opf")
            .Root!.Element(Opf + "metadata")!;

        Assert.Equal(["textual,visual"], Property(metadata, "schema:accessModeSufficient"));
        Assert.DoesNotContain("alternativeText", Property(metadata, "schema:accessibilityFeature"));
    }

    [Fact]
    public void A_book_in_arabic_turns_its_pages_from_right_to_left()
    {
        var book = EpubFixture.Of(["نص"], language: "ar");

        Assert.Equal(
            "rtl",
            EpubFixture
                .Document(book, "EPUB/package.opf")
                .Root!.Element(Opf + "spine")!
                .Attribute("page-progression-direction")!
                .Value
        );
        Assert.Equal(("ar", "rtl"), LanguageOf(EpubFixture.Document(book, "EPUB/article-1.xhtml")));
    }

    [Fact]
    public void An_article_says_its_own_language_and_our_words_theirs()
    {
        var book = EpubFixture.Of(
            ["Текст"],
            change: article => article with { Language = "uk", Corrections = ["Не так."] }
        );

        Assert.Equal(("uk", "ltr"), LanguageOf(EpubFixture.Document(book, "EPUB/article-1.xhtml")));
        var heading = EpubFixture.Document(book, "EPUB/article-1.xhtml").Descendants(EpubFixture.Html + "h2").Single();
        Assert.Equal(("Corrections", "en"), (heading.Value, heading.Attribute("lang")!.Value));
        Assert.Equal(
            "uk",
            EpubFixture
                .Document(book, "EPUB/nav.xhtml")
                .Descendants(EpubFixture.Html + "a")
                .Single()
                .Attribute("lang")!
                .Value
        );
    }

    [Fact]
    public void The_contents_stand_in_reading_order()
    {
        var number = 0;
        var book = EpubFixture.Of(
            ["One.", "Two."],
            change: article => article with { Title = $"Story {++number}\u0001" }
        );

        Assert.Equal(
            [("article-1.xhtml", "Story 1"), ("article-2.xhtml", "Story 2")],
            EpubFixture
                .Document(book, "EPUB/nav.xhtml")
                .Descendants(EpubFixture.Html + "a")
                .Select(link => (link.Attribute("href")!.Value, link.Value))
        );
    }

    [Fact]
    public void A_picture_that_two_articles_show_is_there_once()
    {
        var shelf = new EpubFixture.Shelf();
        var files = EpubFixture.Files(EpubFixture.Of(["![A](map.png)", "![B](map.png)"], pictures: shelf));

        Assert.Equal(["world/2014/map.png"], shelf.Asked);
        Assert.Equal(EpubFixture.Shelf.Pixel, files["EPUB/picture-1.png"]);
        Assert.DoesNotContain("EPUB/picture-2.png", files.Keys);
    }

    private static IEnumerable<string> Property(XElement metadata, string name) =>
        metadata
            .Elements(Opf + "meta")
            .Where(meta => meta.Attribute("property")!.Value == name)
            .Select(meta => meta.Value);

    private static (string? Language, string? Direction) LanguageOf(XDocument document) =>
        (document.Root!.Attribute(XNamespace.Xml + "lang")?.Value, document.Root.Attribute("dir")?.Value);
}
