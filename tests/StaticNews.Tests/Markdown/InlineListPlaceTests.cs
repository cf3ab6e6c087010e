namespace StaticNews.Tests.Markdown;

public sealed class InlineListPlaceTests
{
    [Theory]
    [InlineData("1\n\n2\n\n3\n\n4", 2, "<p>2</p>")]
    [InlineData("1\n\n2\n\n3\n\n4", 1, "<p>1</p>")]
    [InlineData("1\n\n## H\n\n2\n\n3", 1, "<p>1</p>")]
    [InlineData("1\n\n> q\n\n2\n\n3\n\n4", 1, "<p>2</p>")]
    [InlineData("1\n\n- q\n\n2\n\n3\n\n4", 1, "<p>2</p>")]
    [InlineData("1\n\n![x](map.png)\n\n2\n\n3\n\n4", 1, "<p>2</p>")]
    [InlineData("![x](map.png)\n\n1\n\n2\n\n3", 1, "<p>1</p>")]
    [InlineData("1\n\n| a |\n|---|\n| b |\n\n2\n\n3\n\n4", 1, "<p>2</p>")]
    [InlineData("> 1\n>\n> 1\n\n1\n\n2\n\n3", 1, "<p>1</p>")]
    [InlineData("1\n\n<!-- x -->\n\n2\n\n3", 1, "<p>1</p>")]
    [InlineData("<p>1</p>\n\n2\n\n<p>3</p>\n\n4", 2, "<p>2</p>")]
    [InlineData("<div><p>1</p></div>\n\n1\n\n2\n\n3", 1, "<p>1</p>")]
    public void Stands_after_the_paragraph_or_the_next_that_fits(string body, int afterParagraph, string lastBefore)
    {
        var page = Bodies.Page(body, afterParagraph: afterParagraph);

        Assert.EndsWith(lastBefore, page.Lead.TrimEnd('\n'), StringComparison.Ordinal);
        Assert.NotEmpty(page.Rest);
        Bodies.AssertStrict(page.Lead);
        Bodies.AssertStrict(page.Rest);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("1\n\n2", 1)]
    [InlineData("1\n\n2\n\n3", 2)]
    [InlineData("1\n\n2\n\n3\n\n4", 5)]
    [InlineData("1\n\n> q\n\n2\n\n3", 1)]
    [InlineData("1\n\n2[^1]\n\n[^1]: n", 1)]
    [InlineData("<div>\n\n1\n\n2\n\n3\n\n4\n\n</div>", 1)]
    public void Is_nowhere_when_too_little_follows(string body, int afterParagraph)
    {
        var page = Bodies.Page(body, afterParagraph: afterParagraph);

        Assert.Equal("", page.Rest);
    }
}
