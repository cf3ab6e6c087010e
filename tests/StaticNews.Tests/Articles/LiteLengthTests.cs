using StaticNews.Articles;

namespace StaticNews.Tests.Articles;

/// <summary>How many pages the text edition gives an article.</summary>
public sealed class LiteLengthTests
{
    [Theory]
    [InlineData("", 0, 1)]
    [InlineData("news ", 2400, 1)]
    [InlineData("news ", 2401, 2)]
    [InlineData("news ", 12_000, 5)]
    [InlineData("дощ ", 1714, 1)]
    [InlineData("дощ ", 1715, 2)]
    [InlineData("समाचार ", 631, 1)]
    [InlineData("समाचार ", 632, 2)]
    [InlineData("新聞", 1500, 1)]
    [InlineData("新聞", 1501, 2)]
    public void By_its_text(string text, int times, int pages) => Assert.Equal(pages, LiteLength.PagesOf(string.Concat(Enumerable.Repeat(text, times))));

    [Fact]
    public void A_picture_within_the_text_does_not_count() =>
        Assert.Equal(1, LiteLength.PagesOf($"Text ![A map](data:image/png;base64,{new string('A', 100_000)}) and text."));

    [Fact]
    public void Words_around_such_a_picture_do() =>
        Assert.Equal(2, LiteLength.PagesOf(new string('A', 100_000) + string.Concat(Enumerable.Repeat(" news", 2401))));
}
