using FsCheck;
using FsCheck.Fluent;
using StaticNews.Archive;
using StaticNews.Archive.Related;
using StaticNews.Configuration;
using StaticNews.Content;
using static StaticNews.Tests.Archive.TestCatalog;

namespace StaticNews.Tests.Archive;

public sealed class RelatedIndexTests
{
    [Fact]
    public void A_shared_tag_comes_before_the_mere_section_and_a_rare_one_before_a_common_one()
    {
        var crowd = Enumerable
            .Range(10, 20)
            .Select(day => Article($"world/crowd-{day}.md", $"2019-01-{day}", null, "Politics"));
        var catalog = Build([
            .. crowd,
            Article("world/a.md", "2020-01-01", null, "Politics", "Volcano"),
            Article("world/rare.md", "2001-01-01", null, "Volcano"),
            Article("world/common.md", "2019-12-30", null, "Politics"),
            Article("world/none.md", "2019-12-31"),
        ]);

        Assert.Equal(["world/rare.md", "world/common.md"], Related(catalog, "world/a.md", 2));
    }

    [Fact]
    public void The_same_section_comes_first_then_the_others()
    {
        var catalog = Build(
            Article("world/a.md", "2020-01-01", null, "Volcano"),
            Article("sport/tagged.md", "2020-01-01", null, "Volcano"),
            Article("world/plain.md", "1950-01-01"),
            Article("sport/plain.md", "2020-01-01")
        );

        Assert.Equal(["world/plain.md", "sport/tagged.md"], Related(catalog, "world/a.md", 5));
    }

    [Fact]
    public void A_section_includes_what_is_inside_it_and_not_what_is_around_it()
    {
        var catalog = Build(
            Article("world/a.md", "2020-01-01", null, "Volcano"),
            Article("world/asia/inside.md", "1950-01-01"),
            Article("sport/tagged.md", "2020-01-01", null, "Volcano"),
            Article("world/asia/b.md", "1951-01-01", null, "Volcano")
        );

        Assert.Equal(["world/asia/b.md", "world/asia/inside.md", "sport/tagged.md"], Related(catalog, "world/a.md", 5));
        Assert.Equal(["world/asia/inside.md", "sport/tagged.md", "world/a.md"], Related(catalog, "world/asia/b.md", 5));
    }

    [Fact]
    public void The_same_series_and_event_weigh_more_than_a_tag()
    {
        var catalog = Build(
            Article("w/a.md", "2020-01-01", null, "Volcano") with
            {
                Series = "S",
                Event = "E",
            },
            Article("w/event.md", "2020-01-01") with
            {
                Event = "E",
            },
            Article("w/series.md", "2020-01-01") with
            {
                Series = "S",
            },
            Article("w/tag.md", "2020-01-01", null, "Volcano")
        );

        Assert.Equal(["w/series.md", "w/event.md", "w/tag.md"], Related(catalog, "w/a.md", 3));
    }

    [Fact]
    public void Headline_words_bring_articles_together_but_stop_words_and_numbers_do_not()
    {
        var catalog = Build(
            Article("w/a.md", "2020-01-10", "The dam above the town has broken in 1998"),
            Article("w/dam.md", "2001-01-01", "Town rebuilt below dam"),
            Article("w/stop.md", "2001-01-02", "The news has been in the 1998")
        );

        Assert.Equal(["w/dam.md", "w/stop.md"], Related(catalog, "w/a.md", 5));
        Assert.DoesNotContain(
            Explain(catalog, "w/a.md", 5)[1].Reasons,
            reason => reason.Text.Contains("headline", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Between_equals_the_nearer_date_wins_before_and_after_alike_and_a_tie_goes_to_the_earlier()
    {
        var catalog = Build(
            Article("w/before.md", "2020-01-01"),
            Article("w/a.md", "2020-02-01"),
            Article("w/after.md", "2020-03-03"),
            Article("w/near.md", "2020-02-20"),
            Article("w/far.md", "2010-02-20")
        );

        Assert.Equal(["w/near.md", "w/before.md", "w/after.md", "w/far.md"], Related(catalog, "w/a.md", 5));
    }

    [Fact]
    public void Pinned_articles_come_first_in_their_order_whatever_they_share()
    {
        var catalog = Build(
            Article("w/a.md", "2020-01-01", null, "T") with
            {
                Related = [Link("w/a.md", "far.md"), Link("w/a.md", "/x/else.md")],
            },
            Article("w/far.md", "1901-01-01"),
            Article("x/else.md", "1902-01-01"),
            Article("w/tag.md", "2020-01-01", null, "T")
        );

        Assert.Equal(["w/far.md", "x/else.md", "w/tag.md"], Related(catalog, "w/a.md", 5));
        Assert.Equal(["w/far.md"], Related(catalog, "w/a.md", 1));
    }

    [Fact]
    public void Copies_of_one_headline_stand_once_and_never_beside_their_own_story()
    {
        var catalog = Build(
            Article("w/a.md", "2020-01-01", "Central bank lifts interest rates again after long pause"),
            Article("w/copy.md", "2020-01-01", "Central bank lifts interest rates again after long pause – Reuters"),
            Article("w/one.md", "2020-01-02", "Farmers block harbour roads over new grain tax"),
            Article("w/two.md", "2020-01-03", "Farmers block harbour roads over new grain tax, AP"),
            Article("w/three.md", "2020-01-04", "FARMERS BLOCK HARBOUR ROADS OVER NEW GRAIN TAX"),
            Article("w/other.md", "2020-01-05", "Farmers clear harbour roads")
        );

        Assert.Equal(["w/one.md", "w/other.md"], Related(catalog, "w/a.md", 5));
    }

    [Fact]
    public void Headlines_that_differ_in_a_number_or_a_word_are_two_stories()
    {
        var catalog = Build(
            Article("w/a.md", "2020-01-01", "Something else entirely"),
            Article("w/day-1.md", "2020-01-02", "Budget debate in parliament: live from the chamber, day 1"),
            Article("w/day-2.md", "2020-01-03", "Budget debate in parliament: live from the chamber, day 2"),
            Article("w/north.md", "2020-01-04", "Storm closes schools across northern coast towns"),
            Article("w/south.md", "2020-01-05", "Storm closes schools across southern coast towns")
        );

        Assert.Equal(4, Related(catalog, "w/a.md", 9).Length);
    }

    [Fact]
    public void A_story_that_everybody_copied_leaves_room_for_the_others()
    {
        var copies = Enumerable
            .Range(1, 60)
            .Select(i =>
                Article(
                    $"w/copy-{i}.md",
                    "2020-01-01",
                    $"Central bank lifts interest rates again after long pause "
                        + $"{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}"
                )
            );
        var others = Enumerable
            .Range(1, 5)
            .Select(i => Article($"w/other-{i}.md", $"1999-01-0{i}", new string((char)('p' + i), 5)));
        var catalog = Build([Article("w/a.md", "2020-01-01", "Quite different"), .. copies, .. others]);

        Assert.Equal(6, Related(catalog, "w/a.md", 10).Length);
    }

    [Fact]
    public void Of_each_list_only_the_window_counts_and_ahead_of_the_article_only_a_few()
    {
        var config = TestCatalog.Config with { Related = new RelatedConfig(Window: 6, Ahead: 2) };
        var days = Enumerable.Range(1, 20).Select(day => Article($"w/{day:D2}.md", $"2020-01-{day:D2}")).ToArray();
        var catalog = Build(config, days);

        Assert.Equal(
            ["w/06.md", "w/07.md", "w/08.md", "w/09.md", "w/11.md", "w/12.md"],
            Related(catalog, "w/10.md", 20).Order()
        );
    }

    [Fact]
    public void Unlisted_articles_are_in_no_list_and_have_one_themselves()
    {
        var catalog = Build(
            Article("w/a.md", "2020-01-01", null, "T"),
            Article("w/gone.md", "2020-01-01", null, "T") with
            {
                Status = ArticleStatus.Withdrawn,
            },
            Article("w/old.md", "2020-01-01", null, "T") with
            {
                Expires = Date("2021-01-01"),
            }
        );

        Assert.Empty(Related(catalog, "w/a.md", 5));
        Assert.Equal(["w/a.md"], Related(catalog, "w/gone.md", 5));
        Assert.Equal(["w/a.md"], Related(catalog, "w/old.md", 5));
    }

    [Fact]
    public void Articles_without_a_section_are_each_others_section()
    {
        var catalog = Build(
            Article("a.md", "2020-01-01", null, "T"),
            Article("b.md", "1999-01-01"),
            Article("w/c.md", "2020-01-01", null, "T")
        );

        Assert.Equal(["b.md", "w/c.md"], Related(catalog, "a.md", 5));
    }

    [Fact]
    public void Every_reason_is_named_and_the_reasons_make_the_score()
    {
        var catalog = Build(
            Article("world/a.md", "2020-01-10", "Volcano wakes", "Iceland") with
            {
                Series = "Fire",
                Event = "Eruption",
            },
            Article("world/b.md", "2020-01-12", "Volcano sleeps", "iceland") with
            {
                Series = "Fire",
                Event = "Eruption",
            }
        );
        var related = Assert.Single(Explain(catalog, "world/a.md", 5));

        Assert.Equal(
            [
                "section World",
                "tag Iceland (on 1 of the 400 articles up to this one)",
                "series Fire",
                "event Eruption",
                "a word of the headline",
                "2 days later",
            ],
            related.Reasons.Select(reason => reason.Text)
        );
        Assert.Equal(related.Score, related.Reasons.Sum(reason => reason.Points), 6);
    }

    [Fact]
    public void Lists_agree_with_a_plain_reading_of_the_rules()
    {
        Prop.ForAll(
                Archives.ToArbitrary(),
                articles =>
                {
                    var config = TestCatalog.Config with { Related = new RelatedConfig(Window: 12, Ahead: 3) };
                    var catalog = Build(config, articles);
                    var index = RelatedIndex.Of(catalog);
                    var scratch = index.NewScratch();
                    for (var i = 0; i < catalog.Articles.Count; i++)
                    {
                        Assert.Equal(
                            PlainRelated.Of(catalog, i, 4),
                            Lists(index, scratch, i, 4).Select(related => related.Article)
                        );
                    }
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_list_has_doubles_itself_or_the_unlisted_and_reasons_always_make_the_score()
    {
        Prop.ForAll(
                Archives.ToArbitrary(),
                articles =>
                {
                    var catalog = Build(articles);
                    var index = RelatedIndex.Of(catalog);
                    for (var i = 0; i < catalog.Articles.Count; i++)
                    {
                        var list = index.Explain(i, 6);
                        Assert.Equal(list.Count, list.Select(related => related.Article).Distinct().Count());
                        Assert.DoesNotContain(list, related => related.Article == i);
                        Assert.All(list, related => Assert.Contains(related.Article, catalog.Listed));
                        Assert.All(
                            list,
                            related => Assert.Equal(related.Score, related.Reasons.Sum(reason => reason.Points), 6)
                        );
                        Assert.Equal(
                            list.Select(related => related.Score).OrderDescending(),
                            list.Select(related => related.Score)
                        );
                    }
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_order_in_which_sources_are_found_changes_nothing()
    {
        Prop.ForAll(
                Archives.ToArbitrary(),
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                (articles, seed) =>
                {
                    var shuffled = articles.ToArray();
                    new Random(seed).Shuffle(shuffled);
                    Assert.Equal(AllLists(Build(articles)), AllLists(Build(shuffled)));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static readonly Gen<ArticleSummary[]> Archives =
        from count in Gen.Choose(1, 60)
        from articles in ArticleGen.ArrayOf(count)
        select articles
            .Select((article, i) => article with { Path = $"{article.Section}/{i}.md", Slug = $"s{i}" })
            .ToArray();

    private static Gen<ArticleSummary> ArticleGen =>
        from section in Gen.Elements("world", "world/asia", "sport", "")
        from day in Gen.Choose(0, 400)
        from words in Gen.Elements("storm", "flood", "the", "bank", "rates", "coast", "2", "lifts", "north").ArrayOf(5)
        from tags in Gen.Elements("A", "B", "C", "D", "E", "F").ArrayOf(3)
        from series in Gen.Frequency((5, Gen.Constant<string?>(null)), (1, Gen.Constant<string?>("S")))
        from named in Gen.Frequency((5, Gen.Constant<string?>(null)), (1, Gen.Constant<string?>("E")))
        from status in Gen.Frequency(
            (9, Gen.Constant(ArticleStatus.Published)),
            (1, Gen.Constant(ArticleStatus.Retracted))
        )
        select Article(
            "x.md",
            $"{new DateTime(2020, 1, 1).AddDays(day):yyyy-MM-dd}",
            string.Join(' ', words),
            [.. tags.Distinct()]
        ) with
        {
            Section = section,
            Series = series,
            Event = named,
            Status = status,
        };

    private static string[] Related(Catalog catalog, string path, int count) =>
        catalog.Paths(Explain(catalog, path, count).Select(related => related.Article));

    private static IReadOnlyList<RelatedArticle> Explain(Catalog catalog, string path, int count) =>
        RelatedIndex.Of(catalog).Explain(catalog.IndexOf(path), count);

    private static RelatedArticle[] Lists(RelatedIndex index, RelatedBuffers scratch, int article, int count)
    {
        var list = new RelatedArticle[count];
        return list[..index.Related(article, scratch, list)];
    }

    private static string[] AllLists(Catalog catalog)
    {
        var index = RelatedIndex.Of(catalog);
        var scratch = index.NewScratch();
        return catalog
            .Articles.Select(
                (article, i) =>
                    $"{article.Path}: "
                    + $"{string.Join(' ', Lists(index, scratch, i, 7).Select(related => catalog.Articles[related.Article].Path))}"
            )
            .ToArray();
    }
}
