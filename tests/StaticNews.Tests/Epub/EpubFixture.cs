using System.Buffers;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Epub;
using StaticNews.Markdown;
using StaticNews.Tests.Markdown;

namespace StaticNews.Tests.Epub;

/// <summary>Books of articles with given bodies.</summary>
internal static class EpubFixture
{
    public static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    /// <summary>
    /// An archive of the bodies, in Markdown; the first article is <c>/world/2014/05/flood.html</c>, the second
    /// <c>/world/2014/05/rain.html</c>.
    /// </summary>
    public static byte[] Of(
        IReadOnlyList<string> bodies,
        MarkdownConfig? markdown = null,
        Func<EpubChapter, EpubChapter>? change = null,
        string language = "en",
        IImageSource? pictures = null
    )
    {
        var renderer = new BodyRenderer(markdown ?? new MarkdownConfig(), Bodies.BaseUrl, new RelatedConfig());
        var urls = bodies
            .Select(
                (_, i) =>
                    i switch
                    {
                        0 => "/world/2014/05/flood.html",
                        1 => "/world/2014/05/rain.html",
                        _ => $"/world/2014/05/story-{i}.html",
                    }
            )
            .ToList();
        var book = new EpubBook
        {
            Title = "World, May 2014",
            Paper = "The <Meridian> & more",
            Publisher = "The Meridian",
            Language = language,
            Languages = [language],
            Url = "/world/2014/05.epub",
            HomeUrl = "/world/",
            Month = "2014-05",
            Modified = new DateTimeOffset(2014, 5, 31, 23, 30, 0, TimeSpan.FromHours(-2)),
            Words = new OfflinePhrases("Contents", "Corrections", "Not kept."),
            Files = urls.Select((url, i) => (url, i))
                .ToDictionary(pair => pair.url, pair => EpubWriter.FileOf(pair.i + 1)),
        };
        var to = new ArrayBufferWriter<byte>();
        var problems = new List<Diagnostic>();
        var writer = new EpubWriter(book, Bodies.BaseUrl, pictures ?? new Shelf(), url => url[1..], to, problems);
        for (var i = 0; i < bodies.Count; i++)
        {
            var article = Article(
                urls[i],
                renderer.RenderBook(new BodySource(bodies[i], Bodies.Path, Bodies.Links)),
                language
            );
            writer.Add(change is null ? article : change(article));
        }

        writer.Finish();
        Assert.Empty(problems);
        return to.WrittenSpan.ToArray();
    }

    /// <summary>What the book shows of one body, without the header and footer around it.</summary>
    public static string Body(string markdown, MarkdownConfig? config = null)
    {
        var article = Document(Of([markdown, "Rain."], config), "EPUB/article-1.xhtml")
            .Descendants(Html + "article")
            .Single();
        article.Element(Html + "header")!.Remove();
        article.Element(Html + "footer")!.Remove();
        return string.Concat(article.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)))
            .Replace(" xmlns=\"http://www.w3.org/1999/xhtml\"", "", StringComparison.Ordinal)
            .Trim('\n');
    }

    /// <summary>Parsed as a reading program does: broken XML throws.</summary>
    public static XDocument Document(byte[] book, string file)
    {
        using var stream = new MemoryStream(Files(book)[file]);
        using var reader = XmlReader.Create(
            stream,
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null }
        );
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>In the archive's order.</summary>
    public static Dictionary<string, byte[]> Files(byte[] book)
    {
        using var archive = new ZipArchive(new MemoryStream(book));
        return archive.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var content = entry.Open();
                using var bytes = new MemoryStream();
                content.CopyTo(bytes);
                return bytes.ToArray();
            }
        );
    }

    private static EpubChapter Article(string url, string body, string language) =>
        new()
        {
            Title = "The flood & <after>",
            Language = language,
            Url = url,
            Kicker = "Analysis",
            Standfirst = "In short.",
            Byline = ["Ada Weber", "World Desk"],
            Dateline = "BERLIN",
            Date = "9 May 2014, 19:34 CET",
            Updated = null,
            Image = null,
            ImageUrl = null,
            Body = body,
            Corrections = [],
        };

    /// <summary>A PNG under every name that ends so, a text under every other.</summary>
    internal sealed class Shelf : IImageSource
    {
        /// <summary>One white pixel.</summary>
        public static readonly byte[] Pixel = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg=="
        );

        public List<string> Asked { get; } = [];

        public byte[]? ReadPicture(string path, int maxBytes, List<Diagnostic> problems)
        {
            Asked.Add(path);
            return path.EndsWith(".png", StringComparison.Ordinal) ? Pixel : "no picture"u8.ToArray();
        }
    }
}
