using StaticNews.Archive;
using StaticNews.Content;
using static StaticNews.Tests.Archive.TestCatalog;

namespace StaticNews.Tests.Archive;

public sealed class ArticleContextTests
{
    [Fact]
    public void Trends_come_from_the_months_before()
    {
        var catalog = Build(
            Article("a.md", "2020-03-20", null, "Now", "Now2"),
            Article("b.md", "2020-03-01", null, "Now", "Now2"),
            Article("c.md", "2020-02-29", null, "Ice", "Fire"),
            Article("d.md", "2020-02-28", null, "Ice", "Fire"),
            Article("e.md", "2020-01-01", null, "Fire", "Once")
        );
        var contexts = ArticleContextIndex.Of(catalog);

        Assert.Equal(
            ["fire", "ice"],
            contexts.TrendingTagsOf(0).ToArray().Select(trend => catalog.Tags[trend.Tag].Slug)
        );
        Assert.Equal(
            ["fire", "ice"],
            contexts.TrendingTagsOf(1).ToArray().Select(trend => catalog.Tags[trend.Tag].Slug)
        );
        Assert.Empty(contexts.TrendingTagsOf(2).ToArray());
    }

    [Fact]
    public void Trends_look_back_sixty_articles_and_name_three_tags()
    {
        var old = Enumerable
            .Range(1, 28)
            .Select(day => Article($"o{day}.md", $"2020-01-{day:D2}", null, "Old", "Older"));
        string[] recent = ["a", "b", "c", "d", "e", "f"];
        var fresh = Enumerable
            .Range(0, 60)
            .Select(i => Article($"f{i}.md", $"2020-02-{1 + (i % 28):D2}", null, recent[i % 6]));
        var catalog = Build([.. old, .. fresh, Article("z.md", "2020-03-01")]);

        Assert.Equal(
            ["a", "b", "c"],
            ArticleContextIndex.Of(catalog).TrendingTagsOf(0).ToArray().Select(trend => catalog.Tags[trend.Tag].Slug)
        );
    }

    [Fact]
    public void Around_the_same_time_are_the_listed_articles_just_before_it()
    {
        var catalog = Build(
            Article("w/a.md", "2020-01-06"),
            Article("x/b.md", "2020-01-05"),
            Article("x/gone.md", "2020-01-04") with
            {
                Status = ArticleStatus.Retracted,
            },
            Article("w/c.md", "2020-01-03"),
            Article("w/d.md", "2020-01-02")
        );
        var contexts = ArticleContextIndex.Of(catalog);

        Assert.Equal(["x/b.md", "w/c.md"], catalog.Paths(contexts.AroundTheSameTime(0, 2).ToArray()));
        Assert.Equal(
            ["w/c.md", "w/d.md"],
            catalog.Paths(contexts.AroundTheSameTime(catalog.IndexOf("x/gone.md"), 4).ToArray())
        );
        Assert.Empty(contexts.AroundTheSameTime(4, 4).ToArray());
    }

    [Fact]
    public void What_is_more_than_a_month_older_was_not_at_the_same_time()
    {
        var catalog = Build(
            Article("new.md", "2020-03-20"),
            Article("near.md", "2020-03-01"),
            Article("edge.md", "2020-02-18"),
            Article("far.md", "2020-02-17"),
            Article("old.md", "2019-01-01")
        );
        var contexts = ArticleContextIndex.Of(catalog);

        Assert.Equal(["near.md", "edge.md"], catalog.Paths(contexts.AroundTheSameTime(0, 4).ToArray()));
        Assert.Empty(contexts.AroundTheSameTime(3, 4).ToArray());
    }

    [Fact]
    public void Neighbours_are_of_the_same_section_and_listed()
    {
        var catalog = Build(
            Article("w/a.md", "2020-01-06"),
            Article("x/b.md", "2020-01-05"),
            Article("w/gone.md", "2020-01-04") with
            {
                Status = ArticleStatus.Retracted,
            },
            Article("w/c.md", "2020-01-03"),
            Article("top.md", "2020-01-02")
        );
        var contexts = ArticleContextIndex.Of(catalog);

        Assert.Equal([3, -1, 3, -1, -1], Enumerable.Range(0, 5).Select(contexts.OlderInSection));
        Assert.Equal([-1, -1, 0, 0, -1], Enumerable.Range(0, 5).Select(contexts.NewerInSection));
    }

    [Fact]
    public void The_front_page_puts_priority_before_date_and_repeats_no_story()
    {
        var catalog = Build(
            Article("world/a.md", "2020-01-06", null, "T"),
            Article("world/b.md", "2020-01-05", null, "T") with
            {
                Priority = 5,
            },
            Article("sport/c.md", "2020-01-04", null, "U"),
            Article("world/asia/d.md", "2020-01-03", null, "U", "V") with
            {
                Priority = -1,
            },
            Article("world/e.md", "2020-01-02", null, "V", "V2", "U")
        );
        var front = FrontPageSelection.Of(catalog, top: 2, latest: 2, perSection: 2);

        Assert.Equal(["world/b.md", "world/a.md"], catalog.Paths(front.Top));
        Assert.Equal(["sport/c.md", "world/asia/d.md"], catalog.Paths(front.Latest));
        Assert.Equal(
            ["world: world/e.md"],
            front.Sections.Select(block =>
                $"{catalog.Sections[block.Section].Id}: {string.Join(' ', catalog.Paths(block.Articles))}"
            )
        );
        Assert.Equal(["u", "t", "v"], front.TrendingTags.Select(tag => catalog.Tags[tag].Slug));
    }

    [Fact]
    public void An_old_story_with_a_high_priority_makes_room_in_the_end()
    {
        var newer = Enumerable.Range(0, 50).Select(i => Article($"n{i:D2}.md", "2021-01-01"));
        var catalog = Build([.. newer, Article("old.md", "2020-01-01") with { Priority = 9 }]);

        Assert.DoesNotContain(50, FrontPageSelection.Of(catalog, 5, 5, 5).Top);
    }
}
