using StaticNews.Archive.Topics;
using StaticNews.Configuration;
using StaticNews.Content;
using static StaticNews.Tests.Archive.TestCatalog;

namespace StaticNews.Tests.Archive;

public sealed class TopicTests
{
    [Fact]
    public void Of_equally_frequent_spellings_of_a_tag_the_oldest_is_its_name()
    {
        var catalog = Build(
            Article("a.md", "2003", null, "cold-war", "Moon"),
            Article("b.md", "2001", null, "Cold War"),
            Article("c.md", "2002", null, "COLD WAR")
        );

        Assert.Equal(["cold-war", "moon"], catalog.Tags.Select(tag => tag.Slug));
        Assert.Equal("Cold War", catalog.Tags[0].Name);
        Assert.Equal("/tags/cold-war/", catalog.Tags[0].Url);
        Assert.Equal([0, 1, 2], catalog.Tags[0].Articles);
        Assert.Equal([0, 1], catalog.TagsOf[0].ToArray());
    }

    [Fact]
    public void Most_articles_decide_what_a_name_is_called_and_each_shows_its_own_spelling()
    {
        var catalog = Build(
            Article("a.md", "2003", null, "News") with
            {
                Authors = [new Byline("Ann Lee")],
            },
            Article("b.md", "2002", null, "Néws", "Rain") with
            {
                Authors = [new Byline("Bo"), new Byline("Ann Lee")],
            },
            Article("c.md", "2001", null, "News"),
            Article("old.md", "1999", null, "NEWS") with
            {
                Authors = [new Byline("ANN LEE")],
            }
        );

        Assert.Equal("News", catalog.Tags[0].Name);
        Assert.Equal(["News", "Néws", "News", "NEWS"], Enumerable.Range(0, 4).Select(i => catalog.TagName(i, 0)));
        Assert.Equal("Ann Lee", catalog.Authors[0].Name);
        Assert.Equal(
            ["Ann Lee", "Ann Lee", "ANN LEE"],
            [catalog.AuthorName(0, 0), catalog.AuthorName(1, 1), catalog.AuthorName(3, 0)]
        );
        Assert.Equal(
            ["NEWS old.md", "Néws b.md", "ANN LEE old.md"],
            catalog.NameProblems.Cast<OddSpelling>().Select(found => $"{found.Name} {found.Path}")
        );
    }

    [Theory]
    [InlineData("Αθήνα", "ΑΘΗΝΑ", "αθήνα")]
    [InlineData("Ελλάς", "ΕΛΛΑΣ", "ελλάς")]
    [InlineData("Королёв", "Королев", "королёв")]
    [InlineData("Finance", "\uFB01nance", "finance")]
    [InlineData("Tokyo", "\uFF34\uFF4F\uFF4B\uFF59\uFF4F", "tokyo")]
    [InlineData("が", "か\u3099", "が")]
    public void Names_that_differ_in_accents_or_forms_share_a_page_with_the_url_of_most(
        string most,
        string other,
        string slug
    )
    {
        var catalog = Build(
            Article("a.md", "2003", null, most),
            Article("b.md", "2002", null, most),
            Article("c.md", "2001", null, other)
        );

        Assert.Equal(
            (most, $"/tags/{slug}/", 3),
            (catalog.Tags[0].Name, catalog.Tags[0].Url, catalog.Tags[0].Articles.Length)
        );
        Assert.Single(catalog.Tags);
    }

    [Fact]
    public void A_profile_whose_file_is_spelled_with_other_accents_names_the_topic()
    {
        var profile = Profile(ProfileKind.Tag, "_tags/αθηνα.md", "αθηνα", "Αθήνα");
        var catalog = Build(
            Config,
            [
                Article("a.md", "2003", null, "ΑΘΗΝΑ"),
                Article("b.md", "2002", null, "Αθήνα"),
                Article("c.md", "2001", null, "αθηνα"),
            ],
            profile
        );

        var tag = Assert.Single(catalog.Tags);
        Assert.Equal(("Αθήνα", "αθηνα"), (tag.Name, tag.Slug));

        // The handle stands for the title.
        Assert.Equal(
            ["ΑΘΗΝΑ", "Αθήνα", "Αθήνα"],
            [catalog.TagName(0, 0), catalog.TagName(1, 0), catalog.TagName(2, 0)]
        );
    }

    [Fact]
    public void A_rare_name_one_letter_from_a_frequent_one_is_told_once()
    {
        var often = Enumerable
            .Range(1, 10)
            .Select(day =>
                Article($"o{day}.md", $"2020-01-{day:D2}", null, "Climate change", "Elections 2018", "Flood")
            );
        var holt = Profile(ProfileKind.Author, "_authors/mira-holt.md", "mira-holt", "Mira Holt");
        var catalog = Build(
            Config,
            [
                .. often,
                Article("z.md", "2021", null, "Climate chagne", "Elections 2019", "Floods") with
                {
                    Authors = [new Byline("Mira Hlot")],
                },
                Article("y.md", "2020", null, "Climate chagne"),
            ],
            holt
        );

        Assert.Equal(
            ["Climate chagne y.md 2 Climate change", "Mira Hlot z.md 1 Mira Holt"],
            catalog
                .NameProblems.Cast<NearName>()
                .Select(found => $"{found.Name} {found.Path} {found.Articles} {found.Nearest}")
        );
    }

    [Theory]
    [InlineData("climate", "climat-e", false)]
    [InlineData("climte", "climate", true)]
    [InlineData("cilmate", "climate", true)]
    [InlineData("climute", "climate", true)]
    [InlineData("bolton", "boston", false)]
    [InlineData("floods", "flood", false)]
    [InlineData("balloons", "balloon", false)]
    [InlineData("election-2019", "election-2018", false)]
    [InlineData("elections-2018", "election-2018", false)]
    [InlineData("mouse-rules", "house-rules", false)]
    public void A_slip_is_one_edit_inside_a_word(string written, string meant, bool isSlip)
    {
        Assert.Equal(isSlip, NearNames.IsSlip(written, meant, isPerson: false));
        Assert.Equal(isSlip, NearNames.IsSlip(meant, written, isPerson: false));
    }

    [Theory]
    [InlineData("anna-lee", "ann-lee", false)]
    [InlineData("ann-le", "ann-lee", true)]
    [InlineData("nira-holt", "mira-holt", true)]
    public void A_persons_given_name_may_end_otherwise(string written, string meant, bool isSlip) =>
        Assert.Equal(isSlip, NearNames.IsSlip(written, meant, isPerson: true));

    [Fact]
    public void Synonyms_lead_through_chains_to_one_tag_named_once_an_article()
    {
        var catalog = Build(
            WithSynonyms(("Ukraine war", "Ukraine conflict"), ("ukraine-conflict", "Russia–Ukraine war")),
            [
                Article("a.md", "2003", null, "Ukraine War", "Russia-Ukraine war", "Grain"),
                Article("b.md", "2002", null, "ukraine conflict"),
            ]
        );

        Assert.Equal(["grain", "russia-ukraine-war"], catalog.Tags.Select(tag => tag.Slug));
        Assert.Equal("Russia–Ukraine war", catalog.Tags[1].Name);
        Assert.Equal([1, 0], catalog.TagsOf[0].ToArray());
        Assert.Equal([0, 1], catalog.Tags[1].Articles);
    }

    [Fact]
    public void A_tags_profile_names_it_and_gathers_its_synonyms_and_its_title()
    {
        var profile = Profile(ProfileKind.Tag, "_tags/cold-war.md", "cold-war", "The Cold War", "East-West conflict");
        var catalog = Build(
            Config,
            [
                Article("a.md", "2003", null, "East–West Conflict"),
                Article("b.md", "2002", null, "the cold war"),
                Article("c.md", "2001", null, "Cold War"),
            ],
            profile
        );

        var tag = Assert.Single(catalog.Tags);
        Assert.Equal(("The Cold War", "cold-war"), (tag.Name, tag.Slug));
        Assert.Same(profile, tag.Profile);
        Assert.Equal(3, tag.Articles.Length);
    }

    [Fact]
    public void Synonyms_in_a_circle_are_reported_once_and_stand_for_themselves()
    {
        var catalog = Build(
            WithSynonyms(("Kiev", "Kyiv"), ("Kyiv", "Kiew"), ("Kiew", "Kiev"), ("Kief", "Kiev")),
            [Article("a.md", "2003", null, "Kief"), Article("b.md", "2002", null, "Kyiv")]
        );

        var diagnostic = Assert.Single(catalog.Diagnostics);
        Assert.Equal("SN2101", diagnostic.Code);
        Assert.Equal("site.yml", diagnostic.At.Path);
        Assert.Contains("kiev → kyiv → kiew → kiev", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(["kiev", "kyiv"], catalog.Tags.Select(tag => tag.Slug));
    }

    [Fact]
    public void A_spelling_that_is_its_own_synonym_only_says_how_to_spell_it()
    {
        var catalog = Build(WithSynonyms(("cold war", "Cold War")), [Article("a.md", tags: "cold war")]);

        Assert.Empty(catalog.Diagnostics);
        Assert.Equal("Cold War", Assert.Single(catalog.Tags).Name);
    }

    [Fact]
    public void Tags_below_the_minimum_are_known_and_have_no_page()
    {
        var catalog = Build(
            Config with
            {
                Tags = new TagsConfig(2, new Dictionary<string, string>()),
            },
            [
                Article("a.md", "2003", null, "Moon", "Mars"),
                Article("b.md", "2002", null, "Moon"),
                Article("c.md", "2001", null, "Mars") with
                {
                    Status = ArticleStatus.Retracted,
                },
            ]
        );

        Assert.Equal([("mars", null), ("moon", "/tags/moon/")], catalog.Tags.Select(tag => (tag.Slug, tag.Url)));
        Assert.Null(catalog.Resolver.Find("/tags/mars/"));
        Assert.Equal("/tags/moon/", catalog.Resolver.Find("/tags/moon/"));
    }

    [Fact]
    public void A_tag_that_is_only_punctuation_is_no_topic()
    {
        var catalog = Build(Article("a.md", "2003", null, "!!!", "Moon", "?"), Article("b.md", "2002", null, "..."));

        Assert.Equal("moon", Assert.Single(catalog.Tags).Slug);
        Assert.Equal([0], catalog.TagsOf[0].ToArray());
        Assert.Empty(catalog.TagsOf[1].ToArray());
    }

    [Fact]
    public void Authors_are_found_by_handle_name_and_synonym_and_stay_parallel_to_bylines()
    {
        var ann = Profile(ProfileKind.Author, "_authors/ann-lee.md", "ann-lee", "Ann Lee-Smith", "A. Lee");
        var idle = Profile(ProfileKind.Author, "_authors/new.md", "new", "New Hand");
        var catalog = Build(
            Config,
            [
                Article("a.md", "2003") with
                {
                    Authors =
                    [
                        new Byline("Bo"),
                        new Byline("ann-lee"),
                        new Byline("Bo", Role: "Photographs"),
                        new Byline("…"),
                    ],
                },
                Article("b.md", "2002") with
                {
                    Authors = [new Byline("Ann Lee-Smith"), new Byline("A. Lee")],
                },
            ],
            ann,
            idle
        );

        Assert.Equal(["ann-lee", "bo", "new"], catalog.Authors.Select(author => author.Slug));
        Assert.Equal("Ann Lee-Smith", catalog.Authors[0].Name);
        Assert.Equal([1, 0, 1, -1], catalog.AuthorsOf[0].ToArray());
        Assert.Equal([0, 0], catalog.AuthorsOf[1].ToArray());
        Assert.Equal([0, 1], catalog.Authors[0].Articles);
        Assert.Equal([0], catalog.Authors[1].Articles);
        Assert.Equal("/authors/new/", catalog.Resolver.Find("_authors/new.md"));
    }

    [Fact]
    public void Series_and_events_have_timelines()
    {
        var catalog = Build(
            Article("a.md", "2003") with
            {
                Series = "Moon Race",
            },
            Article("b.md", "2002") with
            {
                Series = "Moon race",
                Event = "Apollo 11",
            }
        );

        Assert.Equal([0, 0], catalog.SeriesOf);
        Assert.Equal([-1, 0], catalog.EventOf);
        Assert.Equal(("Moon race", "/series/moon-race/"), (catalog.Series[0].Name, catalog.Series[0].Url));
        Assert.Equal("/events/apollo-11/", catalog.Events[0].Url);
    }
}
