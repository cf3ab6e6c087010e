using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Markdown;
using StaticNews.Text;

namespace StaticNews.Tests.Markdown;

public sealed class LinkScannerTests
{
    private const string Path = "world/2014/flood.md";

    [Theory]
    [InlineData("[x](rain.md)", "world/2014/rain.md")]
    [InlineData("[x](./rain.md#top)", "world/2014/rain.md")]
    [InlineData("[x](../2013/rain.md?a=b)", "world/2013/rain.md")]
    [InlineData("[x](../../../../rain.md)", "rain.md")]
    [InlineData("[x](/world/rain.md)", "world/rain.md")]
    [InlineData("[x](<heavy rain.md>)", "world/2014/heavy rain.md")]
    [InlineData("[x](heavy%20rain.md)", "world/2014/heavy rain.md")]
    [InlineData("[x](%D8%A3.md)", "world/2014/أ.md")]
    [InlineData("[x](\n rain.md\n 'title')", "world/2014/rain.md")]
    [InlineData("[x](rain&#46;md)", "world/2014/rain.md")]
    [InlineData("![x](map.png)", "world/2014/map.png")]
    [InlineData("[![x](map.png)](https://a.example/)", "world/2014/map.png")]
    [InlineData("![x](/assets/map.png)", "/assets/map.png")]
    [InlineData("[x](/world/#top)", "/world/")]
    [InlineData("[x](/)", "/")]
    [InlineData("[x](files/report.pdf)", "world/2014/files/report.pdf")]
    [InlineData("[x][y]\n\n[y]: rain.md", "world/2014/rain.md")]
    [InlineData("<a href=\"rain.md\">x</a>", "world/2014/rain.md")]
    [InlineData("<A title='a>b' HREF = rain.md>x</A>", "world/2014/rain.md")]
    [InlineData("<div>\n<img alt=\"\" src='/map.png?x=1'>\n</div>", "/map.png")]
    [InlineData("<a href=\"&#114;ain.md\">x</a>", "world/2014/rain.md")]
    [InlineData("> quoted [x](rain.md)", "world/2014/rain.md")]
    [InlineData("| a |\n|---|\n| [x](rain.md) |", "world/2014/rain.md")]
    [InlineData("Text[^1]\n\n[^1]: See [x](rain.md).", "world/2014/rain.md")]
    public void Finds_the_target(string body, string expected) =>
        Assert.Equal(expected, Assert.Single(Scan(body)).Target);

    [Theory]
    [InlineData("")]
    [InlineData("Plain text with src and href in it, and href = nothing.")]
    [InlineData("[x](https://a.example/rain.md)")]
    [InlineData("[x](HTTP://a.example/)")]
    [InlineData("[x](//a.example/rain.md)")]
    [InlineData("[x](mailto:desk@a.example)")]
    [InlineData("[x](tel:+44123)")]
    [InlineData("[x](#top)")]
    [InlineData("[x]()")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](java%73cript:alert)")]
    [InlineData("`[x](rain.md)`")]
    [InlineData("```\n[x](rain.md)\n```")]
    [InlineData("\\[x](rain.md)")]
    [InlineData("[x] (rain.md)")]
    [InlineData("<a href=\"https://a.example/\">x</a>")]
    [InlineData("<!-- <b href=rain.md> -->")]
    [InlineData("[x]({{< ref \"rain.md\" >}})")]
    public void Finds_nothing(string body) => Assert.Empty(Scan(body));

    [Theory]
    [InlineData("[x]({{< ref \"rain.md\" >}})", "**/rain.md")]
    [InlineData("[x]({{< ref \"rain.md#top\" >}} \"A title\")", "**/rain.md")]
    [InlineData("[x]({{<ref \"rain\">}})", "**/rain.md")]
    [InlineData("[x]({{% relref `world/rain.md` %}})", "world/rain.md")]
    [InlineData("[x]({{< ref path=\"/world/rain.md\" lang=\"en\" >}})", "world/rain.md")]
    [InlineData("[x]({{< ref \"/events\" >}})", "/events")]
    [InlineData("<a href=\"{{< ref \"rain.md\" >}}\">x</a>", "**/rain.md")]
    [InlineData("{{< img src=\"map.png\" alt=\"A map\" >}}", "world/2014/map.png")]
    [InlineData("{{< legacy-img-right src=/map.png caption=\"It's >}} here\" >}}", "/map.png")]
    public void Finds_the_target_of_a_shortcode(string body, string expected) =>
        Assert.Equal(expected, Assert.Single(Scan(body, new MarkdownConfig(Shortcodes: true))).Target);

    [Theory]
    [InlineData("{{< youtube abc >}}")]
    [InlineData("{{< note >}}Text{{< /note >}}")]
    [InlineData("{{</* ref \"rain.md\" */>}}")]
    [InlineData("{{< img src=\"https://a.example/map.png\" >}}")]
    [InlineData("{{< ref \"rain.md\"")]
    public void Finds_nothing_in_other_shortcodes(string body) =>
        Assert.Empty(Scan(body, new MarkdownConfig(Shortcodes: true)));

    [Fact]
    public void Says_where_each_target_is_written_in_the_order_of_the_text()
    {
        var links = Scan(
            "One ![map](map.png)\nand [two][t],\r\n[three]({{< ref \"rain.md\" >}} \"Rain\").\n\n[t]: /world/\n",
            new MarkdownConfig(Shortcodes: true)
        );

        Assert.Equal(
            [("world/2014/map.png", 4, 12, 7), ("**/rain.md", 6, 9, 21), ("/world/", 8, 6, 7)],
            links.Select(link => (link.Target, link.At.Line, link.At.Column, link.At.Length))
        );
        Assert.All(links, link => Assert.Null(link.At.Elsewhere));
    }

    [Fact]
    public void Names_a_definition_once_however_often_it_is_used() =>
        Assert.Single(Scan("[a][t] [b][t] [t]\n\n[t]: rain.md"));

    [Fact]
    public void Html_that_will_be_shown_as_text_names_nothing() =>
        Assert.Empty(Scan("<a href=\"rain.md\">x</a>", new MarkdownConfig(RawHtml.Escape)));

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a ")]
    public void Ends_on_deep_nesting(string unit) =>
        Assert.All(
            Scan("[x](rain.md)\n\n" + string.Concat(Enumerable.Repeat(unit, 10_000))),
            link => Assert.NotNull(link.Target)
        );

    [SlowFact]
    public void Locates_every_link_of_twenty_megabytes()
    {
        var links = Scan(
            string.Concat(Enumerable.Repeat("word **word** word [x](rain.md) word &amp; word word word\n\n", 350_000))
        );

        Assert.Equal(350_000, links.Count);
        Assert.Equal(4 + (2 * 349_999), links[^1].At.Line);
    }

    private static IReadOnlyList<LinkReference> Scan(string body, MarkdownConfig? markdown = null)
    {
        const string FrontMatter = "---\ntitle: Flood\n---\n";
        var source = new SourceText("content/" + Path, FrontMatter + body);
        return LinkScanner.Scan(
            source,
            new TextSpan(FrontMatter.Length, body.Length),
            Path,
            markdown ?? new MarkdownConfig(),
            []
        );
    }
}
