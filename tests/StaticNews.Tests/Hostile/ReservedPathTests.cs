using StaticNews.Tests.Building;

namespace StaticNews.Tests.Hostile;

/// <summary>
/// Paths that are the build's own, or no disk could hold, are told where a source asks for them, and before anything is
/// published.
/// </summary>
public sealed class ReservedPathTests : IDisposable
{
    private readonly TestSite _site = TestSite.Plain();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("/.staticnews.txt", "SN2007")]
    [InlineData("/.StaticNews.TXT", "SN2007")]
    [InlineData("/.staticnews.txt/", "SN2007")]
    [InlineData("/.staticnews.txt/old.html", "SN2007")]
    [InlineData("/.staticnews-x.tmp", "SN2007")]
    [InlineData("/old/.staticnews-00000001.tmp", "SN2007")]
    [InlineData("/../etc/passwd", "SN1405")]
    [InlineData("/old/%2e%2e/passwd", "SN1405")]
    [InlineData("/con.html", "SN1405")]
    public void An_alias_names_its_line(string alias, string code)
    {
        _site.Article("news/a.md", "A", "2020-01-02", $"aliases:\n  - /fine.html\n  - {alias}");
        var report = _site.Build();

        var problem = Assert.Single(report.Diagnostics);
        Assert.Equal(
            (code, "content/news/a.md", 6, 5),
            (problem.Code, problem.At.Path, problem.At.Line, problem.At.Column)
        );
        Assert.True(_site.Has("news/2020/01/a.html"));
        Assert.StartsWith("The Test https://test.example/\n", _site.Read(".staticnews.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_that_is_too_long_names_its_line()
    {
        var part = new string('b', 200);
        _site.Article(
            "news/a.md",
            "A",
            "2020-01-02",
            $"aliases:\n  - /{new string('a', 256)}\n  - /{string.Join('/', Enumerable.Repeat(part, 18))}"
        );

        Assert.Equal(["content/news/a.md:5:5 SN1405", "content/news/a.md:6:5 SN1405"], TestSite.Codes(_site.Build()));
    }

    [Theory]
    [InlineData("/.staticnews.txt/{slug}.html")]
    [InlineData("/.staticnews-{slug}.tmp/")]
    public void A_permalink_names_its_line(string permalink)
    {
        using var site = TestSite
            .WithConfig($"title: T\nbase_url: https://test.example/\npermalink: '{permalink}'\n")
            .Article("news/a.md", "A", "2020-01-02");

        Assert.Equal(["site.yml:3:12 SN4204"], TestSite.Codes(site.Build()));
    }

    [Fact]
    public void A_name_that_its_compressed_copy_would_make_too_long_has_none()
    {
        using var site = TestSite.WithConfig(
            "title: T\nbase_url: https://test.example/\nprecompress: { gzip: true }\n"
        );
        var name = $"{new string('a', 250)}.txt";
        site.Write($"content/_assets/{name}", string.Concat(Enumerable.Repeat("Long enough to compress. ", 100)))
            .Write("content/_assets/b.txt", string.Concat(Enumerable.Repeat("Long enough to compress. ", 100)));

        Assert.Empty(site.Build().Diagnostics);
        Assert.True(site.Has($"assets/{name}"));
        Assert.True(site.Has("assets/b.txt.gz"));
    }
}
