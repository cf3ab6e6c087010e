using System.IO.Compression;
using System.Text;
using StaticNews.Tests.Output;

namespace StaticNews.Tests.Building;

/// <summary>
/// SVG files on their way to the site: every use of one has the cleaned bytes, what is wrong is said by every build,
/// and what is harmless is not read twice.
/// </summary>
public sealed class SvgFileTests : IDisposable
{
    private const string Head = "title: T\nbase_url: https://test.example/\n";
    private const string Open = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\">";

    private static readonly string Hostile =
        $"{Open}\n  "
        + $"<script>alert(1)</script>\n{string.Concat(Enumerable.Repeat("  <rect width=\"1\" height=\"1\"/>\n", 30))}</svg>\n";
    private static readonly string Harmless =
        $"<?xml version=\"1.0\"?>\r\n<!-- Made by hand -->\r\n{Open}<rect width='5' height='5'/></svg>\r\n";

    private readonly TestSite _site = TestSite.WithConfig(Head);

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_harmless_drawing_is_copied_byte_for_byte_and_not_read_again()
    {
        _site.Write("content/news/map.svg", Harmless).Write("content/_assets/Logo.SVG", "\ufeff" + Harmless);
        Age("content/news/map.svg", "content/_assets/Logo.SVG");
        Assert.Empty(_site.Build().Diagnostics);
        Assert.Equal(Bytes("content/news/map.svg"), Bytes("public/news/map.svg"));
        Assert.Equal(Bytes("content/_assets/Logo.SVG"), Bytes("public/assets/Logo.SVG"));

        // What is read is compared, and counts as unchanged.
        var again = _site.Build();
        Assert.Equal((0, 0), (again.Written, again.Unchanged));

        _site.Write("content/news/map.svg", Harmless.Replace("hand", "foot", StringComparison.Ordinal));
        Age("content/news/map.svg");
        Assert.Equal(1, _site.Build().Written);
        Assert.Contains("foot", _site.Read("news/map.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_one_is_cleaned_and_every_build_says_so()
    {
        _site.Write("content/news/map.SVG", Hostile).Article("news/a.md", "One", "2020-01-01", body: "![Map](map.SVG)");
        Age("content/news/map.SVG");
        var first = _site.Build();

        var problem = Assert.Single(first.Diagnostics);
        Assert.Equal(
            ("SN1714", "content/news/map.SVG", 2, 4),
            (problem.Code, problem.At.Path, problem.At.Line, problem.At.Column)
        );
        Assert.Contains("the element 'script' (line 2, column 4)", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("script", _site.Read("news/map.SVG"), StringComparison.Ordinal);
        Assert.Contains("width=\"40\" height=\"20\"", _site.Read("news/2020/01/a.html"), StringComparison.Ordinal);

        var second = _site.Build();
        Assert.Equal(
            first.Diagnostics.Select(found => found.Message),
            second.Diagnostics.Select(found => found.Message)
        );
        Assert.Equal((0, 0), (second.Written, second.Removed));
    }

    [Fact]
    public void Keep_publishes_them_as_they_are_and_back_again()
    {
        _site
            .Write("content/news/map.svg", Hostile)
            .Write("content/news/broken.svg", "<svg")
            .Write("site.yml", Head + "svg: keep\n");
        Age("content/news/map.svg", "content/news/broken.svg");
        Assert.Empty(_site.Build().Diagnostics);
        Assert.Equal(Hostile, _site.Read("news/map.svg"));
        Assert.Equal("<svg", _site.Read("news/broken.svg"));

        _site.Write("site.yml", Head);
        Assert.Equal(
            ["content/news/broken.svg:1:5 SN1715", "content/news/map.svg:2:4 SN1714"],
            TestSite.Codes(_site.Build())
        );
        Assert.DoesNotContain("script", _site.Read("news/map.svg"), StringComparison.Ordinal);
        Assert.False(_site.Has("news/broken.svg"));
    }

    [Theory]
    [InlineData("GIF89a not XML")]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'>&undeclared;</svg>")]
    [InlineData("")]
    public void One_that_cannot_be_parsed_is_not_published_and_a_link_to_it_is_told(string text)
    {
        _site.Write("content/news/map.svg", text).Article("news/a.md", "One", "2020-01-01", body: "![Map](map.svg)");
        var report = _site.Build();

        Assert.Equal(["SN2213", "SN1715"], report.Diagnostics.Select(found => found.Code));
        Assert.False(_site.Has("news/map.svg"));
        Assert.True(_site.Has("news/2020/01/a.html"));
        Assert.Equal(TestSite.Codes(report), TestSite.Codes(_site.Build()));
    }

    [Fact]
    public void One_that_becomes_unreadable_goes_with_its_copies()
    {
        _site
            .Write("site.yml", Head + "precompress: { gzip: true, brotli: true, zstd: true }\n")
            .Write("content/news/map.svg", Hostile);
        _site.Build();
        Assert.Equal(["news/map.svg", "news/map.svg.br", "news/map.svg.gz", "news/map.svg.zst"], Drawings());

        _site.Write("content/news/map.svg", Hostile[..^5]);
        _site.Build();
        Assert.Empty(Drawings());
    }

    [Fact]
    public void Compressed_copies_hold_the_cleaned_bytes()
    {
        _site
            .Write("site.yml", Head + "precompress: { gzip: true, brotli: true, zstd: true }\n")
            .Write("content/news/map.svg", Hostile);
        _site.Build();

        Assert.All(
            Drawings().Skip(1),
            copy =>
                Assert.Equal(
                    Bytes("public/news/map.svg"),
                    CompressorTests.Expand(
                        StaticNews.Output.CompressionMethods.OfCopy(copy)!.Value.Method,
                        Bytes("public/" + copy)
                    )
                )
        );
        var before = _site.Snapshot();
        _site.Build(options => options with { Clean = true, Jobs = 1 });
        Assert.Equal(before, _site.Snapshot());
    }

    [Theory]
    [InlineData("map.svgz")]
    [InlineData("map.SVGZ")]
    [InlineData("map.svg.gz")]
    [InlineData("map.svg")]
    public void A_compressed_one_is_cleaned_and_compressed_again(string name)
    {
        _site.WriteBytes($"content/news/{name}", Gzip(Hostile)).WriteBytes("content/news/fine.svgz", Gzip(Harmless));
        Age($"content/news/{name}", "content/news/fine.svgz");
        var report = _site.Build();

        Assert.Equal([$"content/news/{name}:2:4 SN1714"], TestSite.Codes(report));
        Assert.Equal(Bytes("content/news/fine.svgz"), Bytes("public/news/fine.svgz"));
        var published = Bytes($"public/news/{name}");
        Assert.Equal([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255], published[..10]);
        var text = Encoding.UTF8.GetString(CompressorTests.Expand(StaticNews.Output.CompressionMethod.Gzip, published));
        Assert.DoesNotContain("script", text, StringComparison.Ordinal);
        Assert.Contains("<rect", text, StringComparison.Ordinal);
        Assert.Equal(0, _site.Build().Written);
    }

    [Fact]
    public void What_unpacks_to_hundreds_of_megabytes_is_not_published()
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(Encoding.UTF8.GetBytes(Open));
            var blanks = new byte[1 << 20];
            Array.Fill(blanks, (byte)' ');
            for (var i = 0; i < 300; i++)
            {
                stream.Write(blanks);
            }
        }

        _site.WriteBytes("content/news/bomb.svgz", packed.ToArray());

        Assert.Equal(["content/news/bomb.svgz:0:0 SN1715"], TestSite.Codes(_site.Build()));
        Assert.False(_site.Has("news/bomb.svgz"));
    }

    [Fact]
    public void A_feed_names_the_size_of_the_published_file()
    {
        _site
            .Write("content/news/map.svg", Hostile)
            .Article("news/a.md", "One", "2020-01-01", "image: { src: map.svg, alt: A map }");
        _site.Build();

        Assert.Contains(
            $"length=\"{Bytes("public/news/map.svg").Length}\" type=\"image/svg+xml\"",
            _site.Read("feed.xml"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_book_shows_what_is_left_of_it()
    {
        _site
            .Write("site.yml", Head + "offline: { books: true }\nsections: [ { id: news, title: News } ]\n")
            .Write("content/news/map.svg", Hostile)
            .Article("news/a.md", "One", "2020-01-01", body: "![Map](map.svg)");
        _site.Build();

        using var book = new ZipArchive(new MemoryStream(Bytes("public/news/2020/01.epub")));
        using var picture = new StreamReader(
            book.Entries.Single(entry => entry.Name.EndsWith(".svg", StringComparison.Ordinal)).Open()
        );
        var text = picture.ReadToEnd();
        Assert.Contains("<rect", text, StringComparison.Ordinal);
        Assert.DoesNotContain("script", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_says_what_becomes_of_a_drawing()
    {
        _site.Write("content/news/bad.svg", Hostile).Write("content/news/good.svg", Harmless);
        Age("content/news/bad.svg", "content/news/good.svg");
        _site.Build();

        Assert.Contains(
            "cleaned",
            Assert.Single(_site.Build(options => options with { Explain = "news/bad.svg" }).Explanation),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "kept",
            Assert.Single(_site.Build(options => options with { Explain = "news/good.svg" }).Explanation),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("page.html")]
    [InlineData("page.HTM")]
    [InlineData("page.xhtml")]
    [InlineData("page.xht")]
    [InlineData("page.shtml")]
    [InlineData("data.xml")]
    [InlineData("style.xsl")]
    [InlineData("style.xslt")]
    [InlineData("saved.mht")]
    [InlineData("page.html.gz")]
    [InlineData("map.svg.br")]
    public void Other_files_that_run_are_told_once_each_and_copied(string name)
    {
        _site
            .Write($"content/news/{name}", "<script>alert(1)</script>")
            .Write("content/news/data.json", "{}")
            .Write("content/news/html", "x");
        Age($"content/news/{name}");

        Assert.Equal([$"content/news/{name}:0:0 SN2008"], TestSite.Codes(_site.Build()));
        Assert.Equal("<script>alert(1)</script>", _site.Read($"news/{name}"));
        Assert.Equal([$"content/news/{name}:0:0 SN2008"], TestSite.Codes(_site.Build()));
    }

    private string[] Drawings() =>
        [.. _site.Snapshot().Keys.Where(path => path.Contains(".svg", StringComparison.Ordinal))];

    private byte[] Bytes(string path) => File.ReadAllBytes(_site.PathOf(path));

    private void Age(params string[] paths)
    {
        Array.ForEach(
            paths,
            path => File.SetLastWriteTimeUtc(_site.PathOf(path), new DateTime(2020, 1, 1, 0, 0, 1, DateTimeKind.Utc))
        );

        // A stamp is believed only once its disk's clock has ticked on.
        Thread.Sleep(50);
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
