using StaticNews.Configuration;

namespace StaticNews.Tests.Markdown;

public sealed class BodyRendererTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("One *two* **three** `four`", "<p>One <em>two</em> <strong>three</strong> <code>four</code></p>")]
    [InlineData("\"Straight\" -- it's...", "<p>&quot;Straight&quot; -- it's...</p>")]
    [InlineData("a  \nb\\\nc\nd", "<p>a<br />\nb<br />\nc\nd</p>")]
    [InlineData("Fish &amp; chips &copy; <3", "<p>Fish &amp; chips © &lt;3</p>")]
    [InlineData(
        "> Quote\n> > deeper",
        "<blockquote>\n<p>Quote</p>\n<blockquote>\n<p>deeper</p>\n</blockquote>\n</blockquote>"
    )]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>")]
    [InlineData("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>")]
    [InlineData("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>")]
    [InlineData("***", "<hr />")]
    [InlineData("    code <b>", "<pre><code>code &lt;b&gt;\n</code></pre>")]
    [InlineData("```cs\nvar x;\n```", "<pre><code class=\"language-cs\">var x;\n</code></pre>")]
    [InlineData(
        "| a | b |\n|---|--:|\n| c | d |",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th style=\"text-align: "
            + "right;\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td style=\"text-align: "
            + "right;\">d</td>\n</tr>\n</tbody>\n</table>"
    )]
    [InlineData("one<br>two<!-- three -->", "<p>one<br />two</p>")]
    [InlineData("<!-- more -->\n\ntext", "<p>text</p>")]
    [InlineData("foo\u0001bar\u0000baz\uFFFE", "<p>foobar\uFFFDbaz</p>")]
    [InlineData("&#1;&#xFFFF;&#xFDD0;x", "<p>x</p>")]
    [InlineData("{{< note >}}", "<p>{{&lt; note &gt;}}</p>")]
    public void Writes_CommonMark(string body, string expected) => Assert.Equal(expected, Bodies.Html(body));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() =>
        Assert.Equal("<p>a \uFFFD b 😀</p>", Bodies.Html("a \uD800 b 😀"));

    [Theory]
    [InlineData("# A", "<h2 id=\"a\">A</h2>")]
    [InlineData("# A\n## B\n# A", "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n<h2 id=\"a-1\">A</h2>")]
    [InlineData("### A\n#### B", "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>")]
    [InlineData("# A\n###### B", "<h2 id=\"a\">A</h2>\n<h6 id=\"b\">B</h6>")]
    [InlineData("## Élan vital: what's next?", "<h2 id=\"élan-vital-whats-next\">Élan vital: what's next?</h2>")]
    [InlineData("## بيروت 1982", "<h2 id=\"بيروت-1982\">بيروت 1982</h2>")]
    [InlineData("## हिन्दी", "<h2 id=\"हिन्दी\">हिन्दी</h2>")]
    [InlineData("## …!", "<h2 id=\"section\">…!</h2>")]
    [InlineData("##", "")]
    [InlineData("## A [link](/world/)", "<h2 id=\"a-link\">A <a href=\"/archive/world/\">link</a></h2>")]
    [InlineData("## A\n## A\n## A 1", "<h2 id=\"a\">A</h2>\n<h2 id=\"a-1\">A</h2>\n<h2 id=\"a-1-1\">A 1</h2>")]
    [InlineData("[A]\n\n## A", "<p>[A]</p>\n<h2 id=\"a\">A</h2>")]
    [InlineData("<h1>A</h1>\n\n## B", "<h2>A</h2>\n<h3 id=\"b\">B</h3>")]
    public void Headings_start_at_the_second_level_and_have_ids_of_their_own(string body, string expected) =>
        Assert.Equal(expected, Bodies.Html(body));

    [Theory]
    [InlineData("[x](rain.md)", "<p><a href=\"/archive/world/2014/05/rain.html\">x</a></p>")]
    [InlineData(
        "[x](rain.md#the-end \"Rain\")",
        "<p><a href=\"/archive/world/2014/05/rain.html#the-end\" title=\"Rain\">x</a></p>"
    )]
    [InlineData("[*x*](dry.md)", "<p><em>x</em></p>")]
    [InlineData("[x](/world/?a=1&b=2)", "<p><a href=\"/archive/world/?a=1&amp;b=2\">x</a></p>")]
    [InlineData("[x](/nowhere)", "<p>x</p>")]
    [InlineData("[x](#note)", "<p><a href=\"#note\">x</a></p>")]
    [InlineData("[x]()", "<p>x</p>")]
    [InlineData("[](rain.md)", "")]
    [InlineData("[x](https://a.example/ä?b=c d)", "<p>[x](https://a.example/ä?b=c d)</p>")]
    [InlineData(
        "[x](<https://a.example/ä?b=c d>)",
        "<p><a href=\"https://a.example/ä?b=c%20d\" rel=\"noreferrer\">x</a></p>"
    )]
    [InlineData("[x](//a.example/)", "<p><a href=\"https://a.example/\" rel=\"noreferrer\">x</a></p>")]
    [InlineData(
        "[x](mailto:desk@a.example) [y](tel:+44)",
        "<p><a href=\"mailto:desk@a.example\">x</a> <a href=\"tel:+44\">y</a></p>"
    )]
    [InlineData(
        "<https://a.example/> <desk@a.example>",
        "<p><a href=\"https://a.example/\" rel=\"noreferrer\">https://a.example/</a> <a "
            + "href=\"mailto:desk@a.example\">desk@a.example</a></p>"
    )]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>")]
    [InlineData(
        "[a <https://b.example/> c](https://c.example/)",
        "<p><a href=\"https://c.example/\" rel=\"noreferrer\">a https://b.example/ c</a></p>"
    )]
    [InlineData("[x][r]\n\n[r]: rain.md", "<p><a href=\"/archive/world/2014/05/rain.html\">x</a></p>")]
    [InlineData(
        "<a href=\"rain.md\">x</a> <a href=\"dry.md\">y</a>",
        "<p><a href=\"/archive/world/2014/05/rain.html\">x</a> y</p>"
    )]
    public void Links_lead_where_the_archive_has_them(string body, string expected) =>
        Assert.Equal(expected, Bodies.Html(body));

    [Theory]
    [InlineData(
        "[x](/nowhere/a%3Fb?c#d)",
        "<p><a href=\"https://old.example/nowhere/a%3Fb?c#d\" rel=\"noreferrer\">x</a></p>"
    )]
    [InlineData("[x](/world/)", "<p><a href=\"/archive/world/\">x</a></p>")]
    [InlineData("[x](dry.md)", "<p>x</p>")]
    [InlineData(
        "![x](/old.png)",
        "<figure><img src=\"https://old.example/old.png\" alt=\"x\" loading=\"lazy\" decoding=\"async\" /></figure>"
    )]
    [InlineData("<a href=\"/old\">x</a>", "<p><a href=\"https://old.example/old\" rel=\"noreferrer\">x</a></p>")]
    public void Links_from_the_root_that_the_archive_lacks_lead_to_where_it_was_first_published(
        string body,
        string expected
    ) => Assert.Equal(expected, Bodies.Html(body, new MarkdownConfig(Elsewhere: "https://old.example")));

    [Theory]
    [InlineData(
        "![A \"map\"](map.png)",
        "<figure><img src=\"/archive/world/2014/map.png\" alt=\"A &quot;map&quot;\" loading=\"lazy\" "
            + "decoding=\"async\" /></figure>"
    )]
    [InlineData(
        "![A map](map.png \"The river & its banks\")",
        "<figure><img src=\"/archive/world/2014/map.png\" alt=\"A map\" loading=\"lazy\" decoding=\"async\" "
            + "/><figcaption>The river &amp; its banks</figcaption></figure>"
    )]
    [InlineData(
        "![A map](<a map.png>)",
        "<figure><img src=\"/archive/world/2014/a%20map.png\" alt=\"A map\" loading=\"lazy\" decoding=\"async\" "
            + "/></figure>"
    )]
    [InlineData(
        "[![A map](map.png \"Caption\")](https://a.example/)",
        "<figure><a href=\"https://a.example/\" rel=\"noreferrer\"><img src=\"/archive/world/2014/map.png\" "
            + "alt=\"A map\" loading=\"lazy\" decoding=\"async\" /></a><figcaption>Caption</figcaption></figure>"
    )]
    [InlineData(
        "See ![A map](map.png \"Title\").",
        "<p>See <img src=\"/archive/world/2014/map.png\" alt=\"A map\" title=\"Title\" loading=\"lazy\" "
            + "decoding=\"async\" />.</p>"
    )]
    [InlineData(
        "![A *fine* ![small](x) map](map.png)",
        "<figure><img src=\"/archive/world/2014/map.png\" alt=\"A fine small map\" loading=\"lazy\" "
            + "decoding=\"async\" /></figure>"
    )]
    [InlineData("![Gone](gone.png \"Caption\")", "<p>Gone</p>")]
    [InlineData("![](gone.png)", "")]
    [InlineData("![x](javascript:alert(1))", "<p>x</p>")]
    [InlineData(
        "- ![A map](map.png)",
        "<ul>\n<li>\n<figure><img src=\"/archive/world/2014/map.png\" alt=\"A map\" loading=\"lazy\" "
            + "decoding=\"async\" /></figure>\n</li>\n</ul>"
    )]
    public void A_picture_alone_becomes_a_figure(string body, string expected) =>
        Assert.Equal(expected, Bodies.Html(body));

    [Fact]
    public void Notes_and_their_marks_lead_to_each_other() =>
        Assert.Equal(
            """
            <p>Text<sup id="fnref:1"><a href="#fn:1" role="doc-noteref">1</a></sup>.</p>
            <div class="footnotes" role="doc-endnotes">
            <ol>
            <li id="fn:1">
            <p>Small <em>print</em>. <a href="#fnref:1" role="doc-backlink">↩</a></p>
            </li>
            </ol>
            </div>
            """,
            Bodies.Html("Text[^n].\n\n[^n]: Small *print*.")
        );

    [Theory]
    [InlineData("<div><p>x", "<div><p>x</p></div>")]
    [InlineData("x</div></article></body></html> y", "<p>x y</p>")]
    [InlineData("<p>x<div>y</div>z</p>", "<p>x</p><div>y</div>z")]
    [InlineData("<b>x **y", "<p><b>x **y</b></p> ")]
    [InlineData("<section><h1>x</h1><p>y</section>", "<section><h2>x</h2><p>y</p></section>")]
    [InlineData("<font color=red>x</font> <center>y</center> <tt>z</tt>", "<p>x </p><div>y</div> <code>z</code>")]
    [InlineData(
        "<p align=center style='color:red' class=x onclick=alert(1) lang=fr dir=rtl title=t>x</p>",
        "<p lang=\"fr\" dir=\"rtl\" title=\"t\">x</p>"
    )]
    [InlineData(
        "x <img src=map.png>",
        "<p>x <img src=\"/archive/world/2014/map.png\" alt=\"\" loading=\"lazy\" decoding=\"async\" /></p>"
    )]
    [InlineData(
        "<div><img src=map.png alt='A map' width=10 height=50%><img src=gone.png alt=Gone></div>",
        "<div><img src=\"/archive/world/2014/map.png\" alt=\"A map\" width=\"10\" loading=\"lazy\" "
            + "decoding=\"async\" />Gone</div>"
    )]
    [InlineData("<img src=\"https://count.example/x.gif\" width=1 height=1>", "")]
    [InlineData("<table><tr><td colspan=2>x", "<table><tbody><tr><td colspan=\"2\">x</td></tr></tbody></table>")]
    [InlineData(
        "<iframe src=\"https://www.youtube.com/embed/abc-1?rel=0\" title=\"The flood\"></iframe>",
        "<p><a href=\"https://www.youtube.com/watch?v=abc-1\" rel=\"noreferrer\">The flood</a></p>"
    )]
    [InlineData(
        "<div><iframe src=\"//player.vimeo.com/video/12\"></iframe></div>",
        "<div><a href=\"https://vimeo.com/12\" rel=\"noreferrer\">vimeo.com/12</a></div>"
    )]
    [InlineData("<iframe src=\"javascript:alert(1)\"></iframe>", "")]
    [InlineData(
        "<audio controls><source src=\"https://a.example/talk%201.mp3?x\"></audio>",
        "<p><a href=\"https://a.example/talk%201.mp3?x\" rel=\"noreferrer\">talk 1.mp3</a></p>"
    )]
    [InlineData(
        "<div id=top><a name=end>x</a> <a href=#top>y</a></div>\n\n[z](#end)",
        "<div id=\"body-top\"><a id=\"body-end\">x</a> <a href=\"#body-top\">y</a></div>\n<p><a "
            + "href=\"#body-end\">z</a></p>"
    )]
    [InlineData("<ol reversed><li>x</li><li>y</li></ol>", "<ol reversed=\"\" start=\"2\"><li>x</li><li>y</li></ol>")]
    [InlineData("<p id='a b'>x</p>", "<p>x</p>")]
    [InlineData("<div id=a><p id=a>x</p></div>", "<div id=\"body-a\"><p>x</p></div>")]
    [InlineData("<pre>\n\nx</pre>", "<pre>\n\nx</pre>")]
    [InlineData("<script>\nvar x;\n</script>\n\ny", "<p>y</p>")]
    [InlineData("<p><button><p>x</p></button></p>", "<p>x</p>")]
    [InlineData("<h2><b><h3>x</h3></b></h2>", "<h2><b>x</b></h2>")]
    [InlineData("<frameset><frame src=x></frameset>\n\ny", "<p>y</p>")]
    [InlineData("<p></p>\n\nx", "<p>x</p>")]
    public void Raw_html_is_cut_down_to_what_news_need(string body, string expected) =>
        Assert.Equal(expected, Squeezed(Bodies.Html(body)));

    [Fact]
    public void A_feed_links_to_the_id_that_the_page_has() =>
        Assert.Contains(
            "flood.html#body-top\">y</a>",
            Bodies.Feed("<p id=top>x</p>\n\n[y](#top)"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "<div class=x onclick='y()'><custom-tag z=1>x",
        "<div class=\"x\" onclick=\"y()\"><custom-tag z=\"1\">x</custom-tag></div>"
    )]
    [InlineData("<script>\nif (1 < 2) x();\n</script>", "<script>\nif (1 < 2) x();</script>")]
    [InlineData("x</div> <a href=\"rain.md\">y</a>", "<p>x <a href=\"/archive/world/2014/05/rain.html\">y</a></p>")]
    [InlineData(
        "<svg viewBox=\"0 0 1 1\"><path d=\"M0\"/></svg>",
        "<p><svg viewBox=\"0 0 1 1\"><path d=\"M0\"></path></svg></p>"
    )]
    [InlineData("# A\n\n<div>b", "<h2 id=\"a\">A</h2>\n<div>b</div>")]
    public void Allowed_html_stays_but_is_closed(string body, string expected) =>
        Assert.Equal(expected, Squeezed(Bodies.Html(body, new MarkdownConfig(RawHtml.Allow))));

    [Theory]
    [InlineData("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData(
        "<!-- x --> *y* <https://a.example/>",
        "<p>&lt;!-- x --&gt; <em>y</em> <a href=\"https://a.example/\" rel=\"noreferrer\">https://a.example/</a></p>"
    )]
    public void Escaped_html_is_shown(string body, string expected) =>
        Assert.Equal(expected, Bodies.Html(body, new MarkdownConfig(RawHtml.Escape)));

    [Theory]
    [InlineData("[x]({{< ref \"rain.md\" >}})", "<p><a href=\"/archive/world/2014/05/rain.html\">x</a></p>")]
    [InlineData(
        "[x]({{< relref \"rain.md#end\" >}} \"Rain\")",
        "<p><a href=\"/archive/world/2014/05/rain.html#end\" title=\"Rain\">x</a></p>"
    )]
    [InlineData("[x]({{% ref rain %}}#end)", "<p><a href=\"/archive/world/2014/05/rain.html#end\">x</a></p>")]
    [InlineData("[x]({{< ref \"dry.md\" >}})", "<p>x</p>")]
    [InlineData(
        "<a href=\"{{< ref \"rain.md\" >}}\">x</a>",
        "<p><a href=\"/archive/world/2014/05/rain.html\">x</a></p>"
    )]
    [InlineData(
        "{{< img src=\"map.png\" alt=\"A &amp; B\" caption=\"The \\\"river\\\"\" >}}",
        "<figure><img src=\"/archive/world/2014/map.png\" alt=\"A &amp; B\" loading=\"lazy\" decoding=\"async\" "
            + "/><figcaption>The &quot;river&quot;</figcaption></figure>"
    )]
    [InlineData("{{< legacy-img-right src=\"gone.png\" alt=\"Gone\" >}}\n\nx", "<p>x</p>")]
    [InlineData("## A[{{< legacy-img src=\"gone.png\" >}}](https://a.example/)", "<h2 id=\"a\">A</h2>")]
    [InlineData(
        "See {{< img src=\"map.png\" >}}.",
        "<p>See <img src=\"/archive/world/2014/map.png\" alt=\"\" loading=\"lazy\" decoding=\"async\" />.</p>"
    )]
    [InlineData(
        "{{< youtube id=\"a-b_1\" title=\"The flood\">}}",
        "<p><a href=\"https://www.youtube.com/watch?v=a-b_1\" rel=\"noreferrer\">The flood</a></p>"
    )]
    [InlineData(
        "{{< youtube abc >}}",
        "<p><a href=\"https://www.youtube.com/watch?v=abc\" rel=\"noreferrer\">www.youtube.com/watch?v=abc</a></p>"
    )]
    [InlineData("{{< youtube \"a&b\" >}}", "")]
    [InlineData(
        "[{{< vimeo 12 >}}](https://a.example/)",
        "<p><a href=\"https://a.example/\" rel=\"noreferrer\">vimeo.com/12</a></p>"
    )]
    [InlineData("{{< note variant=\"x\" >}}**Mind** the gap.{{< /note >}}", "<p><strong>Mind</strong> the gap.</p>")]
    [InlineData(
        "{{< box >}}\n![A map](map.png)\n{{< /box >}}",
        "<figure><img src=\"/archive/world/2014/map.png\" alt=\"A map\" loading=\"lazy\" decoding=\"async\" /></figure>"
    )]
    [InlineData("{{< tweet user=\"a\" >}}\n\nx", "<p>x</p>")]
    [InlineData("`{{< tweet >}}` x", "<p><code></code> x</p>")]
    [InlineData("[x]({{< tmp \"events/y.md\" >}} \"z\")", "<p>x</p>")]
    [InlineData("{{</* ref \"rain.md\" */>}}", "<p>{{&lt; ref &quot;rain.md&quot; &gt;}}</p>")]
    [InlineData("<div>{{< tweet >}}x</div>", "<div>x</div>")]
    [InlineData("{{< unended", "<p>{{&lt; unended</p>")]
    [InlineData(
        "\uFDD0aaaaa\uFDD1\uFDD1 {{< img src=\"map.png\" >}}",
        "<p>\uFFFDaaaaa\uFFFD\uFFFD <img src=\"/archive/world/2014/map.png\" alt=\"\" loading=\"lazy\" "
            + "decoding=\"async\" /></p>"
    )]
    public void Shortcodes_become_what_they_meant_or_nothing(string body, string expected) =>
        Assert.Equal(expected, Bodies.Html(body, new MarkdownConfig(Shortcodes: true)));

    [Fact]
    public void A_feed_has_whole_links_only() =>
        Assert.Equal(
            """
            <p><a href="https://meridian.example/archive/world/2014/05/rain.html#end">a</a> <a href="https://meridian.example/archive/world/2014/05/flood.html#here">b</a> <a href="https://meridian.example/archive/world/">c</a> <img src="https://meridian.example/archive/world/2014/map.png" alt="d" loading="lazy" decoding="async" /> <a href="https://a.example/">e</a><sup id="fnref:1"><a href="https://meridian.example/archive/world/2014/05/flood.html#fn:1" role="doc-noteref">1</a></sup></p>
            <div class="footnotes" role="doc-endnotes">
            <ol>
            <li id="fn:1">
            <p>f <a href="https://meridian.example/archive/world/2014/05/flood.html#fnref:1" role="doc-backlink">↩</a></p>
            </li>
            </ol>
            </div>
            """,
            Bodies.Feed(
                "[a](rain.md#end) [b](#here) <a href=\"/world/\">c</a> ![d](map.png) "
                    + "[e](https://a.example/)[^1]\n\n[^1]: f"
            )
        );

    [Theory]
    [InlineData("one two, three", 3)]
    [InlineData("un*do*ing `it`", 2)]
    [InlineData("a<br>b — c", 3)]
    [InlineData("Fish &amp; chips &lt;3 © 2014", 4)]
    [InlineData("## Head\n\n- a\n- b\n\n| c | d |\n|---|---|\n| e | f |", 7)]
    [InlineData("[x y](https://a.example/a/b \"not these words\")", 2)]
    [InlineData("東京は雨", 4)]
    [InlineData("أخبار اليوم", 2)]
    [InlineData("", 0)]
    public void Counts_the_words_that_a_reader_sees(string body, int expected) =>
        Assert.Equal(expected, Bodies.Page(body).Words);

    private static string Squeezed(string html) => html.Replace("\n</", "</", StringComparison.Ordinal).Trim('\n');
}
