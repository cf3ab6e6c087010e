using StaticNews.Output;

namespace StaticNews.Tests.Output;

/// <summary>An output folder whose ledger is lost: a fresh clone with a committed <c>public/</c>.</summary>
public sealed class OutputAdoptionTests : IDisposable
{
    private const string Marked = "<meta name=\"generator\" content=\"StaticNews\">";

    private readonly StorageFolder _site = new();

    public OutputAdoptionTests()
    {
        TestBuild.Run(
            _site,
            ("same.html", "same"),
            ("page.html", Marked + "old"),
            ("feed.xml", "<generator>StaticNews</generator>old"),
            ("sitemap.xml", "old"),
            ("world/gone.html", Marked)
        );
        _site.Write("public/CNAME", "news.example");
        Directory.Delete(_site.At(".staticnews"), recursive: true);
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public void What_equals_what_is_built_or_carries_the_mark_is_ours_and_the_rest_is_not_replaced()
    {
        var build = Build(Adoption.Report);

        Assert.Equal(["SN5104", "SN5110"], build.Codes);
        Assert.Equal(
            [
                ("CNAME", "news.example"),
                ("feed.xml", "<generator>StaticNews</generator>new"),
                ("page.html", Marked + "new"),
                ("same.html", "same"),
                ("sitemap.xml", "old"),
                ("world/gone.html", Marked),
            ],
            _site.Published().Select(file => (file.Key, file.Value))
        );
        Assert.Equal(["CNAME", "sitemap.xml", "world/gone.html"], build.Unknown);
    }

    [Fact]
    public void The_warning_stays_until_the_files_are_dealt_with()
    {
        Build(Adoption.Take);
        Directory.Delete(_site.At(".staticnews"), recursive: true);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(["SN5110"], Build(Adoption.Report).Codes);
            Assert.Equal(["SN5110"], Build(Adoption.List).Codes);
        }

        Assert.Empty(Build(Adoption.Remove).Codes);
        Assert.Empty(Build(Adoption.Report).Codes);
        Assert.Equal(["feed.xml", "page.html", "same.html", "sitemap.xml"], _site.Published().Keys);
    }

    [Fact]
    public void Taken_files_stay_and_are_not_asked_about_again()
    {
        var taken = Build(Adoption.Take);

        Assert.Empty(taken.Codes);
        Assert.Equal(["CNAME", "world/gone.html"], taken.Unknown);
        Assert.Equal("new", _site.Published()["sitemap.xml"]);
        for (var i = 0; i < 3; i++)
        {
            Assert.Empty(Build(Adoption.Report).Codes);
            Assert.Equal(
                ["CNAME", "feed.xml", "page.html", "same.html", "sitemap.xml", "world/gone.html"],
                _site.Published().Keys
            );
        }

        Assert.Empty(Build(Adoption.List).Unknown);
    }

    [Fact]
    public void A_page_may_take_the_place_of_a_taken_file_and_then_it_is_a_page()
    {
        Build(Adoption.Take);
        Assert.Empty(TestBuild.Run(_site, ("CNAME", "a page"), ("same.html", "same")));
        Assert.Equal("a page", _site.Published()["CNAME"]);
        Assert.Empty(TestBuild.Run(_site, ("same.html", "same")));
        Assert.Equal(["same.html", "world/gone.html"], _site.Published().Keys);
    }

    [Fact]
    public void Taken_files_are_still_known_when_the_ledger_is_written_anew()
    {
        Build(Adoption.Take);
        for (var i = 0; i < 80; i++)
        {
            TestBuild.Run(_site, ("same.html", "same"));
        }

        Assert.Equal(["CNAME", "same.html", "world/gone.html"], _site.Published().Keys);
        Assert.Empty(Build(Adoption.List).Unknown);
    }

    [Fact]
    public void Nothing_is_removed_where_the_content_has_errors()
    {
        using (var build = new TestBuild(_site, adoption: Adoption.Remove))
        {
            build.Publish("same.html", "same", 1);
            build.End(FailedSources.All);
        }

        Assert.Equal(6, _site.Published().Count);
    }

    [Fact]
    public void Hidden_files_and_folders_are_nobodys_business()
    {
        Build(Adoption.Remove);
        _site.Write("public/.git/config", "git");
        _site.Write("public/world/.hidden", "");
        _site.Write("public/.well-known/security.txt", "a site can publish it, so an earlier build may have");
        Assert.Equal([".well-known/security.txt"], Build(Adoption.Remove).Unknown);
        Assert.True(File.Exists(_site.At("public/.git/config")) && File.Exists(_site.At("public/world/.hidden")));
        Assert.False(File.Exists(_site.At("public/.well-known/security.txt")));
    }

    [Fact]
    public void Nothing_is_removed_where_a_page_cannot_be_written()
    {
        _site.Write("public/tags/own.txt", "own");
        using var build = new TestBuild(_site, adoption: Adoption.Remove);
        build.Publish("tags", "a page where a folder is", 1);
        Assert.Contains(build.End(), problem => problem.Code is "SN5105");

        Assert.False(build.Tree.HasRemovedUnknown);
        Assert.True(File.Exists(_site.At("public/tags/own.txt")) && File.Exists(_site.At("public/CNAME")));
    }

    [LinuxFact]
    public void A_link_among_them_is_removed_and_not_what_it_leads_to()
    {
        _site.Write("victim/letters.txt", "letters");
        _site.Link("public/link.html", _site.At("victim/letters.txt"));
        _site.Link("public/folder", _site.At("victim"));
        Build(Adoption.Remove);

        Assert.False(Path.Exists(_site.At("public/link.html")));
        Assert.Equal("letters", File.ReadAllText(_site.At("victim/letters.txt")));
    }

    [Theory]
    [InlineData("<meta name=\"generator\" content=\"StaticNews\">", true)]
    [InlineData("<meta name=generator content=StaticNews>", true)]
    [InlineData("<META content='StaticNews 2' name='Generator'>", true)]
    [InlineData("<rss><channel><generator>StaticNews</generator>", true)]
    [InlineData("<meta name=generator content=Hugo><meta name=generator content=StaticNews>", true)]
    [InlineData("<meta name=\"generator\" content=\"Hugo\">", false)]
    [InlineData("<meta name=\"description\" content=\"StaticNews\">", false)]
    [InlineData("<p>The generator StaticNews", false)]
    [InlineData("<meta name=generator content=", false)]
    [InlineData("<meta", false)]
    [InlineData("", false)]
    public void A_mark_is_a_tag_that_names_the_generator(string head, bool isMarked) =>
        Assert.Equal(isMarked, GeneratorMark.IsIn(head));

    private (string[] Codes, string[] Unknown) Build(Adoption adoption)
    {
        using var build = new TestBuild(_site, adoption: adoption);
        build.Publish("same.html", "same", 1);
        build.Publish("page.html", Marked + "new", 1);
        build.Publish("feed.xml", "<generator>StaticNews</generator>new", 1);
        build.Publish("sitemap.xml", "new", 1);
        var problems = build.End();
        return (
            [.. problems.Select(problem => problem.Code).Order(StringComparer.Ordinal)],
            [.. build.Tree.UnknownFiles]
        );
    }
}
