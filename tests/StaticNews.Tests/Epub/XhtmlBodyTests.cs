using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticNews.Configuration;
using StaticNews.Tests.Markdown;

namespace StaticNews.Tests.Epub;

public sealed class XhtmlBodyTests
{
    /// <summary>The same bodies in every run.</summary>
    private const string Seed = "20261129,1893";

    private static readonly string[] InLine =
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "del",
        "em",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "var",
        "br",
        "wbr",
    ];

    [Theory]
    [InlineData("Plain & *em*.", "<p>Plain &amp; <em>em</em>.</p>")]
    [InlineData("See [rain](rain.md#late).", "<p>See <a href=\"article-2.xhtml\">rain</a>.</p>")]
    [InlineData(
        "See [all](/world/?x=1#top).",
        "<p>See <a href=\"https://meridian.example/archive/world/?x=1#top\">all</a>.</p>"
    )]
    [InlineData(
        "See [it](https://exämple.test/a[b]#c#d).",
        "<p>See <a href=\"https://xn--exmple-cua.test/a%5Bb%5D#c%23d\">it</a>.</p>"
    )]
    [InlineData("See [it](http://a%20b/).", "<p>See it.</p>")]
    [InlineData("See [him](mailto:a@b.example).", "<p>See <a href=\"mailto:a@b.example\">him</a>.</p>")]
    [InlineData(
        "See [print](?print).",
        "<p>See <a href=\"https://meridian.example/archive/world/2014/05/flood.html?print\">print</a>.</p>"
    )]
    [InlineData(
        "## One\n\nTo [one](#one) and [two](#two).",
        "<h2 id=\"one\">One</h2>\n<p>To <a href=\"#one\">one</a> and <a>two</a>.</p>"
    )]
    [InlineData("x ![A map](map.png)", "<p>x <img src=\"picture-1.png\" alt=\"A map\" /></p>")]
    [InlineData("x ![A map](https://a.example/map.png)", "<p>x <span class=\"picture\">[A map]</span></p>")]
    [InlineData("![A map](lost.avif)", "<p>A map</p>")]
    [InlineData("<ul>one<li>two</ul>", "<ul><li>one</li><li>two</li></ul>")]
    [InlineData("<dl><dd>lonely</dl>", "<div><div>lonely</div></div>")]
    [InlineData("<dl><dt>a<dd>b</dl>", "<dl><dt>a</dt><dd>b</dd></dl>")]
    [InlineData("<details><summary>Sum</summary>More</details>", "<div><p>Sum</p>More</div>")]
    [InlineData(
        "<figure><figcaption>c</figcaption><p>x</p></figure>",
        "<figure><p>x</p><figcaption>c</figcaption></figure>"
    )]
    [InlineData("<b><p>x</p></b>", "<p><b>x</b></p>")]
    [InlineData("<time datetime=\"never\">now</time> x", "<p><span>now</span> x</p>")]
    [InlineData("<p lang=\"HI-in\" dir=\"rtl\">x</p>", "<p lang=\"hi-IN\" xml:lang=\"hi-IN\" dir=\"rtl\">x</p>")]
    [InlineData(
        "<table><tr><td colspan=0 rowspan=2>x</table>",
        "<table><tbody><tr><td rowspan=\"2\">x</td></tr></tbody></table>"
    )]
    public void A_body_becomes_xhtml(string markdown, string expected) =>
        Assert.Equal(expected, EpubFixture.Body(markdown).Replace("\n\n", "\n", StringComparison.Ordinal));

    [Fact]
    public void Footnotes_lead_to_and_fro_within_the_file()
    {
        var html = EpubFixture.Body("Water[^1].\n\n[^1]: Much of it.");

        var document = XElement.Parse($"<x>{html}</x>");
        var ids = document.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(2, document.Descendants("a").Count());
        Assert.All(document.Descendants("a"), link => Assert.Contains(link.Attribute("href")!.Value[1..], ids));
        Assert.DoesNotContain(ids, id => id.Contains(':', StringComparison.Ordinal));
    }

    [Fact]
    public void Trusted_raw_html_is_cut_down_all_the_same()
    {
        var html = EpubFixture.Body(
            "<script>alert(1)</script><form><input></form><p onclick=\"x()\">Text</p>",
            new MarkdownConfig(Html: RawHtml.Allow)
        );

        Assert.Equal("<p>Text</p>", html);
    }

    [Theory]
    [MemberData(nameof(HostileBodyTests.Attacks), MemberType = typeof(HostileBodyTests))]
    public void Attacks_become_xhtml(string body) => AssertWellFormed(body, new MarkdownConfig(Html: RawHtml.Allow));

    [Property(MaxTest = 300, Replay = Seed)]
    public Property Any_text_becomes_xhtml() =>
        Prop.ForAll(
            Gen.ListOf(Gen.Elements(HostileBodyTests.Pieces)).Select(string.Concat).ToArbitrary(),
            Gen.Elements(RawHtml.Allow, RawHtml.Sanitize, RawHtml.Escape).ToArbitrary(),
            (body, mode) => AssertWellFormed(body, new MarkdownConfig(Html: mode, Shortcodes: true))
        );

    [Property(MaxTest = 100, Replay = Seed)]
    public void Any_string_becomes_xhtml(string? body) => AssertWellFormed(body ?? "", new MarkdownConfig());

    /// <summary>That it parses is proved by its being read; and that blocks stand where blocks may.</summary>
    private static void AssertWellFormed(string body, MarkdownConfig config)
    {
        var document = XElement.Parse($"<x>{EpubFixture.Body(body, config)}</x>");

        Assert.All(
            document.Descendants(),
            element => Assert.False(IsBlock(element) && element.Ancestors().Any(IsLine), element.ToString())
        );
        Assert.All(
            document.Descendants().Where(element => element.Name == "a"),
            link => Assert.DoesNotContain(link.Ancestors(), outer => outer.Name == "a")
        );
        Assert.All(
            document.Descendants().Where(element => element.Name == "li"),
            item => Assert.True(item.Parent!.Name == "ul" || item.Parent.Name == "ol")
        );
        var ids = document.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private static bool IsLine(XElement element) =>
        element.Name.LocalName is "p" or "pre" or "h2" or "h3" or "h4" or "h5" or "h6" or "th" or "caption" or "dt";

    private static bool IsBlock(XElement element) => !InLine.Contains(element.Name.LocalName);
}
