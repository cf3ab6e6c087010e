namespace StaticNews.Tests.Building;

/// <summary>The place that an article is about stands on its page and wherever lists show the article.</summary>
public sealed class LocationTests : IDisposable
{
    private const string Page = "bihar/2020/01/flood.html";

    private static readonly string[] Lists =
    [
        "index.html",
        "bihar/index.html",
        "lite/index.html",
        "lite/bihar/index.html",
        "bihar/2020/01/bridge.html",
    ];

    private readonly TestSite _site = TestSite
        .Plain()
        .Article("bihar/flood.md", "Flood", "2020-01-02", "location: Patna, Bihar")
        .Article("bihar/bridge.md", "Bridge", "2020-01-03");

    public void Dispose() => _site.Dispose();

    [Fact]
    public void It_stands_behind_the_date()
    {
        _site.Build();

        Assert.Contains("2 January 2020</time> · Patna, Bihar</div>", _site.Read(Page), StringComparison.Ordinal);
        Assert.Contains("2 January 2020</time> · Patna, Bihar", _site.Read($"lite/{Page}"), StringComparison.Ordinal);
        Assert.Contains(
            "2 January 2020</time> · Patna, Bihar · ",
            _site.Read("bihar/index.html"),
            StringComparison.Ordinal
        );
        Assert.All(Lists, path => Assert.Contains("2 January 2020", _site.Read(path), StringComparison.Ordinal));
        Assert.All(Lists, path => Assert.Contains(" · Patna, Bihar", _site.Read(path), StringComparison.Ordinal));
    }

    [Fact]
    public void In_another_language_than_the_page_s_it_says_so()
    {
        _site.Article("bihar/flood.md", "Flood", "2020-01-02", "lang: hi\nlocation: पटना");
        _site.Build();

        Assert.All(
            Lists.Append(Page),
            path => Assert.Contains(" · <bdi lang=\"hi\">पटना</bdi>", _site.Read(path), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_list_changes_with_it()
    {
        _site.Build();
        _site.Article("bihar/flood.md", "Flood", "2020-01-02", "location: Gaya, Bihar");
        _site.Build();

        Assert.All(
            Lists.Append(Page),
            path =>
            {
                Assert.Contains(" · Gaya, Bihar", _site.Read(path), StringComparison.Ordinal);
                Assert.DoesNotContain("Patna", _site.Read(path), StringComparison.Ordinal);
            }
        );
        AssertSameAsClean();
    }

    [Fact]
    public void A_build_that_reads_no_file_still_knows_it()
    {
        _site.Build();
        _site.Article("bihar/road.md", "Road", "2020-01-04");
        _site.Build();

        Assert.Contains(" · Patna, Bihar", _site.Read("bihar/index.html"), StringComparison.Ordinal);
        AssertSameAsClean();
    }

    private void AssertSameAsClean()
    {
        var incremental = _site.Snapshot();
        _site.Build(options => options with { Clean = true });
        Assert.Equal(_site.Snapshot(), incremental);
    }
}
