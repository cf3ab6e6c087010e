using System.Text;
using StaticNews.Text;

namespace StaticNews.Tests.Text;

public sealed class HtmlScannerTests
{
    [Theory]
    [InlineData("<p><img src=\"/a.png\" alt=\"\"><IMG alt='a > b' SRC='/b.png'/></p>", "/a.png /b.png")]
    [InlineData("<img src = /a.png><img\nsrc=/b.png loading=lazy>", "/a.png /b.png")]
    [InlineData("<img src=\"/a.png?x=1&amp;y=2\">", "/a.png?x=1&y=2")]
    [InlineData("<img src=\"/a.png\" src=\"/b.png\"><img alt=\"src=/c.png\"><img data-src=/d.png><img>", "/a.png")]
    [InlineData("<picture><source srcset=\"/a.avif\"><img src=\"/a.jpg\" srcset=\"/b.jpg 2x\"></picture>", "/a.jpg")]
    [InlineData(
        "<!-- <img src=/a.png> --><title><img src=/b.png></title><style>/* <img src=/c.png> "
            + "*/</style><noscript><img src=/d.png></noscript><img src=/e.png>",
        "/e.png"
    )]
    [InlineData("</img src=/a.png><image src=/b.png><imgs src=/c.png>< img src=/d.png>", "")]
    [InlineData("<img src=\"/a.png", "")]
    [InlineData("<img src=", "")]
    [InlineData("<img", "")]
    [InlineData("<style>", "")]
    [InlineData("<!--", "")]
    [InlineData("<", "")]
    public void Finds_what_a_browser_would_load(string html, string sources) =>
        Assert.Equal(
            sources,
            string.Join(' ', HtmlScanner.Pictures(Encoding.UTF8.GetBytes(html)).Where(source => source.Length > 0))
        );

    [Theory]
    [InlineData("<head><style>a{}</style></head><p>x</p><STYLE media=print>b{}</Style >y", "<head></head><p>x</p>y")]
    [InlineData("<style>a{} </styles> b{}</style>x", "x")]
    [InlineData("x<style>a{}", "x")]
    [InlineData("no style", "no style")]
    public void Takes_the_styles_out(string html, string without) =>
        Assert.Equal(without, Encoding.UTF8.GetString(HtmlScanner.WithoutStyles(Encoding.UTF8.GetBytes(html))));
}
