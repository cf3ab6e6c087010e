namespace StaticNews.Tests.Building;

/// <summary>Of a withdrawn article only the notice is left; a retracted one keeps its text below a notice.</summary>
public sealed class WithdrawalTests : IDisposable
{
    private const string Page = "w/2020/01/a.html";
    private const string LitePage = "lite/w/2020/01/a.html";

    private const string Config = """
        title: The Test
        base_url: https://test.example/
        offline: { books: true, worker: true }

        """;

    /// <summary>Everything that an article can show, each with a word of its own.</summary>
    private const string Rich = """
        summary: Secretsummary of it
        image: { src: secretpicture.png, alt: Secretalt, caption: Secretcaption, credit: Secretcredit }
        tags: [Secrettag, Known]
        dateline: SECRETPLACE
        location: Secretlocation
        agencies: [Secretagency]
        series: Secretseries
        event: Secretevent
        source_url: https://secretsource.example/a
        license: Secretlicense
        corrections: [Secretcorrection]
        params: { video: secretvideo }
        related: [b.md]
        aliases: [/old/a.html]
        """;

    private const string Body =
        "Secretbody *words*.\n\n![Secretbodyalt](secretbodypicture.png)\n\n[Secretlink](b.md)\n";

    private readonly TestSite _site = TestSite
        .WithConfig(Config)
        .Article("w/b.md", "Neighbour", "2020-01-03", "tags: [Known]\nrelated: [a.md]", "See [the report](a.md).")
        .Article("w/a.hi.md", "Translation", "2020-01-02")
        .WriteBytes(
            "content/w/secretpicture.png",
            File.ReadAllBytes(Repository.Path("content", "sport", "1953-everest.png"))
        )
        .WriteBytes(
            "content/w/secretbodypicture.png",
            File.ReadAllBytes(Repository.Path("content", "sport", "1953-everest.png"))
        );

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_withdrawn_article_leaves_its_headline_and_the_notice_and_nothing_else_anywhere()
    {
        Write(Rich);
        Assert.Empty(_site.Build().Diagnostics);
        Assert.Contains("Secretbody", _site.Read(LitePage), StringComparison.Ordinal);

        Write(Rich + "\nstatus: withdrawn\nstatus_reason: A court said so.\nupdated: 2021-05-06");
        var report = _site.Build();

        Assert.Equal(["SN2203"], report.Diagnostics.Select(diagnostic => diagnostic.Code));
        var page = _site.Read(Page);
        Assert.Contains("<h1>The headline</h1>", page, StringComparison.Ordinal);
        Assert.Contains("This article has been withdrawn", page, StringComparison.Ordinal);
        Assert.Contains("A court said so.", page, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2021-05-06\">", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/lite/w/2020/01/a.html", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Neighbour", page, StringComparison.Ordinal);
        Assert.False(_site.Has(LitePage));
        Assert.Contains("/w/2020/01/a.html", _site.Read("old/a.html"), StringComparison.Ordinal);
        foreach (var path in Texts())
        {
            Assert.DoesNotContain("secret", _site.Read(path), StringComparison.OrdinalIgnoreCase);
            Assert.True(
                path is Page or "old/a.html" || !_site.Read(path).Contains("The headline", StringComparison.Ordinal),
                path
            );
        }

        AssertSameAsClean();
    }

    [Fact]
    public void Links_to_it_lead_to_the_notice_from_the_text_edition_too()
    {
        Write("status: withdrawn");
        _site.Build();

        Assert.Contains("href=\"/w/2020/01/a.html\"", _site.Read("w/2020/01/b.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"/w/2020/01/a.html\"", _site.Read("lite/w/2020/01/b.html"), StringComparison.Ordinal);
        Write("");
        _site.Build();
        Assert.Contains(
            "href=\"/lite/w/2020/01/a.html\"",
            _site.Read("lite/w/2020/01/b.html"),
            StringComparison.Ordinal
        );
        AssertSameAsClean();
    }

    [Fact]
    public void A_withdrawn_one_is_nobodys_translation()
    {
        Write("");
        _site.Build();
        Assert.Contains("hreflang", _site.Read("w/2020/01/a-hi.html"), StringComparison.Ordinal);
        Write("status: withdrawn");
        _site.Build();

        Assert.DoesNotContain("hreflang", _site.Read("w/2020/01/a-hi.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("hreflang", _site.Read(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void Withdrawn_by_the_defaults_of_a_folder_it_is_withdrawn_as_well()
    {
        Write(Rich);
        _site.Write(
            "site.yml",
            Config + "defaults: [ { match: 'w/a.md', status: withdrawn, status_reason: All of it. } ]\n"
        );
        _site.Build();

        Assert.Contains("All of it.", _site.Read(Page), StringComparison.Ordinal);
        Assert.All(
            Texts(),
            path => Assert.DoesNotContain("secret", _site.Read(path), StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(LitePage)]
    public void A_retracted_article_keeps_its_text_below_a_notice(string path)
    {
        Write(Rich + "\nstatus: retracted\nstatus_reason: It was not so.");
        Assert.Equal(["SN2203"], _site.Build().Diagnostics.Select(diagnostic => diagnostic.Code));

        var page = _site.Read(path);
        var notice = page.IndexOf("role=\"note\"", StringComparison.Ordinal);
        var heading = page.IndexOf("<h2>This article has been retracted</h2>", StringComparison.Ordinal);
        Assert.InRange(notice, 0, heading);
        Assert.InRange(
            page.IndexOf("<p>It was not so.</p>", StringComparison.Ordinal),
            heading,
            page.IndexOf("Secretsummary of it</", StringComparison.Ordinal)
        );
        Assert.Contains("Secretbody", page, StringComparison.Ordinal);
        Assert.DoesNotContain("noindex", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_engines_are_asked_to_leave_out_retracted_articles_where_the_site_says_so()
    {
        Write("status: retracted");
        _site.Build();
        _site.Write("site.yml", Config + "retracted: { noindex: true }\n");
        _site.Build();

        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", _site.Read(Page), StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", _site.Read(LitePage), StringComparison.Ordinal);
        Assert.DoesNotContain("noindex", _site.Read("w/2020/01/b.html"), StringComparison.Ordinal);
        AssertSameAsClean();
    }

    [Fact]
    public void To_withdraw_one_of_many_changes_few_files()
    {
        for (var i = 0; i < 200; i++)
        {
            _site.Article(
                $"w/n{i}.md",
                $"Number {i}",
                $"2019-{1 + (i % 12):00}-{1 + (i % 28):00}",
                $"tags: [Known, T{i % 7}]"
            );
        }

        Write("tags: [Known]");
        _site.Build();
        Write("tags: [Known]\nstatus: withdrawn");
        var report = _site.Build();

        Assert.InRange(report.Written + report.Removed, 2, 40);
    }

    private void Write(string more) => _site.Article("w/a.md", "The headline", "2020-01-02", more, Body);

    /// <summary>
    /// Pages, feeds, maps and books; a book is a stored archive, so its texts can be read in it. Copied files are not
    /// meant.
    /// </summary>
    private List<string> Texts() =>
        [.. _site.Snapshot().Keys.Where(path => !path.EndsWith(".png", StringComparison.Ordinal))];

    private void AssertSameAsClean()
    {
        var before = _site.Snapshot();
        _site.Build(options => options with { Clean = true });
        Assert.Equal(before, _site.Snapshot());
    }
}
