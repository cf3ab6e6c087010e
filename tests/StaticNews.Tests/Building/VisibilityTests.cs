using StaticNews.Building;

namespace StaticNews.Tests.Building;

/// <summary>
/// What other generators write so that an article is not public keeps it from being published here, too.
/// </summary>
public sealed class VisibilityTests : IDisposable
{
    private const string Page = "world/2014/05/secret.html";

    private readonly TestSite _site = TestSite.Plain().Article("world/open.md", "Open", "2014-05-01");

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("draft: true")]
    [InlineData("Draft: true")]
    [InlineData("DRAFT: YES")]
    [InlineData("is_draft: on")]
    [InlineData("draft: 1")]
    [InlineData("published: false")]
    [InlineData("Published: No")]
    [InlineData("published: 'false'")]
    [InlineData("publish: false")]
    [InlineData("public: false")]
    [InlineData("private: true")]
    [InlineData("status: draft")]
    [InlineData("status: Pending")]
    [InlineData("status: private")]
    [InlineData("status: trash")]
    [InlineData("status: future")]
    [InlineData("post_status: auto-draft")]
    [InlineData("Status: pending")]
    [InlineData("STATUS: Trash")]
    [InlineData("visibility: private")]
    [InlineData("Visibility: Draft")]
    [InlineData("build: { render: never }")]
    [InlineData("_build:\n  render: false\n  list: never")]
    [InlineData("permalink: false")]
    [InlineData("headless: true")]
    [InlineData("params: { draft: true }")]
    [InlineData("params: { private: true }")]
    [InlineData("extra: { status: private }")]
    [InlineData("render: never")]
    [InlineData("permalink: 'false'")]
    [InlineData("live: false")]
    [InlineData("approved: no")]
    [InlineData("nopublish: true")]
    [InlineData("build: never")]
    [InlineData("extra:\n  meta: { published: no }")]
    [InlineData("draft: false\npublished: false")]
    [InlineData("draft: true\ndraft: false")]
    public void A_draft_by_any_name_is_held_back_and_counted(string frontMatter)
    {
        var report = Build(frontMatter);

        Assert.False(_site.Has(Page));
        Assert.Equal(
            (2, 1, 1, 0),
            (report.Sources.Files, report.Sources.Published, report.Sources.Drafts, report.Sources.Failed)
        );
        Assert.Equal(0, report.Errors);
        Assert.True(Build(frontMatter, options => options with { Drafts = true }).Errors == 0 && _site.Has(Page));
    }

    [Theory]
    [InlineData("draft: maybe", "SN1801")]
    [InlineData("published: perhaps", "SN1801")]
    [InlineData("publishDate: soon", "SN1801")]
    [InlineData("expiryDate: tomorrow", "SN1801")]
    [InlineData("visibility: friends", "SN1801")]
    [InlineData("state: draft", "SN1801")]
    [InlineData("withdrawn: true", "SN1801")]
    [InlineData("deleted_at: 2020-01-05", "SN1801")]
    [InlineData("cover: { draft: true }", "SN1801")]
    [InlineData("statut: brouillon", "SN1801")]
    [InlineData("access: members", "SN1802")]
    [InlineData("params: { password: x }", "SN1802")]
    [InlineData("tiers: [gold]", "SN1802")]
    [InlineData("password: opensesame", "SN1802")]
    [InlineData("visibility: members", "SN1802")]
    [InlineData("members_only: true", "SN1802")]
    [InlineData("darft: true", "SN1803")]
    [InlineData("drafft: yes", "SN1803")]
    [InlineData("pubished: false", "SN1803")]
    [InlineData("visibilty: private", "SN1803")]
    [InlineData("draft: [yes]", "SN1804")]
    [InlineData("status: archive", "SN1805")]
    [InlineData("expires: some day", "SN1301")]
    public void What_may_mean_not_public_and_cannot_be_obeyed_holds_the_article_back_with_an_error(
        string frontMatter,
        string code
    )
    {
        var report = Build(frontMatter);

        Assert.False(_site.Has(Page));
        Assert.Equal((1, 1), (report.Errors, report.Sources.Failed));
        Assert.Equal(code, Assert.Single(report.Diagnostics, found => found.Code != "SN1103").Code);
        Build(frontMatter, options => options with { Drafts = true });
        Assert.False(_site.Has(Page));
    }

    [Theory]
    [InlineData("draft: false")]
    [InlineData("draft:")]
    [InlineData("published: true")]
    [InlineData("published: 2014-05-01")]
    [InlineData("publishDate: 2014-06-01")]
    [InlineData("expiryDate: 2031-01-01")]
    [InlineData("status: publish")]
    [InlineData("visibility: public")]
    [InlineData("private: false")]
    [InlineData("password: ''")]
    [InlineData("deleted_at:")]
    [InlineData("withdrawn: false")]
    [InlineData("publishDate: 0001-01-01T00:00:00Z")]
    [InlineData("expiryDate: never")]
    [InlineData("expires_at: 2031-01-01")]
    [InlineData("approved: true")]
    [InlineData("Kicker: Floods")]
    [InlineData("unlisted: false")]
    [InlineData("build: { render: always, list: true, publishResources: false }")]
    public void What_says_that_an_article_is_public_is_understood_without_a_word(string frontMatter)
    {
        Assert.Empty(Build(frontMatter).Diagnostics);
        Assert.True(_site.Has(Page));
    }

    [Fact]
    public void An_ordinary_unknown_key_with_a_similar_name_is_no_more_than_that()
    {
        var report = Build(
            "publisher: A Press\nverdict: pending\ncover: { hidden: true }\nrenderer: fast\nimages: [{ status: "
                + "private }]\naccess: By bus\nlive: Blog"
        );

        Assert.True(_site.Has(Page));
        Assert.All(report.Diagnostics, found => Assert.Equal("SN1103", found.Code));
    }

    [Fact]
    public void A_link_to_an_article_that_was_removed_is_told()
    {
        _site.Article("world/links.md", "Links", "2014-05-03", "related: [secret.md]", "See [it](secret.md).");

        Assert.Equal(
            ["SN2203", "SN2220"],
            Build("expiryDate: 2015-01-01").Diagnostics.Select(found => found.Code).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void What_only_a_preview_showed_is_never_kept_because_of_errors()
    {
        _site
            .WriteBytes("content/world/secret.pdf", [1])
            .Article("world/secret.md", "Secret", "2014-05-02", "draft: true\naliases: [/old.html]", "[A](secret.pdf)")
            .Article("world/later.md", "Later", "2099-05-02");
        _site.Build(options => options with { Drafts = true, Future = true });
        Assert.True(
            _site.Has(Page)
                && _site.Has("world/2099/05/later.html")
                && _site.Has("world/secret.pdf")
                && _site.Has("old.html")
        );

        _site
            .Write("content/world/secret.md", "---\ntitle: [\n---\n\n[A](secret.pdf)\n")
            .Write("content/world/later.md", "---\ntitle: [\n---\n");
        var report = _site.Build();

        Assert.Empty(report.KeptFiles);
        Assert.False(
            _site.Has(Page)
                || _site.Has("lite/" + Page)
                || _site.Has("world/2099/05/later.html")
                || _site.Has("world/secret.pdf")
                || _site.Has("old.html")
        );
        Assert.DoesNotContain(report.Diagnostics, found => found.Code is "SN2020" or "SN2021");
    }

    [Theory]
    [InlineData("status: withdrawn")]
    [InlineData("expiryDate: 2015-01-01")]
    public void What_asks_to_be_taken_down_goes_although_it_has_another_error(string frontMatter)
    {
        Build("");
        _site
            .Write("content/world/secret.md", $"---\ntitle: Secret\ndate: soon\n{frontMatter}\n---\n\nText.\n")
            .Build();

        Assert.False(_site.Has(Page));
    }

    [Fact]
    public void A_section_whose_text_cascades_a_draft_holds_its_articles_back()
    {
        _site.Article("asia/a.md", "A", "2014-05-02").Build();
        Assert.True(_site.Has("asia/2014/05/a.html"));
        _site.Write("content/asia/_index.md", "---\ntitle: Asia\ncascade: { draft: true }\n---\n");
        var report = _site.Build();

        Assert.False(_site.Has("asia/2014/05/a.html"));
        Assert.Equal(
            [
                "content/asia/_index.md:0:0 SN1806",
                "content/asia/_index.md:3:1 SN1103",
                "content/asia/_index.md:3:19 SN1801",
            ],
            TestSite.Codes(report)
        );
        Assert.True(_site.Has("world/2014/05/open.html"));
    }

    [Fact]
    public void A_publish_date_in_the_future_holds_back_an_article_with_an_old_date()
    {
        var report = Build("publishDate: 2026-01-02");

        Assert.False(_site.Has(Page));
        Assert.Equal((1, "2026-01-02"), (report.Sources.Future, report.Sources.NextDue?.ToString()));
        Build("publishDate: 2026-01-02", options => options with { AsOf = TestSite.Now.AddDays(1) });
        Assert.True(_site.Has(Page));
    }

    [Fact]
    public void An_expiry_date_removes_the_page_and_our_own_expires_only_takes_it_off_the_lists()
    {
        var removed = Build("expiryDate: 2015-01-01");
        Assert.False(_site.Has(Page));
        Assert.Equal(1, removed.Sources.Removed);

        var unlisted = Build("Expires: 2015-01-01");
        Assert.True(_site.Has(Page));
        Assert.Equal((1, 0), (unlisted.Sources.Expired, unlisted.Sources.Removed));
        Assert.DoesNotContain("secret.html", _site.Read("world/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unlisted: true")]
    [InlineData("hidden: yes")]
    [InlineData("status: hidden")]
    [InlineData("visibility: unlisted")]
    [InlineData("build: { list: never }")]
    [InlineData("eleventyExcludeFromCollections: true")]
    public void An_unlisted_article_has_a_page_that_nothing_names(string frontMatter)
    {
        Build(frontMatter);

        Assert.True(_site.Has(Page));
        foreach (
            var file in Directory
                .GetFiles(_site.Output, "*", SearchOption.AllDirectories)
                .Where(file => !file.EndsWith("secret.html", StringComparison.Ordinal))
        )
        {
            Assert.DoesNotContain("secret.html", File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("published: false")]
    [InlineData("password: x")]
    [InlineData("draft: maybe")]
    [InlineData("expiryDate: 2015-01-01")]
    public void What_becomes_not_public_is_taken_down_and_nothing_asks_for_an_alias(string frontMatter)
    {
        Build("");
        Assert.True(_site.Has(Page));
        var report = Build(frontMatter);

        Assert.False(_site.Has(Page));
        Assert.Empty(report.KeptFiles);
        Assert.DoesNotContain(report.Diagnostics, found => found.Code is "SN2020" or "SN2021");
    }

    [Fact]
    public void Defaults_hold_a_folder_back_and_an_article_in_it_may_say_otherwise()
    {
        using var site = TestSite
            .WithConfig(
                "title: T\nbase_url: https://test.example/\ndefaults:\n  - match: 'private/**'\n    published: false\n"
            )
            .Article("private/a.md", "A", "2014-05-01")
            .Article("private/b.md", "B", "2014-05-01", "published: true");
        site.Build();

        Assert.False(site.Has("private/2014/05/a.html"));
        Assert.True(site.Has("private/2014/05/b.html"));
    }

    [Fact]
    public void A_setting_that_maps_or_ignores_a_key_does_not_publish_what_says_that_it_is_not_public()
    {
        using var site = TestSite
            .WithConfig(
                "title: T\nbase_url: https://test.example/\nfront_matter:\n  keys: { published: updated }\n  "
                    + "ignore: [private, extra]\n"
            )
            .Article("w/a.md", "A", "2014-05-01", "published: false")
            .Article("w/b.md", "B", "2014-05-01", "private: true")
            .Article("w/c.md", "C", "2014-05-01", "extra: { draft: true }")
            .Article("w/d.md", "D", "2014-05-01", "published: 2014-06-01");
        var report = site.Build();

        Assert.Equal((3, 1), (report.Sources.Drafts, report.Sources.Published));
        Assert.Contains("2014-06-01", site.Read("w/2014/05/d.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_pages/about.md", "about.html")]
    [InlineData("_pages/legal/privacy.md", "legal/privacy.html")]
    public void A_page_is_held_back_like_an_article(string source, string page)
    {
        _site.Write($"content/{source}", "---\ntitle: About\npublished: false\n---\n\nNot yet.\n");
        Assert.Equal((0, 1), (_site.Build().Errors, _site.Build().Sources.OtherDrafts));
        Assert.False(_site.Has(page));

        _site.Write($"content/{source}", "---\ntitle: About\nvisibility: friends\n---\n\nNot yet.\n");
        Assert.Equal(1, _site.Build().Errors);
        Assert.False(_site.Has(page));

        _site.Write($"content/{source}", "---\ntitle: About\npublishDate: 2025-01-01\n---\n\nNow.\n");
        Assert.Empty(_site.Build().Diagnostics);
        Assert.True(_site.Has(page));
    }

    [Fact]
    public void A_text_about_a_section_an_author_or_a_tag_that_is_a_draft_is_not_shown()
    {
        _site.Write("content/world/_index.md", "---\ntitle: Mundus\ndraft: true\n---\n\nNot yet.\n");
        _site.Build();

        Assert.DoesNotContain("Mundus", _site.Read("world/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("Not yet", _site.Read("world/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret.md.bak")]
    [InlineData("secret.md.BAK")]
    [InlineData("secret.md~")]
    [InlineData("secret.md.orig")]
    [InlineData("secret.md.save")]
    [InlineData("secret.md.save.1")]
    [InlineData("secret.md.tmp")]
    [InlineData("#secret.md#")]
    [InlineData(".secret.md.swp")]
    [InlineData("secret.md.swp")]
    [InlineData(".#secret.md")]
    [InlineData("~$secret.docx")]
    [InlineData("Thumbs.db")]
    [InlineData(".DS_Store")]
    [InlineData("desktop.ini")]
    public void Copies_that_editors_and_systems_leave_are_not_published(string name)
    {
        foreach (var folder in new[] { "world", "_assets", "_pages" })
        {
            _site.Write($"content/{folder}/{name}", "Secret words.\n");
        }

        _site.Write("content/_assets/backup.txt", "Read me.\n");
        var report = _site.Build();

        Assert.Equal((0, 0), (report.Errors, report.Warnings));
        Assert.All(
            Directory.GetFiles(_site.Output, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain("Secret words", File.ReadAllText(file), StringComparison.Ordinal)
        );
        Assert.True(_site.Has("assets/backup.txt"));
    }

    [Fact]
    public void Backups_are_told_once_with_how_many_there_are()
    {
        _site.Write("content/world/b.md~", "x").Write("content/world/a.md.bak", "x").Write("content/.c.md.swp", "x");

        var note = Assert.Single(_site.Build().Diagnostics);
        Assert.Equal(("SN5017", "content/world/a.md.bak"), (note.Code, note.At.Path));
        Assert.Contains("1 more", note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content/world/secret.md", "draft: true", "draft")]
    [InlineData("/world/2014/05/secret.html", "draft: true", "draft")]
    [InlineData("/world/2099/01/secret.html", "published: 2099-01-01", "future")]
    [InlineData("world/secret.md", "published: 2099-01-01", "future")]
    [InlineData("content/world/secret.md", "expiryDate: 2015-01-01", "removed")]
    [InlineData("content/world/secret.md", "password: x", "held back")]
    public void Explain_says_why_there_is_no_page(string wanted, string frontMatter, string reason)
    {
        var report = Build(frontMatter, options => options with { Explain = wanted });

        Assert.Contains(reason, Assert.Single(report.Explanation), StringComparison.Ordinal);
    }

    private BuildReport Build(string frontMatter, Func<BuildOptions, BuildOptions>? change = null) =>
        _site.Article("world/secret.md", "Secret", "2014-05-02", frontMatter).Build(change);
}
