using StaticNews.Text;
using StaticNews.TextEdition;

namespace StaticNews.Tests.Content;

/// <summary>How many pages the text edition gives an article.</summary>
public sealed class LiteLengthTests
{
    [Theory]
    [InlineData("", 0, 1)]
    [InlineData("news ", 1_700, 1)]
    [InlineData("news ", 1_900, 2)]
    [InlineData("news ", 8_000, 5)]
    [InlineData("дощ ", 1_200, 1)]
    [InlineData("дощ ", 1_300, 2)]
    [InlineData("समाचार ", 450, 1)]
    [InlineData("समाचार ", 500, 2)]
    [InlineData("新聞", 1_100, 1)]
    [InlineData("新聞", 1_150, 2)]
    [InlineData("🌊", 2_200, 1)]
    [InlineData("🌊", 2_300, 2)]
    public void By_its_text(string text, int times, int pages) =>
        Assert.Equal(pages, PagesOf(string.Concat(Enumerable.Repeat(text, times))));

    [Theory]
    [InlineData("Text ![A map](data:image/png;base64,{0}) and text.")]
    [InlineData("Text <!-- {0} --> and text.")]
    [InlineData("Text.\n\n[1]: https://a.example/{0}")]
    public void Not_by_what_is_not_shown(string body) =>
        Assert.Equal(1, PagesOf(body.Replace("{0}", new string('A', 50_000), StringComparison.Ordinal)));

    [Fact]
    public void By_what_becomes_more_than_it_was_in_Markdown() =>
        Assert.Equal(2, PagesOf("|a|b|c|\n|-|-|-|\n" + string.Concat(Enumerable.Repeat("|1|2|3|\n", 550))));

    private static int PagesOf(string body)
    {
        var source = new SourceText("content/news/a.md", body);
        return new LiteLength(Reading.Config).PagesOf(source, new TextSpan(0, body.Length), "news/a.md", []);
    }
}
