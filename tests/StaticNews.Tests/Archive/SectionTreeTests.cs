using StaticNews.Configuration;
using StaticNews.Content;
using static StaticNews.Tests.Archive.TestCatalog;

namespace StaticNews.Tests.Archive;

public sealed class SectionTreeTests
{
    private static readonly SiteConfig World = Config with
    {
        Sections =
        [
            new SectionConfig(
                "world",
                "The World",
                "Abroad.",
                [new SectionConfig("world/us-news", "US News", null, [])]
            ),
            new SectionConfig("sport", "Sport", null, []),
        ],
    };

    [Fact]
    public void Configured_sections_come_in_their_order_then_the_others_by_title_each_followed_by_its_own()
    {
        var catalog = Build(
            World,
            [Article("business/a.md"), Article("world/asia/b.md"), Article("arts/c.md"), Article("sport/cricket/d.md")],
            Profile(ProfileKind.Section, "arts/_index.md", "arts", "Zest")
        );

        Assert.Equal(
            ["world", "world/us-news", "world/asia", "sport", "sport/cricket", "business", "arts"],
            catalog.Sections.Select(section => section.Id)
        );
        Assert.Equal([-1, 0, 0, -1, 3, -1, -1], catalog.Sections.Select(section => section.Parent));
        Assert.Equal([1, 2], catalog.Sections[0].Children);
        Assert.Equal(Enumerable.Range(0, 7), catalog.Sections.Select(section => section.Index));
    }

    [Fact]
    public void A_section_rolls_up_everything_below_it()
    {
        var catalog = Build(
            World,
            [
                Article("world/us-news/a.md", "2001"),
                Article("world/b.md", "2002"),
                Article("world/us-news/ohio/c.md", "2003"),
            ]
        );

        Assert.Equal(
            ["world/us-news/ohio/c.md", "world/b.md", "world/us-news/a.md"],
            catalog.Paths(catalog.Sections[0].Articles)
        );
        Assert.Equal(["world/us-news/ohio/c.md", "world/us-news/a.md"], catalog.Paths(catalog.Sections[1].Articles));
        Assert.Equal(
            ["world/us-news/ohio", "world", "world/us-news"],
            catalog.SectionOf.Select(section => catalog.Sections[section].Id)
        );
    }

    [Fact]
    public void Missing_parents_are_made_and_an_article_may_have_no_section()
    {
        var catalog = Build(Article("a/b/c/x.md"), Article("top.md"));

        Assert.Equal(["a", "a/b", "a/b/c"], catalog.Sections.Select(section => section.Id));
        Assert.Equal("/a/b/c/", catalog.Sections[2].Url);
        Assert.Equal(-1, catalog.SectionOf[catalog.IndexOf("top.md")]);
    }

    [Fact]
    public void Spellings_of_one_section_are_one_section()
    {
        var catalog = Build(
            World,
            [Article("a.md") with { Section = "World/US News" }, Article("b.md") with { Section = "world/us-news" }]
        );

        Assert.Equal(["world", "world/us-news", "sport"], catalog.Sections.Select(section => section.Id));
        Assert.Equal(2, catalog.Sections[1].Articles.Length);
    }

    [Theory]
    [InlineData("us-news", "US News")]
    [InlineData("arts-and-culture", "Arts and Culture")]
    [InlineData("about-us", "About Us")]
    [InlineData("the-un", "The UN")]
    [InlineData("ελλάδα", "Ελλάδα")]
    public void A_section_without_a_title_has_the_words_of_its_id(string id, string title)
    {
        Assert.Equal(title, Build(Article($"{id}/x.md")).Sections[0].Title);
    }

    [Fact]
    public void A_title_comes_from_the_configuration_then_from_the_sections_own_text()
    {
        var profile = Profile(ProfileKind.Section, "sport/_index.md", "sport", "Games") with
        {
            Description = "All games.",
        };
        var other = Profile(ProfileKind.Section, "arts/_index.md", "arts", "The Arts") with
        {
            Description = "Stage and screen.",
        };
        var catalog = Build(World, [], profile, other);

        Assert.Equal(["The World", "US News", "Sport", "The Arts"], catalog.Sections.Select(section => section.Title));
        Assert.Equal(
            ["Abroad.", null, "All games.", "Stage and screen."],
            catalog.Sections.Select(section => section.Description)
        );
        Assert.Same(profile, catalog.Sections[2].Profile);
    }

    [Theory]
    [InlineData("tags")]
    [InlineData("Authors")]
    [InlineData("archive/2014")]
    [InlineData("series")]
    [InlineData("events")]
    [InlineData("assets")]
    [InlineData("sitemaps")]
    [InlineData("page")]
    [InlineData("lite")]
    [InlineData("world/page")]
    public void A_section_cannot_have_the_name_of_the_sites_own_folder(string section)
    {
        var catalog = Build(
            Article($"{section}/b.md"),
            Article($"{section}/a.md", "2021-01-01"),
            Article("world/fine.md")
        );

        var diagnostic = Assert.Single(catalog.Diagnostics);
        Assert.Equal("SN2005", diagnostic.Code);
        Assert.Equal($"content/{section}/a.md", diagnostic.At.Path);
        Assert.Contains("its 2 articles", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(["world/fine.md"], catalog.Articles.Select(article => article.Path));
    }
}
