using StaticNews.Archive.Related;

namespace StaticNews.Tests.Archive;

public sealed class RelatedScoreTests
{
    [Theory]
    [InlineData(0, 400)]
    [InlineData(1, 400)]
    [InlineData(2, 375)]
    [InlineData(3, 363)]
    [InlineData(4, 350)]
    [InlineData(1024, 150)]
    [InlineData(700_000, 0)]
    public void Closeness_falls_by_a_quarter_point_a_doubling_in_both_directions(int days, int points)
    {
        Assert.Equal(points, RelatedScore.Closeness(1_000_000, 1_000_000 + days));
        Assert.Equal(points, RelatedScore.Closeness(1_000_000 + days, 1_000_000));
    }

    [Fact]
    public void Closeness_never_rises_with_distance()
    {
        for (var days = 1; days < 100_000; days++)
        {
            Assert.True(RelatedScore.Closeness(0, days) <= RelatedScore.Closeness(0, days - 1));
        }
    }

    [Theory]
    [InlineData(400, 100)]
    [InlineData(201, 100)]
    [InlineData(200, 200)]
    [InlineData(100, 300)]
    [InlineData(1, 900)]
    [InlineData(0, 900)]
    public void A_tag_weighs_more_in_steps_as_it_is_rarer(int count, int points)
    {
        Assert.Equal(points, RelatedScore.SharedTag(count, 400));
    }
}
