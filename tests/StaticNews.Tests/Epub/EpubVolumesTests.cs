using System.Globalization;
using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Content;
using static StaticNews.Tests.Archive.TestCatalog;

namespace StaticNews.Tests.Epub;

public sealed class EpubVolumesTests
{
    private static readonly SiteConfig WithBooks = Config with { Offline = new OfflineConfig(Books: true) };

    [Fact]
    public void A_top_level_section_has_a_book_a_month_with_what_lies_below_it()
    {
        var catalog = Build(
            WithBooks,
            [
                Article("world/a.md", "2020-02-03"),
                Article("world/asia/b.md", "2020-02-01"),
                Article("world/c.md", "2020-01-31"),
                Article("sport/d.md", "2020-02-02"),
                Article("e.md", "2020-02-02"),
                Article("world/year-only.md", "2019"),
                Article("world/f.md", "2020-02"),
            ]
        );

        Assert.Equal(
            [
                ("/sport/2020/02.epub", "sport/d.md"),
                ("/world/2020/01.epub", "world/c.md"),
                ("/world/2020/02.epub", "world/f.md world/asia/b.md world/a.md"),
                ("/archive/2020/02.epub", "e.md"),
            ],
            catalog.Books.Volumes.Select(volume =>
                (volume.Url, string.Join(' ', volume.Articles.Select(article => catalog.Articles[article].Path)))
            )
        );
        Assert.Equal(
            "/world/2020/02.epub",
            catalog.Books.NewestOf(catalog.Sections.Single(section => section.Id == "world").Index)!.Url
        );
        Assert.Equal(3, catalog.Books.OfMonth(2020, 2).Count);
        Assert.Empty(catalog.Books.OfMonth(2020, 3));
        Assert.Equal("/world/2020/02.epub", catalog.Resolver.Find("/world/2020/02.epub"));
    }

    [Fact]
    public void Nobody_gets_books_who_did_not_ask_for_them() =>
        Assert.Empty(Build(Config, [Article("world/a.md")]).Books.Volumes);

    /// <summary>The first part is full, so that only the last one changes while articles come.</summary>
    [Fact]
    public void A_month_that_is_too_large_is_cut_from_its_oldest_article_on()
    {
        var articles = Enumerable
            .Range(0, EpubVolumes.ArticlesMax + 1)
            .Select(i =>
                Article(string.Create(CultureInfo.InvariantCulture, $"world/a{i:0000}.md"), "2020-02-01") with
                {
                    Date = new ArticleDate(
                        new DateTimeOffset(2020, 2, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(i),
                        DatePrecision.Minute,
                        "UTC"
                    ),
                }
            )
            .ToArray();

        var catalog = Build(WithBooks, articles);

        Assert.Equal(
            [("/world/2020/02.epub", EpubVolumes.ArticlesMax), ("/world/2020/02-2.epub", 1)],
            catalog.Books.Volumes.Select(volume => (volume.Url, volume.Articles.Length))
        );
        Assert.Equal("world/a0000.md", catalog.Articles[catalog.Books.Volumes[0].Articles[0]].Path);
    }

    /// <summary>Retracted or not: a path is not free because of a date.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_source_cannot_take_a_books_place(bool isRetracted)
    {
        var status = isRetracted ? ArticleStatus.Retracted : ArticleStatus.Published;
        var article = Article("world/asia/a.md", "2020-02-03") with { Status = status };
        string[] assets = ["world/2020/02.epub", "world/2020/03.epub"];

        var catalog = Catalog.Build(WithBooks, [article], [], assets, Today, includeFuture: false);

        Assert.Equal(
            [("SN2003", "content/world/2020/02.epub")],
            catalog.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.At.Path))
        );
        Assert.Contains("a book of the section 'world'", catalog.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal(["world/2020/03.epub"], catalog.Assets);
        Assert.Equal(assets, Catalog.Build(Config, [article], [], assets, Today, includeFuture: false).Assets);
    }

    [Fact]
    public void A_source_cannot_take_the_workers_place()
    {
        var config = Config with { Offline = new OfflineConfig(Worker: true) };

        Assert.Equal(
            ["SN2003"],
            Catalog
                .Build(config, [Article("a.md")], [], ["sw.js"], Today, includeFuture: false)
                .Diagnostics.Select(diagnostic => diagnostic.Code)
        );
        Assert.Empty(Catalog.Build(Config, [Article("a.md")], [], ["sw.js"], Today, includeFuture: false).Diagnostics);
    }
}
