using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticNews.Configuration;
using StaticNews.Markdown;

namespace StaticNews.Tests.Markdown;

public sealed class HostileBodyTests
{
    /// <summary>The same bodies in every run: what lands must not depend on a throw of dice.</summary>
    private const string Seed = "20261122,1893";

    public static TheoryData<string> Attacks =>
        new(
            "<script>alert(1)</script>",
            "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
            "<script\n>alert(1)</script\n>",
            "x <script>alert(1)</script> y",
            "<scr<script>ipt>alert(1)</script>",
            "<scr\u0001ipt>alert(1)</scr\u0001ipt>",
            "<img src=x onerror=alert(1)>",
            "<img src=x onerror=\"alert(1)\"",
            "<img/src=x/onerror=alert(1)>",
            "<img src='https://a.example/x.png' OnLoad = alert(1)>",
            "<img src=javascript:alert(1)>",
            "<img src=\"jav\tascript:alert(1)\">",
            "<img src=\"data:text/html,<script>alert(1)</script>\">",
            "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
            "<svg><foreignObject><p><style><img src=x onerror=alert(1)></style></p></foreignObject></svg>",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
            "<iframe src=javascript:alert(1)></iframe>",
            "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
            "<iframe src=\"data:text/html,<script>alert(1)</script>\"></iframe>",
            "<object data=\"javascript:alert(1)\"><p>x</p></object>",
            "<embed src=javascript:alert(1)>",
            "<applet code=x.class></applet>",
            "<form action=javascript:alert(1)><input type=submit><button "
                + "formaction=javascript:alert(1)>x</button></form>",
            "<input autofocus onfocus=alert(1)>",
            "<select autofocus onfocus=alert(1)><option>x</select>",
            "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
            "<title><img title=\"</title><img src=x onerror=alert(1)>\"></title>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
            "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>",
            "<noembed><img src=x onerror=alert(1)></noembed>",
            "<template><script>alert(1)</script></template>",
            "<style>@import 'https://evil.example/x.css';</style>",
            "<p style=\"background:url(javascript:alert(1))\">x</p>",
            "<td style=\"text-align: left;background:url(x)\">x</td>",
            "<link rel=stylesheet href=https://evil.example/x.css>",
            "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
            "<base href=\"https://evil.example/\">",
            "<body onload=alert(1)>x</body>",
            "<html onclick=alert(1)>x</html>",
            "<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>",
            "<marquee onstart=alert(1)>x</marquee>",
            "<details open ontoggle=alert(1)>x</details>",
            "<video src=x onerror=alert(1)></video>",
            "<video><source onerror=\"javascript:alert(1)\"></video>",
            "<audio src=javascript:alert(1)></audio>",
            "<a href=javascript:alert(1)>x</a>",
            "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
            "<a href=\" &#14;  javascript:alert(1)\">x</a>",
            "<a href=\"java&#10;script:alert(1)\">x</a>",
            "<a href=\"java&Tab;script&colon;alert(1)\">x</a>",
            "<a href=\"&#x6A;avascript:alert(1)\">x</a>",
            "<a href=\"&#xFDD2;0\">x</a>",
            "<a href=\"\uFDD2javascript:alert(1)\">x</a>",
            "<a href=\"\u0001javascript:alert(1)\">x</a>",
            "<a href=\"vbscript:msgbox(1)\">x</a>",
            "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
            "<a href=\"https://a.example/\" ping=https://evil.example/ target=x onmouseover=alert(1)>x</a>",
            "<a id=x name=y href=\"view-source:javascript:alert(1)\">x</a>",
            "<div id=\"getElementById\" name=\"cookie\"><a id=forms name=forms href=x>x</a></div>",
            "<p title=\"x\" onclick=alert(1) lang='\" onclick=alert(1)'>x</p>",
            "<ol type=\"javascript:alert(1)\" start=\"1 onclick=alert(1)\"><li>x</ol>",
            "<img alt=\"`onerror=alert(1)`\" src=\"https://a.example/`onerror=alert(1)`\">",
            "<table background=javascript:alert(1)><td background=javascript:alert(1)>x",
            "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
            "<!-- --!><script>alert(1)</script> -->",
            "<!--><img src=x onerror=alert(1)>-->",
            "<?xml-stylesheet href=\"javascript:alert(1)\"?><p>x",
            "<![CDATA[<img src=x onerror=alert(1)>]]>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><p>&e;</p>",
            "[x](javascript:alert(1))",
            "[x](JAVASCRIPT:alert(1))",
            "[x](javascript&colon;alert(1))",
            "[x](java&#10;script:alert(1))",
            "[x](<java\tscript:alert(1)>)",
            "[x](javascript%3Aalert(1))",
            "[x](%6Aavascript:alert(1))",
            "[x](java%0Ascript:alert(1))",
            "[x](%256Aavascript%253Aalert(1))",
            "[x](\u0001javascript:alert(1))",
            "[x](\u200Bjavascript:alert(1))",
            "[x](&#xFEFF;javascript:alert(1))",
            "[x](\\javascript:alert(1))",
            "[x](vbscript:msgbox(1))",
            "[x](data:text/html,<script>alert(1)</script>)",
            "[x](blob:https://a.example/1)",
            "[x](file:///etc/passwd)",
            "[x](https://a.example/\"onmouseover=\"alert(1))",
            "[x](https://a.example/ '\" onmouseover=\"alert(1)')",
            "[x][r]\n\n[r]: javascript:alert(1)",
            "![x](javascript:alert(1))",
            "![\" onerror=\"alert(1)](https://a.example/x.png)",
            "![x](https://a.example/x.png '\" onerror=\"alert(1)')",
            "<javascript:alert(1)>",
            "<data:text/html,x>",
            "`<script>alert(1)</script>`",
            "```\"><script>alert(1)</script>\nx\n```",
            "# <script>alert(1)</script>",
            "## \" onclick=\"alert(1)",
            "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
            "{{< img src=\"javascript:alert(1)\" alt=\"x\" >}}",
            "{{< img src=\"https://a.example/x.png\" alt='\" onerror=\"alert(1)' "
                + "caption=\"<script>alert(1)</script>\" >}}",
            "{{< youtube \"x\\\" onclick=\\\"alert(1)\" >}}",
            "[x]({{< ref \"javascript:alert(1)\" >}})",
            "<p title=\"{{< x \"><script>alert(1)</script>\" >}}\">x</p>",
            "[^1]\n\n[^1]: <script>alert(1)</script>"
        );

    private static readonly MarkdownConfig[] Configurations =
    [
        new(),
        new(RawHtml.Escape),
        new(Shortcodes: true, Elsewhere: "https://old.example"),
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Nothing_runs_or_loads(string attack)
    {
        foreach (var configuration in Configurations)
        {
            AssertHarmless(Bodies.Html(attack, configuration));
            AssertHarmless(Bodies.Html($"# x\n\n> - {attack}\n\n**y [z](#a)**", configuration));
            AssertHarmless(Bodies.Feed(attack, configuration));
        }
    }

    [Fact]
    public void There_are_at_least_sixty_attacks() => Assert.True(Attacks.Count >= 60);

    [Theory]
    [InlineData(">")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a ")]
    [InlineData("**a __b ")]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<svg>")]
    [InlineData("x\n\n<div>\n\n")]
    public void Deep_nesting_shows_its_text_in_time(string unit)
    {
        var watch = Stopwatch.StartNew();
        var html = Bodies.Html(string.Concat(Enumerable.Repeat(unit, 10_000)) + "\n\nthe end");

        Assert.Contains("the end", html, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "bounded: a minute on a busy machine");
    }

    [Theory]
    [InlineData("- **term**: what it *means*, in [short](https://example.com/x)\n")]
    [InlineData("| **a** | _b_ | [c](https://example.com/c) |\n")]
    [InlineData("snake_case and 2 * 3 * 4 (**bold**) \"*quoted*\", [see] _there_.\n")]
    public void A_long_list_is_no_deep_nesting(string line) =>
        Assert.False(Nesting.HasEndlessRow(string.Concat(Enumerable.Repeat(line, 5_000))));

    [Theory]
    [InlineData("> ", false)]
    [InlineData("1. ", false)]
    [InlineData("- * ", false)]
    [InlineData("* ", true)]
    [InlineData("*a ", false)]
    [InlineData("[", false)]
    public void A_row_of_markers_without_end_is_told_before_it_is_read(string marker, bool isThematicBreak) =>
        Assert.NotEqual(isThematicBreak, Nesting.HasEndlessRow(string.Concat(Enumerable.Repeat(marker, 2_000))));

    [Fact]
    public void Lists_indented_ever_deeper_show_their_text() =>
        Assert.Contains(
            "x2999",
            Bodies.Html(string.Concat(Enumerable.Range(0, 3_000).Select(i => $"{new string(' ', i * 2)}- x{i}\n"))),
            StringComparison.Ordinal
        );

    [SlowFact]
    public void Twenty_megabytes_are_rendered()
    {
        var body = string.Concat(
            Enumerable.Repeat("word **word** word [x](rain.md) word &amp; word word word\n\n", 350_000)
        );

        Assert.Equal(350_000 * 8, Bodies.Page(body).Words);
    }

    [Property(MaxTest = 400, Replay = Seed)]
    public Property Any_text_gives_html_without_an_error() =>
        Prop.ForAll(
            Gen.ListOf(Gen.Elements(Pieces)).Select(string.Concat).ToArbitrary(),
            Gen.Elements(Configurations.Append(new MarkdownConfig(Shortcodes: true)).ToArray()).ToArbitrary(),
            (body, configuration) =>
            {
                AssertHarmless(Bodies.Html(body, configuration));
                Bodies.AssertStrict(Bodies.Feed(body, configuration));
                var page = Bodies.Page(body, configuration, afterParagraph: 1);
                Bodies.AssertStrict(page.Lead);
                Bodies.AssertStrict(page.Rest);
            }
        );

    [Property(MaxTest = 200, Replay = Seed)]
    public void Any_string_gives_html_without_an_error(string? body) => AssertHarmless(Bodies.Html(body ?? ""));

    internal static readonly string[] Pieces =
    [
        "a",
        "word ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "    ",
        "# ",
        "## ",
        "- ",
        "1. ",
        "> ",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "~~~",
        "---\n",
        "===\n",
        "[",
        "]",
        "(",
        ")",
        "](",
        "![",
        "[x](rain.md)",
        "![x](map.png)",
        "[x](javascript:y)",
        "[^1]",
        "\n\n[^1]: ",
        "[r]",
        "\n[r]: rain.md\n",
        "| a | b |\n|---|---|\n",
        " | ",
        "<",
        ">",
        "&",
        "&amp;",
        "&#1;",
        "&#xFDD0;",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<a href=\"rain.md\">",
        "<a id=x>",
        "</a>",
        "<h1>",
        "<h2>",
        "</h2>",
        "<ul>",
        "<li>",
        "</ul>",
        "<table>",
        "<caption>",
        "<tr>",
        "<td>",
        "</td>",
        "</table>",
        "<form>",
        "</form>",
        "<button>",
        "</button>",
        "<object>",
        "<marquee>",
        "<nobr>",
        "<font>",
        "</font>",
        "<center>",
        "<pre>",
        "</pre>",
        "<code>",
        "<br>",
        "<hr>",
        "<img src=map.png>",
        "<img>",
        "<iframe src=\"https://www.youtube.com/embed/x\">",
        "</iframe>",
        "<script>",
        "</script>",
        "<style>",
        "<title>",
        "<textarea>",
        "<select>",
        "<option>",
        "<svg>",
        "</svg>",
        "<math>",
        "<mi>",
        "<desc>",
        "<template>",
        "<body>",
        "<html>",
        "<head>",
        "</body>",
        "</article>",
        "<frameset>",
        "<plaintext>",
        "<!-- ",
        " -->",
        "<!DOCTYPE html>",
        "<?x ?>",
        "<![CDATA[",
        "]]>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<details>",
        "<summary>",
        "<figure>",
        "<figcaption>",
        "<blockquote>",
        "</blockquote>",
        "<section>",
        "<ruby>",
        "<rt>",
        "<video src=x>",
        "<audio>",
        "<source src=y>",
        "<col>",
        "<thead>",
        "<th>",
        "\\",
        "\u0001",
        "\u0085",
        "\uFFFE",
        "\uFDD0",
        "\uFDD2",
        "😀",
        "é",
        "{{< ref \"rain.md\" >}}",
        "{{< img src=\"map.png\" >}}",
        "{{< youtube x >}}",
        "{{< x >}}",
        "{{</* y */>}}",
        "{{<",
    ];

    private static void AssertHarmless(string html)
    {
        using var document = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.DoesNotContain(element.LocalName, Forbidden, StringComparer.Ordinal);
            foreach (var attribute in element.Attributes)
            {
                AssertHarmless(attribute);
            }
        }

        // The tokens that stand for shortcodes while Markdown is read.
        Assert.DoesNotContain(html, c => c is '\uFDD0' or '\uFDD1');
        Assert.DoesNotContain(html, c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'));
    }

    private static void AssertHarmless(IAttr attribute)
    {
        Assert.Contains(attribute.Name, Permitted, StringComparer.Ordinal);
        if (attribute.Name is "href" or "src")
        {
            Assert.Matches("^(https?://|mailto:|tel:|#|\\?|/archive/)", attribute.Value);
        }
        else if (attribute.Name is "rel")
        {
            Assert.Equal("noreferrer", attribute.Value);
        }
        else if (attribute.Name is "style")
        {
            Assert.Matches("^text-align: (left|right|center);$", attribute.Value);
        }
    }

    private static readonly string[] Forbidden =
    [
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "applet",
        "form",
        "input",
        "button",
        "select",
        "textarea",
        "link",
        "meta",
        "base",
        "svg",
        "math",
        "template",
        "frame",
        "frameset",
        "audio",
        "video",
        "noscript",
        "title",
        "marquee",
        "xmp",
        "plaintext",
        "h1",
    ];

    private static readonly string[] Permitted =
    [
        "href",
        "src",
        "alt",
        "title",
        "id",
        "class",
        "role",
        "lang",
        "dir",
        "loading",
        "decoding",
        "width",
        "height",
        "colspan",
        "rowspan",
        "span",
        "start",
        "type",
        "value",
        "reversed",
        "open",
        "datetime",
        "style",
        "scope",
        "rel",
    ];
}
