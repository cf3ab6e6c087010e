using System.Text.RegularExpressions;
using StaticNews.Tests.Images;

namespace StaticNews.Tests.Building;

/// <summary>What pages tell of pictures, and which pages a new picture changes.</summary>
public sealed class ImageTests
{
    private const string WithImage = "image: { src: gate.svg, alt: The gate }";

    [Fact]
    public void A_page_has_the_size_of_its_pictures()
    {
        using var site = Gate(800, 600)
            .Article(
                "news/a.md",
                "One",
                "2020-01-01",
                WithImage,
                "Text.\n\n![Again](gate.svg)\n\nAnd <b>inline</b>: ![Again](gate.svg)"
            );
        Assert.Empty(site.Build().Diagnostics);

        var page = site.Read("news/2020/01/a.html");

        Assert.Contains(
            "<img src=\"/news/gate.svg\" alt=\"The gate\" width=\"800\" height=\"600\">",
            page,
            StringComparison.Ordinal
        );
        Assert.Equal(
            2,
            page.Split(
                "<img src=\"/news/gate.svg\" alt=\"Again\" width=\"800\" height=\"600\" loading=\"lazy\" "
                    + "decoding=\"async\""
            ).Length - 1
        );
        Assert.Contains(
            "<meta property=\"og:image:width\" content=\"800\">\n<meta property=\"og:image:height\" "
                + "content=\"600\">\n<meta property=\"og:image:alt\" content=\"The gate\">",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_place_of_a_picture_is_painted_where_nothing_shows_through()
    {
        using var site = TestSite
            .Plain()
            .WriteBytes("content/news/photo.jpg", ImageHeaderReaderTests.BytesOf("photo.jpg"))
            .WriteBytes("content/news/half.png", ImageHeaderReaderTests.BytesOf("half.png"))
            .Article(
                "news/a.md",
                "One",
                "2020-01-01",
                "image: { src: photo.jpg, alt: A }",
                "![B](photo.jpg)\n\n<img src=\"photo.jpg\" alt=\"C\" style=\"color:red\">\n\n![D](half.png)"
            );
        Assert.Empty(site.Build().Diagnostics);

        var page = site.Read("news/2020/01/a.html");

        Assert.Equal(
            3,
            Regex.Count(
                page,
                "<img src=\"/news/photo.jpg\" alt=\"[ABC]\" width=\"300\" height=\"200\" "
                    + "style=\"background:#[0-9a-f]{6};color:#(fff|000)\""
            )
        );
        Assert.Contains(
            "<img src=\"/news/half.png\" alt=\"D\" width=\"61\" height=\"43\" loading=\"lazy\"",
            page,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "<img src=\"gate.svg\" alt=\"\">",
        "<img src=\"/news/gate.svg\" alt=\"\" width=\"800\" height=\"600\" loading=\"lazy\" decoding=\"async\" />"
    )]
    [InlineData(
        "<img src=\"gate.svg\" alt=\"\" width=\"400\">",
        "<img src=\"/news/gate.svg\" alt=\"\" width=\"400\" height=\"300\" loading=\"lazy\" decoding=\"async\" />"
    )]
    [InlineData(
        "<img src=\"https://a.example/x.png\" alt=\"\" width=\"4\">",
        "<img src=\"https://a.example/x.png\" alt=\"\" width=\"4\" loading=\"lazy\" decoding=\"async\" />"
    )]
    public void Raw_html_is_treated_alike(string written, string shown)
    {
        using var site = Gate(800, 600).Article("news/a.md", "One", "2020-01-01", body: $"Text.\n\n<p>{written}</p>");
        site.Build();

        Assert.Contains(shown, site.Read("news/2020/01/a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Trusted_html_keeps_what_its_author_chose()
    {
        using var site = Gate(800, 600)
            .Write("site.yml", "title: T\nbase_url: https://test.example/\nmarkdown: { html: allow }\n")
            .Article(
                "news/a.md",
                "One",
                "2020-01-01",
                body: "<p><img src=\"gate.svg\" alt=\"\" class=\"wide\" loading=\"eager\"></p>"
            );
        site.Build();

        Assert.Contains(
            "<img src=\"/news/gate.svg\" alt=\"\" class=\"wide\" width=\"800\" height=\"600\" loading=\"lazy\" "
                + "decoding=\"async\" />",
            site.Read("news/2020/01/a.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Trusted_html_keeps_the_style_of_its_author()
    {
        using var site = TestSite
            .WithConfig("title: T\nbase_url: https://test.example/\nmarkdown: { html: allow }\n")
            .WriteBytes("content/news/photo.jpg", ImageHeaderReaderTests.BytesOf("photo.jpg"))
            .Article(
                "news/a.md",
                "One",
                "2020-01-01",
                body: "<p><img src=\"photo.jpg\" alt=\"\" style=\"width:50%\"></p>"
            );
        site.Build();

        Assert.Contains(
            "<img src=\"/news/photo.jpg\" alt=\"\" style=\"width:50%\" width=\"300\" height=\"200\" loading",
            site.Read("news/2020/01/a.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_picture_of_another_size_changes_just_the_pages_that_show_it()
    {
        using var site = Gate(800, 600)
            .Article("news/a.md", "One", "2020-01-01", WithImage)
            .Article("news/b.md", "Two", "2018-01-01", body: "![Again](gate.svg)")
            .Article("news/c.md", "Three", "2016-01-01");
        site.Build();
        var before = site.Snapshot();

        WriteGate(site, 801, 600);
        var report = site.Build(options => options with { ExplainChange = true });
        var after = site.Snapshot();

        Assert.Equal(
            ["feed.xml", "index.html", "news/2018/01/b.html", "news/2020/01/a.html", "news/feed.xml", "news/gate.svg"],
            after.Where(file => before[file.Key] != file.Value).Select(file => file.Key)
        );
        Assert.Equal(after.Count, before.Count);
        site.Build(options => options with { Clean = true });
        Assert.Equal(after, site.Snapshot());
        Assert.Equal(6, report.Change.Sum(group => group.Count));
    }

    [Fact]
    public void A_picture_is_not_read_twice()
    {
        using var site = Gate(800, 600).Article("news/a.md", "One", "2020-01-01", WithImage);
        var old = DateTime.UtcNow.AddDays(-1);
        File.SetLastWriteTimeUtc(site.PathOf("content/news/gate.svg"), old);
        site.Build();

        // Other bytes that the log takes for those before: only who reads the file could know.
        File.WriteAllText(
            site.PathOf("content/news/gate.svg"),
            File.ReadAllText(site.PathOf("content/news/gate.svg")).Replace("800", "900", StringComparison.Ordinal)
        );
        File.SetLastWriteTimeUtc(site.PathOf("content/news/gate.svg"), old);
        Thread.Sleep(50);
        TestKey.ClaimUnchanged(site, "news/gate.svg");
        site.Build();
        Assert.Contains("width=\"800\"", site.Read("news/2020/01/a.html"), StringComparison.Ordinal);

        site.Build(options => options with { Clean = true });
        Assert.Contains("width=\"900\"", site.Read("news/2020/01/a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_picture_is_told_once_where_it_is_first_named_and_fails_nothing()
    {
        using var site = TestSite
            .Plain()
            .Article("news/a.md", "One", "2020-01-01", "image: { src: note.png, alt: A note }", "![Again](note.png)")
            .Article("news/b.md", "Two", "2020-01-02", body: "![Again](note.png)")
            .Article(
                "news/c.md",
                "Three",
                "2020-01-03",
                body: "![Cut](cut.jpg) ![Named](named.png) ![Giant](giant.png) ![Runs](runs.svg)"
            )
            .Write("content/news/note.png", "Not a picture.")
            .WriteBytes("content/news/cut.jpg", ImageHeaderReaderTests.BytesOf("baseline.jpg")[..400])
            .WriteBytes("content/news/named.png", ImageHeaderReaderTests.BytesOf("baseline.jpg"))
            .WriteBytes("content/news/giant.png", Giant())
            .Write("content/news/runs.svg", "<svg width='5' height='5'><script/></svg>")
            .WriteBytes("content/news/unnamed.jpg", [1, 2, 3]);

        var report = site.Build();

        Assert.Equal(
            [
                "content/news/a.md:4:15 SN1703",
                "content/news/c.md:6:8 SN1704",
                "content/news/c.md:6:26 SN1705",
                "content/news/c.md:6:46 SN1706",
                "content/news/runs.svg:1:28 SN1714",
            ],
            TestSite.Codes(report)
        );
        Assert.Equal(0, report.Errors);
        Assert.Contains(
            "<img src=\"/news/note.png\" alt=\"A note\">",
            site.Read("news/2020/01/a.html"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<img src=\"/news/cut.jpg\" alt=\"Cut\" width=\"61\" height=\"43\"",
            site.Read("news/2020/01/c.html"),
            StringComparison.Ordinal
        );
        Assert.Equal(TestSite.Codes(report), TestSite.Codes(site.Build()));
    }

    [Theory]
    [InlineData("<script/>", "script")]
    [InlineData("<image href='https://elsewhere.example/x.png'/>", "another host")]
    public void A_drawing_that_runs_is_told_where_a_page_shows_it_if_drawings_are_kept(string content, string told)
    {
        using var site = TestSite
            .WithConfig("title: T\nbase_url: https://test.example/\nsvg: keep\n")
            .Write("content/news/runs.svg", $"<svg width='5' height='5'>{content}</svg>")
            .Article("news/a.md", "One", "2020-01-01", body: "![Runs](runs.svg)");

        var problem = Assert.Single(site.Build().Diagnostics);

        Assert.Equal(("SN1708", "content/news/a.md", 6), (problem.Code, problem.At.Path, problem.At.Line));
        Assert.Contains(told, problem.Message, StringComparison.Ordinal);
        Assert.Equal($"<svg width='5' height='5'>{content}</svg>", site.Read("news/runs.svg"));
    }

    [Fact]
    public void A_picture_of_many_megabytes_is_a_hint()
    {
        var heavy = new byte[4_100_000];
        ImageHeaderReaderTests.BytesOf("still.gif").CopyTo(heavy, 0);
        using var site = TestSite
            .Plain()
            .WriteBytes("content/news/heavy.gif", heavy)
            .Article("news/a.md", "One", "2020-01-01", body: "![Heavy](heavy.gif)");

        Assert.Equal(["content/news/a.md:6:10 SN1707"], TestSite.Codes(site.Build()));
    }

    [Fact]
    public void A_width_and_height_of_another_shape_are_told()
    {
        using var site = Gate(800, 600)
            .Article(
                "news/a.md",
                "One",
                "2020-01-01",
                "image: { src: gate.svg, alt: The gate, width: 400, height: 301 }"
            )
            .Article(
                "news/b.md",
                "Two",
                "2020-01-01",
                "image: { src: gate.svg, alt: The gate, width: 400, height: 200 }"
            );

        Assert.Equal(["content/news/b.md:4:15 SN1709"], TestSite.Codes(site.Build()));
        Assert.Contains("width=\"400\" height=\"301\"", site.Read("news/2020/01/a.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image: gate.svg", "Text.", "4:8 SN1701")]
    [InlineData("image: { src: gate.svg }", "Text.", "4:15 SN1701")]
    [InlineData("image: { src: gate.svg, alt: \"\" }", "Text.", null)]
    [InlineData("image: { src: gate.svg, alt: The gate }", "Text.", null)]
    [InlineData("", "![](gate.svg)", "6:5 SN1702")]
    [InlineData("", "![](https://a.example/x.png)", "6:5 SN1702")]
    [InlineData("", "`code` ![ ](gate.svg)", "6:13 SN1702")]
    [InlineData("", "![The gate](gate.svg)", null)]
    [InlineData("", "[](gate.svg)", null)]
    [InlineData("", "`![](gate.svg)`", null)]
    [InlineData("", "See <img src=\"gate.svg\">.", "6:5 SN1702")]
    [InlineData("", "See <img src=\"https://a.example/x.png\" title='a>b'>.", "6:5 SN1702")]
    [InlineData("", "See <img alt src=\"gate.svg\">.", null)]
    [InlineData("", "See <img src=\"gate.svg\" alt=\"\">.", null)]
    public void A_picture_that_nobody_describes_is_told(string frontMatter, string body, string? code)
    {
        using var site = Gate(8, 6).Article("news/a.md", "One", "2020-01-01", frontMatter, body);

        Assert.Equal(code is null ? [] : [$"content/news/a.md:{code}"], TestSite.Codes(site.Build()));
    }

    private static TestSite Gate(int width, int height) => WriteGate(TestSite.Plain(), width, height);

    private static TestSite WriteGate(TestSite site, int width, int height) =>
        site.Write(
            "content/news/gate.svg",
            $"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'><rect width='800' "
                + $"height='600' fill='#2a6f97'/></svg>"
        );

    private static byte[] Giant()
    {
        var bytes = ImageHeaderReaderTests.BytesOf("rgb.png");
        (bytes[17], bytes[21]) = (1, 1);
        return bytes;
    }
}
