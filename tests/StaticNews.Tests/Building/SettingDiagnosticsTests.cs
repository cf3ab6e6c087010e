using System.Globalization;
using StaticNews.Diagnostics;

namespace StaticNews.Tests.Building;

/// <summary>
/// What one line of site.yml does to many articles is said once, at that line; what a few articles have is said of
/// each.
/// </summary>
public sealed class SettingDiagnosticsTests
{
    [Theory]
    [InlineData("front_matter: { keys: { kind: type } }", "kind: story", "5:25 warning SN1108")]
    [InlineData("front_matter: { keys: { deck: summary } }", "deck: One\nsummary: Two", "5:25 warning SN1203")]
    [InlineData("front_matter: { keys: { ref: id } }", "ref: a b", "5:25 warning SN1408")]
    [InlineData("permalink: /{year}/{slug}.html", "slug: editorial", "5:12 error SN2001")]
    [InlineData(
        "defaults: [ { match: 'local/**', related: [], params: { slug: x }, slug: one } ]",
        "",
        "5:74 error SN2001"
    )]
    [InlineData("defaults: [ { match: 'local/**', translation_key: k } ]", "", "5:51 warning SN2106")]
    [InlineData("budgets: { article: 100 }", "", "5:12 warning SN6001")]
    public void A_line_that_many_articles_suffer_from_is_named_and_they_are_counted(
        string setting,
        string frontMatter,
        string expected
    )
    {
        using var site = Site(setting, frontMatter, articles: 12);

        var report = site.Build();

        var told = Assert.Single(report.Diagnostics, diagnostic => diagnostic.Code == "SN4222");
        Assert.Equal(
            expected,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{told.At.Line}:{told.At.Column} {told.Severity.ToString().ToLowerInvariant()} "
                    + $"{told.Message.Split('(')[1].Split(')')[0]}"
            )
        );
        Assert.Matches(@"^this setting causes the same fault \(SN\d+\) in 1[12] files; the first is ", told.Message);
        Assert.Contains("the first is content/local/", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(
            report.Diagnostics,
            diagnostic => diagnostic.At.Path.StartsWith("content/", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("front_matter: { keys: { kind: type } }", "kind: story", 9, 0)]
    [InlineData("front_matter: { keys: { kind: type } }", "kind: story", 12, 70)]
    [InlineData("front_matter: { keys: { cover: image } }", "cover: none.jpg", 12, 0)]
    [InlineData("", "type: story", 12, 0)]
    [InlineData("permalink: /{year}/{id}.html", "id: same", 12, 0)]
    public void What_articles_themselves_have_is_said_of_each(
        string setting,
        string frontMatter,
        int articles,
        int others
    )
    {
        using var site = Site(setting, frontMatter, articles);
        for (var i = 0; i < others; i++)
        {
            site.Article(FormattableString.Invariant($"other/o{i}.md"), "Other", "2020-01-01");
        }

        var report = site.Build();

        Assert.DoesNotContain(report.Diagnostics, diagnostic => diagnostic.Code == "SN4222");
        Assert.True(
            report.Diagnostics.Count(diagnostic =>
                diagnostic.At.Path.StartsWith("content/local/", StringComparison.Ordinal)
            )
                >= articles - 1
        );
    }

    [Fact]
    public void A_section_that_a_default_gives_is_told_at_the_default()
    {
        using var site = Site("defaults: [ { match: 'local/**', section: tags } ]", "", articles: 3);

        Assert.Equal(["site.yml:5:43 SN2005"], TestSite.Codes(site.Build()));
    }

    /// <summary>The message moves; the articles stay in error, and what was published of them stays online.</summary>
    [Fact]
    public void Pages_of_articles_that_are_in_error_are_kept()
    {
        using var site = Site("front_matter: { keys: { kind: type } }", "kind: news", articles: 12);
        site.Build();
        for (var i = 0; i < 12; i++)
        {
            site.Article(
                FormattableString.Invariant($"local/a{i:00}.md"),
                "Changed",
                "2020-01-01",
                "permalink: x\nkind: [story"
            );
        }

        Assert.Contains(site.Build().Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        Assert.True(site.Has("local/2020/01/a00.html"));
    }

    private static TestSite Site(string setting, string frontMatter, int articles)
    {
        var site = TestSite.WithConfig(
            $"title: The Test\nbase_url: https://test.example/\nlanguage: en\ntime_zone: Etc/UTC\n{setting}\n"
        );
        for (var i = 0; i < articles; i++)
        {
            site.Article(
                FormattableString.Invariant($"local/a{i:00}.md"),
                FormattableString.Invariant($"Story {i}"),
                "2020-01-01",
                frontMatter
            );
        }

        return site;
    }
}
