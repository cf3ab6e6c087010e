using StaticNews.Pages;
using StaticNews.Tests.Building;

namespace StaticNews.Tests.Epub;

public sealed class OfflineBuildTests
{
    private const string Config = """
        title: The Test
        base_url: https://test.example/archive/
        language: en
        time_zone: Etc/UTC
        sections: [ { id: world, title: World }, { id: sport, title: Sport } ]
        offline: { books: true, worker: true }
        """;

    private const string Drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>One</title></svg>";

    [SlowFact]
    public void A_new_article_changes_one_book()
    {
        using var site = Site();
        Assert.Empty(site.Build().Diagnostics);
        var before = site.Snapshot();

        site.Article("world/asia/late.md", "Late", "2020-02-20");
        var report = site.Build(options => options with { ExplainChange = true });
        var after = site.Snapshot();

        Assert.Equal(
            ["world/2020/02.epub"],
            after
                .Where(file =>
                    file.Key.EndsWith(".epub", StringComparison.Ordinal)
                    && before.GetValueOrDefault(file.Key) != file.Value
                )
                .Select(file => file.Key)
        );
        Assert.Equal(1, report.Change.Single(group => group.Reason == ChangeReasons.Describe(ChangeReason.Book)).Count);
        Assert.Equal(before["sw.js"], after["sw.js"]);
        Assert.Equal(0, site.Build().Rendered);
    }

    [Fact]
    public void Links_within_a_book_stay_in_it()
    {
        using var site = Site();
        site.Build();

        var article = EpubFixture.Document(Bytes(site, "world/2020/02.epub"), "EPUB/article-2.xhtml");

        Assert.Equal(
            [
                "article-1.xhtml",
                "https://test.example/archive/sport/2020/02/cup.html",
                "https://test.example/archive/world/2020/02/second.html",
            ],
            article.Descendants(EpubFixture.Html + "a").Select(link => link.Attribute("href")!.Value)
        );
        Assert.Equal("picture-1.svg", article.Descendants(EpubFixture.Html + "img").Single().Attribute("src")!.Value);
        Assert.Equal("Ada Weber (Photographs), World Desk", article.Descendants(EpubFixture.Html + "p").First().Value);
    }

    [Fact]
    public void Month_and_section_lead_to_their_books()
    {
        using var site = Site();
        site.Build();

        Assert.Contains(
            "<a href=\"/archive/world/2020/02.epub\" type=\"application/epub+zip\">World, February 2020</a>",
            site.Read("world/index.html"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<a href=\"/archive/sport/2020/02.epub\" type=\"application/epub+zip\">Sport, February 2020</a>",
            site.Read("archive/2020/02.html"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(".epub", site.Read("world/asia/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(".epub", site.Read("index.html"), StringComparison.Ordinal);
    }

    /// <summary>What a book shows and no source's bytes say.</summary>
    [Theory]
    [InlineData("content/world/map.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Two</title></svg>")]
    [InlineData("site.yml", Config + "\ndefaults: [ { match: \"world/**\", dateline: BERLIN } ]\n")]
    public void A_book_follows_its_pictures_and_the_defaults(string path, string text)
    {
        using var site = Site();
        site.Build();
        var before = Bytes(site, "world/2020/02.epub");

        site.Write(path, text);
        site.Build();
        var after = Bytes(site, "world/2020/02.epub");
        site.Build(options => options with { Clean = true });

        Assert.NotEqual(before, after);
        Assert.Equal(after, Bytes(site, "world/2020/02.epub"));
    }

    [Fact]
    public void A_picture_that_is_too_large_is_left_to_its_words()
    {
        using var site = Site();
        site.WriteBytes(
            "content/world/map.svg",
            [.. System.Text.Encoding.UTF8.GetBytes(Drawing), .. Enumerable.Repeat((byte)'\n', 1 << 20)]
        );
        site.Build();

        var article = EpubFixture.Document(Bytes(site, "world/2020/02.epub"), "EPUB/article-2.xhtml");

        Assert.Empty(article.Descendants(EpubFixture.Html + "img"));
        Assert.Contains("[A map]", article.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_tells_of_the_worker_and_no_more_than_its_hash_allows()
    {
        using var site = Site();
        site.Build();

        foreach (
            var page in Directory
                .GetFiles(site.Output, "*.html", SearchOption.AllDirectories)
                .Where(page => !page.Contains("/lite/", StringComparison.Ordinal))
        )
        {
            var scripts = File.ReadAllText(page).Split("<script>")[1..];
            Assert.Equal(
                "\"serviceWorker\"in "
                    + "navigator&&navigator.serviceWorker.register(\"/archive/sw.js\").catch(function(){})",
                Assert.Single(scripts).Split("</script>")[0]
            );
        }
    }

    [Fact]
    public void Without_the_settings_there_is_nothing_of_it()
    {
        using var site = Site();
        site.Write("site.yml", Config[..Config.IndexOf("offline:", StringComparison.Ordinal)]);
        site.Build();

        Assert.DoesNotContain(
            site.Snapshot().Keys,
            file => file.EndsWith(".epub", StringComparison.Ordinal) || file == "sw.js"
        );
        Assert.DoesNotContain("<script", site.Read("world/index.html"), StringComparison.Ordinal);
    }

    private static TestSite Site() =>
        TestSite
            .WithConfig(Config)
            .Article("world/first.md", "First", "2020-02-01")
            .Article(
                "world/asia/second.md",
                "Second",
                "2020-02-03",
                "slug: second\nsection: world\nauthors: [ { name: Ada Weber, role: Photographs } ]\ndesk: World Desk",
                "After [the first](../first.md#x), [the cup](/sport/cup.md).\n\n![A map](../map.svg)"
            )
            .Article("world/asia/old.md", "Old", "2020-01-03")
            .Article("sport/cup.md", "Cup", "2020-02-03")
            .Write("content/world/map.svg", Drawing);

    private static byte[] Bytes(TestSite site, string path) => File.ReadAllBytes(Path.Combine(site.Output, path));
}
