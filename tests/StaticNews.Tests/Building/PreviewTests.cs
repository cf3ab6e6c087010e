using StaticNews.Building;

namespace StaticNews.Tests.Building;

/// <summary>
/// What only a preview shows says so in its page and asks search engines to leave it out; files of unpublished articles
/// wait with them.
/// </summary>
public sealed class PreviewTests : IDisposable
{
    private const string NoIndex = "<meta name=\"robots\" content=\"noindex\">";

    private readonly TestSite _site = TestSite
        .Plain()
        .Article("world/open.md", "Open", "2014-05-01", body: "![A map](open.png)");

    public PreviewTests() => _site.WriteBytes("content/world/open.png", [1]);

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("draft: true", "Draft, not published")]
    [InlineData("visibility: private", "Draft, not published")]
    [InlineData("publishDate: 2030-02-03", "Not published yet")]
    public void A_preview_is_marked_in_page_and_text_edition_and_not_indexed(string frontMatter, string heading)
    {
        _site.Article("world/secret.md", "Secret", "2014-05-02", frontMatter);
        var report = _site.Build(Preview);

        Assert.Equal(1, report.Sources.Previewed);
        foreach (var page in new[] { "world/2014/05/secret.html", "lite/world/2014/05/secret.html" })
        {
            Assert.Contains(heading, _site.Read(page), StringComparison.Ordinal);
            Assert.Contains(NoIndex, _site.Read(page), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(NoIndex, _site.Read("world/2014/05/open.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret.html", _site.Read("sitemaps/2014-05.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_later_the_article_of_the_future_is_an_ordinary_one()
    {
        _site.Article("world/secret.md", "Secret", "2014-05-02", "publishDate: 2030-02-03");
        _site.Build(Preview);
        _site.Build(options => options with { AsOf = new DateTimeOffset(2030, 2, 4, 0, 0, 0, TimeSpan.Zero) });

        Assert.DoesNotContain(NoIndex, _site.Read("world/2014/05/secret.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("Not published yet", _site.Read("world/2014/05/secret.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("noindex: true")]
    [InlineData("robots: noindex, nofollow")]
    [InlineData("robots: [noindex]")]
    [InlineData("seo: { noindex: true }")]
    public void Noindex_leaves_the_article_in_lists_and_out_of_sitemaps(string frontMatter)
    {
        _site.Article("world/shy.md", "Shy", "2014-05-02", frontMatter);
        _site.Build();

        Assert.Contains(NoIndex, _site.Read("world/2014/05/shy.html"), StringComparison.Ordinal);
        Assert.Contains("shy.html", _site.Read("world/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("shy.html", _site.Read("sitemaps/2014-05.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft: true")]
    [InlineData("published: false")]
    [InlineData("publishDate: 2030-01-01")]
    [InlineData("expiryDate: 2015-01-01")]
    [InlineData("password: x")]
    [InlineData("status: withdrawn")]
    [InlineData("image: secret.png\ndraft: true")]
    [InlineData("image: { src: secret.png, alt: '' }\nstatus: withdrawn")]
    public void Files_that_only_unpublished_articles_use_are_not_copied(string frontMatter)
    {
        var body = frontMatter.Contains("image", StringComparison.Ordinal)
            ? "Text."
            : "![](secret.png) and [the report](/world/secret.pdf).";
        _site.Article("world/secret.md", "Secret", "2014-05-02", frontMatter, body + "\n\n![](open.png)");
        _site
            .WriteBytes("content/world/secret.png", [1])
            .WriteBytes("content/world/secret.pdf", [1])
            .WriteBytes("content/world/nobody.pdf", [1]);
        var report = _site.Build();

        Assert.False(_site.Has("world/secret.png"));
        Assert.Equal(body == "Text.", _site.Has("world/secret.pdf"));
        Assert.True(_site.Has("world/open.png") && _site.Has("world/nobody.pdf"));
        Assert.Contains("world/secret.png", report.UnpublishedFiles);
    }

    [Theory]
    [InlineData("<video src=\"secret.png\"></video>")]
    [InlineData("<img srcset=\"secret.png 2x\">")]
    [InlineData("{{< figure src=\"secret.png\" >}}")]
    [InlineData("{% include image.html src='secret.png' %}")]
    [InlineData("![[secret.png]]")]
    [InlineData("![](https://test.example/world/secret.png)")]
    [InlineData("![](content/world/secret.png)")]
    public void However_a_draft_names_its_file_it_waits(string body)
    {
        _site
            .WriteBytes("content/world/secret.png", [1])
            .Article("world/secret.md", "Secret", "2014-05-02", "draft: true", body);
        _site.Build();
        Assert.False(_site.Has("world/secret.png"));

        _site.Article("world/secret.md", "Secret", "2014-05-02", "draft: true\ncover: { image: secret.png }", "Text.");
        _site.Build();
        Assert.False(_site.Has("world/secret.png"));
    }

    [Fact]
    public void A_folder_that_is_one_draft_waits_with_all_its_files()
    {
        _site
            .WriteBytes("content/world/bundle/leak.jpg", [1])
            .Article("world/bundle/index.md", "Bundle", "2014-05-02", "draft: true");
        _site.Build();

        Assert.False(_site.Has("world/bundle/leak.jpg"));
    }

    [Fact]
    public void They_are_copied_once_the_article_is_published_and_taken_down_with_it()
    {
        _site.WriteBytes("content/world/secret.png", [1]);
        foreach (var isPublished in new[] { true, false, true })
        {
            _site.Article("world/secret.md", "Secret", "2014-05-02", $"draft: {!isPublished}", "![](secret.png)");
            _site.Build();
            Assert.Equal(isPublished, _site.Has("world/secret.png"));
        }
    }

    [Fact]
    public void A_preview_has_the_files_of_drafts()
    {
        _site
            .WriteBytes("content/world/secret.png", [1])
            .Article("world/secret.md", "Secret", "2014-05-02", "draft: true", "![](secret.png)");
        _site.Build(Preview);

        Assert.True(_site.Has("world/secret.png"));
    }

    [Fact]
    public void A_file_that_a_page_a_style_sheet_or_the_settings_use_too_is_copied()
    {
        _site.Article(
            "world/secret.md",
            "Secret",
            "2014-05-02",
            "draft: true",
            "![](/world/a.png) ![](/assets/b.png) ![](/world/c.png) ![](/assets/logo.svg)"
        );
        _site
            .WriteBytes("content/world/a.png", [1])
            .WriteBytes("content/_assets/b.png", [1])
            .WriteBytes("content/world/c.png", [1])
            .Write("content/_assets/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>")
            .Write("content/_pages/about.md", "---\ntitle: About\n---\n\n![A](/world/a.png)\n")
            .Write("content/_assets/own.css", "body{background:url(b.png)}")
            .Write(
                "site.yml",
                File.ReadAllText(_site.PathOf("site.yml")) + "\npublisher: { name: A Press, logo: /assets/logo.svg }\n"
            );
        _site.Build();

        Assert.True(_site.Has("world/a.png") && _site.Has("assets/b.png") && _site.Has("assets/logo.svg"));
        Assert.False(_site.Has("world/c.png"));
    }

    [Fact]
    public void The_files_of_an_article_that_breaks_stay_with_its_page_and_those_of_a_new_broken_one_wait()
    {
        _site.Article("world/b.md", "B", "2014-05-02", body: "![](b.png)").WriteBytes("content/world/b.png", [1]);
        _site.Build();
        _site
            .Write("content/world/b.md", "---\ntitle: [\n---\n\n![](b.png)\n")
            .Write("content/world/c.md", "---\ntitle: [\n---\n\n![](c.png)\n")
            .WriteBytes("content/world/c.png", [1]);
        _site.Build();

        Assert.True(_site.Has("world/2014/05/b.html") && _site.Has("world/b.png"));
        Assert.False(_site.Has("world/c.png"));
    }

    private static BuildOptions Preview(BuildOptions options) => options with { Drafts = true, Future = true };
}
