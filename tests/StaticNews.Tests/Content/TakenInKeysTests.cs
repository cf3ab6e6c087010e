using StaticNews.Content;
using StaticNews.Diagnostics;

namespace StaticNews.Tests.Content;

/// <summary>
/// No key is lost in silence because a quote or bracket above it is not closed, or a line <c>...</c> stands above it.
/// </summary>
public sealed class TakenInKeysTests
{
    [Theory]
    [InlineData("summary: \"War\ndraft: true\nkicker: News\"", "draft", 5, 10)]
    [InlineData("summary: \"War\nstatus: withdrawn\nkicker: \"", "status", 5, 10)]
    [InlineData("summary: 'War\ntags: a\nExpires : 2014\nkicker: '", "Expires", 6, 10)]
    [InlineData("summary: \"War\r\npublish-date: 2099-01-01\r\nkicker: News\"", "publish-date", 5, 10)]
    [InlineData("summary: \"War\nstate: draft\nkicker: News\"", "state", 5, 10)]
    [InlineData("summary: \"War\nissued: 2099\nkicker: News\"", "issued", 5, 10)]
    [InlineData("tags: [Kent, \"War\ndraft: true\nx\"]", "draft", 5, 14)]
    [InlineData("tags: [Kent,\nstatus: withdrawn\n]", "status", 5, 7)]
    [InlineData("tags: [Kent,\n\"draft\": true, x]", "draft", 5, 7)]
    [InlineData("image: { src: a.jpg,\ndraft: true,\nalt: x }", "draft", 5, 8)]
    [InlineData("image:\n  src: a.jpg\n  alt: \"A river\n  draft: yes\n  credit: x\"", "draft", 7, 8)]
    [InlineData("image:\n  src: a.jpg\n  alt: \"A river\nprivate: yes\ncredit: x\"", "private", 7, 8)]
    [InlineData("authors:\n- name: \"Ann\nembargo: 2099-01-01\nrole: x\"", "embargo", 6, 9)]
    public void A_key_about_visibility_in_an_unclosed_value_holds_the_article_back(
        string yaml,
        string key,
        int line,
        int column
    )
    {
        var loaded = Read(yaml);

        var found = Assert.Single(loaded.Diagnostics, found => found.Code == "SN1807");
        Assert.Null(loaded.Article);
        Assert.Equal(SourceState.HeldBack, loaded.State);
        Assert.Equal((Severity.Error, column), (found.Severity, found.At.Column));
        Assert.Contains($"'{key}:' in line {line}", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("summary: \"War\nkicker: News\ndesk: x\"", "kicker")]
    [InlineData("summary: \"War\n\nTopics: a\nby: x\"", "by")]
    [InlineData("summary: \"War\nweight: 2\"", "weight")]
    [InlineData("summary: \"War\nsection: \"", "section")]
    public void Any_other_key_in_an_unclosed_value_is_a_warning(string yaml, string key)
    {
        var loaded = Read(yaml);

        var found = Assert.Single(loaded.Diagnostics);
        Assert.NotNull(loaded.Article);
        Assert.Equal(("SN1206", Severity.Warning, 4, 10), (found.Code, found.Severity, found.At.Line, found.At.Column));
        Assert.Contains($"'{key}:' in line", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("summary: \"War\n  draft: true\n  kicker: News\"")]
    [InlineData("summary: \"War\nand peace\nin: our time\"")]
    [InlineData("summary: \"War\ndraft:true\nhttps://draft: true\"")]
    [InlineData("summary: |\n  War\n  draft: true\n")]
    [InlineData("corrections: [{\ndate: 2014,\ntext: x\n}]")]
    [InlineData("params: {\ntitle: x,\n# y\nsection: z\n}")]
    public void Ordinary_text_and_keys_between_braces_are_read_without_a_word(string yaml) =>
        Assert.Empty(Read(yaml).Diagnostics);

    [Fact]
    public void A_profile_is_held_back_too()
    {
        var loaded = new ProfileReader(Reading.Config).Read(
            "_pages/about.md",
            "---\ntitle: \"About\ndraft: true\nlang: \"\n---\n"u8
        );

        Assert.Null(loaded.Profile);
        Assert.Equal("SN1807", Assert.Single(loaded.Diagnostics).Code);
    }

    [Theory]
    [InlineData("---\ntitle: T\ndate: 2014\n...\ndraft: true\n---\n\nText.\n")]
    [InlineData("---\ntitle: T\ndate: 2014\n...\n\n# More\nfoo: bar\nstatus: withdrawn\n---\n\nText.\n")]
    [InlineData("---\ntitle: T\ndate: 2014\n...\nTags: [a]\n\nText.\n")]
    public void Keys_below_three_dots_are_an_error(string text)
    {
        var loaded = Reading.Text(text);

        Assert.Null(loaded.Article);
        var found = Assert.Single(loaded.Diagnostics);
        Assert.Equal(("SN1007", 4, 1), (found.Code, found.At.Line, found.At.Column));
    }

    [Theory]
    [InlineData("---\ntitle: T\ndate: 2014\n...\n\nText.\n\nTags: many\n")]
    [InlineData("---\ntitle: T\ndate: 2014\n...\n---\ndraft: true\n")]
    [InlineData("---\ntitle: T\ndate: 2014\n...\n")]
    [InlineData("---\ntitle: T\ndate: 2014\n---\n\n...\ndraft: true\n---\n")]
    public void Three_dots_end_front_matter_before_a_text(string text) => Assert.Empty(Reading.Text(text).Diagnostics);

    private static LoadedArticle Read(string yaml) =>
        Reading.Text(
            $"---\ntitle: T\ndate: 2014-05-17\n{yaml}\n---\n\nText.\n",
            config: Reading.Config with
            {
                FrontMatter = Reading.Config.FrontMatter with
                {
                    Keys = new Dictionary<string, StaticNews.Configuration.FrontMatterKey>(
                        Reading.Config.FrontMatter.Keys,
                        StringComparer.Ordinal
                    )
                    {
                        ["issued"] = StaticNews.Configuration.FrontMatterKey.Date,
                    },
                },
            }
        );
}
