using StaticNews.Content;

namespace StaticNews.Tests.Content;

/// <summary>What a summary keeps in another form comes out as it went in.</summary>
public sealed class ArticleSummaryTests
{
    [Theory]
    [InlineData("world/flood.md", "flood")]
    [InlineData("flood.md", "flood")]
    [InlineData("flood.MD", "flood")]
    [InlineData("index.md", "index")]
    [InlineData("world/flood/index.md", "flood")]
    [InlineData("world/index/index.md", "index")]
    [InlineData("world/2014-05-01-flood.md", "2014-05-01-flood")]
    public void A_stem_is_that_of_the_whole_name(string path, string stem)
    {
        Assert.Equal(stem, SourceName.Of(path).Stem);
        Assert.Equal(stem, SourceName.StemOf(path).ToString());
    }

    [Theory]
    [InlineData("world/flood.md", "flood")]
    [InlineData("world/flood.md", "the-flood")]
    [InlineData("world/2014-05-01-flood.md", "flood")]
    [InlineData("world/flood/index.md", "index")]
    public void A_slug_is_kept_whether_the_name_says_it_or_not(string path, string slug) =>
        Assert.Equal(slug, (Reading.Good("", path).Summary with { Slug = slug }).Slug);

    [Fact]
    public void What_few_articles_have_is_kept()
    {
        var plain = Reading.Good("").Summary;
        var rare = plain with { Updated = plain.Date, Id = "7", Series = "Floods", Event = "The flood", Priority = 3 };

        Assert.Equal((null, null, null, null, 0), (plain.Updated, plain.Id, plain.Series, plain.Event, plain.Priority));
        Assert.Equal(
            (plain.Date, "7", "Floods", "The flood", 3),
            (rare.Updated, rare.Id, rare.Series, rare.Event, rare.Priority)
        );
        Assert.Null((rare with { Expires = plain.Date, Id = null }).Id);
        Assert.Equal(plain.Date, (rare with { Expires = plain.Date }).Expires);
    }
}
