using System.Text;
using AngleSharp.Html.Parser;
using StaticNews.Configuration;
using StaticNews.Feeds;
using StaticNews.Text;

namespace StaticNews.Tests.Feeds;

public sealed class SmallFilesTests
{
    [Fact]
    public void Redirects_are_ordered_literal_and_never_lead_to_themselves()
    {
        var text = Encoding.UTF8.GetString(
            RedirectsWriter.Write([
                new Redirect("/old/b.html", "/world/b.html"),
                new Redirect("/old/a b*:x?#.html", "/мир/a.html"),
                new Redirect("/same.html", "/same.html"),
            ])
        );

        Assert.Equal(
            "/old/a%20b%2A%3Ax%3F%23.html /%D0%BC%D0%B8%D1%80/a.html 301\n/old/b.html /world/b.html 301\n",
            text
        );
    }

    [Fact]
    public void A_line_feed_in_an_address_makes_no_second_line() =>
        Assert.Equal(
            "/a%0A/evil /b 301\n",
            Encoding.UTF8.GetString(RedirectsWriter.Write([new Redirect("/a\n/evil", "/b")]))
        );

    [Fact]
    public void Robots_names_the_sitemap_by_its_whole_address() =>
        Assert.Equal(
            "User-agent: *\nAllow: /\n\nSitemap: https://m.example/archive/sitemap.xml\n",
            Encoding.UTF8.GetString(RobotsWriter.Write(new BaseUrl("https://m.example", "/archive/")))
        );

    [Fact]
    public void The_page_at_an_old_address_leads_on_by_itself_and_by_a_link()
    {
        var html = Encoding.UTF8.GetString(
            AliasPage.Write("\"Flood\" <b>&\0 \u05d0", "/a/мир.html?x=1&y=\"2\"", "https://m.example/a/мир.html", "he")
        );

        var page = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);
        const string url = "/a/%D0%BC%D0%B8%D1%80.html?x=1&y=%222%22";
        Assert.Equal("he", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("\"Flood\" <b>& \u05d0", page.Title);
        Assert.Equal($"0; url={url}", page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        Assert.Equal(
            "https://m.example/a/%D0%BC%D0%B8%D1%80.html",
            page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")
        );
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal(
            (url, "\"Flood\" <b>& \u05d0"),
            (page.QuerySelector("main a")!.GetAttribute("href"), page.QuerySelector("h1")!.TextContent)
        );
        Assert.Empty(page.Scripts);
        Assert.StartsWith(
            "default-src 'none'; ",
            page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("https://m.example/a-b_c.~!$&'()*+,;=:@/?#[]", "https://m.example/a-b_c.~!$&'()*+,;=:@/?#[]")]
    [InlineData("/%e4%bd%a0", "/%e4%bd%a0")]
    [InlineData("/100%", "/100%25")]
    [InlineData("/%zz", "/%25zz")]
    [InlineData("/a \"<>\\^`{|}", "/a%20%22%3C%3E%5C%5E%60%7B%7C%7D")]
    [InlineData("/𝄞", "/%F0%9D%84%9E")]
    public void A_URL_is_encoded_where_it_must_be_and_encoding_it_again_changes_nothing(string url, string encoded)
    {
        Assert.Equal(encoded, WebUrl.Encode(url));
        Assert.Equal(encoded, WebUrl.Encode(encoded));
    }
}
