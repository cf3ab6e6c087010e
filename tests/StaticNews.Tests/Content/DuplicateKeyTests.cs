using StaticNews.Content;
using StaticNews.Diagnostics;

namespace StaticNews.Tests.Content;

/// <summary>
/// The last of equal keys counts, with a warning, in every mapping of a front matter, as in most readers of YAML.
/// </summary>
public sealed class DuplicateKeyTests
{
    [Fact]
    public void The_last_of_equal_keys_counts_in_nested_mappings()
    {
        var article = Read(
            "image: { src: a.jpg, alt: A, src: b.jpg, alt: B }\n"
                + "authors:\n  - { name: Ann, role: a, name: Ben, role: b }\n"
                + "corrections:\n  - { date: 2015, text: a, text: b }\nparams:\n  p:\n    - { q: 1, q: [2] }\n",
            6
        );

        Assert.Equal(("b.jpg", "B"), (article.Summary.Image!.Src, article.Summary.Image.Alt));
        Assert.Equal(new Byline("Ben", null, "b"), Assert.Single(article.Summary.Authors));
        Assert.Equal("b", Assert.Single(article.Corrections).Text);
        var p = Assert.Single(Assert.IsType<List<object?>>(article.Params["p"]));
        var q = Assert.IsType<Dictionary<string, object?>>(p)["q"];
        Assert.Equal(2L, Assert.Single(Assert.IsType<List<object?>>(q)));
    }

    [Theory]
    [InlineData("tags: [a]\ntags: [b]\ntags: [c, d]", "c d")]
    [InlineData("tags: [a]\ntopics: [b]\ntags: [c]", "b c")]
    [InlineData("topics: [a]\nsubjects: [b]\ntopics: c", "b c")]
    [InlineData("tags: [a]\ntopics: [A, b]\nsubjects: [c]", "a b c")]
    [InlineData("tags: [a]\ntags: { b: c }", "a")]
    [InlineData("tags: [a]\ntags: []", "")]
    [InlineData("tags: [a]\ntags:", "a")]
    [InlineData("tags:\ntags: [a]", "a")]
    public void Of_equal_keys_with_lists_the_last_one_counts_and_other_keys_are_joined(string yaml, string tags) =>
        Assert.Equal(tags, string.Join(' ', Load(yaml).Article!.Summary.Tags));

    [Fact]
    public void Other_lists_are_replaced_as_well()
    {
        var article = Load(
            "authors: Ann\nauthor: Eve\nauthors: [Ben]\nby: Cy\naliases: /a\naliases: /b\nrelated: /c\nrelated: /d\n"
                + "agencies: AP\nagencies: PA\ncorrections: a\ncorrections: b"
        ).Article!;

        Assert.Equal(["Eve", "Ben", "Cy"], article.Summary.Authors.Select(author => author.Name));
        Assert.Equal("/b", Assert.Single(article.Summary.Aliases).Target);
        Assert.Equal("/d", Assert.Single(article.Summary.Related).Target);
        Assert.Equal("PA", Assert.Single(article.Agencies));
        Assert.Equal("b", Assert.Single(article.Corrections).Text);
    }

    [Theory]
    [InlineData("summary: x\nsummary: y", "y", "and the last one is used")]
    [InlineData("summary: x\nsummary:", "x", "and the first one is used, because this one has no value")]
    [InlineData("summary: x\nsummary: ''", "x", "and the first one is used, because this one has no value")]
    [InlineData("summary: x\nsummary: [y]", "x", "and the first one is used, because this one cannot be used")]
    [InlineData("summary:\nsummary: y", "y", "and the last one is used")]
    [InlineData("summary: x\ndeck: y\ndeck: z", "x", "the first is in line 5")]
    public void The_message_says_which_one_is_used(string yaml, string summary, string words)
    {
        var loaded = Load(yaml);

        Assert.Equal(summary, loaded.Article!.Standfirst);
        var found = Assert.Single(loaded.Diagnostics, found => found.Code == "SN1102");
        Assert.EndsWith(words, found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: A\ntitle: [B]")]
    [InlineData("updated: 2014-06-01\nupdated: soon")]
    [InlineData("slug: a\nslug: ../b")]
    [InlineData("url: /a/\nurl: //b")]
    [InlineData("section: a\nsection: a//b")]
    [InlineData("dateline: A\ndateline: [B]")]
    [InlineData("location: A\nlocation: [B]")]
    [InlineData("desk: A\ndesk: [B]")]
    [InlineData("kicker: A\nkicker: *B")]
    [InlineData("type: opinion\ntype: opnion")]
    [InlineData("image: { src: a.jpg, alt: A }\nimage: //b")]
    [InlineData("lang: fr\nlang: french")]
    [InlineData("dir: rtl\ndir: up")]
    [InlineData("translation_key: a\ntranslation_key: [b]")]
    [InlineData("source_url: https://a.example/\nsource_url: b")]
    [InlineData("captured: 2014\ncaptured: soon")]
    [InlineData("license: A\nlicense: [B]")]
    [InlineData("priority: 5\npriority: high")]
    [InlineData("series: A\nseries: '!!'")]
    [InlineData("event: A\nevent: [B]")]
    [InlineData("id: a\nid: b c")]
    public void A_last_value_that_cannot_be_used_leaves_the_earlier_one(string yaml)
    {
        var first = Load(yaml[..yaml.IndexOf('\n', StringComparison.Ordinal)]).Article!;
        var loaded = Load(yaml);

        Assert.Equal(first.Summary.Card, loaded.Article!.Summary.Card);
        Assert.Equal(
            (first.Summary.Slug, first.Summary.Url?.Target, first.Summary.Language, first.Summary.Id),
            (
                loaded.Article.Summary.Slug,
                loaded.Article.Summary.Url?.Target,
                loaded.Article.Summary.Language,
                loaded.Article.Summary.Id
            )
        );
        Assert.Equal(
            (first.Dateline, first.Desk, first.SourceUrl, first.Captured, first.License, first.Summary.Section),
            (
                loaded.Article.Dateline,
                loaded.Article.Desk,
                loaded.Article.SourceUrl,
                loaded.Article.Captured,
                loaded.Article.License,
                loaded.Article.Summary.Section
            )
        );
        Assert.EndsWith(
            "because this one cannot be used",
            Assert.Single(loaded.Diagnostics, found => found.Code == "SN1102").Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("status: withdrawn\nstatus: published", false)]
    [InlineData("draft: true\ndraft: false", true)]
    [InlineData("private: true\nprivate: false", true)]
    [InlineData("draft: true\ndraft:", true)]
    public void Of_equal_keys_about_visibility_the_stricter_one_counts(string yaml, bool isDraft)
    {
        var loaded = Load(yaml);

        Assert.Equal(isDraft, loaded.State == SourceState.Draft);
        Assert.True(isDraft || loaded.Article!.Summary.Status == ArticleStatus.Withdrawn);
    }

    [Fact]
    public void A_last_key_of_a_group_without_a_value_takes_nothing_away()
    {
        var loaded = Load("image:\n  src: a.jpg\n  alt: A\n  src:\nparams:\n  x: 1\n  x: ~");

        Assert.Equal("a.jpg", loaded.Article!.Summary.Image!.Src);
        Assert.Equal(1L, loaded.Article.Params["x"]);
        Assert.Equal(
            ["SN1102 7:3", "SN1102 10:3"],
            loaded.Diagnostics.Select(found => $"{found.Code} {found.At.Line}:{found.At.Column}")
        );
    }

    private static LoadedArticle Load(string yaml) =>
        Reading.Text(
            $"---\ntitle: T\ndate: 2014-05-17\n{yaml}\n---\n\nText.\n".Replace(
                "title: T\ndate: 2014-05-17\ntitle",
                "date: 2014-05-17\ntitle",
                StringComparison.Ordinal
            )
        );

    private static Article Read(string yaml, int duplicates)
    {
        var loaded = Reading.Text($"---\ntitle: T\ndate: 2014\n{yaml}---\n");
        Assert.All(
            loaded.Diagnostics,
            found => Assert.Equal(("SN1102", Severity.Warning), (found.Code, found.Severity))
        );
        Assert.Equal(duplicates, loaded.Diagnostics.Count);
        return loaded.Article!;
    }
}
