using StaticNews.Building;
using StaticNews.Configuration;

namespace StaticNews.Tests.Building;

/// <summary>
/// Whether a source is read shows in what a change that the log does not tell of does to the site: nothing, if it is
/// not.
/// </summary>
public sealed class SourceCacheTests : IDisposable
{
    private const string Source = "content/world/flood.md";
    private const string Page = "world/2014/05/flood.html";

    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TestSite _site = TestSite
        .Plain()
        .Article("world/flood.md", "The flood", "2014-05-17", body: "Water came first.");

    public SourceCacheTests()
    {
        Age();
        Assert.Empty(_site.Build().Diagnostics);
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_source_that_was_not_touched_is_not_read()
    {
        ChangeUnseen("first", "later");
        var report = _site.Build();

        Assert.Empty(report.Diagnostics);
        Assert.Equal((0, 0), (report.Rendered, report.Written));
        Assert.Contains("Water came first.", _site.Read(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_with_another_time_is_read()
    {
        ChangeUnseen("first", "later");
        File.SetLastWriteTimeUtc(_site.PathOf(Source), LongAgo.AddSeconds(1));

        AssertRead(_site.Build());
    }

    [Fact]
    public void A_clean_build_reads_every_source_and_remembers_it()
    {
        ChangeUnseen("first", "later");
        AssertRead(_site.Build(options => options with { Clean = true }));

        ChangeUnseen("later", "never");
        _site.Build();
        AssertHas("Water came later.");
    }

    [Fact]
    public void Another_site_yml_reads_every_source()
    {
        ChangeUnseen("first", "later");
        _site.Write("site.yml", File.ReadAllText(_site.PathOf("site.yml")) + "\nfront_matter: { ignore: [weight] }\n");

        AssertRead(_site.Build());
    }

    [Theory]
    [InlineData("language", "fr")]
    [InlineData("time_zone", "Asia/Kolkata")]
    [InlineData("markdown.html", "escape")]
    public void A_setting_from_outside_reads_every_source(string key, string value)
    {
        ChangeUnseen("first", "later");

        AssertRead(_site.Build(options => options with { Overrides = [new SettingOverride(key, value, "--test")] }));
    }

    [Fact]
    public void A_change_that_shows_only_when_the_page_is_rendered_is_in_the_same_build()
    {
        ChangeUnseen("first", "later");
        var report = _site.Build(options =>
            options with
            {
                Overrides = [new SettingOverride("base_url", "https://preview.example/", "--base-url")],
            }
        );

        AssertRead(report);
        Assert.Empty(report.StaleSources);
        Assert.Equal(
            0,
            _site
                .Build(options =>
                    options with
                    {
                        Overrides = [new SettingOverride("base_url", "https://preview.example/", "--base-url")],
                    }
                )
                .Written
        );
    }

    [Fact]
    public void An_edit_that_keeps_size_and_time_is_seen()
    {
        _site.Write(Source, File.ReadAllText(_site.PathOf(Source)).Replace("first", "later", StringComparison.Ordinal));
        Age();

        AssertRead(_site.Build());
    }

    [Fact]
    public void A_file_that_took_the_place_of_another_with_the_same_size_and_time_is_seen()
    {
        var other = _site.PathOf("content/other");
        File.WriteAllText(
            other,
            File.ReadAllText(_site.PathOf(Source)).Replace("first", "later", StringComparison.Ordinal)
        );
        File.SetLastWriteTimeUtc(other, LongAgo);
        File.Move(other, _site.PathOf(Source), overwrite: true);

        AssertRead(_site.Build());
    }

    [Fact]
    public void A_copy_of_the_whole_site_is_read_and_nothing_in_it_is_made_again()
    {
        using var copy = TestSite.Plain();
        foreach (var file in Directory.GetFiles(_site.Root, "*", SearchOption.AllDirectories))
        {
            copy.WriteBytes(Path.GetRelativePath(_site.Root, file), File.ReadAllBytes(file));
        }

        var report = copy.Build();
        Assert.Empty(report.Diagnostics);
        Assert.Equal((0, 0, report.Pages), (report.Rendered, report.Written, report.Reused));
    }

    [Fact]
    public void Drafts_come_and_go_with_the_option()
    {
        _site.Article("world/plan.md", "The plan", "2014-05-18", "draft: true");
        Age();
        foreach (var drafts in (bool[])[false, true, true, false, false])
        {
            _site.Build(options => options with { Drafts = drafts });
            Assert.Equal(drafts, _site.Has("world/2014/05/plan.html"));
        }
    }

    [Fact]
    public void Another_day_lists_what_is_no_longer_in_the_future_without_reading_it()
    {
        _site.Article("world/plan.md", "The plan", "2027-05-18");
        Age();
        _site.Build();
        Assert.False(_site.Has("world/2027/05/plan.html"));

        ChangeUnseen("first", "later");
        _site.Build(options => options with { AsOf = TestSite.Now.AddYears(2) });

        Assert.True(_site.Has("world/2027/05/plan.html"));
        Assert.Contains("The plan", _site.Read("world/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_is_gone_is_forgotten_and_one_that_comes_back_is_read()
    {
        var text = File.ReadAllText(_site.PathOf(Source));
        File.Delete(_site.PathOf(Source));
        _site.Article("world/other.md", "Another", "2014-05-18");
        _site.Build();
        Assert.False(_site.Has(Page));

        _site.Write(Source, text.Replace("first", "later", StringComparison.Ordinal));
        Age();
        _site.Build();
        AssertHas("Water came later.");
    }

    [Theory]
    [InlineData("broken")]
    [InlineData("old-archive")]
    public void What_was_said_of_sources_is_said_again(string name)
    {
        using var site = TestSite.CopyOf(Repository.Path("tests", "StaticNews.Tests", "Sites", name, "site"));
        foreach (var file in Directory.GetFiles(site.PathOf("content"), "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, LongAgo);
        }

        var first = site.Build();
        Assert.NotEmpty(first.Diagnostics);
        var log = site.PathOf(".staticnews/build.log");
        var bytes = File.ReadAllBytes(log);
        foreach (var part in (double[])[1, 0.9, 0.5, 0.1])
        {
            File.WriteAllBytes(log, bytes[..(int)(bytes.Length * part)]);
            Assert.Equal(first.Diagnostics, site.Build().Diagnostics);
        }
    }

    private void Age()
    {
        foreach (var file in Directory.GetFiles(_site.PathOf("content"), "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, LongAgo);
        }

        // A stamp is believed only once its disk's clock has ticked on.
        Thread.Sleep(50);
    }

    /// <summary>Another text of the same length, which the log takes for the one before.</summary>
    private void ChangeUnseen(string from, string to)
    {
        Assert.Equal(from.Length, to.Length);
        _site.Write(Source, File.ReadAllText(_site.PathOf(Source)).Replace(from, to, StringComparison.Ordinal));
        Age();
        TestKey.ClaimUnchanged(_site, "world/flood.md");
    }

    private void AssertRead(BuildReport report)
    {
        Assert.Empty(report.Diagnostics);
        AssertHas("Water came later.");
    }

    private void AssertHas(string text) => Assert.Contains(text, _site.Read(Page), StringComparison.Ordinal);
}
