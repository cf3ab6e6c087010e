using StaticNews.Tests.Building;

namespace StaticNews.Tests.Archive;

public sealed class LiteralUrlTests
{
    [Fact]
    public void A_literal_url_does_not_take_the_page_of_another_article()
    {
        using var site = TestSite.Plain().Article("w/x9.md", "Innocent", "2020-01-01");
        site.Build();
        site.Article("w/a.md", "Taker", "2020-01-02", "url: /w/2020/01/x9.html");
        var report = site.Build();

        Assert.Equal(["content/w/a.md:4:6 SN2009"], TestSite.Codes(report));
        Assert.Contains("Innocent", site.Read("w/2020/01/x9.html"), StringComparison.Ordinal);
        Assert.Contains("Taker", site.Read("w/2020/01/a.html"), StringComparison.Ordinal);
    }
}
