using StaticNews.Content;
using StaticNews.Diagnostics;

namespace StaticNews.Tests.Content;

/// <summary>
/// A field that cannot be used costs that field and nothing else, and the message says what became of it.
/// </summary>
public sealed class FieldFaultTests
{
    [Theory]
    [InlineData("aliases: ['/?p=123']", "SN1405")]
    [InlineData("aliases: ['/old.html#part', /fine.html]", "SN1405")]
    [InlineData("lang: zh_CN", "SN1630")]
    [InlineData("lang: chinese", "SN1602")]
    [InlineData("source_url: e.example/a", "SN1406")]
    [InlineData("source_url: https://e.example/a b", "SN1406")]
    [InlineData("image: //e.example/a.jpg", "SN1407")]
    [InlineData("updated: 2014-05-18T10:00:00+15:00", "SN1305")]
    [InlineData("updated: soon", "SN1301")]
    [InlineData("priority: high", "SN1106")]
    [InlineData("tags: { a: b }", "SN1105")]
    [InlineData("type: opnion", "SN1108")]
    [InlineData("dir: up", "SN1108")]
    [InlineData("id: a b", "SN1408")]
    [InlineData("slug: ../x", "SN1401")]
    [InlineData("section: a//b", "SN1404")]
    [InlineData("series: [a, b]", "SN1105")]
    [InlineData("params: text", "SN1105")]
    [InlineData("corrections: [{ date: 2014 }]", "SN1109")]
    public void The_article_is_read_with_one_warning_at_the_value(string line, string code)
    {
        var loaded = Reading.Text($"---\ntitle: T\ndate: 2014-05-17\n{line}\n---\n\nText.\n");

        Assert.NotNull(loaded.Article);
        var found = Assert.Single(loaded.Diagnostics);
        Assert.Equal((code, Severity.Warning, 4), (found.Code, found.Severity, found.At.Line));
    }

    [Fact]
    public void What_can_be_read_of_a_faulty_field_is_used()
    {
        Assert.Equal("zh-CN", Read("lang: zh_CN").Language);
        Assert.Equal("/fine.html", Assert.Single(Read("aliases: ['/?p=1', /fine.html]").Aliases).Target);
        Assert.Equal("/old/page.html", Assert.Single(Read("aliases: old/page.html").Aliases).Target);
        Assert.Equal("2014-05-18", Read("updated: 2014-05-18T10:00:00+15:00").Updated?.ToString());
        Assert.Equal("B", Read("title: B").Title);
    }

    [Theory]
    [InlineData("---\ndate: 2014-05-17\n---\n\nIntro.\n\n## The *flood* came\n\nText.\n", "The flood came")]
    [InlineData("---\ndate: 2014-05-17\n---\n\n<h1>The flood</h1>\n\nText.\n", "The flood")]
    [InlineData("---\ntitle:\ndate: 2014-05-17\n---\n\nText.\n", "Flood")]
    [InlineData("---\ntitle: [a]\ndate: 2014-05-17\n---\n\nText.\n", "Flood")]
    public void A_title_that_is_missing_is_taken_from_the_first_heading_or_the_files_name(string text, string title)
    {
        var loaded = Reading.Text(text);

        Assert.Equal(title, loaded.Article?.Summary.Title);
        Assert.Contains(
            loaded.Diagnostics,
            found => found.Code == "SN1201" && found.Message.Contains($"'{title}'", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(loaded.Diagnostics, found => found.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("world/2019-02-04-the_river-rises.md", "The river rises")]
    [InlineData("world/ÉTÉ.md", "ÉTÉ")]
    [InlineData("world/2019-02-04.md", "2019-02-04")]
    public void A_files_name_becomes_words(string path, string title) =>
        Assert.Equal(title, Reading.Text("---\ndate: 2014-05-17\n---\n\nText.\n", path).Article?.Summary.Title);

    [Fact]
    public void A_key_like_title_is_told_with_the_missing_title_and_not_twice()
    {
        var found = Assert.Single(Reading.Text("---\ntitel: The flood\ndate: 2014-05-17\n---\n\nText.\n").Diagnostics);

        Assert.Equal(("SN1201", 2), (found.Code, found.At.Line));
        Assert.Contains("did you mean 'title' in line 2 ('titel')", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("world/2019-02-04-flood.md", "date: soon", "2019-02-04")]
    [InlineData("world/2019-02-04-flood.md", "date:", "2019-02-04")]
    [InlineData("world/flood.md", "date: soon\npublished: 2019-03-05", "2019-03-05")]
    [InlineData("world/flood.md", "pubDate: 2019-03-05", "2019-03-05")]
    public void A_date_that_cannot_be_read_gives_way_to_another_one(string path, string line, string date)
    {
        var loaded = Reading.Text($"---\ntitle: T\n{line}\n---\n\nText.\n", path);

        Assert.Equal(date, loaded.Article?.Summary.Date.ToString());
        Assert.DoesNotContain(loaded.Diagnostics, found => found.Severity == Severity.Error);
    }

    [Fact]
    public void Without_any_date_the_article_is_left_out()
    {
        var loaded = Reading.Text("---\ntitle: T\ndate: soon\n---\n\nText.\n");

        Assert.Equal((null, SourceState.Failed), (loaded.Article, loaded.State));
        Assert.Equal(("SN1301", Severity.Error), (loaded.Diagnostics[0].Code, loaded.Diagnostics[0].Severity));
    }

    [Theory]
    [InlineData("🎉.md", "🎉")]
    [InlineData("---.md", "!!!")]
    public void A_name_without_letters_has_a_url_of_its_characters_numbers(string name, string title)
    {
        var loaded = Reading.Text($"---\ntitle: '{title}'\ndate: 2014-05-17\n---\n\nText.\n", $"world/{name}");

        Assert.Matches("^[0-9a-f-]+$", loaded.Article!.Summary.Slug);
        Assert.Equal("SN1403", Assert.Single(loaded.Diagnostics).Code);
    }

    private static ArticleSummary Read(string line) =>
        Reading.Text($"---\ntitle: T\ndate: 2014-05-17\n{line}\n---\n\nText.\n").Article!.Summary;
}
