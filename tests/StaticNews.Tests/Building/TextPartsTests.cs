using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticNews.TextEdition;

namespace StaticNews.Tests.Building;

/// <summary>Long articles of the text edition, cut into pages.</summary>
public sealed class TextPartsTests
{
    private const string Sentence = "The river rose again in the night and took the bridge with it. ";

    [Theory]
    [InlineData("<p>one</p>\n<p>two</p>\n", "<p>one</p>\n|<p>two</p>\n")]
    [InlineData("<h2>a</h2>\n<p>b</p>\n<h2>c</h2>\n<p>d</p>\n", "<h2>a</h2>\n<p>b</p>\n|<h2>c</h2>\n<p>d</p>\n")]
    [InlineData("<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n", "<ul>\n<li>one</li>\n</ul>|<ul><li>two</li>\n</ul>\n")]
    [InlineData(
        "<ol start=\"3\" type=\"a\" id=\"x\">\n<li>one</li>\n<li>two</li>\n</ol>\n",
        "<ol start=\"3\" type=\"a\" id=\"x\">\n<li>one</li>\n</ol>|<ol type=\"a\" start=\"4\"><li>two</li>\n</ol>\n"
    )]
    [InlineData(
        "<ol>\n<li><p>one</p><p>two</p></li>\n</ol>\n",
        "<ol>\n<li><p>one</p></li></ol>|<ol start=\"1\"><li><p>two</p></li>\n</ol>\n"
    )]
    [InlineData(
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr><tr><td>2</td></tr></tbody></table>",
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>|<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>2</td></tr></tbody></table>"
    )]
    [InlineData(
        "<p lang=\"fr\" id=\"p\">One ends. Two goes on.</p>",
        "<p lang=\"fr\" id=\"p\">One ends. </p>|<p lang=\"fr\">Two goes on.</p>"
    )]
    [InlineData("<p>雨が降った。川が溢れた。</p>", "<p>雨が降った。</p>|<p>川が溢れた。</p>")]
    [InlineData(
        "<pre><code>one\ntwo\n</code></pre>\n",
        "<pre><code>one\n</code></pre>|<pre><code>two\n</code></pre>\n"
    )]
    [InlineData(
        "<blockquote>\n<p>one</p>\n<p>two</p>\n</blockquote>\n",
        "<blockquote>\n<p>one</p>\n</blockquote>|<blockquote><p>two</p>\n</blockquote>\n"
    )]
    [InlineData(
        "<ol><li value=\"50\">one</li><li>two</li></ol>",
        "<ol><li value=\"50\">one</li></ol>|<ol start=\"51\"><li>two</li></ol>"
    )]
    [InlineData(
        "<table><tbody><tr><td "
            + "rowspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr></tbody></table>",
        "<table><tbody><tr><td "
            + "rowspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>|<table><tbody><tr><td>d</td><td>e</td></tr></tbody></table>"
    )]
    [InlineData(
        "<table><tr><td>1</td><td colspan=\"2\">One is here. Two is there.</td></tr></table>",
        "<table><tr><td>1</td><td colspan=\"2\">One is here. </td></tr></table>|<table><tr><td></td><td "
            + "colspan=\"2\">Two is there.</td></tr></table>"
    )]
    [InlineData(
        "<ol reversed=\"\" start=\"2\"><li>two</li><li>one</li></ol>",
        "<ol reversed=\"\" start=\"2\"><li>two</li></ol>|<ol reversed start=\"1\"><li>one</li></ol>"
    )]
    [InlineData(
        "<p>See <a href=\"/x\">this</a>. And <a href=\"/y\">that</a> now.</p>",
        "<p>See <a href=\"/x\">this</a>. </p>|<p>And <a href=\"/y\">that</a> now.</p>"
    )]
    [InlineData(
        "<p>See this. <a href=\"/y\">And that</a>.</p>",
        "<p>See this. </p>|<p><a href=\"/y\">And that</a>.</p>"
    )]
    [InlineData("<p>one<br />\ntwo</p>", "<p>one<br />\n</p>|<p>two</p>")]
    [InlineData("<p>“One ends.” Two goes on.</p>", "<p>“One ends.” </p>|<p>Two goes on.</p>")]
    [InlineData(
        "<p>(One &quot;ends.&quot;) Two goes on now.</p>",
        "<p>(One &quot;ends.&quot;) </p>|<p>Two goes on now.</p>"
    )]
    [InlineData("<p>他說：「雨。」她走了。</p>", "<p>他說：「雨。」</p>|<p>她走了。</p>")]
    [InlineData(
        "<p><em lang=\"la\">One ends. Two goes on.</em></p>",
        "<p><em lang=\"la\">One ends. </em></p>|<p><em lang=\"la\">Two goes on.</em></p>"
    )]
    [InlineData(
        "<p><a href=\"/x\" title=\"T\">A link. It goes on.</a></p>",
        "<p><a href=\"/x\" title=\"T\">A link. </a></p>|<p><a href=\"/x\">It goes on.</a></p>"
    )]
    [InlineData(
        "<table><tr><td colspan=\"2\">1</td><td>One is here. Two is there.</td></tr></table>",
        "<table><tr><td colspan=\"2\">1</td><td>One is here. "
            + "</td></tr></table>|<table><tr><td></td><td></td><td>Two is there.</td></tr></table>"
    )]
    [InlineData(
        "<details><summary>More</summary><p>one</p><p>two</p></details>",
        "<details><summary>More</summary><p>one</p></details>|<details open><p>two</p></details>"
    )]
    public void A_text_is_cut_where_it_hurts_least(string html, string parts) =>
        Assert.Equal(parts.Split('|'), TextParts.Of(html, 2, Href));

    [Theory]
    [InlineData("<p>one</p>")]
    [InlineData("<h2>A heading stays with its text</h2>\n<p>text</p>")]
    [InlineData("<dl><dt>term</dt><dd>meaning</dd></dl>")]
    [InlineData("<p>one. <br></p><hr><p></p>")]
    [InlineData("<ol reversed><li>two</li><li>one</li></ol>")]
    [InlineData("<table><tbody><tr><td rowspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>")]
    [InlineData("")]
    public void What_cannot_be_cut_stays_whole_on_the_first_page(string html) =>
        Assert.Equal([html, ""], TextParts.Of(html, 2, Href));

    [Fact]
    public void Parts_are_about_as_long_as_each_other()
    {
        var html = string.Concat(
            Enumerable.Range(0, 100).Select(i => $"<p>{string.Concat(Enumerable.Repeat(Sentence, 1 + (i % 5)))}</p>\n")
        );

        Assert.All(
            TextParts.Of(html, 7, Href),
            part => Assert.InRange(part.Length, html.Length / 7 * 3 / 4, html.Length / 7 * 5 / 4)
        );
    }

    [Theory]
    [InlineData("word ", 10_000)]
    [InlineData("word, ", 10_000)]
    [InlineData("unbroken", 10_000)]
    [InlineData("กา", 10_000)]
    [InlineData("&amp;", 10_000)]
    public void Running_text_without_sentences_is_cut_all_the_same(string text, int times)
    {
        var html = $"<p>{string.Concat(Enumerable.Repeat(text, times))}</p>";

        var parts = TextParts.Of(html, 5, Href);

        Assert.All(parts, part => Assert.InRange(part.Length, html.Length / 5 * 3 / 4, html.Length / 5 * 5 / 4));
        Assert.Equal(html, string.Concat(parts).Replace("</p><p>", "", StringComparison.Ordinal));
        Assert.All(
            parts,
            part => Assert.DoesNotContain("amp;amp;", Parsed(part).Body!.InnerHtml, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_is_opened_again_is_bounded()
    {
        var head = string.Concat(Enumerable.Range(0, 500).Select(i => $"<th>Column {i}</th>"));
        var html =
            $"<table><thead><tr>{head}</tr></thead><tbody>{string.Concat(Enumerable.Range(0, 5_000).Select(i => $"<tr><td>{i}</td></tr>"))}</tbody></table>";

        Assert.InRange(TextParts.Of(html, 20, Href).Sum(part => part.Length), html.Length, html.Length + 1_000);
    }

    [Fact]
    public void Links_within_the_text_find_the_page_where_it_goes_on()
    {
        var parts = TextParts.Of(
            "<p>Text<a href=\"#fn-1\" id=\"ref-1\">1</a> <a href=\"#ref-1\">here</a>.</p>\n<p id=\"fn-1\">Note <a "
                + "href=\"#ref-1\">back</a> <a href=\"#\">top</a>.</p>",
            2,
            Href
        );

        Assert.Equal("<p>Text<a href=\"/2#fn-1\" id=\"ref-1\">1</a> <a href=\"#ref-1\">here</a>.</p>\n", parts[0]);
        Assert.Equal("<p id=\"fn-1\">Note <a href=\"/1#ref-1\">back</a> <a href=\"#\">top</a>.</p>", parts[1]);
    }

    [Property(MaxTest = 300)]
    public Property No_word_is_lost_none_is_twice_and_each_part_is_whole() =>
        Prop.ForAll(
            Blocks().ToArbitrary(),
            Gen.Choose(1, 9).ToArbitrary(),
            (html, count) =>
            {
                var parts = TextParts.Of(html, count, Href);

                Assert.Equal(count, parts.Length);
                Assert.Equal(Words(html), parts.SelectMany(Words));
                Assert.All(parts, part => Assert.Equal(part, Parsed(part).Body!.InnerHtml));
            }
        );

    private static string Href(int part) => $"/{part + 1}";

    /// <summary>Without what a table repeats.</summary>
    private static IEnumerable<string> Words(string html)
    {
        var document = Parsed(html);
        foreach (var head in document.QuerySelectorAll("thead").ToList())
        {
            head.Remove();
        }

        return document.Body!.TextContent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }

    private static IHtmlDocument Parsed(string html) => new HtmlParser().ParseDocument("<!doctype html><body>" + html);

    private static Gen<string> Blocks()
    {
        var number = 0;
        var text = Gen.Choose(1, 40)
            .Select(words =>
                string.Concat(
                    Enumerable
                        .Range(0, words)
                        .Select(i => $"w{number++}{(i % 7 == 6 ? ". " : i % 11 == 10 ? " <em>so. It</em> " : " ")}")
                ) + "end. "
            );
        var leaf = Gen.OneOf(
            text.Select(words => $"<p>{words}</p>\n"),
            text.Select(words => $"<h2>{words}</h2>\n"),
            text.Select(words =>
                $"<pre><code>a{words.Replace(". ", ".\n", StringComparison.Ordinal)}\n</code></pre>\n"
            ),
            text.ListOf(3)
                .Select(rows =>
                    $"<table><thead><tr><th>h</th></tr></thead><tbody>{string.Concat(rows.Select(row => $"<tr><td>{row}</td></tr>"))}</tbody></table>\n"
                ),
            Gen.Constant("<hr>\n")
        );
        var list = leaf.ListOf(3)
            .Select(items => $"<ol>\n{string.Concat(items.Select(item => $"<li>{item}</li>\n"))}</ol>\n");
        var quote = Gen.OneOf(leaf, list)
            .ListOf(2)
            .Select(blocks => $"<blockquote>\n{string.Concat(blocks)}</blockquote>\n");
        return Gen.OneOf(leaf, leaf, list, quote).ListOf(8).Select(blocks => string.Concat(blocks));
    }
}
