using System.Text;
using System.Xml.Linq;
using StaticNews.Tests.Building;
using StaticNews.Tests.Output;

namespace StaticNews.Tests.Hostile;

/// <summary>
/// Articles as no newsroom would write them: each is told with its place, and everything else is published.
/// </summary>
public sealed class BadArticleTests : IDisposable
{
    private readonly HostileArchive _archive = new();

    public void Dispose() => _archive.Dispose();

    [Theory]
    [InlineData("", "0:0 SN1001")]
    [InlineData(" \n\n", "0:0 SN1001")]
    [InlineData("A text and nothing else.\n", "1:1 SN1003")]
    [InlineData("---\ntitle: Never closed\ndate: 2010-01-02\n", "1:1 SN1004")]
    [InlineData("---\ntitle: War: the end\ndate: 2010-01-02\n---\n\nText.\n", "2:11 SN1101")]
    [InlineData("---\ntitle: \"War\ndate: 2010-01-02\n---\n\nText.\n", "2:8 SN1101")]
    [InlineData("---\ntitle: A\ndate: 2010-01-02\nparams:\n  a: &a { x: y }\n  <<: *a\n---\n\nText.\n", "6:7 SN1101")]
    [InlineData("---\ntitle: A\n---\n\nText.\n", "1:1 SN1202")]
    [InlineData("---\ntitle: A\ndate: 2010-02-30\n---\n\nText.\n", "3:7 SN1302")]
    [InlineData("---\ntitle: A\ndate: 2010-13-01\n---\n\nText.\n", "3:7 SN1302")]
    [InlineData("---\ntitle: A\ndate: soon\n---\n\nText.\n", "3:7 SN1301")]
    public void A_broken_article_is_told_with_its_place_and_left_out(string text, string expected)
    {
        _archive.BuildWith(text, expected);

        Assert.False(_archive.IsBadPublished);
    }

    [Theory]
    [InlineData("---\ntitle: A\ndate: 2010-01-02\ntitle: B\n---\n\nText.\n", "4:1 SN1102")]
    [InlineData("---\ndate: 2010-01-02\n---\n\nText.\n", "1:1 SN1201")]
    [InlineData("---\ntitle: A\ndate: 2010-01-02\nslug: ../../etc/passwd\n---\n\nText.\n", "4:7 SN1401")]
    [InlineData("---\ntitle: A\ndate: 2010-01-02\nslug: CON\n---\n\nText.\n", "4:7 SN1401")]
    [InlineData("---\ntitle: A\ndate: 2010-01-02\nsection: ../../etc\n---\n\nText.\n", "4:10 SN1404")]
    [InlineData("---\ntitle: A\ndate: 2010-01-02\naliases: [/../../etc/passwd]\n---\n\nText.\n", "4:11 SN1405")]
    [InlineData("---\ntitle: A\ndate: 2010-01-02\npriority: high\n---\n\nText.\n", "4:11 SN1106")]
    [InlineData("---\ntitle: A\ndate: 2010-01-02\nupdated: soon\n---\n\nText.\n", "4:10 SN1301")]
    [InlineData("---\ntitle: A\ndate: 2010-01-02\ntags: { a: b }\n---\n\nText.\n", "4:7 SN1105")]
    [InlineData("---\ntitle: A\ndate: 2010-01-02\nsource_url: https://e.example/a b\n---\n\nText.\n", "4:13 SN1406")]
    [InlineData("---\ntitle: A\ndate: 2010-01-02\nimage: //pictures.example/a.jpg\n---\n\nText.\n", "4:8 SN1407")]
    public void A_field_that_cannot_be_used_is_a_warning_and_the_article_is_published(string text, string expected)
    {
        _archive.BuildWith(text, expected);

        Assert.True(_archive.IsBadPublished);
        Assert.Equal(0, _archive.Build().Errors);
    }

    [Theory]
    [InlineData("publicher: A Press", "4:1 SN1103")]
    [InlineData("tags: ['!!!', '…', News]", "4:8 SN1601", "4:15 SN1601")]
    public void A_small_mistake_is_a_warning_and_the_article_is_published(string line, params string[] expected)
    {
        _archive.BuildWith($"---\ntitle: A\ndate: 2010-01-02\n{line}\n---\n\nText.\n", expected);

        Assert.True(_archive.IsBadPublished);
    }

    [Fact]
    public void A_yaml_value_nested_two_thousand_deep_is_refused()
    {
        _archive.BuildWith(
            $"---\ntitle: A\ndate: 2010-01-02\nparams: {new string('[', 2000)}{new string(']', 2000)}\n---\n\nText.\n",
            "4:32 SN1101"
        );
    }

    [Fact]
    public void A_slug_of_three_hundred_characters_is_refused_and_one_with_dots_at_its_end_is_put_right()
    {
        _archive.BuildWith(
            $"---\ntitle: A\ndate: 2010-01-02\nslug: {new string('a', 300)}\n---\n\nText.\n",
            "4:7 SN1401"
        );
        Assert.True(_archive.IsBadPublished);
        _archive.BuildWith(
            "---\ntitle: A\ndate: 2010-01-02\nslug: the-end...\n---\n\nText.\n",
            "0:0 SN2020",
            "4:7 SN1402"
        );

        Assert.True(_archive.Site.Has("news/2010/01/the-end.html"));
    }

    [Fact]
    public void A_title_with_markup_quotes_emoji_and_five_hundred_characters_is_text_everywhere()
    {
        var title =
            "<script>alert(\"x\")</script> & “quotes”, it's 🎉 "
            + string.Concat(Enumerable.Repeat("long ", 100))
            + "end";
        _archive.BuildWith(
            $"---\ntitle: >-\n  {title}\ndate: 2010-01-02\ntags: ['<script>alert(1)</script>']\n---\n\nText.\n",
            "2:8 SN1205"
        );

        Assert.All(
            Directory.GetFiles(_archive.Site.Output, "*.html", SearchOption.AllDirectories),
            file => Assert.DoesNotContain("<script", File.ReadAllText(file), StringComparison.OrdinalIgnoreCase)
        );
        using var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(_archive.BadPage);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(
            title,
            XDocument.Parse(_archive.Site.Read("feed.xml")).Descendants("title").Select(element => element.Value)
        );
    }

    [Fact]
    public void Two_articles_with_one_url_are_told_also_when_only_case_parts_them()
    {
        _archive
            .Site.Article("news/flood.md", "First", "2010-01-02")
            .Article("news/the-flood.md", "Second", "2010-01-03", "slug: Flood");
        var report = _archive.Build();

        Assert.Equal(
            ["content/news/the-flood.md:4:1 SN2001", "content/news/the-flood.md:4:7 SN1402"],
            TestSite.Codes(report)
        );
        Assert.Contains("content/news/flood.md", report.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains("First", _archive.Site.Read("news/2010/01/flood.html"), StringComparison.Ordinal);
    }

    [LinuxFact]
    public void Two_files_whose_names_differ_only_in_case_are_one_url()
    {
        _archive.Site.Article("news/Flood.md", "First", "2010-01-02").Article("news/flood.md", "Second", "2010-01-03");

        Assert.Equal(["content/news/flood.md:1:1 SN2001"], TestSite.Codes(_archive.Build()));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_and_a_nul_are_told_where_they_stand()
    {
        _archive.BuildWith(
            Encoding.Latin1.GetBytes("---\ntitle: café\ndate: 2010-01-02\n---\n\nText.\n"),
            "2:11 SN1002"
        );
        _archive.BuildWith("---\ntitle: A\ndate: 2010-01-02\n---\n\nText\0.\n", "6:5 SN1002");
        _archive.BuildWith(
            Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("---\ntitle: A\n---\n")).ToArray(),
            "0:0 SN1002"
        );

        Assert.False(_archive.IsBadPublished);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_change_nothing()
    {
        const string text = "---\ntitle: A\ndate: 2010-01-02\n---\n\nOne.\n\nTwo\nlines.\n";
        _archive.BuildWith(text);
        var plain = _archive.BadPage;
        _archive.BuildWith("\ufeff" + text.ReplaceLineEndings("\r\n"));

        Assert.Equal(plain, _archive.BadPage);
    }

    [Fact]
    public void Control_characters_reach_neither_page_nor_feed()
    {
        _archive.BuildWith(
            "---\ntitle: \"A \\u0001\\u000B\\uFFFE title\"\ndate: 2010-01-02\nsummary: \"a\\u0008b\"\n---\n\nBody "
                + "\u0001\u000b\u001b\ufffe\uffff ]]> end.\n",
            "2:8 SN1204",
            "4:10 SN1204"
        );

        var feed = _archive.Site.Read("feed.xml");
        Assert.Contains("<title>A title</title>", feed, StringComparison.Ordinal);
        Assert.DoesNotContain(
            feed + _archive.BadPage,
            letter => letter is '\ufffe' or '\uffff' || (char.IsControl(letter) && letter is not '\n')
        );
    }

    [SlowFact]
    public void An_article_of_twenty_megabytes_is_published_to_its_last_word()
    {
        var body =
            string.Concat(
                Enumerable
                    .Range(0, 200_000)
                    .Select(i => $"Paragraph {i} of a very long report from the river, as it is told here.\n\n")
            )
            + string.Concat(Enumerable.Repeat("Another line without an end to its paragraph.\n", 150_000))
            + "Last word.\n";
        Assert.True(body.Length > 20_000_000);
        _archive.BuildWith($"---\ntitle: A\ndate: 2010-01-02\n---\n\n{body}");

        Assert.Contains("Last word.</p>", _archive.BadPage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("*a ")]
    public void Deep_nesting_is_text(string mark)
    {
        _archive.BuildWith(
            $"---\ntitle: A\ndate: 2010-01-02\n---\n\n{string.Concat(Enumerable.Repeat(mark, 10_000))}deep\n",
            "6:1 SN1506"
        );

        Assert.Contains("deep", _archive.BadPage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_three_hundred_levels_is_text()
    {
        var list = string.Concat(Enumerable.Range(0, 300).Select(level => new string(' ', level * 2) + "- item\n"));
        _archive.BuildWith($"---\ntitle: A\ndate: 2010-01-02\n---\n\n{list}", "6:1 SN1506");
    }

    [LinuxFact]
    public void Links_that_leave_the_content_or_lead_to_nothing_are_told_and_not_followed()
    {
        var secret = Path.Combine(Path.GetDirectoryName(_archive.Site.Root)!, "secret");
        Directory.CreateDirectory(secret);
        File.WriteAllText(
            Path.Combine(secret, "secret.md"),
            "---\ntitle: Secret\ndate: 2010-01-02\n---\n\nNobody may read this.\n"
        );
        File.CreateSymbolicLink(_archive.Site.PathOf("content/news/link.md"), Path.Combine(secret, "secret.md"));
        File.CreateSymbolicLink(_archive.Site.PathOf("content/news/nothing.md"), "no-such-file");
        Directory.CreateSymbolicLink(_archive.Site.PathOf("content/stolen"), secret);
        Directory.CreateDirectory(_archive.Site.PathOf("content/news/folder.md"));

        Assert.Equal(
            ["content/news/link.md:0:0 SN5005", "content/news/nothing.md:0:0 SN5007", "content/stolen:0:0 SN5005"],
            TestSite.Codes(_archive.Build())
        );
        Assert.All(
            Directory.GetFiles(_archive.Site.Output, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain("Nobody may read this", File.ReadAllText(file), StringComparison.Ordinal)
        );
    }
}
